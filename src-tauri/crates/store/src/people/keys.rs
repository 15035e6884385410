use crate::values::Id;
use crate::{Read, StoreError};
use domain::people::Person;
use rusqlite::Rows;
use rusqlite::types::ValueRef;
use uuid::Uuid;

/// What a person is recognised by. Empty keys are unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys<'a> {
    /// Who.
    pub id: Uuid,
    /// Profile.
    pub profile: &'a str,
    /// Address.
    pub email: &'a str,
    /// Folded name.
    pub name: &'a str,
    /// Folded company.
    pub company: &'a str,
}

/// Calls `f` with the keys of everybody who is not removed, oldest first.
pub fn for_each_key(read: &Read<'_>, mut f: impl FnMut(Keys<'_>)) -> Result<(), StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT p.id, p.linkedin_slug, p.email_norm, p.name_norm, c.name_norm FROM person p LEFT JOIN company c ON c.id = p.company_id
          WHERE p.deleted_at IS NULL ORDER BY p.id",
    )?;
    feed(statement.query([])?, &mut f)
}

/// Calls `f` with the keys of those who share a key with a person: profile, address or name.
pub fn similar(read: &Read<'_>, person: &Person, mut f: impl FnMut(Keys<'_>)) -> Result<(), StoreError> {
    for (column, key) in [("linkedin_slug", &person.linkedin_slug), ("email_norm", &person.email_norm), ("name_norm", &person.name_norm())]
    {
        if !key.is_empty() {
            let sql = format!(
                "SELECT p.id, p.linkedin_slug, p.email_norm, p.name_norm, c.name_norm FROM person p LEFT JOIN company c ON c.id = p.company_id
                  WHERE p.{column} = ?1 AND p.{column} <> '' AND p.deleted_at IS NULL ORDER BY p.id LIMIT 100"
            );
            feed(read.conn().prepare_cached(&sql)?.query([key])?, &mut f)?;
        }
    }
    // Who has the address behind their first one.
    if !person.email_norm.is_empty() {
        feed(
            read.conn()
                .prepare_cached(
                    "SELECT p.id, p.linkedin_slug, p.email_norm, p.name_norm, c.name_norm FROM contact_point t JOIN person p ON p.id = t.person_id
                       LEFT JOIN company c ON c.id = p.company_id
                      WHERE t.norm = ?1 AND t.norm <> '' AND t.kind = 'email' AND t.deleted_at IS NULL AND p.deleted_at IS NULL
                      ORDER BY p.id LIMIT 100",
                )?
                .query([&person.email_norm])?,
            &mut f,
        )?;
    }
    Ok(())
}

fn feed(mut rows: Rows<'_>, f: &mut impl FnMut(Keys<'_>)) -> Result<(), StoreError> {
    while let Some(row) = rows.next()? {
        let text = |column: usize| match row.get_ref(column) {
            Ok(ValueRef::Text(bytes)) => std::str::from_utf8(bytes).unwrap_or_default(),
            _ => "",
        };
        f(Keys { id: row.get::<_, Id>(0)?.0, profile: text(1), email: text(2), name: text(3), company: text(4) });
    }
    Ok(())
}
