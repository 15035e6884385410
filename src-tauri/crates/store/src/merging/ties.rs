use crate::values::{At, Id};
use crate::{OperationId, Read, StoreError};
use chrono::{DateTime, Utc};
use domain::views::duplicates::DuplicateKind;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

/// Who stands for this record now: itself, or the end of the chain of those it was made one with. `None` when there is no such record.
pub fn standing(read: &Read<'_>, kind: DuplicateKind, id: Uuid) -> Result<Option<Uuid>, StoreError> {
    let sql = format!("SELECT merged_into FROM {} WHERE id = ?1", kind.code());
    let mut statement = read.conn().prepare_cached(&sql)?;
    let (mut at, mut seen) = (id, 0);
    loop {
        match statement.query_row([Id(at)], |row| row.get::<_, Option<Id>>(0)).optional()? {
            None => return Ok(None),
            // A chain is as long as there were merges; a ring cannot come about, and must not hang the desk.
            Some(Some(next)) if seen < 1_000 => (at, seen) = (next.0, seen + 1),
            Some(_) => return Ok(Some(at)),
        }
    }
}

/// Whether a record was made one with another, and into which.
pub fn is_merged(read: &Read<'_>, kind: DuplicateKind, id: Uuid) -> Result<Option<Uuid>, StoreError> {
    let sql = format!("SELECT merged_into FROM {} WHERE id = ?1", kind.code());
    let found = read.conn().prepare_cached(&sql)?.query_row([Id(id)], |row| row.get::<_, Option<Id>>(0)).optional()?;
    Ok(found.flatten().map(|id| id.0))
}

/// A record that was made one with another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedFrom {
    /// The record.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// What was made one with this record, newest first, at most 50.
pub fn merged_from(read: &Read<'_>, kind: DuplicateKind, survivor: Uuid) -> Result<Vec<MergedFrom>, StoreError> {
    let sql = format!(
        "SELECT id, coalesce((SELECT max(at) FROM merge_log l WHERE l.other_id = r.id AND l.event = 'merged'), deleted_at, created_at) AS since
           FROM {} r WHERE merged_into = ?1 ORDER BY since DESC, id LIMIT 50",
        kind.code()
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([Id(survivor)], |row| Ok(MergedFrom { id: row.get::<_, Id>(0)?.0, at: row.get::<_, At>(1)?.0 }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The operation in which a record was made one with the one it points to now.
pub fn operation_of(read: &Read<'_>, kind: DuplicateKind, other: Uuid) -> Result<Option<OperationId>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT operation_id FROM merge_log WHERE other_id = ?1 AND kind = ?2 AND event = 'merged' ORDER BY id DESC LIMIT 1",
    )?;
    let found = statement.query_row(params![Id(other), kind.code()], |row| row.get::<_, Id>(0)).optional()?;
    Ok(found.map(|id| OperationId(id.0)))
}
