//! The place of a card in its column: whole numbers with gaps, so that one card moves without the others.

use crate::values::Id;
use crate::{Read, StoreError, Tx};
use rusqlite::OptionalExtension;
use uuid::Uuid;

/// Between two cards put one after the other: sixteen times another one fits between them before the column is numbered anew.
const GAP: i64 = 1 << 16;

/// The place above all cards of a stage.
pub fn place_on_top(read: &Read<'_>, stage: Uuid) -> Result<i64, StoreError> {
    let mut first = read.conn().prepare_cached("SELECT min(position) FROM opportunity WHERE stage_id = ?1 AND deleted_at IS NULL")?;
    let first: Option<i64> = first.query_row([Id(stage)], |row| row.get(0))?;
    Ok(first.map_or(0, |first| first.saturating_sub(GAP)))
}

/// The place right below another card; the top where that card is not at the stage (any more). Where two cards leave no room between them, the
/// column is numbered anew.
pub fn place_after(tx: &mut Tx<'_>, stage: Uuid, after: Uuid, moved: Uuid) -> Result<i64, StoreError> {
    match room(tx, stage, after, moved)? {
        Some((above, None)) => Ok(above.saturating_add(GAP)),
        Some((above, Some(below))) if below - above > 1 => Ok(above + (below - above) / 2),
        Some(_) => {
            number_anew(tx, stage)?;
            let again = room(tx, stage, after, moved)?;
            Ok(again.map_or(0, |(above, _)| above.saturating_add(GAP / 2)))
        }
        None => place_on_top(tx, stage),
    }
}

/// The places of a card and of the one below it, the moved one left out.
fn room(read: &Read<'_>, stage: Uuid, after: Uuid, moved: Uuid) -> Result<Option<(i64, Option<i64>)>, StoreError> {
    let above: Option<i64> = read
        .conn()
        .prepare_cached("SELECT position FROM opportunity WHERE id = ?1 AND stage_id = ?2 AND deleted_at IS NULL")?
        .query_row((Id(after), Id(stage)), |row| row.get(0))
        .optional()?;
    let Some(above) = above else { return Ok(None) };
    let below: Option<i64> = read
        .conn()
        .prepare_cached(
            "SELECT min(position) FROM opportunity
              WHERE stage_id = ?1 AND deleted_at IS NULL AND id NOT IN (?2, ?3) AND (position, id) > (?4, ?2)",
        )?
        .query_row((Id(stage), Id(after), Id(moved), above), |row| row.get(0))?;
    Ok(Some((above, below)))
}

fn number_anew(tx: &mut Tx<'_>, stage: Uuid) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE opportunity SET position = n.place
               FROM (SELECT id, ?2 * row_number() OVER (ORDER BY position, id) AS place FROM opportunity WHERE stage_id = ?1 AND deleted_at IS NULL) n
              WHERE opportunity.id = n.id AND opportunity.position <> n.place",
        )?
        .execute((Id(stage), GAP))?;
    Ok(())
}

/// The opportunities of a stage in their order.
pub fn at(read: &Read<'_>, stage: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement =
        read.conn().prepare_cached("SELECT id FROM opportunity WHERE stage_id = ?1 AND deleted_at IS NULL ORDER BY position, id")?;
    let found = statement.query_map([Id(stage)], |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The last card of a stage.
pub fn last_at(read: &Read<'_>, stage: Uuid) -> Result<Option<Uuid>, StoreError> {
    let mut last = read
        .conn()
        .prepare_cached("SELECT id FROM opportunity WHERE stage_id = ?1 AND deleted_at IS NULL ORDER BY position DESC, id DESC LIMIT 1")?;
    Ok(last.query_row([Id(stage)], |row| row.get::<_, Id>(0).map(|id| id.0)).optional()?)
}
