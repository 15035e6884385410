//! What was meant by a word with a mistake in it: the words of the index that are nearly it.

use crate::{Read, StoreError};
use domain::text::{fold_words, nearly};

/// Words looked at for one that was typed: those that begin alike.
const LOOKED: u32 = 4_000;
/// Words one that was typed may stand for.
const MEANT: usize = 12;
/// Shorter words are taken as they are: too much is nearly them.
const SHORTEST: usize = 4;

/// The FTS5 query for words that are nearly those of the text; `None` where there is nothing near one of them, or nothing to mend.
pub(crate) fn near_query(read: &Read<'_>, vocabulary: &str, text: &str) -> Result<Option<String>, StoreError> {
    let folded = fold_words(text);
    let (mut parts, mut mended) = (Vec::new(), false);
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if word.chars().count() < SHORTEST {
            parts.push(format!("\"{word}\"*"));
            continue;
        }
        let near = near(read, vocabulary, word)?;
        if near.is_empty() {
            return Ok(None);
        }
        mended |= near.iter().any(|term| !term.starts_with(word));
        let terms: Vec<String> = near.iter().map(|term| format!("\"{term}\"")).collect();
        parts.push(format!("({})", terms.join(" OR ")));
    }
    Ok((mended && !parts.is_empty()).then(|| parts.join(" AND ")))
}

/// Words of the index that begin like this one (also with its first two letters exchanged) and are nearly it, the likest first.
fn near(read: &Read<'_>, vocabulary: &str, word: &str) -> Result<Vec<String>, StoreError> {
    let sql = format!("SELECT term FROM {vocabulary} WHERE term >= ?1 AND term < ?2 LIMIT {LOOKED}");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut found: Vec<(usize, String)> = Vec::new();
    for (from, to) in beginnings(word) {
        // What begins as it was typed is meant before what begins otherwise.
        if !found.is_empty() {
            break;
        }
        let mut rows = statement.query([&from, &to])?;
        while let Some(row) = rows.next()? {
            let term: String = row.get(0)?;
            if let Some(steps) = nearly(word, &term) {
                found.push((steps, term));
            }
        }
    }
    found.sort();
    found.dedup();
    Ok(found.into_iter().take(MEANT).map(|(_, term)| term).collect())
}

/// Where words with these first two letters stand: from, and up to but without.
fn beginnings(word: &str) -> Vec<(String, String)> {
    let mut letters = word.chars();
    let (Some(one), Some(two)) = (letters.next(), letters.next()) else { return Vec::new() };
    let span = |first: char, second: char| (format!("{first}{second}"), format!("{first}{second}\u{10ffff}"));
    let mut spans = vec![span(one, two)];
    if one != two {
        spans.push(span(two, one));
    }
    // The second letter may be the one that is wrong, or too much, or missing: then the third is where it should be.
    if let Some(three) = letters.next()
        && three != two
    {
        spans.push(span(one, three));
    }
    spans
}
