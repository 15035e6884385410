use super::{Meaning, Status};
use crate::fault::{Fault, Params, params};
use crate::opportunities::{MOST_DAYS, STAGE_COLOURS};
use crate::text::{clean_line, fold};
use chrono::{DateTime, Days, Utc};

/// Longest name of a status.
const LONGEST: usize = 60;

/// A status as the seller wants it.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusRow {
    /// Which.
    pub status: Status,
    /// French name.
    pub name_fr: String,
    /// English name.
    pub name_en: String,
    /// One of [`STAGE_COLOURS`].
    pub colour: String,
    /// Its place among them, from 1.
    pub position: u32,
    /// Days after which somebody has been in it too long; none = never.
    pub rotten_days: Option<u32>,
    /// Nobody is put in it any more.
    pub hidden: bool,
    /// Deleted: whom an undo put back in it is shown all the same.
    pub deleted_at: Option<DateTime<Utc>>,
}

/// A status that cannot be as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StatusError {
    /// No name in either language.
    #[error("a status needs a name")]
    NoName,
    /// Longer than a column is wide.
    #[error("the name is longer than {0} characters")]
    LongName(usize),
    /// Signs nobody sees.
    #[error("the name has signs that are not shown")]
    BadName,
    /// Another status is called so.
    #[error("another status is called so")]
    NameTaken(String),
    /// A name that says "do not contact", for a status that counts as something else.
    #[error("only what counts as do not contact may be called so")]
    NameReserved(String),
    /// Not a number of days.
    #[error("from 1 to 3,650 days")]
    Days,
    /// No such colour.
    #[error("there is no such colour")]
    Colour,
}

impl Fault for StatusError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "statuses.no_name",
            Self::LongName(_) => "statuses.long_name",
            Self::BadName => "statuses.bad_name",
            Self::NameTaken(_) => "statuses.name_taken",
            Self::NameReserved(_) => "statuses.name_reserved",
            Self::Days => "statuses.bad_days",
            Self::Colour => "statuses.bad_colour",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::LongName(most) => params([("most", most.to_string())]),
            Self::NameTaken(name) | Self::NameReserved(name) => params([("name", name.clone())]),
            Self::Days => params([("most", MOST_DAYS.to_string())]),
            Self::Colour => params([("known", STAGE_COLOURS.join(" ").trim().to_owned())]),
            Self::NoName | Self::BadName => Params::new(),
        }
    }
}

impl StatusRow {
    /// What it is called in a language, `fr` or English.
    #[must_use]
    pub fn name(&self, locale: &str) -> &str {
        if locale.starts_with("fr") { &self.name_fr } else { &self.name_en }
    }

    /// Whether somebody may be put in it.
    #[must_use]
    pub fn is_offered(&self) -> bool {
        !self.hidden && self.deleted_at.is_none()
    }

    fn is_called(&self, folded: &str) -> bool {
        fold(&self.name_fr) == folded || fold(&self.name_en) == folded
    }
}

/// The statuses of a desk in the seller's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Statuses(Vec<StatusRow>);

impl Statuses {
    /// All of them, in their order.
    #[must_use]
    pub fn new(rows: Vec<StatusRow>) -> Self {
        Self(rows)
    }

    /// All of them, those that were deleted too.
    #[must_use]
    pub fn rows(&self) -> &[StatusRow] {
        &self.0
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, status: Status) -> Option<&StatusRow> {
        self.0.iter().find(|row| row.status == status)
    }

    /// What a status is called, `fr` or English.
    #[must_use]
    pub fn name(&self, status: Status, locale: &str) -> &str {
        let row = self.get(status).or_else(|| self.get(Status::of(status.meaning)));
        row.map_or(status.meaning.code(), |row| row.name(locale))
    }

    /// Those that have a limit: with the moment before which whoever came into one has been in it too long.
    pub fn limits(&self, now: DateTime<Utc>) -> impl Iterator<Item = (Status, DateTime<Utc>)> {
        self.0.iter().filter_map(move |row| Some((row.status, now.checked_sub_days(Days::new(row.rotten_days?.into()))?)))
    }

