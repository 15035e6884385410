use std::io::Write;

use super::{Cell, ExportError};
use crate::{guard, table::Delimiter};

/// How a CSV is written. Always UTF-8, CRLF, RFC 4180 quotes where needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvStyle {
    /// Column separator: `;` opens by double click in a French Excel, `,` everywhere else.
    pub delimiter: Delimiter,
    /// A byte order mark, without which Excel takes the file for Windows-1252.
    pub bom: bool,
}

impl CsvStyle {
    /// What opens in a French Excel: `;` and a byte order mark.
    pub const EXCEL_FR: Self = Self { delimiter: Delimiter::Semicolon, bom: true };
    /// What every other program expects: `,` and no mark.
    pub const PLAIN: Self = Self { delimiter: Delimiter::Comma, bom: false };
}

/// A CSV being written.
pub struct CsvExport<W: Write> {
    writer: csv::Writer<W>,
    columns: usize,
    rows: u32,
}

impl<W: Write> CsvExport<W> {
    /// Writes the header.
    ///
    /// # Errors
    /// [`ExportError::Io`].
    pub fn new(mut output: W, style: CsvStyle, header: &[&str]) -> Result<Self, ExportError> {
        if style.bom {
            output.write_all("\u{feff}".as_bytes())?;
        }
        let writer = csv::WriterBuilder::new()
            .delimiter(style.delimiter.byte())
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(output);
        let mut export = Self { writer, columns: header.len(), rows: 0 };
        export.write(header.iter().map(|name| Cell::from(*name)))?;
        Ok(export)
    }

    /// Writes one row; a short one is filled up.
    ///
    /// # Errors
    /// [`ExportError::Io`], or [`ExportError::TooManyCells`] for a row longer than the header.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        if cells.len() > self.columns {
            return Err(ExportError::TooManyCells { row: self.rows + 1 });
        }
        let missing = self.columns - cells.len();
        self.write(cells.iter().cloned().chain(std::iter::repeat_n(Cell::Empty, missing)))
    }

    /// Writes the cells as they come, also more of them than columns.
    pub(crate) fn write<'a>(&mut self, cells: impl Iterator<Item = Cell<'a>>) -> Result<(), ExportError> {
        self.rows = self.rows.saturating_add(1);
        for cell in cells {
            let text = cell.text();
            let safe = if matches!(cell, Cell::Text(_)) { guard::neutralise(&text) } else { text };
            self.writer.write_field(safe.as_bytes()).map_err(from_csv)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(from_csv)
    }

    /// Flushes and gives the destination back.
    ///
    /// # Errors
    /// [`ExportError::Io`].
    pub fn finish(self) -> Result<W, ExportError> {
        self.writer.into_inner().map_err(|error| ExportError::Io(error.error().kind()))
    }
}

fn from_csv(error: csv::Error) -> ExportError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => ExportError::Io(error.kind()),
        _ => ExportError::Io(std::io::ErrorKind::Other),
    }
}
