//! Statuses of people: which there are, what they are called, how many people are in them.

use crate::values::At;
use crate::{Read, StoreError, Tag, Tx};
use domain::people::{Meaning, Status, StatusRow, Statuses};
use rusqlite::{Connection, Row, ffi, named_params};
use uuid::Uuid;

/// Every status in the seller's order, deleted ones too.
pub fn all(read: &Read<'_>) -> Result<Statuses, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT key, name_fr, name_en, colour, position, rotten_days, hidden, deleted_at FROM person_status ORDER BY position, key",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(Statuses::new(found))
}

/// Adds a status behind the others.
pub fn insert(tx: &mut Tx<'_>, row: &StatusRow) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO person_status (key, name_fr, name_en, colour, position, rotten_days, hidden)
             VALUES (:key, :fr, :en, :colour, 1 + (SELECT max(position) FROM person_status), :rotten, :hidden)",
        )?
        .execute(named_params! {
            ":key": row.status.key(), ":fr": row.name_fr, ":en": row.name_en, ":colour": row.colour, ":rotten": row.rotten_days,
            ":hidden": row.hidden,
        })?;
    tx.touch(Tag::People);
    Ok(())
}

/// Writes what the seller says of a status; its place stays.
pub fn update(tx: &mut Tx<'_>, row: &StatusRow) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE person_status SET name_fr = :fr, name_en = :en, colour = :colour, rotten_days = :rotten, hidden = :hidden, deleted_at = :deleted
              WHERE key = :key",
        )?
        .execute(named_params! {
            ":key": row.status.key(), ":fr": row.name_fr, ":en": row.name_en, ":colour": row.colour, ":rotten": row.rotten_days,
            ":hidden": row.hidden, ":deleted": row.deleted_at.map(At),
        })?;
    tx.touch(Tag::People);
    Ok(())
}

/// Puts statuses in this order.
pub fn put_in_order(tx: &mut Tx<'_>, statuses: &[Status]) -> Result<(), StoreError> {
    let mut place = tx.conn().prepare_cached("UPDATE person_status SET position = ?2 WHERE key = ?1 AND position <> ?2")?;
    for (position, status) in (1u32..).zip(statuses) {
        place.execute((status.key(), position))?;
    }
    drop(place);
    tx.touch(Tag::People);
    Ok(())
}

/// Everybody in a status, whom the trash holds too.
pub fn people(read: &Read<'_>, status: Status) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT id FROM person WHERE status = ?1")?;
    let ids = statement.query_map([status.key()], |row| row.get::<_, crate::values::Id>(0).map(|id| id.0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Refuses a status that is not there, as a reference would. Those that every desk begins with always are.
pub(crate) fn require(read: &Read<'_>, status: Status) -> Result<(), StoreError> {
    if !status.is_own() {
        return Ok(());
    }
    let mut there = read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM person_status WHERE key = ?1)")?;
    let is_there: bool = there.query_row([status.key()], |row| row.get(0))?;
    if is_there { Ok(()) } else { Err(StoreError::Sqlite { code: ffi::SQLITE_CONSTRAINT_FOREIGNKEY }) }
}

/// Whether somebody is in a status that is not there. Asks for each status that people are in, not for each of the people.
pub(crate) fn someone_is_nowhere(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached(
        "WITH RECURSIVE of (key) AS (
           SELECT min(status) FROM person WHERE deleted_at IS NULL
           UNION ALL SELECT (SELECT min(status) FROM person WHERE status > key AND deleted_at IS NULL) FROM of WHERE key IS NOT NULL)
         SELECT EXISTS (SELECT 1 FROM (SELECT key FROM of UNION ALL SELECT status FROM person WHERE deleted_at IS NOT NULL)
                         WHERE instr(key, ':') > 0 AND key NOT IN (SELECT key FROM person_status))",
    )?
    .query_row([], |row| row.get(0))
}

/// A condition: the status in this column counts as one of these.
pub(crate) fn counts_as(column: &str, meanings: impl Iterator<Item = Meaning>) -> String {
    let meanings: Vec<String> = meanings.map(|meaning| format!("'{}'", meaning.code())).collect();
    format!("substr({column}, 1, instr({column} || ':', ':') - 1) IN ({})", meanings.join(", "))
}

fn from_row(row: &Row<'_>) -> Result<StatusRow, StoreError> {
    let status = Status::of_key(row.get_ref(0)?.as_str().unwrap_or_default());
    Ok(StatusRow {
        status: status.ok_or(StoreError::Malformed { table: "person_status", column: "key" })?,
        name_fr: row.get(1)?,
        name_en: row.get(2)?,
        colour: row.get(3)?,
        position: row.get(4)?,
        rotten_days: row.get(5)?,
        hidden: row.get(6)?,
        deleted_at: row.get::<_, Option<At>>(7)?.map(|at| at.0),
    })
}
