//! Full-text search over people: words with their beginnings (`person_words`) and parts of words from three characters on (`person_parts`).
//!
//! Triggers keep both tables in step with every single change. Bulk work pauses them ([`pause`]), which leaves only a mark on each changed
//! person, and then brings the index up to date in steps ([`catch_up`]).

use crate::values::{At, Id};
use crate::{Actor, Desk, Intent, Read, StoreError, Tag, Tx};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

/// People indexed in one write: about 50 ms.
const STEP: u32 = 1000;
/// From this many outdated entries on, an index that is mostly outdated is emptied and filled anew: taking single entries out of it is slow.
const MANY: i64 = 2000;

/// Stops indexing row by row until [`catch_up`] is done; also when the process ends in between.
pub fn pause(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("INSERT INTO search_pause (on_since) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM search_pause)")?
        .execute([At(tx.now())])?;
    Ok(())
}

/// Whether the index waits for [`catch_up`]: to be looked at after opening.
pub fn is_behind(read: &Read<'_>) -> Result<bool, StoreError> {
    Ok(read
        .conn()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM search_pause) OR EXISTS (SELECT 1 FROM search_doc WHERE stale <> 0)")?
        .query_row([], |row| row.get(0))?)
}

/// Brings the index up to date, in steps, and lets single changes be indexed again. Safe to repeat and to interrupt.
pub async fn catch_up(desk: &Desk) -> Result<(), StoreError> {
    while desk.write(Actor::Desk, Intent::new("search.index"), rebuild_missing).await?.value {}
    Ok(())
}

/// One step of [`catch_up`]; false when the index agrees with the people and indexing row by row is on again.
pub fn rebuild_missing(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let conn = tx.conn();
    empty_if_mostly_outdated(conn)?;
    let last: Option<i64> = conn
        .prepare_cached("SELECT max(doc) FROM (SELECT doc FROM search_doc WHERE stale <> 0 ORDER BY doc LIMIT ?1)")?
        .query_row([STEP], |row| row.get(0))?;
    let Some(last) = last else {
        conn.execute("DELETE FROM search_pause", [])?;
        tx.touch(Tag::People);
        return Ok(false);
    };
    for table in ["person_words", "person_parts"] {
        conn.prepare_cached(&format!("DELETE FROM {table} WHERE rowid IN (SELECT doc FROM search_doc WHERE stale = 2 AND doc <= ?1)"))?
            .execute([last])?;
        conn.prepare_cached(&format!(
            "INSERT INTO {table} (rowid, name, company, title, email, location, notes)
             SELECT doc, name, company, title, email, location, notes FROM person_text
              WHERE doc IN (SELECT doc FROM search_doc WHERE stale <> 0 AND doc <= ?1)"
        ))?
        .execute([last])?;
    }
    conn.prepare_cached(
        "DELETE FROM search_doc WHERE stale <> 0 AND doc <= ?1 AND NOT EXISTS (SELECT 1 FROM person WHERE id = person_id)",
    )?
    .execute([last])?;
    conn.prepare_cached("UPDATE search_doc SET stale = 0 WHERE stale <> 0 AND doc <= ?1")?.execute([last])?;
    Ok(true)
}

fn empty_if_mostly_outdated(conn: &Connection) -> Result<(), StoreError> {
    let outdated: i64 = conn.prepare_cached("SELECT count(*) FROM search_doc WHERE stale = 2")?.query_row([], |row| row.get(0))?;
    if outdated < MANY {
        return Ok(());
    }
    let good: i64 = conn.query_row("SELECT count(*) FROM search_doc WHERE stale = 0", [], |row| row.get(0))?;
    if outdated > good {
        for table in ["person_words", "person_parts"] {
            conn.execute(&format!("INSERT INTO {table} ({table}) VALUES ('delete-all')"), [])?;
        }
        conn.execute("DELETE FROM search_doc WHERE NOT EXISTS (SELECT 1 FROM person WHERE id = person_id)", [])?;
        conn.execute("UPDATE search_doc SET stale = 1 WHERE stale <> 1", [])?;
    }
    Ok(())
}

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

/// The person a search document stands for.
pub fn person_of(read: &Read<'_>, doc: i64) -> Result<Option<Uuid>, StoreError> {
    let id: Option<Id> =
        read.conn().prepare_cached("SELECT person_id FROM search_doc WHERE doc = ?1")?.query_row([doc], |row| row.get(0)).optional()?;
    Ok(id.map(|id| id.0))
}
