use super::{Field, Language, Values, words};
use crate::views::runs::LanguageFrom;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The person a text is for, as far as writing needs to know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The person's id: variants are chosen by it.
    pub id: Uuid,
    /// First name, may be empty.
    pub first_name: String,
    /// Last name, may be empty.
    pub last_name: String,
    /// Position, may be empty.
    pub title: String,
    /// Company name, may be empty.
    pub company: String,
    /// Place, may be empty.
    pub location: String,
    /// E-mail address, may be empty; used for guessing the language only.
    pub email: String,
    /// The language the seller recorded.
    pub language: Option<Language>,
    /// Where the seller has the person from.
    pub source: Source,
    /// The seller's own words about the source; said only when they typed the person in by hand.
    pub source_detail: String,
    /// When the seller and the person connected on LinkedIn.
    pub connected_on: Option<NaiveDate>,
}

/// Where a person's data came from (GDPR article 14 asks to say so at first contact).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The seller's own LinkedIn export.
    Linkedin,
    /// A file of contacts.
    Csv,
    /// The seller's spreadsheet.
    Sheet,
    /// Typed in by the seller.
    Manual,
    /// The sample data.
    Sample,
}

impl Source {
    /// The source recorded as text; what is unknown counts as typed in by hand.
    pub fn named(name: &str) -> Source {
        match name {
            "linkedin" => Source::Linkedin,
            "csv" => Source::Csv,
            "sheet" => Source::Sheet,
            "sample" => Source::Sample,
            _ => Source::Manual,
        }
    }
}

/// Who writes: the seller, from the settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// First and last name.
    pub name: String,
    /// Company, may be empty.
    pub company: String,
    /// Postal address, one or more lines.
    pub postal_address: String,
    /// Address the messages come from.
    pub email: String,
    /// Signature as the seller wrote it; empty = name and company.
    pub signature: String,
}

impl Recipient {
    /// First and last name in one line.
    pub fn full_name(&self) -> String {
        words::clean(&format!("{} {}", self.first_name, self.last_name))
    }

    /// The language to write in and what told it: the recorded one, else a careful guess, else that of the seller's texts, else the desk's.
    pub fn language_or(&self, texts: Option<Language>, desk: Language) -> (Language, LanguageFrom) {
        self.language
            .map(|language| (language, LanguageFrom::Record))
            .or_else(|| super::language::guess(&self.location, &self.company, &self.email))
            .or_else(|| texts.map(|language| (language, LanguageFrom::Texts)))
            .unwrap_or((desk, LanguageFrom::Desk))
    }

    /// What placeholders are filled with.
    pub fn values(&self, identity: &Identity) -> Values {
        Values::default()
            .with(Field::FirstName, &self.first_name)
            .with(Field::LastName, &self.last_name)
            .with(Field::FullName, &self.full_name())
            .with(Field::Title, &self.title)
            .with(Field::Company, &self.company)
            .with(Field::Location, &self.location)
            .with(Field::SenderName, &identity.name)
            .with(Field::SenderCompany, &identity.company)
            .with(Field::SenderEmail, &identity.email)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::writing::samples;

    #[test]
    fn of_whom_nothing_is_known_is_written_to_in_the_language_of_the_desk() {
        let recipient =
            Recipient { language: None, location: String::new(), company: "Acme".into(), email: "a@acme.com".into(), ..samples::marie() };
        assert_eq!(recipient.language_or(None, Language::Fr), (Language::Fr, LanguageFrom::Desk));
        assert_eq!(recipient.language_or(None, Language::En), (Language::En, LanguageFrom::Desk));
    }

    #[test]
    fn what_told_the_language_is_said() {
        let known = Recipient { language: Some(Language::En), location: "Lyon".into(), ..samples::marie() };
        assert_eq!(known.language_or(None, Language::Fr), (Language::En, LanguageFrom::Record));
        let placed = Recipient { language: None, ..known.clone() };
        assert_eq!(placed.language_or(Some(Language::En), Language::En), (Language::Fr, LanguageFrom::Place));
        let unknown = Recipient { location: String::new(), company: String::new(), email: String::new(), ..placed };
        assert_eq!(unknown.language_or(Some(Language::En), Language::Fr), (Language::En, LanguageFrom::Texts));
    }
}
