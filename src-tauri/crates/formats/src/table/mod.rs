//! A file as a table: one header, then rows.
//!
//! Two passes over a text file: the first reads every byte to know its encoding and that it is text at all, the second
//! streams the rows. Nothing but one record is held in memory. Workbooks and archive entries are read in memory, under a
//! limit: their content is never unpacked to disk.

mod bytes;
mod delimiter;
mod encoding;
mod error;
mod fingerprint;
mod header;
mod open;
mod options;
mod records;
mod rows;
mod workbook;

pub use delimiter::Delimiter;
pub use error::{RowError, TableError};
pub use fingerprint::Fingerprint;
pub use open::{from_bytes, open};
pub use options::ReadOptions;
pub use rows::{Container, Row, Table, TableInfo};
