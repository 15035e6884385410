//! File formats: what comes in from a seller's files and what goes out to them.
//!
//! Bytes and files in, typed rows out, and the way back. The crate knows nothing of the desk: no database, no clock, no
//! async. What it reads it treats as hostile: every size is bounded, nothing of it is ever written to disk, and no cell
//! value appears in an error.
//!
//! - [`table`] opens a CSV, TSV, XLSX or LinkedIn archive as a header and a stream of rows.
//! - [`archive`] finds the connections inside LinkedIn's zip.
//! - [`linkedin`] reads what that archive says of who wrote to whom.
//! - [`people`] recognises the columns and turns a row into a person, or says why it cannot.
//! - [`vcard`] reads cards of people as such a table, and writes them.
//! - [`calendar`] reads and writes appointments.
//! - [`export`] writes CSV and XLSX that no spreadsheet takes for formulas, and that read back identically.
//! - [`rejects`] gives the rows that were refused back as a file to correct.

pub mod archive;
pub mod calendar;
mod content_line;
pub mod export;
pub mod guard;
pub mod linkedin;
mod objects;
pub mod people;
pub mod rejects;
pub mod table;
pub mod vcard;
