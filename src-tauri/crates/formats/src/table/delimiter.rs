use std::io::Cursor;

use serde::{Deserialize, Serialize};

use super::{
    bytes::TextReader,
    header,
    records::{Record, RecordLimits, Records},
};

/// What separates the columns of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, as Excel writes where the comma is the decimal mark.
    Semicolon,
    /// Tab.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The character, always ASCII.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    fn from_byte(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|delimiter| delimiter.byte() == byte)
    }
}

/// Most records looked at to choose a delimiter.
const LOOK: usize = 100;

/// The delimiter under which the sample has the most known column names, then the most even rows. `sep=;` as first line
/// (Excel's own hint) settles it.
pub(super) fn detect(sample: &str, truncated: bool, limits: RecordLimits) -> Delimiter {
    if let Some(named) = excel_hint(sample) {
        return named;
    }
    let mut best = (Delimiter::Comma, (0, 0));
    for delimiter in Delimiter::ALL {
        let score = score(&records(sample, truncated, delimiter, limits));
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Excel's first line `sep=;`, sometimes quoted.
fn excel_hint(sample: &str) -> Option<Delimiter> {
    let first = sample.lines().next()?.trim_matches('"').trim_end();
    let separator = first.strip_prefix("sep=")?;
    match separator.as_bytes() {
        [byte] => Delimiter::from_byte(*byte),
        _ => None,
    }
}

/// The first records of a sample. What cannot be read ends the list; so does the cut at the end of a truncated sample.
pub(super) fn records(sample: &str, truncated: bool, delimiter: Delimiter, limits: RecordLimits) -> Vec<Record> {
    let input = Box::new(Cursor::new(sample.as_bytes().to_vec()));
    let mut reader = Records::new(TextReader::new(input, encoding_rs::UTF_8), delimiter.byte(), limits);
    let mut records = Vec::new();
    while records.len() < LOOK {
        match reader.next_record(0) {
            Ok(Some(record)) => records.push(record),
            Ok(None) => {
                if truncated && records.len() > 1 {
                    records.pop();
                }
                break;
            }
            Err(_) => break,
        }
    }
    records
}

/// (known column names of the best row, evenness of the widths in thousandths times the width).
fn score(records: &[Record]) -> (usize, usize) {
    let known = header::locate(records).map_or(0, |found| found.known);
    let width = header::usual_width(records);
    if width < 2 {
        return (if known >= 2 { known } else { 0 }, 0);
    }
    let even = records.iter().filter(|record| record.cells.len() == width).count();
    (if known >= 2 { known } else { 0 }, even * 1000 / records.len().max(1) * width.min(30))
}
