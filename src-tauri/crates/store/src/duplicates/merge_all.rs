//! Making one of every group beyond doubt: a row that outlives a crash.

use crate::values::{At, Id};
use crate::{OperationId, Read, StoreError, Tag, Tx};
use domain::views::duplicates::DuplicateKind;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

/// A merging of all groups beyond doubt that has not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergeAll {
    /// Id.
    pub id: Uuid,
    /// People, companies, or both.
    pub kind: Option<DuplicateKind>,
    /// The search whose groups they are.
    pub search: i64,
    /// Its undo step, once it has one.
    pub operation: Option<OperationId>,
    /// Groups made one.
    pub done: u32,
    /// Groups there were at the beginning.
    pub planned: u32,
    /// The seller stopped it.
    pub stopped: bool,
}

/// Begins one.
pub fn begin_all(tx: &mut Tx<'_>, kind: Option<DuplicateKind>, search: i64, planned: u32) -> Result<Uuid, StoreError> {
    let id = tx.new_id();
    tx.conn()
        .prepare_cached("INSERT INTO merge_all (id, kind, state, search_id, planned, started_at) VALUES (?1, ?2, 'running', ?3, ?4, ?5)")?
        .execute(params![Id(id), kind.map_or("", DuplicateKind::code), search, planned, At(tx.now())])?;
    tx.touch(Tag::Duplicates);
    Ok(id)
}

/// The one that has not ended, if any; one that was stopped has not ended before its operation is closed.
pub fn open_all(read: &Read<'_>) -> Result<Option<MergeAll>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, kind, search_id, coalesce(operation_id, (SELECT o.id FROM operation o WHERE o.state = 'open' AND o.intent = 'duplicates.merge_exact'
           ORDER BY o.seq DESC LIMIT 1)), done, planned, state = 'stopped'
           FROM merge_all WHERE finished_at IS NULL ORDER BY started_at, id LIMIT 1",
    )?;
    let found = statement.query_row([], |row| {
        Ok(MergeAll {
            id: row.get::<_, Id>(0)?.0,
            kind: DuplicateKind::of_code(row.get_ref(1)?.as_str()?),
            search: row.get(2)?,
            operation: row.get::<_, Option<Id>>(3)?.map(|id| OperationId(id.0)),
            done: row.get(4)?,
            planned: row.get(5)?,
            stopped: row.get(6)?,
        })
    });
    Ok(found.optional()?)
}

/// Notes the operation and how many groups are done; `false` when the seller stopped it meanwhile.
pub fn progress_all(tx: &mut Tx<'_>, id: Uuid, operation: OperationId, more: u32) -> Result<bool, StoreError> {
    let changed = tx
        .conn()
        .prepare_cached("UPDATE merge_all SET operation_id = ?2, done = done + ?3 WHERE id = ?1 AND state = 'running'")?
        .execute(params![Id(id), Id(operation.0), more])?;
    tx.touch(Tag::Duplicates);
    Ok(changed == 1)
}

/// Asks for one to stop, or notes that it has ended. `false` when it had already.
pub fn end_all(tx: &mut Tx<'_>, id: Uuid, stop: bool) -> Result<bool, StoreError> {
    let sql = if stop {
        "UPDATE merge_all SET state = 'stopped' WHERE id = ?1 AND state = 'running' AND finished_at IS NULL AND ?2 <> ''"
    } else {
        "UPDATE merge_all SET state = iif(state = 'running', 'done', state), finished_at = ?2 WHERE id = ?1 AND finished_at IS NULL"
    };
    let now = At(tx.now());
    let changed = tx.conn().prepare_cached(sql)?.execute(params![Id(id), now])?;
    tx.touch(Tag::Duplicates);
    Ok(changed == 1)
}
