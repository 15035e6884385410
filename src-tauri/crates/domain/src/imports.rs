//! Imports: what a row of a file means for a person who may already be here.