    /// Those that count as this, deleted ones too.
    pub fn counting_as(&self, meaning: Meaning) -> impl Iterator<Item = Status> {
        self.0.iter().map(|row| row.status).filter(move |status| status.meaning == meaning)
    }

    /// The status a word names: its key, or its name in either language. Words that only mean a status are taken last.
    #[must_use]
    pub fn named(&self, text: &str) -> Option<Status> {
        self.of_key(text).or_else(|| self.read(text))
    }

    /// The status a file names: its name in either language, its key, or a word that is usual for what it counts as. A word for "do not contact"
    /// never reads as anything else, whatever the seller calls their statuses.
    #[must_use]
    pub fn read(&self, text: &str) -> Option<Status> {
        let usual = Meaning::read(text);
        let folded = fold(&clean_line(text));
        let called = self.present().find(|row| row.is_called(&folded)).map(|row| row.status);
        match usual {
            Some(Meaning::DoNotContact) => {
                Some(called.filter(|status| status.meaning == Meaning::DoNotContact).unwrap_or(Status::of(Meaning::DoNotContact)))
            }
            _ => called.or_else(|| self.of_key(text)).or_else(|| self.first(usual?)),
        }
    }

    fn of_key(&self, text: &str) -> Option<Status> {
        let status = Status::of_key(text.trim())?;
        self.present().any(|row| row.status == status).then_some(status)
    }

    /// The status that stands for a meaning: the one every desk begins with, or the first that counts as it.
    fn first(&self, meaning: Meaning) -> Option<Status> {
        let present = || self.present().map(|row| row.status);
        present().find(|status| *status == Status::of(meaning)).or_else(|| present().find(|status| status.meaning == meaning))
    }

    fn present(&self) -> impl Iterator<Item = &StatusRow> {
        self.0.iter().filter(|row| row.deleted_at.is_none())
    }

    /// A status with its values checked beside the others.
    ///
    /// # Errors
    /// See [`StatusError`].
    pub fn checked(&self, mut row: StatusRow) -> Result<StatusRow, StatusError> {
        let (fr, en) = (name(&row.name_fr)?, name(&row.name_en)?);
        (row.name_fr, row.name_en) = match (fr.is_empty(), en.is_empty()) {
            (true, true) => return Err(StatusError::NoName),
            (true, false) => (en.clone(), en),
            (false, true) => (fr.clone(), fr),
            (false, false) => (fr, en),
        };
        for name in [&row.name_fr, &row.name_en] {
            let folded = fold(name);
            if self.present().any(|other| other.status != row.status && other.is_called(&folded)) {
                return Err(StatusError::NameTaken(name.clone()));
            }
            if row.status.meaning != Meaning::DoNotContact && Meaning::read(name) == Some(Meaning::DoNotContact) {
                return Err(StatusError::NameReserved(name.clone()));
            }
        }
        if row.rotten_days.is_some_and(|days| !(1..=MOST_DAYS).contains(&days)) {
            return Err(StatusError::Days);
        }
        if !STAGE_COLOURS.contains(&row.colour.as_str()) {
            return Err(StatusError::Colour);
        }
        Ok(row)
    }
}

