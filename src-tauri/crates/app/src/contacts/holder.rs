//! The person or company itself, on which the first address and number stand.

use super::ContactsFault;
use domain::companies::Company;
use domain::contacts::{Owner, PointKind, PointStatus, Postal};
use domain::people::{EmailStatus, Person, site_domain};
use store::{Read, StoreError, Tx};
use uuid::Uuid;

/// The person or company.
pub(super) enum Holder {
    Person(Box<Person>),
    Company(Box<Company>),
}

/// A value that stands on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) value: String,
    pub(super) norm: String,
    pub(super) status: PointStatus,
}

impl Holder {
    /// Who is on the desk.
    pub(super) fn present(read: &Read<'_>, owner: Owner) -> Result<Self, ContactsFault> {
        Ok(match owner {
            Owner::Person(id) => Self::Person(Box::new(crate::people::present(read, id)?)),
            Owner::Company(id) => Self::Company(Box::new(crate::companies::present(read, id)?)),
        })
    }

    pub(super) fn id(&self) -> Uuid {
        match self {
            Self::Person(person) => person.id,
            Self::Company(company) => company.id,
        }
    }

    /// What the history calls it.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Person(person) => person.name(),
            Self::Company(company) => company.name.clone(),
        }
    }

    /// Whether the first of a kind stands here.
    pub(super) fn bears(&self, kind: PointKind) -> bool {
        match self {
            Self::Person(_) => matches!(kind, PointKind::Email | PointKind::Phone),
            Self::Company(_) => kind != PointKind::Email,
        }
    }

    /// The first of a kind, where there is one.
    pub(super) fn held(&self, kind: PointKind) -> Option<Held> {
        let held = |value: &str, norm: &str, status| Held { value: value.to_owned(), norm: norm.to_owned(), status };
        let found = match (self, kind) {
            (Self::Person(person), PointKind::Email) => held(&person.email, &person.email_norm, status_of(person.email_status)),
            (Self::Person(person), PointKind::Phone) => held(&person.phone, &person.phone_norm, PointStatus::Unknown),
            (Self::Company(company), PointKind::Phone) => held(&company.phone, &company.phone_norm, PointStatus::Unknown),
            (Self::Company(company), PointKind::Url) => held(&company.website, &company.domain, PointStatus::Unknown),
            (Self::Company(company), PointKind::Address) => {
                let postal = seat(company);
                let value = if postal.is_empty() { String::new() } else { serde_json::to_string(&postal).unwrap_or_default() };
                held(&value, "", PointStatus::Unknown)
            }
            _ => return None,
        };
        (!found.value.is_empty()).then_some(found)
    }

    /// Puts a value here, or takes it away.
    pub(super) fn hold(&mut self, kind: PointKind, held: Option<&Held>) {
        let (value, norm) = held.map(|held| (held.value.clone(), held.norm.clone())).unwrap_or_default();
        match (self, kind) {
            (Self::Person(person), PointKind::Email) => {
                if person.email_norm != norm {
                    // Consent was for the address it was given for.
                    person.consent_at = None;
                    person.consent_note.clear();
                }
                person.email = value;
                person.email_norm = norm;
                person.email_status = held.map_or(EmailStatus::None, |held| email_status(held.status));
            }
            (Self::Person(person), PointKind::Phone) => {
                person.phone = value;
                person.phone_norm = norm;
            }
            (Self::Company(company), PointKind::Phone) => {
                company.phone = value;
                company.phone_norm = norm;
            }
            (Self::Company(company), PointKind::Url) => {
                company.domain = site_domain(&value);
                company.website = value;
            }
            (Self::Company(company), PointKind::Address) => {
                let postal = Postal::of(&value).unwrap_or_default();
                company.street = postal.street;
                company.postcode = postal.postcode;
                company.city = postal.city;
                company.country = postal.country;
            }
            _ => {}
        }
    }

    /// Whether somebody is left to know the person by.
    pub(super) fn is_identified(&self) -> bool {
        match self {
            Self::Person(person) => person.is_identified(),
            Self::Company(_) => true,
        }
    }

    pub(super) fn write(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        match self {
            Self::Person(person) => store::people::update(tx, person).map(drop),
            Self::Company(company) => store::companies::update(tx, company).map(drop),
        }
    }
}

/// The head office.
pub(super) fn seat(company: &Company) -> Postal {
    Postal {
        street: company.street.clone(),
        postcode: company.postcode.clone(),
        city: company.city.clone(),
        region: String::new(),
        country: company.country.clone(),
    }
}

/// What is known of a first address.
pub(crate) fn status_of(status: EmailStatus) -> PointStatus {
    match status {
        EmailStatus::None => PointStatus::Unknown,
        EmailStatus::Valid => PointStatus::Valid,
        EmailStatus::Guessed => PointStatus::Guessed,
        EmailStatus::Bounced => PointStatus::Bounced,
    }
}

/// What the gate is to know of an address that becomes the first. Who opted out is told by the do-not-contact list alone.
pub(super) fn email_status(status: PointStatus) -> EmailStatus {
    match status {
        PointStatus::Guessed => EmailStatus::Guessed,
        PointStatus::Bounced => EmailStatus::Bounced,
        PointStatus::Unknown | PointStatus::Valid | PointStatus::OptedOut => EmailStatus::Valid,
    }
}
