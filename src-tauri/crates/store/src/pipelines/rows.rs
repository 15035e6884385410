use crate::values::{At, Id, id, time, time_or_none};
use crate::{Read, StoreError, Tag, Tx};
use domain::opportunities::Pipeline;
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

const SELECT: &str = "SELECT id, name_fr, name_en, position, created_at, archived_at FROM pipeline";

/// Every pipeline, those out of use last.
pub fn all(read: &Read<'_>) -> Result<Vec<Pipeline>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} ORDER BY archived_at IS NOT NULL, position, id"))?;
    let found = statement.query_map([], from_row)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A pipeline.
pub fn get(read: &Read<'_>, pipeline: Uuid) -> Result<Option<Pipeline>, StoreError> {
    Ok(read.conn().prepare_cached(&format!("{SELECT} WHERE id = ?1"))?.query_row([Id(pipeline)], from_row).optional()?)
}

/// Adds a pipeline, behind the others.
pub fn add(tx: &mut Tx<'_>, pipeline: &Pipeline) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO pipeline (id, name_fr, name_en, position, created_at, archived_at)
             VALUES (:id, :fr, :en, 1 + coalesce((SELECT max(position) FROM pipeline), 0), :at, :archived)",
        )?
        .execute(named_params! {
            ":id": Id(pipeline.id), ":fr": pipeline.name_fr, ":en": pipeline.name_en, ":at": At(pipeline.created_at),
            ":archived": pipeline.archived_at.map(At),
        })?;
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// Writes a pipeline's names and whether it is in use.
pub fn update(tx: &mut Tx<'_>, pipeline: &Pipeline) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE pipeline SET name_fr = ?2, name_en = ?3, archived_at = ?4 WHERE id = ?1")?.execute((
        Id(pipeline.id),
        &pipeline.name_fr,
        &pipeline.name_en,
        pipeline.archived_at.map(At),
    ))?;
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// Puts pipelines in the order of these ids; others keep their place.
pub fn put_in_order(tx: &mut Tx<'_>, ids: &[Uuid]) -> Result<(), StoreError> {
    super::stages::number(tx, "pipeline", ids)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Pipeline> {
    Ok(Pipeline {
        id: id(row, "id")?,
        name_fr: row.get("name_fr")?,
        name_en: row.get("name_en")?,
        position: row.get("position")?,
        created_at: time(row, "created_at")?,
        archived_at: time_or_none(row, "archived_at")?,
    })
}
