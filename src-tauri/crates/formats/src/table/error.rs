use super::Row;
use crate::archive::ArchiveError;

/// Why a file cannot be used as a table. Nothing has been changed when one of these comes up; no cell value is in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The file could not be opened or read.
    #[error("the file cannot be read ({0}): check that it exists, is on this computer and is not open elsewhere")]
    Io(std::io::ErrorKind),
    /// A folder, a device or a pipe.
    #[error("this is not a file: choose a CSV, an XLSX or LinkedIn's zip")]
    NotAFile,
    /// Zero bytes, or nothing but blank lines.
    #[error("the file is empty: export it again")]
    Empty,
    /// Names of columns, and nothing below them.
    #[error("there is no row below the header: choose the file that holds the people")]
    NoRows,
    /// Larger than the limit. Both in bytes.
    #[error("the file is too large ({size} bytes, at most {limit}): split it")]
    TooLarge {
        /// Size of the file (of the unpacked sheet for a workbook).
        size: u64,
        /// The limit it passes.
        limit: u64,
    },
    /// Not text: an image, a PDF, a program, a database…
    #[error("this is not a text file ({looks_like}): export it as CSV or XLSX")]
    NotText {
        /// What it seems to be.
        looks_like: &'static str,
    },
    /// The old binary Excel format, or a workbook protected by a password: both have the same container.
    #[error("this is an old or password-protected Excel file: save it as an unprotected .xlsx or as CSV")]
    OldOrProtectedWorkbook,
    /// An OpenDocument or binary workbook.
    #[error("this kind of spreadsheet is not read: save it as .xlsx or as CSV")]
    UnsupportedWorkbook,
    /// The workbook has no sheet of the name asked for. The names it has are no cells: they say what may be asked for.
    #[error("the workbook has no sheet of this name")]
    NoSuchSheet {
        /// Its worksheets.
        sheets: Vec<String>,
    },
    /// A damaged workbook, or one made to exhaust memory.
    #[error("the workbook is damaged: open it in a spreadsheet and save it again as .xlsx")]
    DamagedWorkbook,
    /// A web page, as a browser saves in place of a file one has no access to.
    #[error("this is a web page, not a table: download the file itself")]
    WebPage,
    /// The encoding asked for does not exist.
    #[error("this text encoding is unknown")]
    UnknownEncoding,
    /// More columns than the limit.
    #[error("line {line} has more than {limit} columns: keep the columns you need")]
    TooManyColumns {
        /// Physical line of the header.
        line: u32,
        /// Most columns.
        limit: usize,
    },
    /// A single cell above the limit.
    #[error("the cell in column {column} of the row at line {line} is larger than {limit} bytes: shorten it")]
    CellTooLarge {
        /// Physical line the row starts on.
        line: u32,
        /// Column, from 1.
        column: usize,
        /// Largest cell in bytes.
        limit: usize,
    },
    /// A quote that is opened and never rightly closed: everything after it would have become one cell.
    #[error("the quote opened on line {line} is never closed: close or remove it")]
    UnclosedQuote {
        /// Physical line of the opening quote.
        line: u32,
    },
    /// A file that begins with an object of JSON, and something in it is none.
    #[error("line {line} is no object of JSON: export it again")]
    NotAnObject {
        /// Physical line.
        line: u32,
    },
    /// No row looks like the names of columns.
    #[error("no header row was found: add a first row that names the columns")]
    NoHeader,
    /// Size or modification time are no longer those of when the file was opened.
    #[error("the file changed while it was read: close the program that writes it and start again")]
    ChangedWhileRead,
    /// The file is a zip, and something is wrong with it.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
}

impl TableError {
    /// A stable name for this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "unreadable_file",
            Self::NotAFile => "not_a_file",
            Self::Empty => "empty_file",
            Self::NoRows => "no_rows",
            Self::TooLarge { .. } => "file_too_large",
            Self::NotText { .. } => "not_text",
            Self::OldOrProtectedWorkbook => "old_or_protected_workbook",
            Self::UnsupportedWorkbook => "unsupported_workbook",
            Self::NoSuchSheet { .. } => "no_such_sheet",
            Self::DamagedWorkbook => "damaged_workbook",
            Self::WebPage => "web_page",
            Self::UnknownEncoding => "unknown_encoding",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::CellTooLarge { .. } => "cell_too_large",
            Self::UnclosedQuote { .. } => "unclosed_quote",
            Self::NotAnObject { .. } => "not_an_object",
            Self::NoHeader => "no_header",
            Self::ChangedWhileRead => "changed_while_read",
            Self::Archive(error) => error.code(),
        }
    }
}

impl From<std::io::Error> for TableError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error.kind())
    }
}

/// What the next row of a table can be instead of a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowError {
    /// The row has more filled cells than there are columns: its values would stand under the wrong names. The rows
    /// after it are fine.
    #[error("line {} has {found} cells for {expected} columns", row.line)]
    TooManyCells {
        /// The row with all its cells (those past the column limit are not kept).
        row: Row,
        /// Columns of the header.
        expected: usize,
        /// Cells of the row, up to the last filled one.
        found: usize,
    },
    /// The file itself is bad; no row follows.
    #[error(transparent)]
    Table(#[from] TableError),
}
