//! Erasing somebody for good: rows, journal, messages, receipts, rows of imports, search index. What stays is a keyed hash on the do-not-contact
//! list and on the list of erasures, which every restore applies again before the desk opens.
//!
//! The rows go in one transaction, outside the record, which also notes what is still to be found. Then the journal and the rows of imports are
//! gone through in pieces, each a transaction that notes how far it came: a crash anywhere goes on at the next start.

mod keyed;
mod rows;
mod words;

pub(crate) use keyed::Keys;
pub(crate) use words::Words;

use crate::desk::Desk;
use crate::journal::{forget, tell_of};
use crate::restore::REPLACED;
use crate::values::{At, Id, from_json, to_json};
use crate::{Actor, OperationId, Read, StoreError, Tag, Tx, failpoint};
use chrono::{DateTime, Utc};
use domain::fault::params;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde_json::Value;
use std::collections::HashSet;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Code of the operation that stands for erasures in the history; never taken back.
pub(crate) const ERASED: &str = "privacy.erased";
/// A piece of the work, with the desk held.
const PIECE: Duration = Duration::from_millis(40);
/// How long the index may take to be written anew. One that is damaged never is: the next opening makes another.
const PURGED: Duration = Duration::from_secs(120);
/// Rows of an import looked through between two looks at the clock.
const ROWS: i64 = 2_000;

/// An erasure under way.
struct Work {
    id: Uuid,
    words: Words,
    segment: i64,
    import: String,
    row: i64,
}

impl Desk {
    /// Erases people for good, with whoever was made one with them; an id nobody has is passed over. `fresh` becomes the desk's key for hashes
    /// where it has none yet. Returns how many were erased.
    ///
    /// # Errors
    /// [`StoreError`]; what was begun is finished by [`Desk::finish_erasures`].
    pub async fn erase(&self, people: Vec<Uuid>, fresh: [u8; 32]) -> Result<u32, StoreError> {
        let begun = self.unrecorded(move |tx| begin(tx, &people, &fresh)).await?;
        failpoint!("erase.begun");
        self.finish_erasures().await?;
        Ok(begun)
    }

    /// Goes on with what was begun and not finished; nothing to do is fine. To be called after opening.
    ///
    /// # Errors
    /// [`StoreError`]; the next call goes on where this one stopped.
    pub async fn finish_erasures(&self) -> Result<(), StoreError> {
        let open = |read: &Read<'_>| {
            Ok::<_, StoreError>(read.conn().query_row("SELECT EXISTS (SELECT 1 FROM erasure_work)", [], |row| row.get(0))?)
        };
        if !self.read::<bool, _>(open).await? {
            return Ok(());
        }
        while self
            .unrecorded(|tx| {
                let began = Instant::now();
                step(tx, || began.elapsed() > PIECE)
            })
            .await?
        {
            failpoint!("erase.step");
        }
        failpoint!("erase.searched");
        // Whose desk was replaced by a restore is kept there until the next one: with everybody who was erased since.
        let replaced = self.root().join(REPLACED);
        if replaced.exists() {
            std::fs::remove_dir_all(&replaced).map_err(|_| StoreError::Io)?;
        }
        self.index().purge();
        let began = Instant::now();
        while !self.index().is_purged() && began.elapsed() < PURGED {
            if self.is_closed() {
                return Err(StoreError::Closed);
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.unrecorded(|tx| {
            tx.conn().execute("DELETE FROM erasure_work", [])?;
            tx.touch(Tag::People);
            tx.touch(Tag::History);
            Ok(())
        })
        .await?;
        self.empty_log().await
    }
}

/// Takes out the rows, enters the hashes, and notes what is left to do.
fn begin(tx: &mut Tx<'_>, people: &[Uuid], fresh: &[u8; 32]) -> Result<u32, StoreError> {
    let (mut gone, mut opportunities) = (Vec::new(), Vec::new());
    let mut count = 0_u32;
    for person in people {
        let there: bool =
            tx.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM person WHERE id = ?1)")?.query_row([Id(*person)], |row| row.get(0))?;
        if !there || gone.contains(&person.to_string()) {
            continue;
        }
        count += 1;
        let words = erase_rows(tx, *person, fresh)?;
        gone.extend(words.ids.iter().cloned());
        opportunities.extend(words.beside.iter().cloned());
    }
    if count > 0 {
        note(tx, count, &gone, &opportunities)?;
    }
    Ok(count)
}

