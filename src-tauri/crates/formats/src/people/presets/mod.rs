//! What the exports of products look like: recognised by the names of their columns, understood by a table for each.
//!
//! A table says more than names can: which of several addresses is the first, what the others are for, which columns are parts of one
//! postal address, and which look like something they are not.

mod contacts;
mod crm;
mod status;

use serde::{Deserialize, Serialize};

use super::{Field, aliases::fold};
pub(super) use status::status;

/// A product whose exports are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Product {
    /// Apollo.io, contacts.
    Apollo,
    /// HubSpot, contacts of a view.
    HubSpot,
    /// Salesforce: reports on leads and contacts, Data Loader.
    Salesforce,
    /// Pipedrive, people.
    Pipedrive,
    /// Google Contacts since 2024.
    Google,
    /// Google Contacts before.
    GoogleOld,
    /// Outlook, classic and new, English.
    Outlook,
    /// Outlook, French.
    OutlookFr,
    /// lemlist, leads of a campaign.
    Lemlist,
    /// vCard files, as this crate lays them out in columns.
    VCard,
}

impl Product {
    /// Every one, the most telling signature first.
    pub const ALL: [Self; 10] = [
        Self::VCard,
        Self::Apollo,
        Self::Pipedrive,
        Self::Google,
        Self::GoogleOld,
        Self::OutlookFr,
        Self::Outlook,
        Self::HubSpot,
        Self::Salesforce,
        Self::Lemlist,
    ];

    /// A stable name, as serialised and as typed.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Apollo => "apollo",
            Self::HubSpot => "hub_spot",
            Self::Salesforce => "salesforce",
            Self::Pipedrive => "pipedrive",
            Self::Google => "google",
            Self::GoogleOld => "google_old",
            Self::Outlook => "outlook",
            Self::OutlookFr => "outlook_fr",
            Self::Lemlist => "lemlist",
            Self::VCard => "v_card",
        }
    }

    /// The product of a name; `hubspot` and `vcard` are understood too.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|product| product.code() == code || product.code().replace('_', "") == code)
    }

    /// As people know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Apollo => "Apollo",
            Self::HubSpot => "HubSpot",
            Self::Salesforce => "Salesforce",
            Self::Pipedrive => "Pipedrive",
            Self::Google | Self::GoogleOld => "Google Contacts",
            Self::Outlook | Self::OutlookFr => "Outlook",
            Self::Lemlist => "lemlist",
            Self::VCard => "vCard",
        }
    }

    /// The product whose columns these are.
    pub(super) fn of(folded: &[String]) -> Option<Self> {
        let has = |name: &str| folded.iter().any(|other| fits(name, other).is_some());
        Self::ALL.into_iter().find(|product| product.signatures().iter().any(|signature| signature.iter().all(|name| has(name))))
    }

    /// Sets of columns; one whole set tells the product.
    fn signatures(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Apollo => &crm::APOLLO_SIGNATURES,
            Self::HubSpot => &crm::HUBSPOT_SIGNATURES,
            Self::Salesforce => &crm::SALESFORCE_SIGNATURES,
            Self::Pipedrive => &crm::PIPEDRIVE_SIGNATURES,
            Self::Lemlist => &crm::LEMLIST_SIGNATURES,
            Self::Google => &contacts::GOOGLE_SIGNATURES,
            Self::GoogleOld => &contacts::GOOGLE_OLD_SIGNATURES,
            Self::Outlook => &contacts::OUTLOOK_SIGNATURES,
            Self::OutlookFr => &contacts::OUTLOOK_FR_SIGNATURES,
            Self::VCard => &contacts::VCARD_SIGNATURES,
        }
    }

    /// The columns it has, the better of several for one field first.
    fn columns(self) -> &'static [Column] {
        match self {
            Self::Apollo => crm::APOLLO,
            Self::HubSpot => crm::HUBSPOT,
            Self::Salesforce => crm::SALESFORCE,
            Self::Pipedrive => crm::PIPEDRIVE,
            Self::Lemlist => crm::LEMLIST,
            Self::Google | Self::GoogleOld | Self::VCard => contacts::GOOGLE,
            Self::Outlook => contacts::OUTLOOK,
            Self::OutlookFr => contacts::OUTLOOK_FR,
        }
    }

    /// Which of the columns that every export of this product has the file lacks, as the product writes them.
    #[must_use]
    pub fn lacks(self, header: &[String]) -> Lacking {
        let fields: Vec<Field> = header.iter().filter_map(|name| self.role(&fold(name))?.0.field()).collect();
        let expected = self.expected();
        let missing: Vec<&'static str> = expected.iter().filter(|(field, _)| !fields.contains(field)).map(|(_, name)| *name).collect();
        Lacking { fits: missing.len() * 2 <= expected.len(), missing }
    }

    /// The fields every export has, by the columns that hold them.
    fn expected(self) -> &'static [(Field, &'static str)] {
        use Field::{Company, Email, ExternalId, FirstName, FullName, LastName};
        match self {
            Self::Apollo => &[(FirstName, "First Name"), (LastName, "Last Name"), (Email, "Email"), (Company, "Company Name")],
            Self::HubSpot => &[(FirstName, "First Name"), (LastName, "Last Name"), (Email, "Email"), (ExternalId, "Record ID")],
            Self::Salesforce => &[(FirstName, "First Name"), (LastName, "Last Name"), (Email, "Email"), (Company, "Company / Account")],
            Self::Pipedrive => &[(FullName, "Person - Name"), (Company, "Person - Organization"), (Email, "Person - Email - Work")],
            Self::Google => &[(FirstName, "First Name"), (LastName, "Last Name"), (Email, "E-mail 1 - Value")],
            Self::GoogleOld => &[(FirstName, "Given Name"), (LastName, "Family Name"), (Email, "E-mail 1 - Value")],
            Self::Outlook => &[(FirstName, "First Name"), (LastName, "Last Name"), (Email, "E-mail Address")],
            Self::OutlookFr => &[(FirstName, "Prénom"), (LastName, "Nom"), (Email, "Adresse de messagerie")],
            Self::Lemlist => &[(FirstName, "firstName"), (LastName, "lastName"), (Email, "email"), (Company, "companyName")],
            Self::VCard => &[(ExternalId, "vcard uid")],
        }
    }

    /// What a column of this product is, how good it is for that (the lower the better), and the number in its name.
    pub(super) fn role(self, folded: &str) -> Option<(Role, usize, u8)> {
        self.columns().iter().enumerate().find_map(|(rank, (name, role))| {
            let number = fits(name, folded)?;
            Some((*role, rank * 100 + usize::from(number), number))
        })
    }
}

