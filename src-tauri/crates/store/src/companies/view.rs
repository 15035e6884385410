use super::list::{LAST_CONTACT, PEOPLE_OF};
use super::rows;
use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError, custom, tags};
use chrono::{DateTime, Utc};
use domain::companies::{Company, CompanyField};
use domain::views::companies::CompanyRow;
use domain::views::custom::CustomOf;
use domain::views::tags::TagView;
use std::collections::HashMap;
use uuid::Uuid;

/// How many people a company has on the desk, and when the last of them was contacted.
type Of = (u32, Option<DateTime<Utc>>);

/// Rows of a list for these ids, in their order; companies removed meanwhile are left out.
pub fn views(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<CompanyRow>, StoreError> {
    let (of, mut tags) = (people_of(read, ids)?, tags::of_companies(read, ids)?);
    let mut custom = custom::of_all(read, CustomOf::Companies, ids)?;
    let companies = rows::many(read, ids)?.into_iter();
    Ok(companies
        .map(|company| CompanyRow {
            custom: custom.remove(&company.id).unwrap_or_default(),
            ..row(&company, of.get(&company.id).copied().unwrap_or_default(), tags.remove(&company.id).unwrap_or_default())
        })
        .collect())
}

/// The row of one company, which may be removed.
pub fn view(read: &Read<'_>, company: &Company) -> Result<CompanyRow, StoreError> {
    let of = people_of(read, &[company.id])?;
    let tags = tags::of_companies(read, &[company.id])?.remove(&company.id).unwrap_or_default();
    let custom = custom::of_all(read, CustomOf::Companies, &[company.id])?.remove(&company.id).unwrap_or_default();
    Ok(CompanyRow { custom, ..row(company, of.get(&company.id).copied().unwrap_or_default(), tags) })
}

fn people_of(read: &Read<'_>, ids: &[Uuid]) -> Result<HashMap<Uuid, Of>, StoreError> {
    let sql = format!("SELECT c.id, {PEOPLE_OF}, {LAST_CONTACT} FROM json_each(?1) j JOIN company c ON c.id = j.value");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([ids_json(ids)])?;
    let mut found = HashMap::with_capacity(ids.len());
    while let Some(row) = rows.next()? {
        found.insert(row.get::<_, Id>(0)?.0, (row.get(1)?, row.get::<_, Option<At>>(2)?.map(|at| at.0)));
    }
    Ok(found)
}

fn row(company: &Company, (people, last_contact_at): Of, tags: Vec<TagView>) -> CompanyRow {
    CompanyRow {
        id: company.id,
        name: company.name.clone(),
        website: CompanyField::Website.get(company).into_owned(),
        phone: company.phone.clone(),
        street: company.street.clone(),
        postcode: company.postcode.clone(),
        city: company.city.clone(),
        country: company.country.clone(),
        siren: company.siren.clone(),
        siret: company.siret.clone(),
        vat: company.vat.clone(),
        naf: company.naf.clone(),
        activity: company.activity.clone(),
        headcount: company.headcount,
        people,
        last_contact_at,
        added_at: company.created_at,
        sample: company.sample,
        tags,
        custom: Vec::new(),
    }
}
