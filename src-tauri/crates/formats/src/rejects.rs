//! The rows that were refused, as a file to correct and import again.
//!
//! The original columns stand first, in their order, then `line`, `reason` and `detail`. On the way back the three are
//! ignored; a file of rejects that is imported and rejected again gets them once.

use std::io::Write;

use crate::{
    export::{Cell, CsvExport, CsvStyle, ExportError},
    table::{Row, TableInfo},
};

/// The columns added to the original ones.
pub const COLUMNS: [&str; 3] = ["line", "reason", "detail"];

/// A file of rejected rows being written.
pub struct RejectsFile<W: Write> {
    csv: CsvExport<W>,
    /// Columns of the table that are the seller's own, and all of them.
    own: usize,
    all: usize,
}

impl<W: Write> RejectsFile<W> {
    /// Begins the file with the header of the table the rows come from.
    ///
    /// # Errors
    /// [`ExportError::Io`].
    pub fn new(output: W, style: CsvStyle, table: &TableInfo) -> Result<Self, ExportError> {
        let (own, all) = (own_columns(&table.header), table.header.len());
        let mut header: Vec<&str> = table.header.iter().take(own).map(String::as_str).collect();
        header.extend(COLUMNS);
        Ok(Self { csv: CsvExport::new(output, style, &header)?, own, all })
    }

    /// Adds a row with the code of its reason and what it says. Cells past the last column are kept after these,
    /// so that a row refused for having too many loses none.
    ///
    /// # Errors
    /// [`ExportError::Io`].
    pub fn row(&mut self, row: &Row, reason: &str, detail: &str) -> Result<(), ExportError> {
        let line = Cell::Integer(i64::from(row.line));
        let original = (0..self.own).map(|column| Cell::from(row.cells.get(column).map_or("", String::as_str)));
        let ours = [line, Cell::from(reason), Cell::from(detail)];
        let beyond = row.cells.iter().skip(self.all).map(|cell| Cell::from(cell.as_str()));
        self.csv.write(original.chain(ours).chain(beyond))
    }

    /// Flushes and gives the destination back.
    ///
    /// # Errors
    /// [`ExportError::Io`].
    pub fn finish(self) -> Result<W, ExportError> {
        self.csv.finish()
    }
}

/// How many columns are the file's own: all but our three at the end.
fn own_columns(header: &[String]) -> usize {
    let before = header.len().saturating_sub(COLUMNS.len());
    let ours = header.iter().skip(before).zip(COLUMNS).filter(|(name, ours)| name == ours).count() == COLUMNS.len();
    if ours { before } else { header.len() }
}
