use crate::values::Id;
use crate::{Read, StoreError};
use domain::imports::Known;
use domain::people::Person;
use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, Rows};
use uuid::Uuid;

/// What is read of everybody: `p` is the person, `c` their company.
const KEYS: &str = "p.id, p.linkedin_slug, p.email_norm, p.phone_norm, p.name_norm, c.name_norm";

/// Calls `f` with the keys of everybody who is not removed, oldest first.
pub fn for_each_key(read: &Read<'_>, mut f: impl FnMut(Uuid, Known<'_>)) -> Result<(), StoreError> {
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT {KEYS} FROM person p LEFT JOIN company c ON c.id = p.company_id WHERE p.deleted_at IS NULL ORDER BY p.id"
    ))?;
    feed(statement.query([])?, &mut f)
}

/// Calls `f` with the keys of those who share a key with a person: profile, address, name, and with `phones` the number.
pub fn similar(read: &Read<'_>, person: &Person, phones: bool, mut f: impl FnMut(Uuid, Known<'_>)) -> Result<(), StoreError> {
    let (name, none) = (person.name_norm(), String::new());
    let phone = if phones { &person.phone_norm } else { &none };
    let keys = [("linkedin_slug", &person.linkedin_slug), ("email_norm", &person.email_norm), ("name_norm", &name), ("phone_norm", phone)];
    for (column, key) in keys {
        if !key.is_empty() {
            let sql = format!(
                "SELECT {KEYS} FROM person p LEFT JOIN company c ON c.id = p.company_id
                  WHERE p.{column} = ?1 AND p.{column} <> '' AND p.deleted_at IS NULL ORDER BY p.id LIMIT 100"
            );
            feed(read.conn().prepare_cached(&sql)?.query([key])?, &mut f)?;
        }
    }
    // Who has the address behind their first one.
    if !person.email_norm.is_empty() {
        feed(
            read.conn()
                .prepare_cached(&format!(
                    "SELECT {KEYS} FROM contact_point t JOIN person p ON p.id = t.person_id
                       LEFT JOIN company c ON c.id = p.company_id
                      WHERE t.norm = ?1 AND t.norm <> '' AND t.kind = 'email' AND t.deleted_at IS NULL AND p.deleted_at IS NULL
                      ORDER BY p.id LIMIT 100"
                ))?
                .query([&person.email_norm])?,
            &mut f,
        )?;
    }
    Ok(())
}

fn feed(mut rows: Rows<'_>, f: &mut impl FnMut(Uuid, Known<'_>)) -> Result<(), StoreError> {
    while let Some(row) = rows.next()? {
        let text = |column: usize| match row.get_ref(column) {
            Ok(ValueRef::Text(bytes)) => std::str::from_utf8(bytes).unwrap_or_default(),
            _ => "",
        };
        let known = Known { profile: text(1), email: text(2), phone: text(3), name: text(4), company: text(5) };
        f(row.get::<_, Id>(0)?.0, known);
    }
    Ok(())
}

/// The person of a profile (as a key); of several the one known longest.
pub fn of_profile(read: &Read<'_>, slug: &str) -> Result<Option<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id FROM person WHERE linkedin_slug = ?1 AND linkedin_slug <> '' AND deleted_at IS NULL ORDER BY created_at, id LIMIT 1",
    )?;
    Ok(statement.query_row([slug], |row| row.get::<_, Id>(0).map(|id| id.0)).optional()?)
}

/// The person an address (as a key) leads to: whose first one it is, else whose it is behind the first; of several the one known longest.
pub fn of_address(read: &Read<'_>, address_norm: &str) -> Result<Option<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id FROM person WHERE email_norm = ?1 AND email_norm <> '' AND deleted_at IS NULL ORDER BY created_at, id LIMIT 1",
    )?;
    let first = statement.query_row([address_norm], |row| row.get::<_, Id>(0).map(|id| id.0)).optional()?;
    match first {
        Some(person) => Ok(Some(person)),
        None => Ok(crate::contacts::owners_of_address(read, address_norm)?.into_iter().next()),
    }
}
