use super::named::{company, people_of};
use crate::values::{At, Day, Id, id, id_or_none, ids_json, time, time_or_none};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::agenda::{Appointment, Span};
use domain::views::agenda::{AppointmentKind, AppointmentState, AppointmentView, CompanyName};
use rusqlite::{Row, params};
use uuid::Uuid;

const COLUMNS: &str = "a.id, a.title, a.kind, a.starts_at, a.ends_at, a.time_zone, a.starts_on, a.ends_on, a.place, a.video_link, a.state,
    a.notes, a.outcome, a.company_id, a.opportunity_id, a.remind_minutes, a.uid, a.occurrence, a.sequence, a.imported, a.sample, a.created_at,
    a.deleted_at";
const INSERT: &str = "INSERT INTO appointment (id, title, kind, starts_at, ends_at, time_zone, starts_on, ends_on, place, video_link, state,
      notes, outcome, company_id, opportunity_id, remind_minutes, remind_at, uid, occurrence, sequence, imported, sample, created_at, deleted_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)";
const UPDATE: &str =
    "UPDATE appointment SET title = ?2, kind = ?3, starts_at = ?4, ends_at = ?5, time_zone = ?6, starts_on = ?7, ends_on = ?8,
      place = ?9, video_link = ?10, state = ?11, notes = ?12, outcome = ?13, company_id = ?14, opportunity_id = ?15, remind_minutes = ?16,
      remind_at = ?17, uid = ?18, occurrence = ?19, sequence = ?20, imported = ?21, sample = ?22, created_at = ?23, deleted_at = ?24
    WHERE id = ?1";

/// An appointment, also a removed one.
pub fn appointment(read: &Read<'_>, appointment: Uuid) -> Result<Option<Appointment>, StoreError> {
    Ok(load(read, "a.id = ?1", [Id(appointment)])?.into_iter().next())
}

/// The appointment that calendars know by this name, and which occurrence of it; also a removed one.
pub fn of_uid(read: &Read<'_>, uid: &str, occurrence: &str) -> Result<Option<Appointment>, StoreError> {
    let found = load(read, "a.uid = ?1 AND a.occurrence = ?2", [uid, occurrence])?;
    // One that stands comes before one that was removed.
    Ok(found.into_iter().min_by_key(|one| one.deleted_at.is_some()))
}

/// Ids of the appointments that share a moment with this time, by their beginning.
pub fn appointments(read: &Read<'_>, from: DateTime<Utc>, to: DateTime<Utc>, limit: u32) -> Result<Vec<Uuid>, StoreError> {
    let sql = "SELECT id FROM appointment WHERE deleted_at IS NULL AND ends_at > ?1 AND starts_at < ?2 ORDER BY starts_at, id LIMIT ?3";
    ids(read, sql, params![At(from), At(to), limit])
}

/// Ids of planned appointments at a time of day that fall together with this time.
pub fn overlapping(read: &Read<'_>, from: DateTime<Utc>, to: DateTime<Utc>, except: Option<Uuid>) -> Result<Vec<Uuid>, StoreError> {
    let sql = "SELECT id FROM appointment WHERE deleted_at IS NULL AND ends_at > ?1 AND starts_at < ?2 AND state = 'planned'
        AND starts_on IS NULL AND id IS NOT ?3 ORDER BY starts_at, id LIMIT 200";
    ids(read, sql, params![At(from), At(to), except.map(Id)])
}

/// Appointments as they are shown, in the order of the ids; those removed are left out.
pub fn view_appointments(read: &Read<'_>, some: &[Uuid]) -> Result<Vec<AppointmentView>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, c.id, c.name FROM json_each(?1) j JOIN appointment a ON a.id = j.value
           LEFT JOIN company c ON c.id = a.company_id AND c.deleted_at IS NULL WHERE a.deleted_at IS NULL ORDER BY j.key"
    );
    let mut people = people_of(read, some)?;
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([ids_json(some)])?;
    let mut views = Vec::new();
    while let Some(row) = rows.next()? {
        let own = company(row, 23)?;
        let (starts_at, ends_at) = (time(row, "starts_at")?, time(row, "ends_at")?);
        let one = from_row(row)?;
        views.push(view(one, (starts_at, ends_at), own, people.remove(&id(row, "id")?).unwrap_or_default()));
    }
    Ok(views)
}

/// An appointment as it is shown; nothing once it was removed.
pub fn view_appointment(read: &Read<'_>, one: Uuid) -> Result<Option<AppointmentView>, StoreError> {
    Ok(view_appointments(read, &[one])?.into_iter().next())
}

/// Adds an appointment that has a time, with its people. `desk` is the desk's zone.
pub fn insert_appointment(tx: &mut Tx<'_>, one: &Appointment, desk: Tz) -> Result<(), StoreError> {
    execute(tx, INSERT, one, desk)?;
    put_people(tx, one)
}

/// Writes every value of an appointment and its people; those that are the same leave no trace in the journal.
pub fn update_appointment(tx: &mut Tx<'_>, one: &Appointment, desk: Tz) -> Result<bool, StoreError> {
    let changed = execute(tx, UPDATE, one, desk)?;
    put_people(tx, one)?;
    Ok(changed == 1)
}