/// A name as it is kept. Signs that are not shown are refused where they stand within it: two names that look alike would be two.
fn name(typed: &str) -> Result<String, StatusError> {
    let clean = clean_line(typed);
    let seen = |text: &str| text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    if seen(&clean) != seen(typed) || typed.trim().chars().any(char::is_control) {
        return Err(StatusError::BadName);
    }
    if clean.chars().count() > LONGEST { Err(StatusError::LongName(LONGEST)) } else { Ok(clean) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn row(status: Status, name_fr: &str, name_en: &str) -> StatusRow {
        StatusRow {
            status,
            name_fr: name_fr.to_owned(),
            name_en: name_en.to_owned(),
            colour: String::new(),
            position: 1,
            rotten_days: None,
            hidden: false,
            deleted_at: None,
        }
    }

    const HOT: Status = Status::own(Meaning::Interested, Uuid::from_u128(1));
    const NEW: Status = Status::of(Meaning::New);
    const NEVER: Status = Status::of(Meaning::DoNotContact);

    fn desk() -> Statuses {
        Statuses::new(vec![
            row(NEW, "Nouveau", "New"),
            row(HOT, "Très chaud, à rappeler", "Hot"),
            row(Status::of(Meaning::Qualified), "Contacté", "Known"),
            row(NEVER, "Stop", "Stop"),
        ])
    }

    #[test]
    fn a_status_is_read_by_either_name_by_its_key_and_by_the_usual_words() {
        let desk = desk();
        for (word, status) in [
            ("TRES CHAUD, a rappeler", Some(HOT)),
            ("hot", Some(HOT)),
            (&HOT.key(), Some(HOT)),
            ("Prospect", Some(NEW)),
            ("Contacté", Some(Status::of(Meaning::Qualified))),
            ("intéressée", Some(HOT)),
            ("perdu", None),
            ("maybe", None),
        ] {
            assert_eq!(desk.read(word), status, "{word}");
        }
        assert_eq!(desk.name(HOT, "fr"), "Très chaud, à rappeler");
        assert_eq!(
            desk.name(Status::own(Meaning::New, Uuid::from_u128(9)), "en"),
            "New",
            "one that is there no more reads as what it counts as"
        );
    }

    #[test]
    fn a_word_for_do_not_contact_is_never_anything_else() {
        let mut rows = desk().rows().to_vec();
        rows[0].name_en = "Unsubscribed".to_owned();
        let desk = Statuses::new(rows);
        assert_eq!(desk.read("unsubscribed"), Some(NEVER));
        assert_eq!(desk.named("Ne plus contacter"), Some(NEVER));
    }

    #[test]
    fn a_key_is_taken_before_a_name_where_keys_are_told() {
        let mut rows = desk().rows().to_vec();
        (rows[0].name_en, rows[1].name_en) = ("Fresh".to_owned(), "New".to_owned());
        let desk = Statuses::new(rows);
        assert_eq!((desk.named("new"), desk.named("New"), desk.read("new")), (Some(NEW), Some(HOT), Some(HOT)));
    }

    #[test]
    fn a_name_that_cannot_be_is_refused() {
        let own = |fr: &str, en: &str| desk().checked(row(Status::own(Meaning::Lost, Uuid::from_u128(2)), fr, en));
        for (fr, en, error) in [
            ("", " ", StatusError::NoName),
            (&"x".repeat(1_000), "", StatusError::LongName(60)),
            ("Au\u{202e}tre", "Other", StatusError::BadName),
            ("Autre", "Ot\nher", StatusError::BadName),
            ("Autre", "HOT", StatusError::NameTaken("HOT".to_owned())),
            ("Autre", "stop ", StatusError::NameTaken("stop".to_owned())),
            ("Ne plus contacter", "Other", StatusError::NameReserved("Ne plus contacter".to_owned())),
        ] {
            assert_eq!(own(fr, en), Err(error), "{fr:?} {en:?}");
        }
        let taken = own(" Plus tard\n", "").unwrap();
        assert_eq!((taken.name_fr.as_str(), taken.name_en.as_str()), ("Plus tard", "Plus tard"));
        assert!(desk().checked(row(NEVER, "Désinscrit", "Stop")).is_ok());
        assert_eq!(desk().checked(StatusRow { rotten_days: Some(0), ..row(HOT, "a", "b") }), Err(StatusError::Days));
        assert_eq!(desk().checked(StatusRow { colour: "pink".into(), ..row(HOT, "a", "b") }), Err(StatusError::Colour));
    }
}
