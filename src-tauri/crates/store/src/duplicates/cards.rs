use crate::values::Id;
use crate::{Read, StoreError};
use domain::companies::is_siren;
use domain::duplicates::{CompanyCard, PersonCard, Place};
use domain::views::duplicates::DuplicateKind;
use rusqlite::Row;
use std::hash::{DefaultHasher, Hash, Hasher};
use uuid::Uuid;

/// Keys of a kind that stand behind the first one, each behind a space, as SQL. Nobody is asked about where no one has any.
macro_rules! further {
    ($owner:literal, $kind:literal) => {
        concat!(
            "iif((SELECT EXISTS (SELECT 1 FROM contact_point)), coalesce((SELECT group_concat(' ' || t.norm, '') FROM contact_point t WHERE t.",
            $owner,
            " = p.id AND t.kind = '",
            $kind,
            "' AND t.norm <> '' AND t.deleted_at IS NULL), ''), '')"
        )
    };
}

/// What is compared of person `p` of company `c`, as one text: as long as it is the same, so is the person.
const PERSON_MARK: &str = concat!(
    "p.first_name || char(31) || p.last_name || char(31) || coalesce(c.name, '') || char(31) || p.title || char(31) || p.email_norm || ",
    further!("person_id", "email"),
    " || char(31) || p.phone_norm || ",
    further!("person_id", "phone"),
    " || char(31) || p.linkedin_slug || char(31) || p.location || char(31) || p.sample"
);
/// The same of company `p`.
const COMPANY_MARK: &str = concat!(
    "p.name || char(31) || p.siren || char(31) || p.vat || char(31) || p.siret || char(31) || p.domain || char(31) || p.phone_norm || ",
    further!("company_id", "phone"),
    " || char(31) || p.street || char(31) || p.city || char(31) || p.postcode || char(31) || p.country || char(31) || p.sample"
);

/// The mark of a record, as SQL over [`tables`].
pub(super) fn mark(kind: DuplicateKind) -> &'static str {
    match kind {
        DuplicateKind::Person => PERSON_MARK,
        DuplicateKind::Company => COMPANY_MARK,
    }
}

/// The record `p`, with what its mark needs.
pub(super) fn tables(kind: DuplicateKind) -> &'static str {
    match kind {
        DuplicateKind::Person => "person p LEFT JOIN company c ON c.id = p.company_id",
        DuplicateKind::Company => "company p",
    }
}

/// A number that stands for a mark while a search goes on.
pub(super) fn hash(mark: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    mark.hash(&mut hasher);
    hasher.finish()
}

/// A person to be compared.
#[derive(Debug, Clone)]
pub struct PersonRecord {
    /// Id.
    pub id: Uuid,
    /// What is compared.
    pub card: PersonCard,
    /// Changes with the person.
    pub mark: u64,
    /// Invented.
    pub sample: bool,
}

/// A company to be compared.
#[derive(Debug, Clone)]
pub struct CompanyRecord {
    /// Id.
    pub id: Uuid,
    /// What is compared.
    pub card: CompanyCard,
    /// Changes with the company.
    pub mark: u64,
    /// Invented.
    pub sample: bool,
}

/// How many people or companies there are.
pub fn total(read: &Read<'_>, kind: DuplicateKind) -> Result<u32, StoreError> {
    let sql = format!("SELECT count(*) FROM {} WHERE deleted_at IS NULL", kind.code());
    Ok(read.conn().prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// The next people in the order of their ids.
pub fn people_after(read: &Read<'_>, after: Option<Uuid>, limit: u32) -> Result<Vec<PersonRecord>, StoreError> {
    let sql = format!(
        "SELECT p.id, {PERSON_MARK}, p.sample, p.first_name, p.last_name, coalesce(c.name, ''), p.title, p.email_norm || {}, p.phone_norm || {},
           p.linkedin_slug, p.location FROM {} WHERE p.id > ?1 AND p.deleted_at IS NULL ORDER BY p.id LIMIT ?2",
        further!("person_id", "email"),
        further!("person_id", "phone"),
        tables(DuplicateKind::Person)
    );
    page(read, &sql, after, limit, |row| {
        let card = PersonCard {
            first_name: row.get(3)?,
            last_name: row.get(4)?,
            company: row.get(5)?,
            title: row.get(6)?,
            emails: each(row.get_ref(7)?.as_str()?),
            phones: each(row.get_ref(8)?.as_str()?),
            profile: row.get(9)?,
            place: Place { city: row.get(10)?, ..Place::default() },
        };
        Ok(PersonRecord { id: row.get::<_, Id>(0)?.0, card, mark: hash(row.get_ref(1)?.as_str()?), sample: row.get(2)? })
    })
}

/// The next companies in the order of their ids.
pub fn companies_after(read: &Read<'_>, after: Option<Uuid>, limit: u32) -> Result<Vec<CompanyRecord>, StoreError> {
    let sql = format!(
        "SELECT p.id, {COMPANY_MARK}, p.sample, p.name, p.siren, p.vat, p.siret, p.domain, p.phone_norm || {}, p.street, p.city, p.postcode, p.country
           FROM {} WHERE p.id > ?1 AND p.deleted_at IS NULL ORDER BY p.id LIMIT ?2",
        further!("company_id", "phone"),
        tables(DuplicateKind::Company)
    );
    page(read, &sql, after, limit, |row| {
        let (siren, vat): (String, String) = (row.get(4)?, row.get(5)?);
        let card = CompanyCard {
            name: row.get(3)?,
            register: register(siren, vat),
            establishment: row.get(6)?,
            domain: row.get(7)?,
            phones: each(row.get_ref(8)?.as_str()?),
            place: Place { street: row.get(9)?, city: row.get(10)?, postcode: row.get(11)?, region: row.get(12)?, ..Place::default() },
        };
        Ok(CompanyRecord { id: row.get::<_, Id>(0)?.0, card, mark: hash(row.get_ref(1)?.as_str()?), sample: row.get(2)? })
    })
}

fn page<T>(
    read: &Read<'_>,
    sql: &str,
    after: Option<Uuid>,
    limit: u32,
    record: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let after = after.map(|id| id.to_string()).unwrap_or_default();
    let mut statement = read.conn().prepare_cached(sql)?;
    let rows = statement.query_map((after, limit), record)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Keys have no spaces.
fn each(keys: &str) -> Vec<String> {
    keys.split_whitespace().map(str::to_owned).collect()
}

/// The number that names a company and no other: its SIREN, or that within a French VAT number, or the VAT number of another country. What was
/// typed in the place of a number is none.
fn register(siren: String, vat: String) -> String {
    if is_siren(&siren) {
        return siren;
    }
    match vat.strip_prefix("FR").and_then(|rest| rest.get(2..)) {
        Some(within) if is_siren(within) => within.to_owned(),
        Some(_) => String::new(),
        None => vat,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_french_vat_number_names_the_company_by_its_siren() {
        let of = |siren: &str, vat: &str| register(siren.to_owned(), vat.to_owned());
        assert_eq!(of("732829320", ""), "732829320");
        assert_eq!(of("", "FR44732829320"), "732829320");
        assert_eq!(of("unknown", "FR44unknown"), "");
        assert_eq!(of("", "DE136695976"), "DE136695976");
    }
}
