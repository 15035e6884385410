use super::{Meaning, Person, Status, profile_key};
use crate::fault::{Fault, Params, params};
use crate::mail::{Address, AddressError};
use crate::text::{clean_line, clean_lines, fold_company, fold_words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A value of a person, by the name it has in commands, in imports and in the record of where values came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonField {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// What they do.
    Title,
    /// Where they work, by name.
    Company,
    /// Address.
    Email,
    /// Phone.
    Phone,
    /// Profile link.
    LinkedinUrl,
    /// Place.
    Location,
    /// `fr`, `en` or empty.
    Language,
    /// IANA zone or empty.
    TimeZone,
    /// Status.
    Status,
    /// Notes.
    Notes,
    /// The sheet's "Message envoyé".
    MessageSent,
    /// The sheet's "Nb relances".
    FollowupCount,
    /// Connected on LinkedIn since, ISO date.
    ConnectedOn,
    /// Day added, ISO date.
    AddedOn,
}

/// Why a value cannot be taken. The value itself is never part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// No field has this name, or the seller cannot type it.
    #[error("there is no such field")]
    Unknown,
    /// Longer than the field's limit.
    #[error("the value of {} is longer than {limit} characters", field.code())]
    TooLong {
        /// Which field.
        field: PersonField,
        /// Most characters.
        limit: usize,
    },
    /// Not an address the desk can write to.
    #[error("this is not an e-mail address")]
    Email(AddressError),
    /// Not the link of a person's LinkedIn profile.
    #[error("this is not a LinkedIn profile")]
    Profile,
    /// No IANA zone has this name.
    #[error("there is no such time zone")]
    TimeZone,
    /// Neither `fr` nor `en`.
    #[error("this language is not known")]
    Language,
    /// No status is called so.
    #[error("there is no such status")]
    Status,
    /// Not an ISO date.
    #[error("this is not a date")]
    Date,
    /// Not a whole number of 0 or more.
    #[error("this is not a number")]
    Number,
}

impl Fault for FieldError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "people.unknown_field",
            Self::TooLong { .. } => "people.too_long",
            Self::Email(inner) => inner.code(),
            Self::Profile => "people.bad_profile",
            Self::TimeZone => "people.bad_time_zone",
            Self::Language => "people.bad_language",
            Self::Status => "people.bad_status",
            Self::Date => "people.bad_date",
            Self::Number => "people.bad_number",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Unknown => {
                let typed: Vec<_> = PersonField::ALL.into_iter().filter(|field| field.is_typed()).map(PersonField::code).collect();
                params([("known", typed.join(", "))])
            }
            Self::TooLong { field, limit } => params([("field", field.code().to_owned()), ("limit", limit.to_string())]),
            _ => Params::new(),
        }
    }
}