/// Removes an appointment; undo brings it back. `false` when it was not there.
pub fn remove_appointment(tx: &mut Tx<'_>, one: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let sql = "UPDATE appointment SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL";
    let removed = tx.conn().prepare_cached(sql)?.execute((Id(one), now))?;
    tx.touch(Tag::Agenda);
    Ok(removed == 1)
}

fn execute(tx: &mut Tx<'_>, sql: &str, one: &Appointment, desk: Tz) -> Result<usize, StoreError> {
    let (starts, ends) = one.moments(desk).map_err(|_| StoreError::Malformed { table: "appointment", column: "starts_at" })?;
    let (from, to) = match one.span {
        Some(Span::Days { from, to }) => (Some(Day(from)), Some(Day(to))),
        _ => (None, None),
    };
    let changed = tx.conn().prepare_cached(sql)?.execute(params![
        Id(one.id),
        one.title,
        one.kind.code(),
        At(starts),
        At(ends),
        one.zone.name(),
        from,
        to,
        one.place,
        one.video_link,
        one.state.code(),
        one.notes,
        one.outcome,
        one.company_id.map(Id),
        one.opportunity_id.map(Id),
        one.remind_minutes,
        one.remind_at(desk).map(At),
        one.uid,
        one.occurrence,
        one.sequence,
        one.imported,
        one.sample,
        At(one.created_at),
        one.deleted_at.map(At),
    ])?;
    tx.touch(Tag::Agenda);
    Ok(changed)
}

/// Row by row, so that the journal keeps only who came and who went.
fn put_people(tx: &mut Tx<'_>, one: &Appointment) -> Result<(), StoreError> {
    let people = ids_json(&one.people);
    tx.conn()
        .prepare_cached("DELETE FROM appointment_person WHERE appointment_id = ?1 AND person_id NOT IN (SELECT value FROM json_each(?2))")?
        .execute(params![Id(one.id), people])?;
    tx.conn()
        .prepare_cached(
            "INSERT INTO appointment_person (appointment_id, person_id, position) SELECT ?1, value, key FROM json_each(?2) WHERE true
             ON CONFLICT (appointment_id, person_id) DO UPDATE SET position = excluded.position WHERE position <> excluded.position",
        )?
        .execute(params![Id(one.id), people])?;
    Ok(())
}

fn ids(read: &Read<'_>, sql: &str, values: impl rusqlite::Params) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached(sql)?;
    let found = statement.query_map(values, |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn load(read: &Read<'_>, which: &str, values: impl rusqlite::Params) -> Result<Vec<Appointment>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM appointment a WHERE {which}");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    for one in &mut found {
        let sql = "SELECT person_id FROM appointment_person WHERE appointment_id = ?1 ORDER BY position, person_id";
        one.people = ids(read, sql, [Id(one.id)])?;
    }
    Ok(found)
}

fn view(
    one: Appointment,
    (starts_at, ends_at): (DateTime<Utc>, DateTime<Utc>),
    own: Option<CompanyName>,
    people: Vec<(domain::views::runs::PersonName, Option<CompanyName>)>,
) -> AppointmentView {
    let company = own.or_else(|| people.iter().find_map(|(_, company)| company.clone()));
    let (starts_on, ends_on) = match one.span {
        Some(Span::Days { from, to }) => (Some(from), Some(to)),
        _ => (None, None),
    };
    AppointmentView {
        id: one.id,
        title: one.title,
        kind: one.kind,
        state: one.state,
        starts_at,
        ends_at,
        time_zone: one.zone.name().to_owned(),
        all_day: starts_on.is_some(),
        starts_on,
        ends_on,
        place: one.place,
        video_link: one.video_link,
        notes: one.notes,
        outcome: one.outcome,
        people: people.into_iter().map(|(person, _)| person).collect(),
        company,
        opportunity_id: one.opportunity_id,
        remind_minutes: one.remind_minutes,
        imported: one.imported,
    }
}

fn from_row(row: &Row<'_>) -> Result<Appointment, StoreError> {
    let unknown = |column| StoreError::Malformed { table: "appointment", column };
    let days = row.get::<_, Option<Day>>("starts_on")?.zip(row.get::<_, Option<Day>>("ends_on")?);
    let span = match days {
        Some((from, to)) => Span::Days { from: from.0, to: to.0 },
        None => Span::Timed { starts: time(row, "starts_at")?, ends: time(row, "ends_at")? },
    };
    Ok(Appointment {
        id: id(row, "id")?,
        title: row.get("title")?,
        kind: AppointmentKind::of_code(&row.get::<_, String>("kind")?).ok_or(unknown("kind"))?,
        span: Some(span),
        zone: row.get::<_, String>("time_zone")?.parse().unwrap_or(Tz::UTC),
        place: row.get("place")?,
        video_link: row.get("video_link")?,
        state: AppointmentState::of_code(&row.get::<_, String>("state")?).ok_or(unknown("state"))?,
        notes: row.get("notes")?,
        outcome: row.get("outcome")?,
        people: Vec::new(),
        company_id: id_or_none(row, "company_id")?,
        opportunity_id: id_or_none(row, "opportunity_id")?,
        remind_minutes: row.get("remind_minutes")?,
        uid: row.get("uid")?,
        occurrence: row.get("occurrence")?,
        sequence: row.get("sequence")?,
        imported: row.get("imported")?,
        sample: row.get("sample")?,
        created_at: time(row, "created_at")?,
        deleted_at: time_or_none(row, "deleted_at")?,
    })
}
