use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{
    Delimiter, Fingerprint, RowError, TableError,
    records::{Record, Records},
};
use crate::guard;

/// What the table was found in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Container {
    /// A text file.
    Text,
    /// A sheet of a workbook: the one asked for, or the first with rows, visible ones before hidden ones.
    Workbook {
        /// Name of the sheet.
        sheet: String,
        /// Names of all its sheets, as they stand.
        sheets: Vec<String>,
    },
    /// A vCard file: one row a card.
    Cards,
    /// A JSON file: one row an object.
    Objects,
    /// A file inside LinkedIn's archive.
    Archive {
        /// Name of the file read.
        entry: String,
        /// Names of LinkedIn's other files, which are ignored for now.
        ignored: Vec<String>,
    },
}

/// What is known of a table before its rows are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableInfo {
    /// What it was found in.
    pub container: Container,
    /// Name of the encoding (WHATWG), `UTF-8` for a workbook.
    pub encoding: String,
    /// Whether the file began with a byte order mark.
    pub had_bom: bool,
    /// Column separator; `None` for a workbook and for cards.
    pub delimiter: Option<Delimiter>,
    /// Names of the columns: trimmed, repeated ones numbered; letters as in a spreadsheet where no line names them.
    pub header: Vec<String>,
    /// Physical line (sheet row for a workbook) of the header, from 1. What stands above it is a preamble. 0 where every line is a row.
    pub header_line: u32,
    /// Size and time of the file when it was opened; `None` for bytes.
    pub fingerprint: Option<Fingerprint>,
}

/// One row under the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Physical line (from 1) the row starts on; the sheet row for a workbook.
    pub line: u32,
    /// One cell for each column, empty where the row was short.
    pub cells: Vec<String>,
}

pub(super) enum Source {
    Text(Records),
    Sheet(std::vec::IntoIter<Record>),
}

/// An open table: what is known of it, and an iterator over its rows.
///
/// Blank lines are no rows. After a [`RowError::Table`] no row follows. At the end the file is compared with what it was
/// when it was opened, so a table read to its end without error is the whole file.
pub struct Table {
    pub(super) info: TableInfo,
    pub(super) source: Source,
    pub(super) path: Option<PathBuf>,
    pub(super) finished: bool,
    pub(super) size: u64,
    /// First rows of a table without a header: what its columns are can only be told from them.
    pub(super) beginning: Vec<Vec<String>>,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("columns", &self.info.header.len()).finish_non_exhaustive()
    }
}

impl Table {
    /// Encoding, delimiter, header.
    #[must_use]
    pub fn info(&self) -> &TableInfo {
        &self.info
    }

    /// The first rows of a table whose columns have no names; empty for one with a header.
    #[must_use]
    pub fn beginning(&self) -> &[Vec<String>] {
        &self.beginning
    }

    /// How far reading is, in bytes: (read, all). For a progress bar.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        match &self.source {
            Source::Text(records) => (records.bytes_read().min(self.size), self.size),
            Source::Sheet(_) => (self.size, self.size),
        }
    }

    /// Compares the file with what it was when it was opened.
    ///
    /// # Errors
    /// [`TableError::ChangedWhileRead`] where size or modification time differ or the file is gone.
    pub fn check_unchanged(&self) -> Result<(), TableError> {
        match (&self.path, &self.info.fingerprint) {
            (Some(path), Some(before)) if Fingerprint::of(path).as_ref() != Ok(before) => Err(TableError::ChangedWhileRead),
            _ => Ok(()),
        }
    }

    fn next_record(&mut self) -> Result<Option<Record>, TableError> {
        match &mut self.source {
            Source::Text(records) => records.next_record(self.info.header.len()),
            Source::Sheet(records) => Ok(records.next()),
        }
    }

    fn row(&self, record: Record) -> Result<Row, RowError> {
        let mut row = Row { line: record.line, cells: record.cells };
        if matches!(self.source, Source::Text(_)) {
            for cell in row.cells.iter_mut().filter(|cell| cell.starts_with('\'')) {
                *cell = guard::restore(cell).to_owned();
            }
        }
        let expected = self.info.header.len();
        if record.filled > expected {
            return Err(RowError::TooManyCells { row, expected, found: record.filled });
        }
        row.cells.resize(expected, String::new());
        Ok(row)
    }
}

impl Iterator for Table {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.finished {
            return None;
        }
        match self.next_record() {
            Ok(Some(record)) => Some(self.row(record)),
            Ok(None) => {
                self.finished = true;
                self.check_unchanged().err().map(|error| Err(error.into()))
            }
            Err(error) => {
                self.finished = true;
                Some(Err(error.into()))
            }
        }
    }
}
