//! Companies, recognised by their folded name.

use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use domain::text::fold_company;
use rusqlite::OptionalExtension;
use uuid::Uuid;

/// A company as people refer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Id.
    pub id: Uuid,
    /// Name as written first.
    pub name: String,
}

/// The oldest company of this name.
pub fn find(read: &Read<'_>, name: &str) -> Result<Option<Company>, StoreError> {
    Ok(read
        .conn()
        .prepare_cached("SELECT id, name FROM company WHERE name_norm = ?1 AND deleted_at IS NULL ORDER BY id LIMIT 1")?
        .query_row([fold_company(name)], |row| Ok(Company { id: row.get::<_, Id>(0)?.0, name: row.get(1)? }))
        .optional()?)
}

/// The company of this name, made when there is none. `domain` is kept for a new one only.
pub fn find_or_create(tx: &mut Tx<'_>, name: &str, domain: &str) -> Result<Company, StoreError> {
    match find(tx, name)? {
        Some(company) => Ok(company),
        None => create(tx, name, domain, false),
    }
}

/// Adds a company.
pub fn create(tx: &mut Tx<'_>, name: &str, domain: &str, sample: bool) -> Result<Company, StoreError> {
    let id = tx.new_id();
    tx.conn()
        .prepare_cached("INSERT INTO company (id, name, name_norm, domain, sample, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?
        .execute((Id(id), name, fold_company(name), domain, sample, At(tx.now())))?;
    tx.touch(Tag::Companies);
    Ok(Company { id, name: name.to_owned() })
}

/// Writes a company's name otherwise; its people follow.
pub fn rename(tx: &mut Tx<'_>, company: Uuid, name: &str) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE company SET name = ?2, name_norm = ?3 WHERE id = ?1")?.execute((
        Id(company),
        name,
        fold_company(name),
    ))?;
    tx.touch(Tag::Companies);
    Ok(())
}

/// Calls `f` with the id and key of every company, oldest first.
pub fn for_each(read: &Read<'_>, mut f: impl FnMut(Uuid, &str)) -> Result<(), StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT id, name_norm FROM company WHERE deleted_at IS NULL ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key = row.get_ref(1)?.as_str().map_err(|_| StoreError::Malformed { table: "company", column: "name_norm" })?;
        f(row.get::<_, Id>(0)?.0, key);
    }
    Ok(())
}
