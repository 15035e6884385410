//! The index's file: made, recognised, thrown away.

use super::{COMPANY_TABLES, OPPORTUNITY_TABLES, TABLES, TEXT_TABLES};
use crate::desk::connection::{self, Purpose};
use crate::{OpenError, RawKey, migrate};
use rusqlite::{Connection, OptionalExtension};
use std::io;
use std::path::Path;

/// Its name beside `desk.db`.
const FILE: &str = "search.db";
/// Version of [`SCHEMA`] and of how text is put in: a file of another one is made anew.
const FORM: i64 = 10;
/// What the file holds.
pub(crate) const SCHEMA: &str = include_str!("schema.sql");
/// Bytes of words gathered in memory before they are written as one piece of the index: the fewer pieces, the less there is to merge.
const GATHERED: u32 = 8 << 20;

/// Kilobytes of the index a reading connection may hold in memory. Only what was searched for is in it; with less, each of the answers that very
/// many people have is deciphered again.
const HELD: i64 = 64 << 10;

/// Gives a reading connection of the desk the index under the name `search`.
pub(crate) fn attach(conn: &Connection, root: &Path, key: &RawKey) -> rusqlite::Result<()> {
    attach_as(conn, &root.join(FILE), "search", key)?;
    conn.pragma_update(Some("search"), "cache_size", -HELD)
}

fn attach_as(conn: &Connection, file: &Path, name: &str, key: &RawKey) -> rusqlite::Result<()> {
    conn.execute(&format!("ATTACH DATABASE ?1 AS {name} KEY ?2"), (file.to_string_lossy(), key.literal().as_str())).map(|_| ())
}

/// Makes sure that this desk's index is there, whole or to be filled. `desk` is the desk's own connection.
pub(crate) fn prepare(root: &Path, key: &RawKey, desk: &Connection) -> Result<(), OpenError> {
    if !fits(root, key, desk).unwrap_or(false) {
        discard(root)?;
        create(root, key, desk)?;
    }
    Ok(())
}

/// Removes the index, which the next opening makes anew.
pub(crate) fn discard(root: &Path) -> io::Result<()> {
    for name in [FILE, "search.db-wal", "search.db-shm"] {
        match std::fs::remove_file(root.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// The connection the index is written through, with the desk beside it under the name `desk`.
pub(crate) fn open(root: &Path, key: &RawKey) -> rusqlite::Result<Connection> {
    let conn = Connection::open(root.join(FILE))?;
    connection::prepare(&conn, key, Purpose::Write)?;
    // What a power cut takes from the end is read from the journal again.
    conn.execute_batch("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;")?;
    attach_as(&conn, &root.join(crate::desk::DESK_FILE), "desk", key)?;
    conn.pragma_update(Some("desk"), "cache_size", -8_192)?;
    Ok(conn)
}

/// Writes the index anew, so that nothing is left of rows it only marked as gone.
pub(super) fn purge(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch("PRAGMA main.secure_delete = ON")?;
    forget_texts(conn)?;
    for table in TABLES.into_iter().chain(COMPANY_TABLES).chain(OPPORTUNITY_TABLES).chain(TEXT_TABLES) {
        conn.execute(&format!("INSERT INTO {table} ({table}) VALUES ('optimize')"), [])?;
    }
    conn.query_row("PRAGMA main.wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
}

/// Takes out the words of notes that are gone and of messages that were emptied: an erasure is not in the journal line by line.
fn forget_texts(conn: &Connection) -> rusqlite::Result<()> {
    const GONE: &str = "SELECT doc FROM text_doc
         WHERE (text_id LIKE 'note/%' AND NOT EXISTS (SELECT 1 FROM desk.activity a WHERE a.id = substr(text_id, 6)))
            OR (text_id LIKE 'message/%' AND NOT EXISTS (SELECT 1 FROM desk.outbox o WHERE o.id = substr(text_id, 9) AND o.subject || o.body_text <> ''))";
    let gone: Vec<i64> = conn.prepare(GONE)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for doc in gone {
        for table in TEXT_TABLES {
            conn.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [doc])?;
        }
        conn.execute("DELETE FROM text_doc WHERE doc = ?1", [doc])?;
    }
    Ok(())
}

/// Whether the file is an index of this very desk, and not ahead of it.
fn fits(root: &Path, key: &RawKey, desk: &Connection) -> Result<bool, OpenError> {
    let file = root.join(FILE);
    if !file.is_file() {
        return Ok(false);
    }
    let conn = connection::open_existing(&file, key)?;
    let form: Option<i64> = conn.query_row("SELECT form FROM about", [], |row| row.get(0)).optional()?;
    if form != Some(FORM) {
        return Ok(false);
    }
    let (upto, operation, version): (i64, String, u32) =
        conn.query_row("SELECT upto, operation, desk FROM about", [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(version == migrate::version(desk)? && (upto == 0 || operation_of(desk, upto)?.is_some_and(|there| there == operation)))
}

fn create(root: &Path, key: &RawKey, desk: &Connection) -> Result<(), OpenError> {
    let mut conn = Connection::open(root.join(FILE))?;
    connection::prepare(&conn, key, Purpose::Write)?;
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    let tx = conn.transaction()?;
    tx.execute_batch(SCHEMA)?;
    for table in TABLES.into_iter().chain(COMPANY_TABLES).chain(OPPORTUNITY_TABLES).chain(TEXT_TABLES) {
        tx.execute(&format!("INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {GATHERED})"), [])?;
    }
    let upto: i64 = desk.query_row("SELECT coalesce(max(seq), 0) FROM journal_segment", [], |row| row.get(0))?;
    let operation = operation_of(desk, upto)?.unwrap_or_default();
    let about = (FORM, upto, operation, migrate::version(desk)?);
    tx.execute("INSERT INTO about (form, upto, operation, filling, desk) VALUES (?1, ?2, ?3, '', ?4)", about)?;
    tx.commit()?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn operation_of(desk: &Connection, segment: i64) -> rusqlite::Result<Option<String>> {
    desk.query_row("SELECT operation_id FROM journal_segment WHERE seq = ?1", [segment], |row| row.get(0)).optional()
}
