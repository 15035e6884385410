//! What was removed: listed, brought back, and after a time removed for good.

use crate::journal::RECORDED;
use crate::people::called;
use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::views::trash::TrashKind;
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

/// Something removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Id.
    pub id: Uuid,
    /// What it is.
    pub kind: TrashKind,
    /// Name.
    pub name: String,
    /// Company or town.
    pub detail: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

const ROWS: &str = concat!(
    "SELECT p.id AS id, 'person' AS kind, ",
    called!("p."),
    " AS name, coalesce(c.name, '') AS detail, p.deleted_at AS at FROM person p LEFT JOIN company c ON c.id = p.company_id
      WHERE p.deleted_at IS NOT NULL AND p.merged_into IS NULL
     UNION ALL SELECT id, 'company', name, city, deleted_at FROM company WHERE deleted_at IS NOT NULL AND merged_into IS NULL"
);

/// Who removed something at a moment: the last operation begun until then.
const BY: &str = "coalesce((SELECT actor FROM operation o WHERE o.at <= r.at AND o.undoes IS NULL ORDER BY o.seq DESC LIMIT 1), '')";

/// A page, newest first, and how many there are in all.
pub fn page(read: &Read<'_>, offset: u32, limit: u32) -> Result<(Vec<Removed>, u32), StoreError> {
    let sql = format!("SELECT r.*, {BY} AS by FROM (SELECT * FROM ({ROWS}) ORDER BY at DESC, id LIMIT ?1 OFFSET ?2) r");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query((limit.clamp(1, 500), offset))?;
    let mut removed = Vec::new();
    while let Some(row) = rows.next()? {
        removed.push(from_row(row)?);
    }
    let total = "SELECT (SELECT count(*) FROM person WHERE deleted_at IS NOT NULL AND merged_into IS NULL)
           + (SELECT count(*) FROM company WHERE deleted_at IS NOT NULL AND merged_into IS NULL)";
    Ok((removed, read.conn().prepare_cached(total)?.query_row([], |row| row.get(0))?))
}

/// Which of these ids are in the trash, and what they are; companies first, so that their people find them.
pub fn kinds(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<(Uuid, TrashKind)>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT c.id, 1 FROM json_each(?1) j JOIN company c ON c.id = j.value WHERE c.deleted_at IS NOT NULL AND c.merged_into IS NULL
         UNION ALL SELECT p.id, 0 FROM json_each(?1) j JOIN person p ON p.id = j.value
           WHERE p.deleted_at IS NOT NULL AND p.merged_into IS NULL",
    )?;
    let kind = |company: bool| if company { TrashKind::Company } else { TrashKind::Person };
    let found = statement.query_map([ids_json(ids)], |row| Ok((row.get::<_, Id>(0)?.0, kind(row.get(1)?))))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Ids of what was removed before a moment: companies, then people.
pub fn older(read: &Read<'_>, before: DateTime<Utc>) -> Result<Vec<(Uuid, TrashKind)>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, 0 FROM person WHERE deleted_at < ?1 AND merged_into IS NULL
             UNION ALL SELECT id, 1 FROM company WHERE deleted_at < ?1 AND merged_into IS NULL",
    )?;
    let kind = |company: bool| if company { TrashKind::Company } else { TrashKind::Person };
    let found = statement.query_map([At(before)], |row| Ok((row.get::<_, Id>(0)?.0, kind(row.get(1)?))))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Brings one back. A person whose company is gone comes without it.
pub fn restore(tx: &mut Tx<'_>, kind: TrashKind, id: Uuid) -> Result<bool, StoreError> {
    let (table, tag) = table(kind);
    let sql = format!("UPDATE {table} SET deleted_at = NULL WHERE id = ?1 AND deleted_at IS NOT NULL AND merged_into IS NULL");
    let back = tx.conn().prepare_cached(&sql)?.execute([Id(id)])?;
    if kind == TrashKind::Person {
        tx.conn()
            .prepare_cached(
                "UPDATE person SET company_id = NULL WHERE id = ?1 AND company_id IN (SELECT id FROM company WHERE deleted_at IS NOT NULL)",
            )?
            .execute([Id(id)])?;
    }
    tx.touch(tag);
    Ok(back == 1)
}

/// Removes one for good, with everything recorded that is theirs, and with whoever was merged into them; the send ledger and the do-not-contact
/// list keep what they know.
pub fn erase(tx: &mut Tx<'_>, kind: TrashKind, id: Uuid) -> Result<bool, StoreError> {
    let (table, tag) = table(kind);
    let there = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1 AND deleted_at IS NOT NULL AND merged_into IS NULL)");
    if !tx.conn().prepare_cached(&there)?.query_row([Id(id)], |row| row.get::<_, bool>(0))? {
        return Ok(false);
    }
    erase_whole(tx, kind, id)?;
    tx.touch(tag);
    Ok(true)
}

