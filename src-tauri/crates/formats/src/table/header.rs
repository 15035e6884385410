//! Where the names of the columns stand.

use super::records::Record;
use crate::people::known_columns;

/// Records looked at for a header: preambles are a few lines.
const LOOK: usize = 50;

/// A header row found among records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Located {
    /// Index among the records.
    pub(super) index: usize,
    /// Different known columns it names.
    pub(super) known: usize,
}

/// Finds the header: the row that names the most known columns (at least two), else the first row as wide as most.
///
/// Never a fixed number of lines: LinkedIn's preamble came in 2021, has had two forms since, and is padded with
/// separators by every spreadsheet that saves it again. A row holding an address or a link is data, not a header.
pub(super) fn locate(records: &[Record]) -> Option<Located> {
    let mut best: Option<Located> = None;
    for (index, record) in records.iter().take(LOOK).enumerate() {
        let known = known_columns(&record.cells);
        if known >= 2 && best.is_none_or(|best| known > best.known) && !holds_data(record) {
            best = Some(Located { index, known });
        }
    }
    if best.is_some() {
        return best;
    }
    let width = usual_width(records);
    let (index, record) = records.iter().take(LOOK).enumerate().find(|(_, record)| record.cells.len() == width && record.filled > 0)?;
    (!holds_data(record)).then(|| Located { index, known: known_columns(&record.cells) })
}

/// The most frequent number of cells; the larger one among equals.
pub(super) fn usual_width(records: &[Record]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for record in records {
        *counts.entry(record.cells.len()).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

fn holds_data(record: &Record) -> bool {
    record.cells.iter().any(|cell| {
        let cell = cell.trim();
        !cell.contains(' ') && (cell.contains('@') && cell.contains('.') || cell.contains("://"))
    })
}

/// The names as shown and mapped: trimmed, without control characters, repeated ones numbered (`Phone (2)`), empty
/// columns at the end dropped.
pub(super) fn clean(cells: Vec<String>, filled: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(filled);
    for cell in cells.into_iter().take(filled) {
        let name = crate::people::clean_line(crate::guard::restore(&cell)).0.into_owned();
        let mut unique = name.clone();
        let mut number = 2;
        while !unique.is_empty() && names.contains(&unique) {
            unique = format!("{name} ({number})");
            number += 1;
        }
        names.push(unique);
    }
    names
}
