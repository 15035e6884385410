use crate::values::{Id, id, ids_json, time, time_or_none};
use crate::{Read, StoreError};
use domain::companies::Company;
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

/// Every column of a company that is not a key of another one.
pub(super) const SELECT: &str =
    "SELECT c.id, c.name, c.website, c.domain, c.phone, c.phone_norm, c.street, c.postcode, c.city, c.country, c.siren,
    c.siret, c.vat, c.naf, c.activity, c.headcount, c.notes, c.source, c.sample, c.created_at, c.deleted_at FROM company c";

/// A company, also a removed one; `None` when there is none.
pub fn get(read: &Read<'_>, company: Uuid) -> Result<Option<Company>, StoreError> {
    let sql = format!("{SELECT} WHERE c.id = ?1");
    let found = read.conn().prepare_cached(&sql)?.query_row([Id(company)], |row| Ok(from_row(row))).optional()?;
    found.transpose()
}

/// The companies with these ids that are not removed, in the order of the ids.
pub fn many(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Company>, StoreError> {
    let sql = format!("{SELECT} JOIN json_each(?1) j ON c.id = j.value WHERE c.deleted_at IS NULL ORDER BY j.key");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut companies = Vec::with_capacity(ids.len());
    while let Some(row) = rows.next()? {
        companies.push(from_row(row)?);
    }
    Ok(companies)
}

/// Those of these ids that are companies on the desk, in their order.
pub fn present(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT c.id FROM json_each(?1) j JOIN company c ON c.id = j.value WHERE c.deleted_at IS NULL ORDER BY j.key")?;
    let found = statement.query_map([ids_json(ids)], |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

pub(super) fn from_row(row: &Row<'_>) -> Result<Company, StoreError> {
    Ok(Company {
        id: id(row, "id")?,
        name: row.get("name")?,
        website: row.get("website")?,
        domain: row.get("domain")?,
        phone: row.get("phone")?,
        phone_norm: row.get("phone_norm")?,
        street: row.get("street")?,
        postcode: row.get("postcode")?,
        city: row.get("city")?,
        country: row.get("country")?,
        siren: row.get("siren")?,
        siret: row.get("siret")?,
        vat: row.get("vat")?,
        naf: row.get("naf")?,
        activity: row.get("activity")?,
        headcount: row.get("headcount")?,
        notes: row.get("notes")?,
        source: row.get("source")?,
        sample: row.get("sample")?,
        created_at: time(row, "created_at")?,
        deleted_at: time_or_none(row, "deleted_at")?,
    })
}
