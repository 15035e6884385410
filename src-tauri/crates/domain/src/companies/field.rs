use super::identifiers::Identifier;
use super::{Company, country_code, is_siret};
use crate::fault::{Fault, Params, params};
use crate::people::site_domain;
use crate::text::{clean_line, clean_lines};
use std::borrow::Cow;

/// A value of a company that the seller types, by the name it has in commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CompanyField {
    /// Name.
    Name,
    /// Site.
    Website,
    /// Phone.
    Phone,
    /// Number and street.
    Street,
    /// Postcode.
    Postcode,
    /// Town.
    City,
    /// Country.
    Country,
    /// SIREN.
    Siren,
    /// SIRET.
    Siret,
    /// VAT number.
    Vat,
    /// NAF code.
    Naf,
    /// What it does.
    Activity,
    /// How many people work there.
    Headcount,
    /// Notes.
    Notes,
}

/// Why a value cannot be taken. The value itself is never part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CompanyFieldError {
    /// No field has this name.
    #[error("there is no such field")]
    Unknown,
    /// Longer than the field's limit.
    #[error("the value of {} is longer than {limit} characters", field.code())]
    TooLong {
        /// Which field.
        field: CompanyField,
        /// Most characters.
        limit: usize,
    },
    /// Not the address of a site.
    #[error("this is not a website")]
    Website,
    /// No country is written so.
    #[error("this country is not known")]
    Country,
    /// Not a whole number of people.
    #[error("this is not a number of people")]
    Headcount,
}

impl Fault for CompanyFieldError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "companies.unknown_field",
            Self::TooLong { .. } => "companies.too_long",
            Self::Website => "companies.bad_website",
            Self::Country => "companies.bad_country",
            Self::Headcount => "companies.bad_headcount",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Unknown => params([("known", CompanyField::ALL.map(CompanyField::code).join(", "))]),
            Self::TooLong { field, limit } => params([("field", field.code().to_owned()), ("limit", limit.to_string())]),
            _ => Params::new(),
        }
    }
}

impl CompanyField {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::Website,
        Self::Phone,
        Self::Street,
        Self::Postcode,
        Self::City,
        Self::Country,
        Self::Siren,
        Self::Siret,
        Self::Vat,
        Self::Naf,
        Self::Activity,
        Self::Headcount,
        Self::Notes,
    ];

    /// Its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Website => "website",
            Self::Phone => "phone",
            Self::Street => "street",
            Self::Postcode => "postcode",
            Self::City => "city",
            Self::Country => "country",
            Self::Siren => "siren",
            Self::Siret => "siret",
            Self::Vat => "vat",
            Self::Naf => "naf",
            Self::Activity => "activity",
            Self::Headcount => "headcount",
            Self::Notes => "notes",
        }
    }

    /// The field called `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// Whether two companies cannot have it in common.
    pub fn is_ones_own(self) -> bool {
        matches!(self, Self::Name | Self::Website | Self::Phone | Self::Siren | Self::Siret | Self::Vat)
    }

    /// Most characters.
    pub fn limit(self) -> usize {
        match self {
            Self::Name | Self::Street | Self::City | Self::Activity => 300,
            Self::Website => 2_048,
            Self::Notes => 20_000,
            _ => 100,
        }
    }

    /// Its value on a company, as text. Of a site only the domain may be known.
    pub fn get(self, company: &Company) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Name => &company.name,
            Self::Website if company.website.is_empty() => &company.domain,
            Self::Website => &company.website,
            Self::Phone => &company.phone,
            Self::Street => &company.street,
            Self::Postcode => &company.postcode,
            Self::City => &company.city,
            Self::Country => &company.country,
            Self::Siren => &company.siren,
            Self::Siret => &company.siret,
            Self::Vat => &company.vat,
            Self::Naf => &company.naf,
            Self::Activity => &company.activity,
            Self::Headcount => return Cow::Owned(company.headcount.map(|n| n.to_string()).unwrap_or_default()),
            Self::Notes => &company.notes,
        })
    }

    /// Puts a value on a company: cleaned, checked, with its keys. Empty clears. A SIRET that is right also gives a SIREN that is missing.
    ///
    /// # Errors
    /// See [`CompanyFieldError`]; the company is unchanged then.
    pub fn set(self, company: &mut Company, value: &str) -> Result<(), CompanyFieldError> {
        let value = if matches!(self, Self::Notes | Self::Street) { clean_lines(value) } else { clean_line(value) };
        if value.chars().count() > self.limit() {
            return Err(CompanyFieldError::TooLong { field: self, limit: self.limit() });
        }
        match self {
            Self::Name => company.name = value,
            Self::Website if !value.is_empty() && site_domain(&value).is_empty() => return Err(CompanyFieldError::Website),
            Self::Website => company.set_website(&value),
            Self::Phone => company.set_phone(&value),
            Self::Street => company.street = value,
            Self::Postcode => company.postcode = value,
            Self::City => company.city = value,
            Self::Country if value.is_empty() => company.country = value,
            Self::Country => company.country = country_code(&value).ok_or(CompanyFieldError::Country)?,
            Self::Siren => company.siren = Identifier::Siren.kept(&value),
            Self::Siret => {
                company.siret = Identifier::Siret.kept(&value);
                if company.siren.is_empty()
                    && let Some(siren) = company.siret.get(..9).filter(|_| is_siret(&company.siret))
                {
                    company.siren = siren.to_owned();
                }
            }
            Self::Vat => company.vat = Identifier::Vat.kept(&value),
            Self::Naf => company.naf = Identifier::Naf.kept(&value),
            Self::Activity => company.activity = value,
            Self::Headcount => company.headcount = headcount(&value)?,
            Self::Notes => company.notes = value,
        }
        Ok(())
    }
}

