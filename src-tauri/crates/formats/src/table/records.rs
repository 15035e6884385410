//! Splits text into records, as RFC 4180 says and as spreadsheets really write.
//!
//! Written here rather than taken from the `csv` crate because an import must know what that parser hides: the physical
//! line of each record whatever the line ends, a quote that is never closed, and a cell that grows without end (the
//! crate reads it whole). A property test holds both to the same result on well-formed input.

use super::{TableError, bytes::TextReader};

/// One record as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    /// Physical line (from 1) the record starts on.
    pub(super) line: u32,
    /// Cells, at most `max_columns` of them.
    pub(super) cells: Vec<String>,
    /// Number of cells up to the last filled one, also those that were not kept.
    pub(super) filled: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// After a `"` inside a quoted cell: the end of it, or the first half of an escaped quote.
    QuoteInQuoted,
}

/// Bounds on what is kept of a record.
#[derive(Clone, Copy)]
pub(super) struct RecordLimits {
    pub(super) max_columns: usize,
    pub(super) max_cell_bytes: usize,
}

/// A pull parser over a [`TextReader`].
pub(super) struct Records {
    text: TextReader,
    chunk: String,
    at: usize,
    delimiter: u8,
    limits: RecordLimits,
    /// Line the next character stands on.
    line: u32,
    after_cr: bool,
    ended: bool,
}

/// The cell being read, and the record it belongs to.
struct Pending {
    line: u32,
    cells: Vec<String>,
    count: usize,
    filled: usize,
    cell: String,
    cell_quoted: bool,
    oversized: bool,
    quote_line: u32,
    started: bool,
}

impl Records {
    pub(super) fn new(text: TextReader, delimiter: u8, limits: RecordLimits) -> Self {
        Self { text, chunk: String::new(), at: 0, delimiter, limits, line: 1, after_cr: false, ended: false }
    }

    pub(super) fn bytes_read(&self) -> u64 {
        self.text.bytes_read()
    }

    /// The next record; lines without any character are passed over.
    pub(super) fn next_record(&mut self, columns: usize) -> Result<Option<Record>, TableError> {
        loop {
            let Some(record) = self.next_line_record(columns)? else {
                return Ok(None);
            };
            if let Some(record) = record {
                return Ok(Some(record));
            }
        }
    }

    /// `Some(None)` is a blank line.
    fn next_line_record(&mut self, columns: usize) -> Result<Option<Option<Record>>, TableError> {
        if self.ended {
            return Ok(None);
        }
        let limits = self.limits;
        let mut pending = Pending::new(columns.min(limits.max_columns));
        let mut state = State::CellStart;
        loop {
            if self.at >= self.chunk.len() {
                self.at = 0;
                if !self.text.next_chunk(&mut self.chunk)? {
                    self.ended = true;
                    return self.at_end(pending, state);
                }
            }
            if self.after_cr {
                self.after_cr = false;
                if self.peek() == Some(b'\n') {
                    // Second half of a CRLF: part of the cell inside quotes, of the line end outside.
                    if state == State::Quoted {
                        pending.push("\n", limits)?;
                    }
                    self.at += 1;
                    continue;
                }
            }
            if !pending.started {
                pending.started = true;
                pending.line = self.line;
            }
            match state {
                State::CellStart => {
                    state = State::Plain;
                    if self.peek() == Some(b'"') {
                        self.at += 1;
                        pending.cell_quoted = true;
                        pending.quote_line = self.line;
                        state = State::Quoted;
                    }
                }
                State::Plain => {
                    let (text, stop) = self.take_until(memchr::memchr3(self.delimiter, b'\r', b'\n', self.rest()));
                    pending.push(text, limits)?;
                    match stop {
                        None => {}
                        Some(byte) if byte == self.delimiter => {
                            pending.end_cell(limits)?;
                            state = State::CellStart;
                        }
                        Some(byte) => {
                            self.end_line(byte);
                            return pending.end_record(limits).map(Some);
                        }
                    }
                }
                State::Quoted => {
                    let (text, stop) = self.take_until(memchr::memchr3(b'"', b'\r', b'\n', self.rest()));
                    pending.push(text, limits)?;
                    match stop {
                        None => {}
                        Some(b'"') => state = State::QuoteInQuoted,
                        Some(byte) => {
                            self.end_line(byte);
                            pending.push(if byte == b'\r' { "\r" } else { "\n" }, limits)?;
                        }
                    }
                }
                State::QuoteInQuoted => match self.peek() {
                    Some(b'"') => {
                        self.at += 1;
                        pending.push("\"", limits)?;
                        state = State::Quoted;
                    }
                    Some(byte) if byte == self.delimiter || matches!(byte, b'\r' | b'\n') => state = State::Plain,
                    // `"Acme" SA` on one line is sloppy; after several lines the quote was that of another cell.
                    _ if pending.quote_line == self.line && !pending.oversized => state = State::Plain,
                    _ => {
                        return Err(TableError::UnclosedQuote { line: pending.quote_line });
                    }
                },
            }
        }
    }

