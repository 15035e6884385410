//! Where the names of the columns stand, if they stand anywhere.

use super::records::Record;
use crate::people::{is_phone, known_columns};

/// Records looked at for a header: preambles are a few lines.
const LOOK: usize = 50;

/// A header row found among records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Located {
    /// Index among the records; `None` where the first row is data, so that no row names the columns.
    pub(super) index: Option<usize>,
    /// Different known columns it names.
    pub(super) known: usize,
}

/// Finds the header: the row that names the most known columns (at least two), else the first row as wide as most.
///
/// Never a fixed number of lines: LinkedIn's preamble came in 2021, has had two forms since, and is padded with
/// separators by every spreadsheet that saves it again. A row holding an address, a link or a phone number is data, not a header.
pub(super) fn locate(records: &[Record]) -> Option<Located> {
    let mut best: Option<Located> = None;
    for (index, record) in records.iter().take(LOOK).enumerate() {
        let known = known_columns(&record.cells);
        if known >= 2 && best.is_none_or(|best| known > best.known) && !holds_data(record) {
            best = Some(Located { index: Some(index), known });
        }
    }
    if best.is_some() {
        return best;
    }
    let width = usual_width(records);
    let wide = |record: &Record| record.cells.len() == width && record.filled > 0 && !is_hint(record);
    let (index, record) = records.iter().take(LOOK).enumerate().find(|(_, record)| wide(record))?;
    if holds_data(record) {
        return Some(Located { index: None, known: 0 });
    }
    Some(Located { index: Some(index), known: known_columns(&record.cells) })
}

/// The most frequent number of cells; the larger one among equals.
pub(super) fn usual_width(records: &[Record]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for record in records {
        *counts.entry(record.cells.len()).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

/// Excel's first line `sep=;`: no row.
pub(super) fn is_hint(record: &Record) -> bool {
    record.line == 1 && record.cells.first().is_some_and(|cell| cell.trim_matches('"').starts_with("sep="))
}

fn holds_data(record: &Record) -> bool {
    record.cells.iter().any(|cell| {
        let cell = cell.trim();
        let address = !cell.contains(' ') && (cell.contains('@') && cell.contains('.') || cell.contains("://"));
        address || is_phone(cell)
    })
}

/// The names of columns that have none: `A`, `B`, … `Z`, `AA`, as spreadsheets call them.
pub(super) fn letters(columns: usize) -> Vec<String> {
    (0..columns).map(letter).collect()
}

fn letter(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            return name;
        }
        column = column / 26 - 1;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_without_names_are_called_as_in_a_spreadsheet() {
        let names = letters(704);
        let at = |index: usize| names[index].as_str();
        assert_eq!([at(0), at(25), at(26), at(51), at(52), at(701), at(702)], ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
