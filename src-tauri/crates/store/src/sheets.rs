//! Which person stands in which sheet.
