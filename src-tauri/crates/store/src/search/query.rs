//! What a text means to the two word tables.

use crate::values::Id;
use crate::{Read, StoreError};
use uuid::Uuid;

/// The people a text finds: those with a word that begins like each of its words, then those with each of its words (of three characters
/// and more) anywhere inside. Deleted people are not found. Case and accents do not matter.
pub fn people(read: &Read<'_>, text: &str, limit: u32) -> Result<Vec<Uuid>, StoreError> {
    let mut found: Vec<Uuid> = Vec::new();
    for (table, query) in [("person_words", words_query(text)), ("person_parts", parts_query(text))] {
        let Some(query) = query else { continue };
        let sql = format!(
            "SELECT d.person_id FROM {table} f JOIN search_doc d ON d.doc = f.rowid WHERE {table} MATCH ?1 ORDER BY d.doc LIMIT ?2"
        );
        let mut statement = read.conn().prepare_cached(&sql)?;
        let mut rows = statement.query((query, limit))?;
        while let Some(row) = rows.next()? {
            let person = row.get::<_, Id>(0)?.0;
            if found.len() < limit as usize && !found.contains(&person) {
                found.push(person);
            }
        }
    }
    Ok(found)
}

/// The FTS5 query for words beginning like each word of the text; `None` for a text without any.
pub fn words_query(text: &str) -> Option<String> {
    let words: Vec<String> = words(text).map(|word| format!("\"{word}\"*")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The FTS5 query for each word of the text anywhere inside; `None` when a word is shorter than three characters (the trigram table has no
/// shorter ones).
pub fn parts_query(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let long = !parts.is_empty() && parts.iter().all(|part| part.chars().count() >= 3);
    long.then(|| parts.iter().map(|part| format!("\"{}\"", part.replace('"', "\"\""))).collect::<Vec<_>>().join(" "))
}

/// Cut where the tokenizer cuts, so that `jean.dupont@acme` finds the address and no character has a meaning in the query language.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c)).filter(|word| !word.is_empty())
}
