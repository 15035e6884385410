//! Which rows answer to some words: asked of the word tables once, and kept while the search index is what it was. A page, its count and the next page
//! ask for the same.

use super::condition::Words;
use crate::{Read, StoreError};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Answers kept, the last asked for: of a million rows each takes 125 kB.
const KEPT: usize = 8;
/// Bits of a word of [`Found`].
const BITS: usize = u64::BITS as usize;

/// Rows, by their numbers: one bit each.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    bits: Vec<u64>,
    count: u32,
}

impl Found {
    /// How many.
    pub(crate) fn count(&self) -> u32 {
        self.count
    }

    /// Whether this row is among them.
    pub(crate) fn has(&self, row: i64) -> bool {
        let Some((word, bit)) = place(row) else { return false };
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether they are more than an eighth of all rows.
    pub(crate) fn are_most(&self) -> bool {
        self.count as usize >= self.bits.len() * BITS / 8
    }

    fn add(&mut self, row: i64) {
        let Some((word, bit)) = place(row) else { return };
        if word >= self.bits.len() {
            self.bits.resize(word + 1, 0);
        }
        if let Some(bits) = self.bits.get_mut(word)
            && *bits & bit == 0
        {
            *bits |= bit;
            self.count += 1;
        }
    }
}

fn place(row: i64) -> Option<(usize, u64)> {
    let row = usize::try_from(row).ok()?;
    Some((row / BITS, 1 << (row % BITS)))
}

/// The last answers of the word tables, each by what was asked of which state of the index.
#[derive(Default)]
pub(crate) struct Matches(Mutex<VecDeque<(String, Arc<Found>)>>);

impl Matches {
    /// Which rows answer to some words in these two tables.
    pub(crate) fn of(read: &Read<'_>, tables: [&str; 2], text: &Words) -> Result<Arc<Found>, StoreError> {
        // From this statement on, the view of the index stays what it is.
        let mut about = read.conn().prepare_cached("SELECT upto || '/' || coalesce(filling, '') FROM about")?;
        let state: String = about.query_row([], |row| row.get(0))?;
        let asked = format!("{state} {tables:?} {text:?}");
        let matches = read.kept().map(|(kept, _)| &kept.matches);
        if let Some(found) = matches.and_then(|matches| matches.get(&asked)) {
            return Ok(found);
        }
        let mut found = Found::default();
        for (table, query) in tables.iter().zip([&text.words, &text.parts]) {
            let Some(query) = query else { continue };
            let mut rows = read.conn().prepare_cached(&format!("SELECT rowid FROM {table} WHERE {table} MATCH ?1"))?;
            let mut rows = rows.query([query])?;
            while let Some(row) = rows.next()? {
                found.add(row.get(0)?);
            }
        }
        let found = Arc::new(found);
        if let Some(matches) = matches {
            matches.keep(asked, Arc::clone(&found));
        }
        Ok(found)
    }

    fn get(&self, asked: &str) -> Option<Arc<Found>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(other, _)| other == asked).map(|(_, found)| Arc::clone(found))
    }

    fn keep(&self, asked: String, found: Arc<Found>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.push_front((asked, found));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_by_their_numbers_and_counted_once() {
        let mut found = Found::default();
        for row in [1, 63, 64, 1_000_000, 64, -1] {
            found.add(row);
        }
        assert_eq!(found.count(), 4);
        let there: Vec<i64> = [-1, 0, 1, 62, 63, 64, 65, 999_999, 1_000_000, i64::MAX].into_iter().filter(|row| found.has(*row)).collect();
        assert_eq!(there, [1, 63, 64, 1_000_000]);
    }
}
