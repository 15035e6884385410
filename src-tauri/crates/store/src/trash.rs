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
    /// Company, town or day.
    pub detail: String,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

/// Every kind; companies stand first, so that people who come back with theirs find it.
const KINDS: [TrashKind; 7] = [
    TrashKind::Company,
    TrashKind::Person,
    TrashKind::Opportunity,
    TrashKind::Task,
    TrashKind::Appointment,
    TrashKind::Note,
    TrashKind::File,
];

/// What lies in the trash of one kind: its table, what else goes stale with it, the column by which rows are its own, and how it is told.
struct Lying {
    table: &'static str,
    tag: Tag,
    column: &'static str,
    /// Rows of `id, name, detail, at`.
    rows: &'static str,
    /// Which of the removed ones are meant.
    only: &'static str,
}

impl Lying {
    const fn of(kind: TrashKind) -> Self {
        match kind {
            TrashKind::Company => Self {
                table: "company",
                tag: Tag::Companies,
                column: "company_id",
                rows: "SELECT id, name, city AS detail, deleted_at AS at FROM company r",
                only: "merged_into IS NULL",
            },
            TrashKind::Person => Self {
                table: "person",
                tag: Tag::People,
                column: "person_id",
                rows: concat!(
                    "SELECT r.id, ",
                    called!("r."),
                    " AS name, coalesce((SELECT name FROM company c WHERE c.id = r.company_id), '') AS detail, r.deleted_at AS at FROM person r"
                ),
                only: "merged_into IS NULL",
            },
            TrashKind::Opportunity => Self {
                table: "opportunity",
                tag: Tag::Opportunities,
                column: "opportunity_id",
                rows: "SELECT id, name, coalesce((SELECT name FROM company c WHERE c.id = r.company_id), '') AS detail, deleted_at AS at FROM opportunity r",
                only: "TRUE",
            },
            TrashKind::Task => Self {
                table: "task",
                tag: Tag::Agenda,
                column: "task_id",
                rows: "SELECT id, title AS name, coalesce(due_on, '') AS detail, deleted_at AS at FROM task r",
                only: "TRUE",
            },
            TrashKind::Appointment => Self {
                table: "appointment",
                tag: Tag::Agenda,
                column: "appointment_id",
                rows: "SELECT id, title AS name, coalesce(starts_on, substr(starts_at, 1, 10)) AS detail, deleted_at AS at FROM appointment r",
                only: "TRUE",
            },
            TrashKind::Note => Self {
                table: "activity",
                tag: Tag::People,
                column: "activity_id",
                rows: "SELECT id, substr(coalesce(json_extract(data, '$.text'), ''), 1, 120) AS name, substr(at, 1, 10) AS detail, deleted_at AS at FROM activity r",
                only: "kind IN ('note', 'call')",
            },
            TrashKind::File => Self {
                table: "file",
                tag: Tag::Files,
                column: "file_id",
                rows: concat!(
                    "SELECT r.id, r.name, coalesce((SELECT ",
                    called!("p."),
                    " FROM person p WHERE p.id = r.person_id), (SELECT name FROM company c WHERE c.id = r.company_id),
                       (SELECT name FROM opportunity o WHERE o.id = r.opportunity_id), '') AS detail, r.deleted_at AS at FROM file r"
                ),
                only: "TRUE",
            },
        }
    }

    /// The conditions by which a row lies in the trash.
    fn lies(&self) -> String {
        format!("deleted_at IS NOT NULL AND {}", self.only)
    }
}

/// The kind whose rows begin with this place in [`KINDS`].
fn at(place: u32) -> rusqlite::Result<TrashKind> {
    KINDS.get(place as usize).copied().ok_or(rusqlite::Error::InvalidQuery)
}

/// One query over every kind, of which each is told its place in [`KINDS`].
fn of_all(query: impl Fn(usize, &Lying) -> String) -> String {
    KINDS.iter().enumerate().map(|(place, kind)| query(place, &Lying::of(*kind))).collect::<Vec<_>>().join(" UNION ALL ")
}

/// Who removed something at a moment: the last operation begun until then.
const BY: &str = "coalesce((SELECT actor FROM operation o WHERE o.at <= r.at AND o.undoes IS NULL ORDER BY o.seq DESC LIMIT 1), '')";

/// A page, newest first, and how many there are in all.
pub fn page(read: &Read<'_>, offset: u32, limit: u32) -> Result<(Vec<Removed>, u32), StoreError> {
    let rows = of_all(|place, lying| format!("SELECT {place} AS place, x.* FROM ({} WHERE {}) x", lying.rows, lying.lies()));
    let sql = format!("SELECT r.*, {BY} AS by FROM (SELECT * FROM ({rows}) ORDER BY at DESC, id LIMIT ?1 OFFSET ?2) r");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query((limit.clamp(1, 500), offset))?;
    let mut removed = Vec::new();
    while let Some(row) = rows.next()? {
        removed.push(from_row(row)?);
    }
    let total = of_all(|_, lying| format!("SELECT count(*) AS n FROM {} WHERE {}", lying.table, lying.lies()));
    Ok((removed, read.conn().prepare_cached(&format!("SELECT sum(n) FROM ({total})"))?.query_row([], |row| row.get(0))?))
}

