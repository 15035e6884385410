/// Why an export stopped. What was written so far is no complete file: the caller discards it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The destination cannot be written.
    #[error("the file cannot be written ({0}): check the free space and that it is not open elsewhere")]
    Io(std::io::ErrorKind),
    /// More rows than a sheet holds (1,048,576 with the header).
    #[error("an XLSX sheet holds at most {limit} rows: export as CSV, or fewer people")]
    TooManyRows {
        /// Most rows under the header.
        limit: u32,
    },
    /// More columns than a sheet holds, or than the header names.
    #[error("row {row} has more cells than columns")]
    TooManyCells {
        /// Row, from 1 for the header.
        row: u32,
    },
    /// A text above the 32,767 characters a spreadsheet cell holds.
    #[error("the text in row {row}, column {column} is longer than the {limit} characters a cell holds: export as CSV")]
    CellTooLong {
        /// Row, from 1 for the header.
        row: u32,
        /// Column, from 1.
        column: usize,
        /// Most characters.
        limit: usize,
    },
}

impl ExportError {
    /// A stable name for this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "unwritable_file",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::TooManyCells { .. } => "too_many_cells",
            Self::CellTooLong { .. } => "cell_too_long",
        }
    }
}

impl From<std::io::Error> for ExportError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.kind())
    }
}
