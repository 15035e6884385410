use crate::people::{phone_key, site_domain};
use crate::text::{fold, fold_company};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// A company on the desk. Texts are clean; empty means unknown.
#[derive(Debug, Clone, PartialEq)]
pub struct Company {
    /// UUIDv7.
    pub id: Uuid,
    /// Name as written.
    pub name: String,
    /// Site as written.
    pub website: String,
    /// Registrable domain of the site, or of an address at the company.
    pub domain: String,
    /// Phone as written.
    pub phone: String,
    /// Key of the phone.
    pub phone_norm: String,
    /// Number, street and what stands above the postcode.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Country, two letters of ISO 3166-1.
    pub country: String,
    /// SIREN: nine digits, or what was typed in their place.
    pub siren: String,
    /// SIRET: fourteen digits, or what was typed in their place.
    pub siret: String,
    /// VAT number with the letters of its country, or what was typed in its place.
    pub vat: String,
    /// Code of the main activity (NAF), `62.01Z`, or what was typed in its place.
    pub naf: String,
    /// What the company does, in words.
    pub activity: String,
    /// People who work there.
    pub headcount: Option<u32>,
    /// The seller's notes.
    pub notes: String,
    /// `linkedin`, `csv`, `sheet`, `manual`, `sample`; empty for one that is older than this record of it.
    pub source: String,
    /// Invented.
    pub sample: bool,
    /// When the row was made.
    pub created_at: DateTime<Utc>,
    /// Removed from the desk at.
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Company {
    /// A company of which only the name is known.
    pub fn new(id: Uuid, name: &str, source: &str, at: DateTime<Utc>) -> Self {
        Self {
            id,
            name: name.to_owned(),
            website: String::new(),
            domain: String::new(),
            phone: String::new(),
            phone_norm: String::new(),
            street: String::new(),
            postcode: String::new(),
            city: String::new(),
            country: String::new(),
            siren: String::new(),
            siret: String::new(),
            vat: String::new(),
            naf: String::new(),
            activity: String::new(),
            headcount: None,
            notes: String::new(),
            source: source.to_owned(),
            sample: false,
            created_at: at,
            deleted_at: None,
        }
    }

    /// Key of the name, for matching and for ordering: folded, without the legal form.
    pub fn name_norm(&self) -> String {
        fold_company(&self.name)
    }

    /// Key of the town, for ordering.
    pub fn city_norm(&self) -> String {
        fold(&self.city)
    }

    /// Puts a phone number in place, with its key.
    pub fn set_phone(&mut self, phone: &str) {
        phone.clone_into(&mut self.phone);
        self.phone_norm = phone_key(phone);
    }

    /// Puts a site in place, with its domain.
    pub fn set_website(&mut self, website: &str) {
        website.clone_into(&mut self.website);
        self.domain = site_domain(website);
    }

    /// Whether another record speaks of the same company. Numbers of the register decide where both have them; otherwise the name does, unless
    /// the two stand at different postcodes, as shops of one name do.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let both = |one: &str, two: &str| !one.is_empty() && !two.is_empty();
        if both(&self.siret, &other.siret) {
            return self.siret == other.siret;
        }
        if both(&self.siren, &other.siren) {
            return self.siren == other.siren;
        }
        let elsewhere = both(&self.postcode, &other.postcode) && self.postcode != other.postcode;
        !elsewhere && self.name_norm() == other.name_norm()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company(name: &str, postcode: &str, siren: &str, siret: &str) -> Company {
        let mut company = Company::new(Uuid::nil(), name, "manual", "2026-09-15T08:00:00Z".parse().unwrap());
        (company.postcode, company.siren, company.siret) = (postcode.to_owned(), siren.to_owned(), siret.to_owned());
        company
    }

    #[test]
    fn the_register_tells_companies_apart_before_names_and_postcodes_do() {
        for (one, other, same) in [
            (company("Acme SAS", "", "", ""), company("ACME", "", "", ""), true),
            (company("Boulangerie Martin", "75011", "", ""), company("Boulangerie Martin", "69003", "", ""), false),
            (company("Boulangerie Martin", "75011", "", ""), company("Boulangerie Martin", "", "", ""), true),
            (company("Acme", "75011", "732829320", ""), company("Acme Industrie", "69003", "732829320", ""), true),
            (company("Acme", "", "732829320", ""), company("Acme", "", "552081317", ""), false),
            (company("Acme", "", "732829320", "73282932000074"), company("Acme", "", "732829320", "73282932000082"), false),
            (company("Acme", "", "732829320", ""), company("Zénith", "", "", ""), false),
        ] {
            assert_eq!((one.is_same_as(&other), other.is_same_as(&one)), (same, same), "{one:?} {other:?}");
        }
    }
}
