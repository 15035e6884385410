use crate::values::{At, Id, id, time_or_none};
use crate::{Read, StoreError, Tag, Tx};
use domain::opportunities::{Stage, StageKind};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

const SELECT: &str =
    "SELECT id, pipeline_id, name_fr, name_en, colour, position, probability, rotten_days, kind, archived_at FROM pipeline_stage";
/// Open stages, then won, then lost; those out of use last.
const ORDER: &str = "archived_at IS NOT NULL, CASE kind WHEN 'open' THEN 0 WHEN 'won' THEN 1 ELSE 2 END, position, id";

/// The stages of a pipeline in their order, those out of use last.
pub fn stages(read: &Read<'_>, pipeline: Uuid) -> Result<Vec<Stage>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} WHERE pipeline_id = ?1 ORDER BY {ORDER}"))?;
    let mut rows = statement.query([Id(pipeline)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

/// A stage.
pub fn stage(read: &Read<'_>, stage: Uuid) -> Result<Option<Stage>, StoreError> {
    one(read, "id = ?1", stage)
}

/// The first open stage in use of a pipeline.
pub fn first_stage(read: &Read<'_>, pipeline: Uuid) -> Result<Option<Stage>, StoreError> {
    one(read, "pipeline_id = ?1 AND kind = 'open' AND archived_at IS NULL", pipeline)
}

/// The stage in use that ends an opportunity of a pipeline so.
pub fn end_of(read: &Read<'_>, pipeline: Uuid, won: bool) -> Result<Option<Stage>, StoreError> {
    one(
        read,
        if won {
            "pipeline_id = ?1 AND kind = 'won' AND archived_at IS NULL"
        } else {
            "pipeline_id = ?1 AND kind = 'lost' AND archived_at IS NULL"
        },
        pipeline,
    )
}

/// How many opportunities are at a stage.
pub fn count_at(read: &Read<'_>, stage: Uuid) -> Result<u32, StoreError> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM opportunity WHERE stage_id = ?1 AND deleted_at IS NULL")?;
    Ok(count.query_row([Id(stage)], |row| row.get(0))?)
}

/// Adds a stage, behind the others of its pipeline.
pub fn add_stage(tx: &mut Tx<'_>, stage: &Stage) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO pipeline_stage (id, pipeline_id, name_fr, name_en, colour, position, probability, rotten_days, kind, archived_at)
             VALUES (:id, :pipeline, :fr, :en, :colour,
                     1 + coalesce((SELECT max(position) FROM pipeline_stage WHERE pipeline_id = :pipeline), 0), :probability, :rotten, :kind, :archived)",
        )?
        .execute(named_params! {
            ":id": Id(stage.id), ":pipeline": Id(stage.pipeline_id), ":fr": stage.name_fr, ":en": stage.name_en, ":colour": stage.colour,
            ":probability": stage.probability, ":rotten": stage.rotten_days, ":kind": stage.kind.code(), ":archived": stage.archived_at.map(At),
        })?;
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// Writes a stage's values; its kind, pipeline and place stay.
pub fn update_stage(tx: &mut Tx<'_>, stage: &Stage) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE pipeline_stage SET name_fr = :fr, name_en = :en, colour = :colour, probability = :probability, rotten_days = :rotten,
                    archived_at = :archived WHERE id = :id",
        )?
        .execute(named_params! {
            ":id": Id(stage.id), ":fr": stage.name_fr, ":en": stage.name_en, ":colour": stage.colour, ":probability": stage.probability,
            ":rotten": stage.rotten_days, ":archived": stage.archived_at.map(At),
        })?;
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// Puts stages in the order of these ids.
pub fn put_stages_in_order(tx: &mut Tx<'_>, ids: &[Uuid]) -> Result<(), StoreError> {
    number(tx, "pipeline_stage", ids)
}

/// Numbers rows in the order of their ids. `table` is a name of this crate.
pub(super) fn number(tx: &mut Tx<'_>, table: &str, ids: &[Uuid]) -> Result<(), StoreError> {
    let mut place = tx.conn().prepare_cached(&format!("UPDATE {table} SET position = ?2 WHERE id = ?1"))?;
    for (at, id) in ids.iter().enumerate() {
        place.execute((Id(*id), i64::try_from(at + 1).unwrap_or(i64::MAX)))?;
    }
    drop(place);
    tx.touch(Tag::Opportunities);
    Ok(())
}

fn one(read: &Read<'_>, condition: &str, value: Uuid) -> Result<Option<Stage>, StoreError> {
    let sql = format!("{SELECT} WHERE {condition} ORDER BY {ORDER} LIMIT 1");
    read.conn().prepare_cached(&sql)?.query_row([Id(value)], |row| Ok(from_row(row))).optional()?.transpose()
}

fn from_row(row: &Row<'_>) -> Result<Stage, StoreError> {
    let kind = row.get_ref("kind")?.as_str().ok().and_then(StageKind::of_code);
    Ok(Stage {
        id: id(row, "id")?,
        pipeline_id: id(row, "pipeline_id")?,
        name_fr: row.get("name_fr")?,
        name_en: row.get("name_en")?,
        colour: row.get("colour")?,
        position: row.get("position")?,
        probability: row.get("probability")?,
        rotten_days: row.get("rotten_days")?,
        kind: kind.ok_or(StoreError::Malformed { table: "pipeline_stage", column: "kind" })?,
        archived_at: time_or_none(row, "archived_at")?,
    })
}
