use super::{rows, write};
use crate::values::Id;
use crate::{Read, StoreError, Tx};
use domain::companies::Company;
use domain::text::fold_company;
use rusqlite::OptionalExtension;
use uuid::Uuid;

/// The oldest company of this name.
pub fn find(read: &Read<'_>, name: &str) -> Result<Option<Company>, StoreError> {
    let sql = format!("{} WHERE c.name_norm = ?1 AND c.deleted_at IS NULL ORDER BY c.id LIMIT 1", rows::SELECT);
    let found = read.conn().prepare_cached(&sql)?.query_row([fold_company(name)], |row| Ok(rows::from_row(row))).optional()?;
    found.transpose()
}

/// The company of this name, made when there is none. `domain` and `source` are kept for a new one only.
pub fn find_or_create(tx: &mut Tx<'_>, name: &str, domain: &str, source: &str) -> Result<Company, StoreError> {
    match find(tx, name)? {
        Some(company) => Ok(company),
        None => write::create(tx, name, domain, source),
    }
}

/// The companies that share a name or a SIREN with this one, itself left out.
pub fn similar(read: &Read<'_>, company: &Company) -> Result<Vec<Company>, StoreError> {
    let sql = format!(
        "{} WHERE c.deleted_at IS NULL AND c.id <> ?1 AND (c.name_norm = ?2 OR (c.siren = ?3 AND c.siren <> '')) ORDER BY c.id LIMIT 100",
        rows::SELECT
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut found = statement.query((Id(company.id), company.name_norm(), &company.siren))?;
    let mut companies = Vec::new();
    while let Some(row) = found.next()? {
        companies.push(rows::from_row(row)?);
    }
    Ok(companies)
}

/// Whether a company is on the desk.
pub fn is_there(read: &Read<'_>, company: Uuid) -> Result<bool, StoreError> {
    Ok(read.conn().prepare_cached("SELECT 1 FROM company WHERE id = ?1 AND deleted_at IS NULL")?.exists([Id(company)])?)
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