    fn at_end(&mut self, pending: Pending, state: State) -> Result<Option<Option<Record>>, TableError> {
        if state == State::Quoted {
            return Err(TableError::UnclosedQuote { line: pending.quote_line });
        }
        if !pending.started {
            return Ok(None);
        }
        pending.end_record(self.limits).map(Some)
    }

    fn rest(&self) -> &[u8] {
        self.chunk.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.chunk.as_bytes().get(self.at).copied()
    }

    /// The text up to `length` from here and the byte that stops it, both consumed.
    fn take_until(&mut self, length: Option<usize>) -> (&str, Option<u8>) {
        let from = self.at;
        let to = length.map_or(self.chunk.len(), |length| from + length);
        let stop = self.chunk.as_bytes().get(to).copied();
        self.at = if stop.is_some() { to + 1 } else { to };
        (self.chunk.get(from..to).unwrap_or_default(), stop)
    }

    fn end_line(&mut self, byte: u8) {
        self.after_cr = byte == b'\r';
        self.line = self.line.saturating_add(1);
    }
}

impl Pending {
    fn new(columns: usize) -> Self {
        Self {
            line: 0,
            cells: Vec::with_capacity(columns),
            count: 0,
            filled: 0,
            cell: String::new(),
            cell_quoted: false,
            oversized: false,
            quote_line: 0,
            started: false,
        }
    }

    fn push(&mut self, text: &str, limits: RecordLimits) -> Result<(), TableError> {
        if self.oversized {
            return Ok(());
        }
        if self.cell.len() + text.len() > limits.max_cell_bytes {
            if !self.cell_quoted {
                return Err(self.too_large(limits));
            }
            // Read on without keeping it: whether its quote is ever closed decides which error this is.
            self.oversized = true;
            self.cell = String::new();
            return Ok(());
        }
        self.cell.push_str(text);
        Ok(())
    }

    fn end_cell(&mut self, limits: RecordLimits) -> Result<(), TableError> {
        if self.oversized {
            return Err(self.too_large(limits));
        }
        self.count += 1;
        if !self.cell.is_empty() {
            self.filled = self.count;
        }
        if self.count <= limits.max_columns {
            self.cells.push(std::mem::take(&mut self.cell));
        } else {
            self.cell.clear();
        }
        self.cell_quoted = false;
        Ok(())
    }

    fn end_record(mut self, limits: RecordLimits) -> Result<Option<Record>, TableError> {
        let blank = self.count == 0 && self.cell.is_empty() && !self.cell_quoted;
        self.end_cell(limits)?;
        Ok((!blank).then_some(Record { line: self.line, cells: self.cells, filled: self.filled }))
    }

    fn too_large(&self, limits: RecordLimits) -> TableError {
        TableError::CellTooLarge { line: self.line, column: self.count + 1, limit: limits.max_cell_bytes }
    }
}