/// Which of these ids are in the trash, and what they are; companies first, so that their people find them.
pub fn kinds(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<(Uuid, TrashKind)>, StoreError> {
    let sql = of_all(|place, lying| {
        format!("SELECT r.id, {place} FROM json_each(?1) j JOIN {} r ON r.id = j.value WHERE {}", lying.table, lying.lies())
    });
    let mut statement = read.conn().prepare_cached(&sql)?;
    let found = statement.query_map([ids_json(ids)], |row| Ok((row.get::<_, Id>(0)?.0, at(row.get(1)?)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Ids of what was removed before a moment, companies first.
pub fn older(read: &Read<'_>, before: DateTime<Utc>) -> Result<Vec<(Uuid, TrashKind)>, StoreError> {
    let sql = of_all(|place, lying| format!("SELECT id, {place} FROM {} WHERE deleted_at < ?1 AND {}", lying.table, lying.only));
    let mut statement = read.conn().prepare_cached(&sql)?;
    let found = statement.query_map([At(before)], |row| Ok((row.get::<_, Id>(0)?.0, at(row.get(1)?)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Brings one back. A person whose company is gone comes without it.
pub fn restore(tx: &mut Tx<'_>, kind: TrashKind, id: Uuid) -> Result<bool, StoreError> {
    let lying = Lying::of(kind);
    let sql = format!("UPDATE {} SET deleted_at = NULL WHERE id = ?1 AND {}", lying.table, lying.lies());
    let back = tx.conn().prepare_cached(&sql)?.execute([Id(id)])?;
    if kind == TrashKind::Person {
        tx.conn()
            .prepare_cached(
                "UPDATE person SET company_id = NULL WHERE id = ?1 AND company_id IN (SELECT id FROM company WHERE deleted_at IS NOT NULL)",
            )?
            .execute([Id(id)])?;
    }
    tx.touch(lying.tag);
    Ok(back == 1)
}

/// Removes one for good, with everything recorded that is theirs, and with whoever was merged into them; the send ledger and the do-not-contact
/// list keep what they know.
pub fn erase(tx: &mut Tx<'_>, kind: TrashKind, id: Uuid) -> Result<bool, StoreError> {
    let lying = Lying::of(kind);
    let there = format!("SELECT EXISTS (SELECT 1 FROM {} WHERE id = ?1 AND {})", lying.table, lying.lies());
    if !tx.conn().prepare_cached(&there)?.query_row([Id(id)], |row| row.get::<_, bool>(0))? {
        return Ok(false);
    }
    erase_whole(tx, kind, id)?;
    tx.touch(lying.tag);
    Ok(true)
}

fn erase_whole(tx: &Tx<'_>, kind: TrashKind, id: Uuid) -> Result<(), StoreError> {
    let Lying { table, column, .. } = Lying::of(kind);
    if matches!(kind, TrashKind::Person | TrashKind::Company) {
        for merged in merged_into(tx, table, id)? {
            erase_whole(tx, kind, merged)?;
        }
    }
    for recorded in RECORDED.iter().rev().filter(|recorded| recorded.name != table) {
        let links = links(tx, recorded.name)?;
        let Some(own) = links.iter().find(|link| link.column == column) else { continue };
        if RECORDS.contains(&recorded.name) {
            let part = format!("UPDATE {} SET {column} = {} WHERE {column} = ?1", recorded.name, own.nobody());
            tx.conn().prepare_cached(&part)?.execute([Id(id)])?;
            continue;
        }
        // What somebody else has a part in stays theirs.
        let mut others: Vec<String> = links.iter().filter(|link| link.column != column).map(Link::of_somebody).collect();
        if recorded.name == "appointment" {
            others.push("EXISTS (SELECT 1 FROM appointment_person p WHERE p.appointment_id = appointment.id)".to_owned());
        }
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

/// Tables whose rows are records of their own: they lose what is removed for good, and stay.
const RECORDS: &[&str] = &["person", "company", "opportunity"];

/// Tables whose rows tie two records and are nothing without one of them.
const TIES: &[&str] = &["opportunity_contact", "appointment_person"];

/// A column by which a row belongs to another record.
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
        "SELECT name, \"notnull\" FROM pragma_table_info(?1) WHERE name IN ('person_id', 'company_id', 'opportunity_id', 'appointment_id')",
    )?;
    let links = statement.query_map([table], |row| Ok(Link { column: row.get(0)?, filled: row.get(1)? }))?;
    Ok(links.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> Result<Removed, StoreError> {
    Ok(Removed {
        id: row.get::<_, Id>("id")?.0,
        kind: at(row.get("place")?)?,
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
