use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use domain::views::duplicates::DuplicateKind;
use rusqlite::params;
use std::collections::HashSet;
use uuid::Uuid;

/// Remembers for good that two records are not one and the same; undo forgets it. `false` when it was known.
pub fn tell_apart(tx: &mut Tx<'_>, kind: DuplicateKind, one: Uuid, other: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let added = tx
        .conn()
        .prepare_cached("INSERT INTO not_duplicate (kind, one_id, other_id, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")?
        .execute(params![kind.code(), Id(one.min(other)), Id(one.max(other)), now])?;
    tx.touch(Tag::Duplicates);
    Ok(added == 1)
}

/// All pairs that are not one and the same, the lesser id first.
pub fn are_apart(read: &Read<'_>, kind: DuplicateKind) -> Result<HashSet<(Uuid, Uuid)>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT one_id, other_id FROM not_duplicate WHERE kind = ?1")?;
    let rows = statement.query_map([kind.code()], |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, Id>(1)?.0)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
