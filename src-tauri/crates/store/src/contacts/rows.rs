use crate::values::{At, Id, id, ids_json, time};
use crate::{Read, StoreError, Tag, Tx};
use domain::contacts::{ContactPoint, Owner, PointKind, PointStatus};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::HashMap;
use uuid::Uuid;

const SELECT: &str =
    "SELECT id, person_id, company_id, kind, label, value, norm, status, position, source, source_at, by FROM contact_point";

/// Those of a person or a company, kind by kind in their order.
pub fn of(read: &Read<'_>, owner: Owner) -> Result<Vec<ContactPoint>, StoreError> {
    let (column, of) = column(owner);
    let sql = format!("{SELECT} WHERE {column} = ?1 AND deleted_at IS NULL ORDER BY kind, position, id");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([Id(of)])?;
    let mut points = Vec::new();
    while let Some(row) = rows.next()? {
        points.push(from_row(row)?);
    }
    Ok(points)
}

/// Those of several people, likewise; who has none is left out.
pub fn of_people(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, Vec<ContactPoint>>, StoreError> {
    of_several(read, "person_id", people)
}

/// Those of several companies, likewise.
pub fn of_companies(read: &Read<'_>, companies: &[Uuid]) -> Result<HashMap<Uuid, Vec<ContactPoint>>, StoreError> {
    of_several(read, "company_id", companies)
}

fn of_several(read: &Read<'_>, owner: &str, ids: &[Uuid]) -> Result<HashMap<Uuid, Vec<ContactPoint>>, StoreError> {
    let sql = format!("{SELECT} WHERE {owner} IN (SELECT value FROM json_each(?1)) AND deleted_at IS NULL ORDER BY kind, position, id");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut found: HashMap<Uuid, Vec<ContactPoint>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let point = from_row(row)?;
        let (_, id) = column(point.owner);
        found.entry(id).or_default().push(point);
    }
    Ok(found)
}

/// The most of each kind that one of these people has.
pub fn most_of(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<PointKind, u32>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT kind, max(n) FROM (SELECT kind, count(*) AS n FROM contact_point
            WHERE person_id IN (SELECT value FROM json_each(?1)) AND deleted_at IS NULL GROUP BY person_id, kind) GROUP BY kind",
    )?;
    let mut rows = statement.query([ids_json(people)])?;
    let mut most = HashMap::new();
    while let Some(row) = rows.next()? {
        if let Some(kind) = PointKind::of_code(row.get_ref(0)?.as_str().unwrap_or_default()) {
            most.insert(kind, row.get(1)?);
        }
    }
    Ok(most)
}

/// One of them; `None` when it is not there (any more).
pub fn get(read: &Read<'_>, point: Uuid) -> Result<Option<ContactPoint>, StoreError> {
    let sql = format!("{SELECT} WHERE id = ?1 AND deleted_at IS NULL");
    let found = read.conn().prepare_cached(&sql)?.query_row([Id(point)], |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

/// Adds one.
pub fn insert(tx: &mut Tx<'_>, point: &ContactPoint) -> Result<(), StoreError> {
    let (person, company) = match point.owner {
        Owner::Person(person) => (Some(Id(person)), None),
        Owner::Company(company) => (None, Some(Id(company))),
    };
    tx.conn()
        .prepare_cached(
            "INSERT INTO contact_point (id, person_id, company_id, kind, label, value, norm, status, position, source, source_at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            Id(point.id),
            person,
            company,
            point.kind.code(),
            point.label,
            point.value,
            point.norm,
            point.status.code(),
            point.position,
            point.source,
            At(point.source_at),
            point.by,
        ])?;
    touch(tx, point.owner);
    Ok(())
}

/// Writes every value of one but whose it is and of which kind.
pub fn update(tx: &mut Tx<'_>, point: &ContactPoint) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE contact_point SET label = ?2, value = ?3, norm = ?4, status = ?5, position = ?6, source = ?7, source_at = ?8, by = ?9
             WHERE id = ?1",
        )?
        .execute(params![
            Id(point.id),
            point.label,
            point.value,
            point.norm,
            point.status.code(),
            point.position,
            point.source,
            At(point.source_at),
            point.by,
        ])?;
    touch(tx, point.owner);
    Ok(())
}

/// Takes one away; undo brings it back.
pub fn remove(tx: &mut Tx<'_>, point: &ContactPoint) -> Result<(), StoreError> {
    let now = At(tx.now());
    tx.conn().prepare_cached("UPDATE contact_point SET deleted_at = ?2 WHERE id = ?1")?.execute((Id(point.id), now))?;
    touch(tx, point.owner);
    Ok(())
}

/// The server of an address says that it does not exist: noted with everybody who has it.
pub fn mark_bounced(tx: &mut Tx<'_>, address_norm: &str) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE contact_point SET status = 'bounced' WHERE norm = ?1 AND norm <> '' AND kind = 'email' AND deleted_at IS NULL",
        )?
        .execute([address_norm])?;
    Ok(())
}

pub(super) fn column(owner: Owner) -> (&'static str, Uuid) {
    match owner {
        Owner::Person(person) => ("person_id", person),
        Owner::Company(company) => ("company_id", company),
    }
}

pub(super) fn touch(tx: &mut Tx<'_>, owner: Owner) {
    tx.touch(match owner {
        Owner::Person(_) => Tag::People,
        Owner::Company(_) => Tag::Companies,
    });
}

fn from_row(row: &Row<'_>) -> Result<ContactPoint, StoreError> {
    let (person, company): (Option<Id>, Option<Id>) = (row.get("person_id")?, row.get("company_id")?);
    let owner = match (person, company) {
        (Some(person), _) => Owner::Person(person.0),
        (None, Some(company)) => Owner::Company(company.0),
        _ => return Err(StoreError::Malformed { table: "contact_point", column: "person_id" }),
    };
    let kind: String = row.get("kind")?;
    Ok(ContactPoint {
        id: id(row, "id")?,
        owner,
        kind: PointKind::of_code(&kind).ok_or(StoreError::Malformed { table: "contact_point", column: "kind" })?,
        label: row.get("label")?,
        value: row.get("value")?,
        norm: row.get("norm")?,
        status: PointStatus::of_code(&row.get::<_, String>("status")?),
        position: row.get("position")?,
        source: row.get("source")?,
        source_at: time(row, "source_at")?,
        by: row.get("by")?,
    })
}
