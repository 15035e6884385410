use crate::values::{At, Id};
use crate::{StoreError, Tag, Tx};
use domain::companies::Company;
use domain::text::fold_company;
use rusqlite::{ToSql, params};
use uuid::Uuid;

/// Adds every column, in the order of [`with_values`].
const INSERT: &str = "INSERT INTO company (
      id, name, name_norm, domain, sample, created_at, deleted_at, website, phone, phone_norm, street, postcode, city, city_norm, country, siren,
      siret, vat, naf, activity, headcount, notes, source)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)";

/// Writes every column, in the order of [`with_values`].
const UPDATE: &str = "UPDATE company SET
      name = ?2, name_norm = ?3, domain = ?4, sample = ?5, created_at = ?6, deleted_at = ?7, website = ?8, phone = ?9, phone_norm = ?10,
      street = ?11, postcode = ?12, city = ?13, city_norm = ?14, country = ?15, siren = ?16, siret = ?17, vat = ?18, naf = ?19, activity = ?20,
      headcount = ?21, notes = ?22, source = ?23
    WHERE id = ?1";

/// Adds a company.
pub fn insert(tx: &mut Tx<'_>, company: &Company) -> Result<(), StoreError> {
    execute(tx, INSERT, company).map(|_| ())
}

/// Writes every value of a company; those that are the same leave no trace in the journal. `false` when there is no such company.
pub fn update(tx: &mut Tx<'_>, company: &Company) -> Result<bool, StoreError> {
    execute(tx, UPDATE, company).map(|changed| changed == 1)
}

/// Adds a company of which the name, and perhaps the domain, is known, and which nothing else in this write changes: in bulk, because the
/// journal need not read it back.
pub fn create_untouched(tx: &mut Tx<'_>, name: &str, domain: &str, source: &str) -> Result<Company, StoreError> {
    let company = named(tx, name, domain, source);
    with_values(&company, |values| {
        let values = values.iter().map(|value| value.to_sql()).collect::<Result<Vec<_>, _>>()?;
        tx.put_in("company", &values)
    })?;
    tx.touch(Tag::Companies);
    Ok(company)
}

/// Adds a company of which the name, and perhaps the domain, is known.
pub(super) fn create(tx: &mut Tx<'_>, name: &str, domain: &str, source: &str) -> Result<Company, StoreError> {
    let company = named(tx, name, domain, source);
    insert(tx, &company)?;
    Ok(company)
}

fn named(tx: &Tx<'_>, name: &str, domain: &str, source: &str) -> Company {
    let mut company = Company::new(tx.new_id(), name, source, tx.now());
    domain.clone_into(&mut company.domain);
    company
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

/// Removes a company from the desk; its people stay, without a company. Undo brings all of it back. `None` when it was not there, else how
/// many people had it.
pub fn remove(tx: &mut Tx<'_>, company: Uuid) -> Result<Option<usize>, StoreError> {
    let now = At(tx.now());
    let removed =
        tx.conn().prepare_cached("UPDATE company SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?.execute((Id(company), now))?;
    if removed == 0 {
        return Ok(None);
    }
    // Also of people in the trash: who comes back from there must not bring a company that is gone.
    let people = tx.conn().prepare_cached("UPDATE person SET company_id = NULL WHERE company_id = ?1")?.execute([Id(company)])?;
    tx.touch(Tag::Companies);
    Ok(Some(people))
}

fn execute(tx: &mut Tx<'_>, sql: &str, company: &Company) -> Result<usize, StoreError> {
    let changed = with_values(company, |values| tx.conn().prepare_cached(sql)?.execute(values))?;
    tx.touch(Tag::Companies);
    Ok(changed)
}

/// Every value, in the order of the table's columns.
fn with_values<T>(company: &Company, f: impl FnOnce(&[&dyn ToSql]) -> T) -> T {
    f(params![
        Id(company.id),
        company.name,
        company.name_norm(),
        company.domain,
        company.sample,
        At(company.created_at),
        company.deleted_at.map(At),
        company.website,
        company.phone,
        company.phone_norm,
        company.street,
        company.postcode,
        company.city,
        company.city_norm(),
        company.country,
        company.siren,
        company.siret,
        company.vat,
        company.naf,
        company.activity,
        company.headcount,
        company.notes,
        company.source,
    ])
}
