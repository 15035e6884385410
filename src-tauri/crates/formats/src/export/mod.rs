//! Tables out: CSV and XLSX, row by row, in constant memory and without any temporary file.
//!
//! Both write to whatever the caller gives. No spreadsheet takes a cell for a formula: CSV cells get the `'` of
//! [`crate::guard`], XLSX cells are typed as text. Reading either back through [`crate::table`] gives the same cells.

mod cell;
mod csv_file;
mod error;
mod parts;
mod sheet_xml;
mod xlsx;

pub use cell::Cell;
pub use csv_file::{CsvExport, CsvStyle};
pub use error::ExportError;
pub use xlsx::XlsxExport;