fn erase_rows(tx: &mut Tx<'_>, person: Uuid, fresh: &[u8; 32]) -> Result<Words, StoreError> {
    let (erasure, at) = (tx.new_id(), tx.now());
    let mut words = Words::of(tx, person, erasure)?;
    let keys = Keys::load_or_make(tx, at, fresh)?;
    letting_go(tx, |tx| rows::take_out(tx.conn(), &mut words))?;
    for (scope, key) in &words.keys {
        let form = keys.form(scope, key);
        tx.conn()
            .prepare_cached(
                "INSERT INTO suppression (id, at, action, scope, key, reason, note) VALUES (?1, ?2, 'block', ?3, ?4, 'erased', '')",
            )?
            .execute(params![Id(tx.new_id()), At(at), scope, form])?;
    }
    for id in &words.ids {
        tx.conn().prepare_cached("INSERT INTO erasure (id, at, person) VALUES (?1, ?2, ?3)")?.execute(params![
            Id(tx.new_id()),
            At(at),
            keys.form("person", id)
        ])?;
    }
    let newest: i64 = tx.conn().query_row("SELECT coalesce(max(seq), 0) + 1 FROM journal_segment", [], |row| row.get(0))?;
    tx.conn().prepare_cached("INSERT INTO erasure_work (id, words, segment) VALUES (?1, ?2, ?3)")?.execute(params![
        Id(erasure),
        to_json(&words, "erasure_work", "words")?,
        newest
    ])?;
    for tag in
        [Tag::People, Tag::Companies, Tag::Outbox, Tag::Runs, Tag::Imports, Tag::Agenda, Tag::Opportunities, Tag::Linkedin, Tag::Followups]
    {
        tx.touch(tag);
    }
    Ok(words)
}

/// What the history says, and what the index must know: that they are gone, and nothing else.
fn note(tx: &mut Tx<'_>, count: u32, gone: &[String], opportunities: &[String]) -> Result<(), StoreError> {
    let operation = OperationId(tx.new_id());
    let there = |id: &&String| -> Result<bool, StoreError> {
        Ok(tx.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM opportunity WHERE id = ?1)")?.query_row([id], |row| row.get(0))?)
    };
    let mut still: Vec<String> = Vec::new();
    for id in opportunities {
        if there(&id)? {
            still.push(id.clone());
        }
    }
    let (changeset, items, rows) = tell_of(tx.conn(), ("person", gone), &[("opportunity", "notes", &still)])?;
    crate::journal::insert_operation(tx, operation, Actor::Seller, ERASED, &params([("count", count.to_string())]), "done", None)?;
    tx.conn().execute(
        "INSERT INTO journal_segment (operation_id, n, rows, items, kept, changeset) VALUES (?1, 1, ?2, ?3, '', ?4)",
        params![Id(operation.0), rows, items, changeset],
    )?;
    tx.conn().execute("UPDATE operation SET rows = ?2 WHERE id = ?1", params![Id(operation.0), rows])?;
    tx.touch(Tag::History);
    Ok(())
}

/// Runs with the append-only tables open to it.
fn letting_go<T>(tx: &Tx<'_>, f: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
    tx.conn().execute("INSERT INTO erasing (one) VALUES (1)", [])?;
    let value = f(tx)?;
    tx.conn().execute("DELETE FROM erasing", [])?;
    Ok(value)
}