impl PersonField {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::FirstName,
        Self::LastName,
        Self::Title,
        Self::Company,
        Self::Email,
        Self::Phone,
        Self::LinkedinUrl,
        Self::Location,
        Self::Language,
        Self::TimeZone,
        Self::Status,
        Self::Notes,
        Self::MessageSent,
        Self::FollowupCount,
        Self::ConnectedOn,
        Self::AddedOn,
    ];

    /// Its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Title => "title",
            Self::Company => "company",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::LinkedinUrl => "linkedin_url",
            Self::Location => "location",
            Self::Language => "language",
            Self::TimeZone => "time_zone",
            Self::Status => "status",
            Self::Notes => "notes",
            Self::MessageSent => "message_sent",
            Self::FollowupCount => "followup_count",
            Self::ConnectedOn => "connected_on",
            Self::AddedOn => "added_on",
        }
    }

    /// The field called `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// Whether the seller types it; the others come from files and from the desk's own work.
    pub fn is_typed(self) -> bool {
        !matches!(self, Self::MessageSent | Self::FollowupCount | Self::ConnectedOn | Self::AddedOn)
    }

    /// Most characters.
    pub fn limit(self) -> usize {
        match self {
            Self::FirstName | Self::LastName => 200,
            Self::Title | Self::Company | Self::Location => 300,
            Self::Email => 254,
            Self::LinkedinUrl => 2_048,
            Self::Notes | Self::MessageSent => 20_000,
            _ => 100,
        }
    }

    /// Its value on a person, as text.
    pub fn get(self, person: &Person) -> Cow<'_, str> {
        match self {
            Self::FirstName => Cow::Borrowed(&person.first_name),
            Self::LastName => Cow::Borrowed(&person.last_name),
            Self::Title => Cow::Borrowed(&person.title),
            Self::Company => Cow::Borrowed(&person.company),
            Self::Email => Cow::Borrowed(&person.email),
            Self::Phone => Cow::Borrowed(&person.phone),
            Self::LinkedinUrl => Cow::Borrowed(&person.linkedin_url),
            Self::Location => Cow::Borrowed(&person.location),
            Self::Language => Cow::Borrowed(&person.language),
            Self::TimeZone => Cow::Borrowed(&person.time_zone),
            Self::Status => Cow::Owned(person.status.key()),
            Self::Notes => Cow::Borrowed(&person.notes),
            Self::MessageSent => Cow::Borrowed(&person.message_sent),
            Self::FollowupCount if person.followup_count == 0 => Cow::Borrowed(""),
            Self::FollowupCount => Cow::Owned(person.followup_count.to_string()),
            Self::ConnectedOn => Cow::Owned(person.connected_on.map(|day| day.to_string()).unwrap_or_default()),
            Self::AddedOn => Cow::Owned(person.added_on.to_string()),
        }
    }

    /// Puts a value on a person: cleaned, checked, with its keys. Empty clears. A company changes by name only: `company_id` is left for
    /// whoever finds or makes the company.
    ///
    /// # Errors
    /// See [`FieldError`]; the person is unchanged then.
    pub fn set(self, person: &mut Person, value: &str) -> Result<(), FieldError> {
        let value = if matches!(self, Self::Notes | Self::MessageSent) { clean_lines(value) } else { clean_line(value) };
        if value.chars().count() > self.limit() {
            return Err(FieldError::TooLong { field: self, limit: self.limit() });
        }
        match self {
            Self::FirstName => person.first_name = value,
            Self::LastName => person.last_name = value,
            Self::Title => person.title = value,
            Self::Company => person.company = value,
            Self::Email if value.is_empty() => person.clear_email(),
            Self::Email => {
                let address = Address::parse(&value).map_err(FieldError::Email)?;
                if address.norm() != person.email_norm || address.as_str() != person.email {
                    person.set_email(&address);
                }
            }
            Self::Phone => person.set_phone(&value),
            Self::LinkedinUrl => {
                if !value.is_empty() && profile_key(&value).is_empty() {
                    return Err(FieldError::Profile);
                }
                person.set_linkedin(&value);
            }
            Self::Location => person.location = value,
            Self::Language => person.language = language(&value)?.to_owned(),
            Self::TimeZone => {
                if !value.is_empty() {
                    value.parse::<chrono_tz::Tz>().map_err(|_| FieldError::TimeZone)?;
                }
                person.time_zone = value;
            }
            Self::Status => {
                // What the desk calls its statuses is read before, by whoever knows it: see [`super::Statuses`].
                let usual = || Meaning::read(&value).map(Status::of);
                person.status = Status::of_key(&value).or_else(usual).ok_or(FieldError::Status)?;
            }
            Self::Notes => person.notes = value,
            Self::MessageSent => person.message_sent = value,
            Self::FollowupCount if value.is_empty() => person.followup_count = 0,
            Self::FollowupCount => person.followup_count = number(&value)?,
            Self::ConnectedOn if value.is_empty() => person.connected_on = None,
            Self::ConnectedOn => person.connected_on = Some(date(&value)?),
            Self::AddedOn => person.added_on = date(&value)?,
        }
        Ok(())
    }

    /// Whether two people have the same value, although it may be written otherwise (case of an address, separators of a phone number,
    /// form of a link, legal form of a company).
    pub fn is_same(self, one: &Person, other: &Person) -> bool {
        let key = |a: &str, b: &str| !a.is_empty() && a == b;
        self.get(one) == self.get(other)
            || match self {
                Self::Email => key(&one.email_norm, &other.email_norm),
                Self::Phone => key(&one.phone_norm, &other.phone_norm),
                Self::LinkedinUrl => key(&one.linkedin_slug, &other.linkedin_slug),
                Self::Company => key(&fold_company(&one.company), &fold_company(&other.company)),
                _ => false,
            }
    }
}

fn language(text: &str) -> Result<&'static str, FieldError> {
    match fold_words(text).as_str() {
        "" => Ok(""),
        "fr" | "french" | "francais" | "fr fr" => Ok("fr"),
        "en" | "english" | "anglais" | "en gb" | "en us" => Ok("en"),
        _ => Err(FieldError::Language),
    }
}

fn date(text: &str) -> Result<NaiveDate, FieldError> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| FieldError::Date)
}

