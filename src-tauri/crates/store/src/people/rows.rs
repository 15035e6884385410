use crate::values::{At, Day, Id, id, id_or_none, ids_json, time, time_or_none};
use crate::{Read, StoreError};
use domain::people::{EmailStatus, Person, Status};
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

/// Every column of a person, with the company's name, in the order [`read`] takes them by name.
pub(super) const SELECT: &str = "SELECT p.id, p.first_name, p.last_name, p.title, p.company_id, coalesce(c.name, '') AS company, p.email, p.email_norm,
    p.email_status, p.phone, p.phone_norm, p.linkedin_url, p.linkedin_slug, p.location, p.time_zone, p.language, p.status, p.notes, p.message_sent,
    p.followup_count, p.last_contact_at, p.consent_at, p.consent_note, p.source, p.source_detail, p.connected_on, p.added_on, p.sample, p.created_at,
    p.deleted_at, p.status_since";

/// A person, also a removed one; `None` when there is none.
pub fn get(read: &Read<'_>, person: Uuid) -> Result<Option<Person>, StoreError> {
    let sql = format!("{SELECT} FROM person p LEFT JOIN company c ON c.id = p.company_id WHERE p.id = ?1");
    let found = read.conn().prepare_cached(&sql)?.query_row([Id(person)], |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

/// The people with these ids who are not removed, in the order of the ids.
pub fn many(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Person>, StoreError> {
    let mut people = Vec::with_capacity(ids.len());
    each(read, ids, |person| {
        people.push(person);
        Ok::<_, StoreError>(())
    })?;
    Ok(people)
}

/// Calls `f` with each of these people who is not removed, in the order of the ids.
pub fn each<E: From<StoreError>>(read: &Read<'_>, ids: &[Uuid], mut f: impl FnMut(Person) -> Result<(), E>) -> Result<(), E> {
    let sql = format!(
        "{SELECT} FROM json_each(?1) j JOIN person p ON p.id = j.value LEFT JOIN company c ON c.id = p.company_id WHERE p.deleted_at IS NULL ORDER BY j.key"
    );
    let mut statement = read.conn().prepare_cached(&sql).map_err(StoreError::from)?;
    let mut rows = statement.query([ids_json(ids)]).map_err(StoreError::from)?;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        f(from_row(row)?)?;
    }
    Ok(())
}

/// Those of these ids that are people on the desk, in their order.
pub fn present(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT p.id FROM json_each(?1) j JOIN person p ON p.id = j.value WHERE p.deleted_at IS NULL ORDER BY j.key")?;
    let found = statement.query_map([ids_json(ids)], |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> Result<Person, StoreError> {
    let status: String = row.get("status")?;
    let email_status: String = row.get("email_status")?;
    Ok(Person {
        id: id(row, "id")?,
        first_name: row.get("first_name")?,
        last_name: row.get("last_name")?,
        title: row.get("title")?,
        company_id: id_or_none(row, "company_id")?,
        company: row.get("company")?,
        email: row.get("email")?,
        email_norm: row.get("email_norm")?,
        email_status: EmailStatus::of_code(&email_status).ok_or(StoreError::Malformed { table: "person", column: "email_status" })?,
        phone: row.get("phone")?,
        phone_norm: row.get("phone_norm")?,
        linkedin_url: row.get("linkedin_url")?,
        linkedin_slug: row.get("linkedin_slug")?,
        location: row.get("location")?,
        time_zone: row.get("time_zone")?,
        language: row.get("language")?,
        status: Status::of_key(&status).ok_or(StoreError::Malformed { table: "person", column: "status" })?,
        notes: row.get("notes")?,
        message_sent: row.get("message_sent")?,
        followup_count: row.get("followup_count")?,
        last_contact_at: time_or_none(row, "last_contact_at")?,
        consent_at: time_or_none(row, "consent_at")?,
        consent_note: row.get("consent_note")?,
        source: row.get("source")?,
        source_detail: row.get("source_detail")?,
        connected_on: row.get::<_, Option<Day>>("connected_on")?.map(|day| day.0),
        added_on: row.get::<_, Day>("added_on")?.0,
        sample: row.get("sample")?,
        status_since: time_or_none(row, "status_since")?.map_or_else(|| time(row, "created_at"), Ok)?,
        created_at: time(row, "created_at")?,
        deleted_at: row.get::<_, Option<At>>("deleted_at")?.map(|at| at.0),
    })
}
