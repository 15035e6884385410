use crate::values::{At, Day, Id, InOrder, ids_json};
use crate::{Read, StoreError};
use domain::people::{EmailStatus, Person, Status};
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

/// Every column of a person, with the company's name, in the order [`from_row`] takes them.
pub(super) const SELECT: &str = "SELECT p.id, p.first_name, p.last_name, p.title, p.company_id, coalesce(c.name, '') AS company, p.email, p.email_norm,
    p.email_status, p.phone, p.phone_norm, p.linkedin_url, p.linkedin_slug, p.location, p.time_zone, p.language, p.status, p.notes, p.message_sent,
    p.followup_count, p.last_contact_at, p.consent_at, p.consent_note, p.source, p.source_detail, p.connected_on, p.added_on, p.sample, p.created_at,
    coalesce(p.status_since, p.created_at), p.deleted_at";

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
    let mut row = InOrder::of(row);
    Ok(Person {
        id: row.next::<Id>()?.0,
        first_name: row.next()?,
        last_name: row.next()?,
        title: row.next()?,
        company_id: row.next::<Option<Id>>()?.map(|id| id.0),
        company: row.next()?,
        email: row.next()?,
        email_norm: row.next()?,
        email_status: EmailStatus::of_code(row.text()?).ok_or(StoreError::Malformed { table: "person", column: "email_status" })?,
        phone: row.next()?,
        phone_norm: row.next()?,
        linkedin_url: row.next()?,
        linkedin_slug: row.next()?,
        location: row.next()?,
        time_zone: row.next()?,
        language: row.next()?,
        status: Status::of_key(row.text()?).ok_or(StoreError::Malformed { table: "person", column: "status" })?,
        notes: row.next()?,
        message_sent: row.next()?,
        followup_count: row.next()?,
        last_contact_at: row.next::<Option<At>>()?.map(|at| at.0),
        consent_at: row.next::<Option<At>>()?.map(|at| at.0),
        consent_note: row.next()?,
        source: row.next()?,
        source_detail: row.next()?,
        connected_on: row.next::<Option<Day>>()?.map(|day| day.0),
        added_on: row.next::<Day>()?.0,
        sample: row.next()?,
        created_at: row.next::<At>()?.0,
        status_since: row.next::<At>()?.0,
        deleted_at: row.next::<Option<At>>()?.map(|at| at.0),
    })
}
