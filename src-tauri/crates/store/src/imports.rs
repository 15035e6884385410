//! Imports and their staged rows.
