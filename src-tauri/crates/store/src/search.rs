//! Full-text search over people: words with their beginnings (`person_words`) and parts of words from three characters on (`person_parts`).
//!
//! Triggers keep both tables in step with every single change. Bulk work pauses them ([`pause`]), which leaves only a mark on each changed
//! person, and then brings the index up to date in steps ([`catch_up`]).

use crate::journal::{Capture, Kind};
use crate::values::{At, Id};
use crate::{Actor, Desk, Intent, Read, StoreError, Tag, Tx};
use rusqlite::{Connection, OptionalExtension};
use std::time::Duration;
use uuid::Uuid;

/// How long one write may take while nobody waits. Each write makes one more piece of the index to be merged.
const LONGEST: Duration = Duration::from_millis(500);
/// People indexed between two looks at the clock.
const LOOKS: u32 = 16;
/// The index.
const TABLES: [&str; 2] = ["person_words", "person_parts"];
/// Columns of a person that are searched.
const WORDS_OF_PERSON: &[&str] = &["first_name", "last_name", "title", "company_id", "email", "location", "notes", "deleted_at"];
/// From this many outdated entries on, an index that is mostly outdated is emptied and filled anew: taking single entries out of it is slow.
const MANY: i64 = 2000;

/// Begins bulk work in this write: indexing row by row stops until [`catch_up`] is done, also when the process ends in between.
pub fn pause(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.set_bulk()?;
    tx.conn()
        .prepare_cached("INSERT INTO search_pause (on_since) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM search_pause)")?
        .execute([At(tx.now())])?;
    Ok(())
}

/// Marks the people that a bulk write changed, as the triggers do for single changes.
pub(crate) fn mark(read: &Read<'_>, capture: &Capture) -> Result<(), StoreError> {
    let conn = read.conn();
    let mut added = conn.prepare_cached(
        "INSERT INTO search_doc (person_id, stale) VALUES (?1, 1) ON CONFLICT (person_id) DO UPDATE SET stale = 2 WHERE stale = 0",
    )?;
    let mut never_indexed = conn.prepare_cached("DELETE FROM search_doc WHERE person_id = ?1 AND stale = 1")?;
    let mut outdated = conn.prepare_cached("UPDATE search_doc SET stale = 2 WHERE person_id = ?1 AND stale = 0")?;
    let mut of_company = conn
        .prepare_cached("UPDATE search_doc SET stale = 2 WHERE stale = 0 AND person_id IN (SELECT id FROM person WHERE company_id = ?1)")?;
    capture.for_each_touched(&[("person", WORDS_OF_PERSON), ("company", &["name"])], |table, kind, id| {
        match (table, kind) {
            ("person", Kind::Insert) => added.execute([id])?,
            ("person", Kind::Update) => outdated.execute([id])?,
            ("person", Kind::Delete) => never_indexed.execute([id])? + outdated.execute([id])?,
            ("company", Kind::Update) => of_company.execute([id])?,
            // References are checked at commit: the people of a company that came or went were changed with it.
            _ => 0,
        };
        Ok(())
    })
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
    loop {
        let others = desk.clone();
        let step = move |tx: &mut Tx<'_>| rebuild_missing(tx, others.enough(LONGEST));
        if !desk.write(Actor::Desk, Intent::new("search.index"), step).await?.value {
            return Ok(());
        }
    }
}

/// One step of [`catch_up`], as long as it is not `enough`; false when the index agrees with the people and indexing row by row is on again.
fn rebuild_missing(tx: &mut Tx<'_>, enough: impl Fn() -> bool) -> Result<bool, StoreError> {
    let conn = tx.conn();
    empty_if_mostly_outdated(conn)?;
    let last = index_next(conn, enough)?;
    let Some(last) = last else {
        conn.execute("DELETE FROM search_pause", [])?;
        tx.touch(Tag::People);
        return Ok(false);
    };
    conn.prepare_cached(
        "DELETE FROM search_doc WHERE stale <> 0 AND doc <= ?1 AND NOT EXISTS (SELECT 1 FROM person WHERE id = person_id)",
    )?
    .execute([last])?;
    conn.prepare_cached("UPDATE search_doc SET stale = 0 WHERE stale <> 0 AND doc <= ?1")?.execute([last])?;
    Ok(true)
}

/// Indexes the next outdated people and gives the last of them. One statement a person: FTS5 writes its terms out when a statement of
/// several rows begins, and each time it does makes one more piece to be merged.
fn index_next(conn: &Connection, enough: impl Fn() -> bool) -> Result<Option<i64>, StoreError> {
    let mut outdated = conn.prepare_cached(
        "SELECT d.doc, d.stale, trim(p.first_name || ' ' || p.last_name), coalesce(c.name, ''), p.title, p.email, p.location, p.notes
           FROM search_doc d LEFT JOIN person p ON p.id = d.person_id AND p.deleted_at IS NULL LEFT JOIN company c ON c.id = p.company_id
          WHERE d.stale <> 0 ORDER BY d.doc",
    )?;
    let mut statements = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        statements.push((
            conn.prepare_cached(&format!("DELETE FROM {table} WHERE rowid = ?1"))?,
            conn.prepare_cached(&format!(
                "INSERT INTO {table} (rowid, name, company, title, email, location, notes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
            ))?,
        ));
    }
    let mut rows = outdated.query([])?;
    let (mut last, mut count) = (None, 0_u32);
    while let Some(row) = rows.next()? {
        let (doc, stale): (i64, i64) = (row.get(0)?, row.get(1)?);
        let text = |at: usize| Ok::<_, StoreError>(row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?);
        // Without a name the person is gone, or deleted: they are not found.
        let words = (doc, text(2)?, text(3)?, text(4)?, text(5)?, text(6)?, text(7)?);
        for (remove, insert) in &mut statements {
            if stale == 2 {
                remove.execute([doc])?;
            }
            if words.1.is_some() {
                insert.execute(words)?;
            }
        }
        last = Some(doc);
        count += 1;
        if count.is_multiple_of(LOOKS) && enough() {
            break;
        }
    }
    Ok(last)
}

fn empty_if_mostly_outdated(conn: &Connection) -> Result<(), StoreError> {
    let outdated: i64 = conn.prepare_cached("SELECT count(*) FROM search_doc WHERE stale = 2")?.query_row([], |row| row.get(0))?;
    if outdated < MANY {
        return Ok(());
    }
    let good: i64 = conn.query_row("SELECT count(*) FROM search_doc WHERE stale = 0", [], |row| row.get(0))?;
    if outdated > good {
        for table in TABLES {
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
