//! The practice outbox: what would have left. Nothing here ever leaves the machine.

use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use std::collections::HashSet;
use uuid::Uuid;

/// A message in the practice outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Practised {
    /// Id.
    pub id: Uuid,
    /// When it would have left.
    pub at: DateTime<Utc>,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// To whom.
    pub to: String,
}

/// Keeps a message (RFC 5322). One that is there already, by its Message-ID, is not kept twice.
pub fn insert(tx: &mut Tx<'_>, message_id: &str, to: &str, raw: &[u8]) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO practice_mail (id, at, message_id, envelope_to, raw) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (message_id) DO NOTHING",
        )?
        .execute(params![Id(tx.new_id()), At(tx.now()), message_id, to, raw])?;
    tx.touch(Tag::Outbox);
    Ok(())
}

/// Some messages, the newest first.
pub fn list(read: &Read<'_>, offset: u32, limit: u32) -> Result<Vec<Practised>, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT id, at, message_id, envelope_to FROM practice_mail ORDER BY at DESC, id DESC LIMIT ?1 OFFSET ?2")?;
    let rows = statement.query_map([limit.min(500), offset], |row| {
        Ok(Practised { id: row.get::<_, Id>(0)?.0, at: row.get::<_, At>(1)?.0, message_id: row.get(2)?, to: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The first messages of a run that came here, by their ids in the outbox.
pub fn of_run(read: &Read<'_>, run: Uuid) -> Result<HashSet<Uuid>, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT id FROM outbox WHERE run_id = ?1 AND state = 'sent' AND step = 'first' AND account = 'practice'")?;
    let ids = statement.query_map([Id(run)], |row| Ok(row.get::<_, Id>(0)?.0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The whole message, as a server would have got it.
pub fn raw(read: &Read<'_>, message_id: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT raw FROM practice_mail WHERE message_id = ?1")?;
    Ok(statement.query_row([message_id], |row| row.get(0)).optional()?)
}
