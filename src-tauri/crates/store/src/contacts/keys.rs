use super::rows::column;
use crate::values::Id;
use crate::{Read, StoreError};
use domain::contacts::{Owner, PointKind};
use uuid::Uuid;

/// Calls `f` with every further address of everybody who is not removed: whose, and its key.
pub fn for_each_address(read: &Read<'_>, mut f: impl FnMut(Uuid, &str)) -> Result<(), StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT t.person_id, t.norm FROM contact_point t JOIN person p ON p.id = t.person_id
          WHERE t.kind = 'email' AND t.norm <> '' AND t.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY t.person_id, t.position",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        f(row.get::<_, Id>(0)?.0, row.get_ref(1)?.as_str().unwrap_or_default());
    }
    Ok(())
}

/// People who are not removed and have this address (as a key) behind their first one.
pub fn owners_of_address(read: &Read<'_>, address_norm: &str) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT DISTINCT p.id FROM contact_point t JOIN person p ON p.id = t.person_id
          WHERE t.norm = ?1 AND t.norm <> '' AND t.kind = 'email' AND t.deleted_at IS NULL AND p.deleted_at IS NULL ORDER BY p.id LIMIT 100",
    )?;
    let found = statement.query_map([address_norm], |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Keys of all e-mail addresses and numbers of a person, the first ones included.
pub fn every_key(read: &Read<'_>, person: Uuid) -> Result<Vec<(PointKind, String)>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT 'email', email_norm FROM person WHERE id = ?1 UNION SELECT 'phone', phone_norm FROM person WHERE id = ?1
         UNION SELECT kind, norm FROM contact_point WHERE person_id = ?1 AND kind IN ('email', 'phone') AND deleted_at IS NULL",
    )?;
    let rows = statement.query_map([Id(person)], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut keys = Vec::new();
    for row in rows {
        let (kind, key) = row?;
        if let Some(kind) = PointKind::of_code(&kind).filter(|_| !key.is_empty()) {
            keys.push((kind, key));
        }
    }
    Ok(keys)
}

/// Whether the owner has this value behind the first one already; `but` itself left out.
pub fn same(read: &Read<'_>, owner: Owner, kind: PointKind, (value, norm): (&str, &str), but: Uuid) -> Result<bool, StoreError> {
    let (column, of) = column(owner);
    let sql = format!(
        "SELECT EXISTS (SELECT 1 FROM contact_point WHERE {column} = ?1 AND kind = ?2 AND id <> ?5 AND deleted_at IS NULL
            AND (value = ?3 OR (norm = ?4 AND norm <> '')))"
    );
    Ok(read.conn().prepare_cached(&sql)?.query_row((Id(of), kind.code(), value, norm, Id(but)), |row| row.get(0))?)
}
