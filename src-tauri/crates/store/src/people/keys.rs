use crate::values::Id;
use crate::{Read, StoreError};
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
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = |column: usize| match row.get_ref(column) {
            Ok(ValueRef::Text(bytes)) => std::str::from_utf8(bytes).unwrap_or_default(),
            _ => "",
        };
        f(Keys { id: row.get::<_, Id>(0)?.0, profile: text(1), email: text(2), name: text(3), company: text(4) });
    }
    Ok(())
}
