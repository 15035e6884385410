//! The record of backups that were made.

use crate::values::{At, Id, id, time};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use rusqlite::{Row, named_params};
use uuid::Uuid;

/// A backup the desk made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Id.
    pub id: Uuid,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// Where; the file may have been moved since.
    pub path: String,
    /// `manual`, `automatic`, `before_migration`, `before_restore`.
    pub kind: String,
    /// Size.
    pub bytes: i64,
    /// It was read back whole.
    pub verified: bool,
}

/// Notes a backup.
pub fn record(tx: &mut Tx<'_>, backup: &Backup) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("INSERT INTO backup_log (id, at, path, kind, bytes, verified) VALUES (:id, :at, :path, :kind, :bytes, :verified)")?
        .execute(named_params! {
            ":id": Id(backup.id), ":at": At(backup.at), ":path": backup.path, ":kind": backup.kind, ":bytes": backup.bytes,
            ":verified": backup.verified,
        })?;
    tx.touch(Tag::Backups);
    tx.touch(Tag::Health);
    Ok(())
}

/// Forgets a backup whose file was removed.
pub fn forget(tx: &mut Tx<'_>, backup: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("DELETE FROM backup_log WHERE id = ?1")?.execute([Id(backup)])?;
    tx.touch(Tag::Backups);
    Ok(())
}

/// The backups the desk knows of, newest first.
pub fn list(read: &Read<'_>) -> Result<Vec<Backup>, StoreError> {
    let mut statement =
        read.conn().prepare_cached("SELECT id, at, path, kind, bytes, verified FROM backup_log ORDER BY at DESC, id DESC")?;
    let backups = statement.query_map([], backup)?.collect::<rusqlite::Result<_>>()?;
    Ok(backups)
}

/// When the newest verified backup was made.
pub fn last(read: &Read<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    newest(read, "%")
}

/// When the newest automatic one was made.
pub fn last_automatic(read: &Read<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    newest(read, "automatic")
}

fn newest(read: &Read<'_>, kind: &str) -> Result<Option<DateTime<Utc>>, StoreError> {
    let at: Option<At> = read
        .conn()
        .prepare_cached("SELECT max(at) FROM backup_log WHERE verified = 1 AND kind LIKE ?1")?
        .query_row([kind], |row| row.get(0))?;
    Ok(at.map(|at| at.0))
}

fn backup(row: &Row<'_>) -> rusqlite::Result<Backup> {
    Ok(Backup {
        id: id(row, "id")?,
        at: time(row, "at")?,
        path: row.get("path")?,
        kind: row.get("kind")?,
        bytes: row.get("bytes")?,
        verified: row.get("verified")?,
    })
}
