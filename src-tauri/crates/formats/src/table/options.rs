use super::Delimiter;

/// Limits, and what the seller may settle by hand where detection got it wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// Largest file, in bytes. A larger one is refused before it is read.
    pub max_bytes: u64,
    /// Most columns of a header.
    pub max_columns: usize,
    /// Largest cell, in bytes of UTF-8.
    pub max_cell_bytes: usize,
    /// Encoding label as in the WHATWG Encoding Standard (`windows-1252`, `macintosh`, …); `None` detects.
    pub encoding: Option<String>,
    /// Column separator; `None` detects.
    pub delimiter: Option<Delimiter>,
    /// Physical line (from 1) or sheet row the header stands on, 0 for a table without one; `None` detects.
    pub header_line: Option<u32>,
    /// Which sheet of a workbook; `None` is the first with rows below a header.
    pub sheet: Option<String>,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            max_bytes: 512 * 1024 * 1024,
            max_columns: 512,
            max_cell_bytes: 1024 * 1024,
            encoding: None,
            delimiter: None,
            header_line: None,
            sheet: None,
        }
    }
}
