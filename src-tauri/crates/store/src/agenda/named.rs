use crate::people::called;
use crate::values::{Id, ids_json};
use crate::{Read, StoreError};
use domain::views::agenda::CompanyName;
use domain::views::runs::PersonName;
use rusqlite::Row;
use std::collections::HashMap;
use uuid::Uuid;

/// The person of a row and their company, or its own: four columns for `p` and `c`, read by [`person`] and [`company`].
pub(super) const NAMES: &str = concat!("p.id, ", called!("p."), ", c.id, c.name");
/// The joins they need, of a row called `t`: its person, and its own company before theirs. Whoever was removed is not named.
pub(super) const JOINS: &str = "LEFT JOIN person p ON p.id = t.person_id AND p.deleted_at IS NULL
    LEFT JOIN company c ON c.id = coalesce(t.company_id, p.company_id) AND c.deleted_at IS NULL";

pub(super) fn person(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<PersonName>> {
    Ok(match row.get::<_, Option<Id>>(at)? {
        Some(id) => Some(PersonName { id: id.0, name: row.get(at + 1)? }),
        None => None,
    })
}

pub(super) fn company(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<CompanyName>> {
    Ok(match row.get::<_, Option<Id>>(at)? {
        Some(id) => Some(CompanyName { id: id.0, name: row.get(at + 1)? }),
        None => None,
    })
}

/// Somebody of an appointment, and the company they work for.
pub(super) type Attendee = (PersonName, Option<CompanyName>);

/// The people of these appointments, in the order they were named.
pub(super) fn people_of(read: &Read<'_>, appointments: &[Uuid]) -> Result<HashMap<Uuid, Vec<Attendee>>, StoreError> {
    let sql = concat!(
        "SELECT a.appointment_id, p.id, ",
        called!("p."),
        ", c.id, c.name FROM json_each(?1) j JOIN appointment_person a ON a.appointment_id = j.value
           JOIN person p ON p.id = a.person_id AND p.deleted_at IS NULL LEFT JOIN company c ON c.id = p.company_id AND c.deleted_at IS NULL
          ORDER BY j.key, a.position, a.person_id"
    );
    let mut statement = read.conn().prepare_cached(sql)?;
    let mut rows = statement.query([ids_json(appointments)])?;
    let mut found: HashMap<Uuid, Vec<Attendee>> = HashMap::new();
    while let Some(row) = rows.next()? {
        if let Some(one) = person(row, 1)? {
            found.entry(row.get::<_, Id>(0)?.0).or_default().push((one, company(row, 3)?));
        }
    }
    Ok(found)
}