/// What of a product's columns a file lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// Enough of them is there to read the file so.
    pub fits: bool,
    /// The names of those that are not there.
    pub missing: Vec<&'static str>,
}

/// A column by its folded name, in which `#` stands for a number, and what it is.
type Column = (&'static str, Role);

/// What a column of a product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The one column of a field.
    Is(Field),
    /// An e-mail address, for what.
    Email(&'static str),
    /// A phone number, for what.
    Phone(&'static str),
    /// A link, for what.
    Url(&'static str),
    /// One of these whose purpose stands in a column beside it, whose name ends otherwise.
    Labelled(Field),
    /// Part of the postal address of this number; the purpose of the address. 0 is the main one; `#` in the name counts from it.
    Place(u8, Part, &'static str),
    /// Nothing, though its name may look like something.
    Nothing,
}

impl Role {
    /// The field a column of this role fills.
    fn field(self) -> Option<Field> {
        match self {
            Self::Is(field) | Self::Labelled(field) => Some(field),
            Self::Email(_) => Some(Field::Email),
            Self::Phone(_) => Some(Field::Phone),
            Self::Url(_) => Some(Field::OtherUrl),
            Self::Place(..) | Self::Nothing => None,
        }
    }
}

/// A part of a postal address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Number and street; several columns are its lines.
    Street,
    /// Postcode.
    Postcode,
    /// Town.
    City,
    /// Region or state.
    Region,
    /// Country.
    Country,
}

/// Whether a folded name fits a pattern; the number where `#` stands, else 0.
fn fits(pattern: &str, folded: &str) -> Option<u8> {
    let Some((before, after)) = pattern.split_once('#') else {
        return (pattern == folded).then_some(0);
    };
    folded.strip_prefix(before)?.strip_suffix(after)?.parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_a_table_is_written_folded_and_stands_once() {
        for product in Product::ALL {
            let mut seen = Vec::new();
            for (name, _) in product.columns() {
                assert_eq!(fold(&name.replace('#', "1")), name.replace('#', "1"), "{product:?}");
                assert!(!seen.contains(name), "{product:?} {name} twice");
                seen.push(name);
            }
        }
    }

    #[test]
    fn a_product_is_called_by_its_code_with_and_without_underscores() {
        for product in Product::ALL {
            assert_eq!(Product::of_code(product.code()), Some(product));
        }
        assert_eq!(Product::of_code("hubspot"), Some(Product::HubSpot));
        assert_eq!(Product::of_code("excel"), None);
    }

    #[test]
    fn a_file_that_is_not_of_a_product_says_which_columns_it_lacks() {
        let header = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let plain = header(&["First Name", "Last Name", "Email", "Town"]);
        assert_eq!(Product::Apollo.lacks(&plain), Lacking { fits: true, missing: vec!["Company Name"] });
        assert_eq!(Product::Salesforce.lacks(&plain).missing, ["Company / Account"]);
        assert!(!Product::Pipedrive.lacks(&plain).fits);
        assert_eq!(Product::OutlookFr.lacks(&plain).missing, ["Prénom", "Nom", "Adresse de messagerie"]);
        let french = header(&["Prénom", "Nom", "E-mail", "ID de fiche d'informations"]);
        assert_eq!(Product::HubSpot.lacks(&french), Lacking { fits: true, missing: Vec::new() });
    }

    #[test]
    fn a_number_in_a_name_is_read() {
        assert_eq!(fits("phone # value", "phone 12 value"), Some(12));
        assert_eq!(fits("phone # value", "phone value"), None);
        assert_eq!(fits("phone", "phone"), Some(0));
    }
}
