use super::check::foreign;
use super::{TemplateError, words};
use serde::{Deserialize, Serialize};

/// What a placeholder can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The person's first name: `{first_name}`.
    FirstName,
    /// The person's last name: `{last_name}`.
    LastName,
    /// First and last name: `{name}`, `{full_name}`.
    FullName,
    /// Position: `{title}`, `{position}`.
    Title,
    /// Company: `{company}`.
    Company,
    /// Place: `{location}`.
    Location,
    /// The seller's name: `{sender_name}`.
    SenderName,
    /// The seller's company: `{sender_company}`.
    SenderCompany,
    /// The seller's e-mail address: `{sender_email}`.
    SenderEmail,
    /// The run's `emailContext`: `{context}`.
    Context,
}

const ALL: [Field; Field::COUNT] = [
    Field::FirstName,
    Field::LastName,
    Field::FullName,
    Field::Title,
    Field::Company,
    Field::Location,
    Field::SenderName,
    Field::SenderCompany,
    Field::SenderEmail,
    Field::Context,
];

impl Field {
    /// How many there are.
    pub(super) const COUNT: usize = 10;

    /// The name used in templates and messages, such as `first_name`.
    pub fn name(self) -> &'static str {
        match self {
            Field::FirstName => "first_name",
            Field::LastName => "last_name",
            Field::FullName => "full_name",
            Field::Title => "title",
            Field::Company => "company",
            Field::Location => "location",
            Field::SenderName => "sender_name",
            Field::SenderCompany => "sender_company",
            Field::SenderEmail => "sender_email",
            Field::Context => "context",
        }
    }

    /// Finds a field by any of its names, in either language, however it is spelled: `firstName`, `First Name`, `prénom`.
    pub fn named(name: &str) -> Option<Field> {
        // Templates are filled for thousands, and most of them use the name itself.
        if let Some(field) = ALL.into_iter().find(|field| field.name() == name) {
            return Some(field);
        }
        let key: String = words::fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
        ALL.into_iter().find(|field| field.keys().contains(&key.as_str()))
    }

    /// The known name closest to a misspelled one, when there is a close one.
    pub fn suggestion(name: &str) -> Option<&'static str> {
        words::closest(&words::fold(name), ALL.iter().map(|field| field.name()))
    }

    /// Whether it comes from the person's record, which a file may have filled.
    fn is_of_person(self) -> bool {
        use Field::{Company, FirstName, FullName, LastName, Location, Title};
        matches!(self, FirstName | LastName | FullName | Title | Company | Location)
    }

    /// Refuses a person's value that no message may print.
    pub(super) fn may_hold(self, value: &str) -> Result<(), TemplateError> {
        match foreign(value).filter(|_| self.is_of_person()) {
            Some(found) => Err(TemplateError::Foreign { field: self, found }),
            None => Ok(()),
        }
    }

    /// Folded names without separators.
    fn keys(self) -> &'static [&'static str] {
        match self {
            Field::FirstName => &["firstname", "prenom"],
            Field::LastName => &["lastname", "nom", "surname"],
            Field::FullName => &["name", "fullname", "nomcomplet"],
            Field::Title => &["title", "position", "poste", "jobtitle", "fonction"],
            Field::Company => &["company", "companyname", "entreprise", "societe"],
            Field::Location => &["location", "localisation", "city", "ville"],
            Field::SenderName => &["sendername", "monnom"],
            Field::SenderCompany => &["sendercompany", "monentreprise"],
            Field::SenderEmail => &["senderemail", "monemail"],
            Field::Context => &["context", "emailcontext", "contexte"],
        }
    }

    pub(super) fn index(self) -> usize {
        self as usize
    }

    pub(super) fn at(index: usize) -> Option<Field> {
        ALL.get(index).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_stands_at_its_own_place() {
        assert_eq!(ALL.map(Field::index), std::array::from_fn(|place| place));
    }

    #[test]
    fn a_field_is_found_by_every_spelling_people_use() {
        for spelling in ["first_name", "firstName", "First Name", "FIRST-NAME", "prénom", "Prenom"] {
            assert_eq!(Field::named(spelling), Some(Field::FirstName), "{spelling}");
        }
        assert_eq!(Field::named("position"), Some(Field::Title));
        assert_eq!(Field::named("name"), Some(Field::FullName));
        assert_eq!(Field::named("salary"), None);
    }

    #[test]
    fn a_misspelled_field_gets_the_closest_name() {
        assert_eq!(Field::suggestion("frist_name"), Some("first_name"));
        assert_eq!(Field::suggestion("compny"), Some("company"));
        assert_eq!(Field::suggestion("zzzzzz"), None);
    }
}