/// The next piece of what is under way; `false` when nothing is left.
fn step(tx: &mut Tx<'_>, enough: impl Fn() -> bool) -> Result<bool, StoreError> {
    let mut found = tx.conn().prepare_cached("SELECT id, words, segment, import, row FROM erasure_work ORDER BY id")?;
    let all = found.query_map([], |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
    let mut open = Vec::new();
    for one in all {
        let (id, words, segment, import, row) = one?;
        open.push(Work { id, words: from_json(&words, "erasure_work", "words")?, segment, import, row });
    }
    for mut work in open {
        let left = journal_piece(tx.conn(), &mut work, &enough)? || imports_piece(tx.conn(), &mut work, &enough)?;
        // What the journal told of files that were theirs, and that nobody else has.
        crate::files::forget_contents(tx.conn(), &mut work.words.contents)?;
        tx.conn()
            .prepare_cached("UPDATE erasure_work SET words = ?2, segment = ?3, import = ?4, row = ?5 WHERE id = ?1")?
            .execute(params![Id(work.id), to_json(&work.words, "erasure_work", "words")?, work.segment, work.import, work.row])?;
        if left {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Segments below the watermark, newest first.
fn journal_piece(conn: &Connection, work: &mut Work, enough: &impl Fn() -> bool) -> Result<bool, StoreError> {
    while work.segment > 0 {
        let next = conn
            .prepare_cached(
                "SELECT seq, operation_id, rows, items, changeset FROM journal_segment WHERE seq < ?1 ORDER BY seq DESC LIMIT 1",
            )?
            .query_row([work.segment], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, Vec<u8>>(3)?, row.get::<_, Vec<u8>>(4)?))
            })
            .optional()?;
        let Some((seq, operation, items, changeset)) = next else {
            work.segment = 0;
            break;
        };
        if let Some(left) = forget(&changeset, &items, &mut work.words)? {
            conn.prepare_cached("UPDATE journal_segment SET changeset = ?2, rows = ?3 WHERE seq = ?1")?.execute(params![
                seq,
                left.changeset,
                left.rows
            ])?;
            conn.prepare_cached("UPDATE operation SET rows = max(0, rows - ?2) WHERE id = ?1")?
                .execute(params![operation, left.dropped])?;
            forget_text(conn, "operation", "params", "id", &operation, &work.words)?;
        }
        forget_kept(conn, seq, &work.words)?;
        work.segment = seq;
        if enough() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What an undo left of theirs is listed no more.
fn forget_kept(conn: &Connection, seq: i64, words: &Words) -> Result<(), StoreError> {
    let kept: String = conn.prepare_cached("SELECT kept FROM journal_segment WHERE seq = ?1")?.query_row([seq], |row| row.get(0))?;
    if kept.is_empty() {
        return Ok(());
    }
    let all: Vec<Value> = from_json(&kept, "journal_segment", "kept")?;
    let theirs =
        |one: &Value| one["row"].as_str().is_some_and(|row| row.split('/').any(|part| words.is_them(part) || words.own.contains(part)));
    let left: Vec<&Value> = all.iter().filter(|one| !theirs(one)).collect();
    if left.len() < all.len() {
        let text = if left.is_empty() { String::new() } else { to_json(&left, "journal_segment", "kept")? };
        conn.prepare_cached("UPDATE journal_segment SET kept = ?2 WHERE seq = ?1")?.execute(params![seq, text])?;
    }
    Ok(())
}

/// A JSON document of one row, without them.
fn forget_text(conn: &Connection, table: &str, column: &str, key: &str, id: &str, words: &Words) -> Result<(), StoreError> {
    let text: Option<String> =
        conn.prepare_cached(&format!("SELECT {column} FROM {table} WHERE {key} = ?1"))?.query_row([id], |row| row.get(0)).optional()?;
    let Some(mut value) = text.and_then(|text| serde_json::from_str::<Value>(&text).ok()) else { return Ok(()) };
    if words.without_in(&mut value) {
        conn.prepare_cached(&format!("UPDATE {table} SET {column} = ?2 WHERE {key} = ?1"))?.execute(params![id, value.to_string()])?;
    }
    Ok(())
}

/// Rows of imports behind the watermark.
fn imports_piece(conn: &Connection, work: &mut Work, enough: &impl Fn() -> bool) -> Result<bool, StoreError> {
    loop {
        let standing: Option<(String, bool)> = conn
            .prepare_cached("SELECT id, state IN ('applied', 'cancelled', 'failed') FROM import WHERE id >= ?1 ORDER BY id LIMIT 1")?
            .query_row([&work.import], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((import, over)) = standing else { return Ok(false) };
        if import != work.import {
            (work.import, work.row) = (import, 0);
            forget_text(conn, "import", "info", "id", &work.import, &work.words)?;
            forget_text(conn, "import", "settings", "id", &work.import, &work.words)?;
            forget_pasted(conn, work)?;
        }
        loop {
            let last = import_rows(conn, work, over)?;
            let Some(last) = last else { break };
            work.row = last;
            if enough() {
                return Ok(true);
            }
        }
        // Behind this one comes the next: ids are ordered.
        work.import.push('!');
        work.row = 0;
    }
}

/// What was pasted is kept to be read again: with somebody in it who is erased, it is not.
fn forget_pasted(conn: &Connection, work: &Work) -> Result<(), StoreError> {
    let text: Option<String> = conn
        .prepare_cached("SELECT content FROM import_text WHERE import_id = ?1")?
        .query_row([&work.import], |row| row.get(0))
        .optional()?;
    if text.is_some_and(|text| work.words.has_address(&text) || work.words.without(&text).is_some()) {
        conn.prepare_cached("DELETE FROM import_text WHERE import_id = ?1")?.execute([&work.import])?;
    }
    Ok(())
}

/// Takes their rows out of the next ones of an import; the number of the last one looked at.
fn import_rows(conn: &Connection, work: &Work, over: bool) -> Result<Option<i64>, StoreError> {
    let mut next = conn
        .prepare_cached("SELECT n, line, cells, person_id, reason FROM import_row WHERE import_id = ?1 AND n > ?2 ORDER BY n LIMIT ?3")?;
    let mut rows = next.query(params![work.import, work.row, ROWS])?;
    let (mut last, mut theirs, mut lines) = (None, Vec::new(), HashSet::new());
    let names: Vec<(String, String)> = work.words.names.iter().map(|(first, last)| (first.to_lowercase(), last.to_lowercase())).collect();
    while let Some(row) = rows.next()? {
        let n: i64 = row.get(0)?;
        last = Some(n);
        let cells = row.get_ref(2)?.as_str().unwrap_or_default();
        let met = row.get_ref(3)?.as_str().is_ok_and(|id| work.words.is_them(id));
        let folded = cells.to_lowercase();
        let named = || {
            names.iter().any(|(first, last)| {
                over && first.len() + last.len() > 3
                    && [first, last].into_iter().all(|name| name.is_empty() || folded.contains(&format!("\"{name}\"")))
            })
        };
        let full = || {
            over && names.iter().any(|(first, last)| !first.is_empty() && !last.is_empty() && folded.contains(&format!("{first} {last}")))
        };
        let again = row.get_ref(4)?.as_str().is_ok_and(|reason| {
            serde_json::from_str::<Value>(reason)
                .is_ok_and(|reason| reason.pointer("/params/line").and_then(Value::as_str).is_some_and(|line| lines.contains(line)))
        });
        if met || again || work.words.has_address(cells) || named() || full() {
            lines.insert(row.get::<_, i64>(1)?.to_string());
            theirs.push(n);
        }
    }
    drop(rows);
    for n in theirs {
        conn.prepare_cached("DELETE FROM import_row WHERE import_id = ?1 AND n = ?2")?.execute(params![work.import, n])?;
    }
    Ok(last)
}

/// Applies the list of erasures to a desk that is not open: what a restore does before anybody sees it. Returns how many it found.
pub(crate) fn apply_again(conn: &mut Connection, at: DateTime<Utc>) -> Result<u32, StoreError> {
    let keys = Keys::load(conn)?;
    if keys.is_empty() {
        return Ok(0);
    }
    conn.execute_batch("PRAGMA secure_delete = ON")?;
    let transaction = conn.transaction()?;
    let erased: HashSet<String> = {
        let mut statement = transaction.prepare("SELECT person FROM erasure")?;
        let all = statement.query_map([], |row| row.get(0))?;
        all.collect::<Result<_, _>>()?
    };
    let is_erased = |id: &str| keys.forms("person", id).any(|form| erased.contains(&form));
    let mut found: Vec<String> = Vec::new();
    for sql in [
        "SELECT id FROM person",
        "SELECT DISTINCT person_id FROM send_ledger WHERE person_id IS NOT NULL",
        "SELECT DISTINCT person_id FROM outbox WHERE person_id IS NOT NULL",
        "SELECT DISTINCT person_id FROM run_person",
    ] {
        let mut statement = transaction.prepare(sql)?;
        for id in statement.query_map([], |row| row.get::<_, String>(0))? {
            let id = id?;
            if is_erased(&id) && !found.contains(&id) {
                found.push(id);
            }
        }
    }
    // Somebody else's id with the same address came with an import of long ago: the address was erased, whoever has it.
    let blocked: HashSet<String> = {
        let mut statement =
            transaction.prepare("SELECT key FROM suppression WHERE reason = 'erased' AND scope IN ('email', 'linkedin')")?;
        let all = statement.query_map([], |row| row.get(0))?;
        all.collect::<Result<_, _>>()?
    };
    {
        let mut statement =
            transaction.prepare("SELECT id, email_norm, linkedin_slug FROM person WHERE email_norm <> '' OR linkedin_slug <> ''")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (id, email, slug): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let held = |scope, key: &str| !key.is_empty() && keys.forms(scope, key).any(|form| blocked.contains(&form));
            if (held("email", &email) || held("linkedin", &slug)) && !found.contains(&id) {
                found.push(id);
            }
        }
    }
    let mut tx = Tx::new(&transaction, crate::edges::Edges::default());
    let mut count = 0_u32;
    for id in found {
        let Ok(person) = Uuid::parse_str(&id) else { continue };
        // Whoever was made one with somebody earlier in this list went with them.
        let still: bool = transaction.query_row(
            "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?1) OR EXISTS (SELECT 1 FROM send_ledger WHERE person_id = ?1)
                 OR EXISTS (SELECT 1 FROM outbox WHERE person_id = ?1) OR EXISTS (SELECT 1 FROM run_person WHERE person_id = ?1)",
            [&id],
            |row| row.get(0),
        )?;
        if still {
            erase_rows(&mut tx, person, &[0; 32])?;
            count += 1;
        }
    }
    while step(&mut tx, || false)? {}
    transaction.execute("DELETE FROM erasure_work", [])?;
    drop(tx);
    transaction.commit()?;
    if count > 0 {
        // Nothing of them in pages that are free now, nor in the order of those that are not.
        conn.execute_batch("VACUUM")?;
        tracing::info!(count, %at, "erasures applied to a restored desk");
    }
    Ok(count)
}

/// Whether one of these is on the list because its owner was erased.
pub fn is_erased(read: &Read<'_>, keys: &[(&str, &str)]) -> Result<bool, StoreError> {
    let known = Keys::load(read.conn())?;
    for (scope, key) in keys.iter().filter(|(_, key)| !key.is_empty()) {
        let forms: Vec<String> = known.forms(scope, key).collect();
        for form in forms {
            let mut newest = read
                .conn()
                .prepare_cached("SELECT reason FROM suppression WHERE scope = ?1 AND key = ?2 ORDER BY at DESC, id DESC LIMIT 1")?;
            let reason: Option<String> = newest.query_row(params_from_iter([*scope, form.as_str()]), |row| row.get(0)).optional()?;
            if reason.as_deref() == Some("erased") {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

#[cfg(any(test, feature = "failpoints"))]
impl Desk {
    /// For tests: every value of every table as text, with the table's name; packed segments unpacked, the index with its inner tables.
    ///
    /// # Errors
    /// [`StoreError`] when the desk cannot be read.
    pub async fn everything_held(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.read(|read| {
            let mut held = Vec::new();
            for schema in ["main", "search"] {
                let mut tables = read
                    .conn()
                    .prepare(&format!("SELECT name FROM {schema}.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"))?;
                let tables: Vec<String> = tables.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
                for table in tables {
                    let mut statement = read.conn().prepare(&format!("SELECT * FROM {schema}.\"{table}\""))?;
                    let columns: Vec<String> = statement.column_names().iter().map(|name| (*name).to_owned()).collect();
                    let mut rows = statement.query([])?;
                    while let Some(row) = rows.next()? {
                        for (at, column) in columns.iter().enumerate() {
                            let value = row.get_ref(at)?;
                            let bytes = value.as_bytes().unwrap_or_default();
                            let plain = if (table.as_str(), column.as_str()) == ("journal_segment", "changeset") {
                                crate::journal::unpacked(bytes)?
                            } else {
                                bytes.to_vec()
                            };
                            if !plain.is_empty() {
                                held.push((format!("{table}.{column}"), String::from_utf8_lossy(&plain).into_owned()));
                            }
                        }
                    }
                }
            }
            Ok(held)
        })
        .await
    }

    /// For tests: how many rows of each table hold an id in one of their columns, but for the journal and the desk's own notes of its work.
    ///
    /// # Errors
    /// [`StoreError`] when the desk cannot be read.
    pub async fn rows_naming(&self, id: String) -> Result<Vec<(String, usize)>, StoreError> {
        self.read(move |read| {
            let mut tables =
                read.conn().prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?;
            let tables: Vec<String> = tables.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            let mut named = Vec::new();
            for table in tables.into_iter().filter(|table| !matches!(table.as_str(), "journal_segment" | "operation" | "run")) {
                let columns = crate::journal::columns(read.conn(), &table)?;
                let any = columns.iter().map(|column| format!("\"{column}\" = ?1")).collect::<Vec<_>>().join(" OR ");
                let rows: i64 = read.conn().query_row(&format!("SELECT count(*) FROM \"{table}\" WHERE {any}"), [&id], |row| row.get(0))?;
                if rows > 0 {
                    named.push((table, usize::try_from(rows).unwrap_or(usize::MAX)));
                }
            }
            Ok(named)
        })
        .await
    }
}
