use crate::values::{At, Id, id, time_or_none};
use crate::{Read, StoreError, Tag, Tx};
use domain::opportunities::{CloseReason, StageKind};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

const SELECT: &str = "SELECT id, kind, name_fr, name_en, position, archived_at FROM close_reason";

/// Every reason, won before lost, those out of use last.
pub fn reasons(read: &Read<'_>) -> Result<Vec<CloseReason>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} ORDER BY archived_at IS NOT NULL, kind DESC, position, id"))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

/// A reason.
pub fn reason(read: &Read<'_>, reason: Uuid) -> Result<Option<CloseReason>, StoreError> {
    let sql = format!("{SELECT} WHERE id = ?1");
    read.conn().prepare_cached(&sql)?.query_row([Id(reason)], |row| Ok(from_row(row))).optional()?.transpose()
}

/// Adds a reason, at the end of its list.
pub fn add_reason(tx: &mut Tx<'_>, reason: &CloseReason) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO close_reason (id, kind, name_fr, name_en, position, archived_at)
             VALUES (:id, :kind, :fr, :en, 1 + coalesce((SELECT max(position) FROM close_reason WHERE kind = :kind), 0), :archived)",
        )?
        .execute(named_params! {
            ":id": Id(reason.id), ":kind": reason.kind.code(), ":fr": reason.name_fr, ":en": reason.name_en,
            ":archived": reason.archived_at.map(At),
        })?;
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// Writes a reason's names and whether it is in use.
pub fn update_reason(tx: &mut Tx<'_>, reason: &CloseReason) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE close_reason SET name_fr = ?2, name_en = ?3, archived_at = ?4 WHERE id = ?1")?.execute((
        Id(reason.id),
        &reason.name_fr,
        &reason.name_en,
        reason.archived_at.map(At),
    ))?;
    tx.touch(Tag::Opportunities);
    Ok(())
}

fn from_row(row: &Row<'_>) -> Result<CloseReason, StoreError> {
    let kind = row.get_ref("kind")?.as_str().ok().and_then(StageKind::of_code);
    Ok(CloseReason {
        id: id(row, "id")?,
        kind: kind.ok_or(StoreError::Malformed { table: "close_reason", column: "kind" })?,
        name_fr: row.get("name_fr")?,
        name_en: row.get("name_en")?,
        position: row.get("position")?,
        archived_at: time_or_none(row, "archived_at")?,
    })
}
