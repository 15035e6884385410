//! Who was noted in two seconds and is not completed yet.

use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::views::capture::CaptureKind;
use uuid::Uuid;

/// Marks a person or a company as to be qualified since now, or as qualified; `false` when that is so already.
pub fn mark(tx: &mut Tx<'_>, kind: CaptureKind, id: Uuid, to_qualify: bool) -> Result<bool, StoreError> {
    let (table, tag) = table(kind);
    let now = At(tx.now());
    let sql = if to_qualify {
        format!("UPDATE {table} SET to_qualify_since = ?2 WHERE id = ?1 AND to_qualify_since = '' AND deleted_at IS NULL")
    } else {
        format!("UPDATE {table} SET to_qualify_since = '' WHERE id = ?1 AND to_qualify_since <> '' AND ?2 <> ''")
    };
    let marked = tx.conn().prepare_cached(&sql)?.execute((Id(id), now))?;
    tx.touch(tag);
    Ok(marked == 1)
}

/// Ids of those to qualify with since when, the newest first; at most 500 of each kind.
pub fn waiting(read: &Read<'_>, kind: CaptureKind) -> Result<Vec<(Uuid, DateTime<Utc>)>, StoreError> {
    let (table, _) = table(kind);
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT id, to_qualify_since FROM {table} WHERE to_qualify_since <> '' AND deleted_at IS NULL ORDER BY to_qualify_since DESC, id LIMIT 500"
    ))?;
    let found = statement.query_map([], |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, At>(1)?.0)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn table(kind: CaptureKind) -> (&'static str, Tag) {
    match kind {
        CaptureKind::Person => ("person", Tag::People),
        CaptureKind::Company => ("company", Tag::Companies),
    }
}