/// A number of people; thousands may be set apart by a space, as in `1 200`.
fn headcount(text: &str) -> Result<Option<u32>, CompanyFieldError> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if bare.is_empty() {
        return Ok(None);
    }
    bare.parse().map(Some).map_err(|_| CompanyFieldError::Headcount)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn company() -> Company {
        Company::new(uuid::Uuid::nil(), "Acme", "manual", "2026-09-15T08:00:00Z".parse().unwrap())
    }

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in CompanyField::ALL {
            assert_eq!(CompanyField::of_code(field.code()), Some(field));
        }
        assert_eq!(CompanyField::of_code("deleted_at"), None);
    }

    #[test]
    fn a_value_is_cleaned_and_its_key_computed() {
        let mut company = company();
        for (field, value) in [
            (CompanyField::Name, " Ateliers\r\nBrunel "),
            (CompanyField::Website, "https://www.ateliers-brunel.fr/contact"),
            (CompanyField::Phone, "02 40 12 34 56"),
            (CompanyField::City, "Saint-Étienne"),
            (CompanyField::Country, "France"),
            (CompanyField::Headcount, "1 200"),
            (CompanyField::Siret, "732 829 320 00074"),
        ] {
            field.set(&mut company, value).unwrap();
        }
        assert_eq!((company.name.as_str(), company.domain.as_str()), ("Ateliers Brunel", "ateliers-brunel.fr"));
        assert_eq!((company.phone_norm.as_str(), company.city_norm().as_str()), ("+33240123456", "saint-etienne"));
        assert_eq!((company.country.as_str(), company.headcount), ("FR", Some(1200)));
        assert_eq!((company.siret.as_str(), company.siren.as_str()), ("73282932000074", "732829320"), "a right SIRET gives the SIREN");
    }

    #[test]
    fn a_bad_value_is_refused_and_leaves_the_company_as_it_was() {
        let mut company = company();
        for (field, value) in [
            (CompanyField::Website, "n/a"),
            (CompanyField::Country, "Atlantis"),
            (CompanyField::Headcount, "many"),
            (CompanyField::Headcount, "-3"),
        ] {
            let before = company.clone();
            assert!(field.set(&mut company, value).is_err(), "{field:?} {value:?}");
            assert_eq!(company, before);
        }
        let long = CompanyField::Name.set(&mut company, &"x".repeat(301));
        assert_eq!(long, Err(CompanyFieldError::TooLong { field: CompanyField::Name, limit: 300 }));
    }

    #[test]
    fn a_site_of_which_only_the_domain_is_known_is_that_domain_until_it_is_cleared() {
        let mut company = company();
        company.domain = "acme.example".to_owned();
        assert_eq!(CompanyField::Website.get(&company), "acme.example");
        CompanyField::Website.set(&mut company, "").unwrap();
        assert_eq!((CompanyField::Website.get(&company).as_ref(), company.domain.as_str()), ("", ""));
    }
}