fn erase_whole(tx: &Tx<'_>, kind: TrashKind, id: Uuid) -> Result<(), StoreError> {
    let (table, _) = table(kind);
    for merged in merged_into(tx, table, id)? {
        erase_whole(tx, kind, merged)?;
    }
    let column = if kind == TrashKind::Person { "person_id" } else { "company_id" };
    for recorded in RECORDED.iter().rev().filter(|recorded| recorded.name != table) {
        if recorded.name == "person" {
            // Who worked at a company that is gone is here still.
            tx.conn().prepare_cached("UPDATE person SET company_id = NULL WHERE company_id = ?1")?.execute([Id(id)])?;
            continue;
        }
        let links = links(tx, recorded.name)?;
        let Some(own) = links.iter().find(|link| link.column == column) else { continue };
        // What somebody else has a part in stays theirs.
        let others: Vec<String> = links.iter().filter(|link| link.column != column).map(|link| link.of_somebody()).collect();
        if !TIES.contains(&recorded.name) && !others.is_empty() {
            let keep =
                format!("UPDATE {} SET {column} = {} WHERE {column} = ?1 AND ({})", recorded.name, own.nobody(), others.join(" OR "));
            tx.conn().prepare_cached(&keep)?.execute([Id(id)])?;
        }
        tx.conn().prepare_cached(&format!("DELETE FROM {} WHERE {column} = ?1", recorded.name))?.execute([Id(id)])?;
    }
    tx.conn().prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([Id(id)])?;
    Ok(())
}

fn merged_into(read: &Read<'_>, table: &str, id: Uuid) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("SELECT id FROM {table} WHERE merged_into = ?1"))?;
    let ids = statement.query_map([Id(id)], |row| Ok(row.get::<_, Id>(0)?.0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Tables whose rows tie two records and are nothing without one of them.
const TIES: &[&str] = &["opportunity_contact"];

/// A column by which a row belongs to a person, a company or an opportunity.
struct Link {
    column: String,
    /// Where nobody is meant it is '', not NULL.
    filled: bool,
}

impl Link {
    fn nobody(&self) -> &'static str {
        if self.filled { "''" } else { "NULL" }
    }

    fn of_somebody(&self) -> String {
        format!("coalesce({}, '') <> ''", self.column)
    }
}

fn links(read: &Read<'_>, table: &str) -> Result<Vec<Link>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT name, \"notnull\" FROM pragma_table_info(?1) WHERE name IN ('person_id', 'company_id', 'opportunity_id')",
    )?;
    let links = statement.query_map([table], |row| Ok(Link { column: row.get(0)?, filled: row.get(1)? }))?;
    Ok(links.collect::<Result<_, _>>()?)
}

fn table(kind: TrashKind) -> (&'static str, Tag) {
    match kind {
        TrashKind::Person => ("person", Tag::People),
        TrashKind::Company => ("company", Tag::Companies),
    }
}

fn from_row(row: &Row<'_>) -> Result<Removed, StoreError> {
    let company = row.get_ref("kind")?.as_str().is_ok_and(|kind| kind == "company");
    Ok(Removed {
        id: row.get::<_, Id>("id")?.0,
        kind: if company { TrashKind::Company } else { TrashKind::Person },
        name: row.get("name")?,
        detail: row.get("detail")?,
        at: row.get::<_, At>("at")?.0,
        by: row.get("by")?,
    })
}

/// Somebody who is here, not `but`, with this address (as a key) as one of theirs: who, and their name.
pub fn has_address(read: &Read<'_>, address_norm: &str, but: Uuid) -> Result<Option<(Uuid, String)>, StoreError> {
    const SQL: &str = concat!(
        "SELECT p.id, ",
        called!("p."),
        " FROM person p WHERE p.deleted_at IS NULL AND p.id <> ?2 AND ?1 <> '' AND (p.email_norm = ?1
           OR p.id IN (SELECT person_id FROM contact_point WHERE norm = ?1 AND kind = 'email' AND deleted_at IS NULL)) ORDER BY p.id LIMIT 1"
    );
    let found = read.conn().prepare_cached(SQL)?.query_row((address_norm, Id(but)), |row| Ok((row.get::<_, Id>(0)?.0, row.get(1)?)));
    Ok(found.optional()?)
}
