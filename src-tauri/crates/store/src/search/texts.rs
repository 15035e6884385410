//! The words of notes, calls and messages, and the names of files.

use super::words::Docs;
use crate::StoreError;
use rusqlite::{OptionalExtension, Transaction};

/// What a note's or a call's row in the index is called.
pub(super) const NOTE: &str = "note/";
/// And a message's.
pub(super) const MESSAGE: &str = "message/";
/// And a file's.
pub(super) const FILE: &str = "file/";
/// Messages taken together.
const MOST: u32 = 500;

/// Brings the words of a note or a call up to date; lines of another kind have none.
pub(super) fn renew_note(docs: &mut Docs<'_, 2>, tx: &Transaction<'_>, activity: &str) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT coalesce(json_extract(data, '$.text'), '') FROM desk.activity
          WHERE id = ?1 AND deleted_at IS NULL AND kind IN ('note', 'call') AND json_extract(data, '$.text') <> ''",
    )?;
    let text: Option<String> = statement.query_row([activity], |row| row.get(0)).optional()?;
    docs.renew(tx, &format!("{NOTE}{activity}"), text.as_deref().map(|text| (None, ["", text])))
}

/// Brings the name of a file up to date.
pub(super) fn renew_file(docs: &mut Docs<'_, 2>, tx: &Transaction<'_>, file: &str) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached("SELECT name FROM desk.file WHERE id = ?1 AND deleted_at IS NULL")?;
    let name: Option<String> = statement.query_row([file], |row| row.get(0)).optional()?;
    docs.renew(tx, &format!("{FILE}{file}"), name.as_deref().map(|name| (None, [name, ""])))
}

/// Whether a message left since the last ones that were taken in.
pub(super) fn any_left(tx: &Transaction<'_>) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM desk.outbox WHERE state = 'sent' AND finished_at > (SELECT sent FROM about))";
    Ok(tx.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Takes in the messages that left since the last ones; how many.
pub(super) fn take_messages(docs: &mut Docs<'_, 2>, tx: &Transaction<'_>) -> Result<usize, StoreError> {
    let sent: String = tx.query_row("SELECT sent FROM about", [], |row| row.get(0))?;
    let mut statement = tx.prepare_cached(
        "SELECT id, subject, body_text, finished_at FROM desk.outbox
          WHERE state = 'sent' AND finished_at > ?1 ORDER BY finished_at LIMIT ?2",
    )?;
    let mut rows = statement.query((&sent, MOST))?;
    let (mut count, mut last) = (0, None);
    while let Some(row) = rows.next()? {
        let (id, subject, body): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        docs.renew(tx, &format!("{MESSAGE}{id}"), Some((None, [&subject, &body])))?;
        last = Some(row.get::<_, String>(3)?);
        count += 1;
    }
    if let Some(last) = last {
        tx.prepare_cached("UPDATE about SET sent = ?1")?.execute([last])?;
    }
    Ok(count)
}