/// A whole number; spreadsheets write `3` as `3.0` or `3,0`.
fn number(text: &str) -> Result<u32, FieldError> {
    let whole = text.split_once(['.', ',']).filter(|(_, rest)| rest.bytes().all(|b| b == b'0')).map_or(text, |(whole, _)| whole);
    whole.parse().map_err(|_| FieldError::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn person() -> Person {
        let at: DateTime<chrono::Utc> = "2026-09-15T08:00:00Z".parse().unwrap();
        Person::new(uuid::Uuid::nil(), "manual", at, at.date_naive())
    }

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in PersonField::ALL {
            assert_eq!(PersonField::of_code(field.code()), Some(field));
        }
        assert_eq!(PersonField::of_code("deleted_at"), None);
    }

    #[test]
    fn a_value_is_cleaned_and_its_key_computed() {
        let mut person = person();
        PersonField::FirstName.set(&mut person, " Ann\r\nLee\u{202e} ").unwrap();
        PersonField::Email.set(&mut person, "Ann.Lee@Example.ORG").unwrap();
        PersonField::Phone.set(&mut person, "06 12 34 56 78").unwrap();
        PersonField::LinkedinUrl.set(&mut person, "https://www.linkedin.com/in/Ann-Lee/").unwrap();
        assert_eq!(person.first_name, "Ann Lee");
        assert_eq!((person.email.as_str(), person.email_norm.as_str()), ("Ann.Lee@example.org", "ann.lee@example.org"));
        assert_eq!(person.email_status, crate::people::EmailStatus::Valid);
        assert_eq!((person.phone_norm.as_str(), person.linkedin_slug.as_str()), ("+33612345678", "ann-lee"));
    }

    #[test]
    fn a_bad_value_is_refused_and_leaves_the_person_as_they_were() {
        let mut person = person();
        for (field, value) in [
            (PersonField::Email, "ann@"),
            (PersonField::LinkedinUrl, "https://example.org"),
            (PersonField::TimeZone, "Europe/Atlantis"),
            (PersonField::Language, "klingon"),
            (PersonField::Status, "perhaps"),
            (PersonField::Status, ""),
            (PersonField::FollowupCount, "-1"),
            (PersonField::AddedOn, "12 mars"),
        ] {
            let before = person.clone();
            assert!(field.set(&mut person, value).is_err(), "{field:?} {value:?}");
            assert_eq!(person, before);
        }
        assert!(matches!(PersonField::Title.set(&mut person, &"x".repeat(301)), Err(FieldError::TooLong { limit: 300, .. })));
    }

    #[test]
    fn what_is_set_is_what_is_got() {
        let mut person = person();
        for (field, value) in [
            (PersonField::Status, "Intéressé"),
            (PersonField::Language, "Français"),
            (PersonField::FollowupCount, "3.0"),
            (PersonField::ConnectedOn, "2024-11-05"),
            (PersonField::Notes, "one\r\ntwo"),
        ] {
            field.set(&mut person, value).unwrap();
        }
        let got: Vec<_> =
            [PersonField::Status, PersonField::Language, PersonField::FollowupCount, PersonField::ConnectedOn, PersonField::Notes]
                .map(|field| field.get(&person).into_owned())
                .into();
        assert_eq!(got, ["interested", "fr", "3", "2024-11-05", "one\ntwo"]);
    }

    #[test]
    fn another_writing_of_the_same_value_is_the_same() {
        let mut person = person();
        PersonField::Email.set(&mut person, "ann@example.org").unwrap();
        PersonField::Phone.set(&mut person, "+33612345678").unwrap();
        PersonField::LinkedinUrl.set(&mut person, "https://www.linkedin.com/in/ann").unwrap();
        PersonField::Company.set(&mut person, "Acme SAS").unwrap();
        let mut other = person.clone();
        for (field, value) in [
            (PersonField::Email, "ANN@EXAMPLE.org"),
            (PersonField::Phone, "06 12 34 56 78"),
            (PersonField::LinkedinUrl, "http://linkedin.com/in/Ann?x=1"),
            (PersonField::Company, "ACME"),
        ] {
            field.set(&mut other, value).unwrap();
            assert!(field.is_same(&person, &other), "{field:?}");
        }
        PersonField::Company.set(&mut other, "Acme Bank").unwrap();
        PersonField::Title.set(&mut other, "CEO").unwrap();
        assert!(!PersonField::Company.is_same(&person, &other) && !PersonField::Title.is_same(&person, &other));
    }
}
