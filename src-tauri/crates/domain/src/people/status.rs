use super::{EmailStatus, Meaning};
use crate::text::fold_words;
use std::fmt;
use uuid::Uuid;

/// What stands between the meaning of a status and the id of the seller's own.
const OWN: char = ':';

/// Where a person stands with the seller: one of the statuses of the desk, by its key.
///
/// What a status counts as is a part of its key and never changes. So the gate and the runs know what they may do from the person alone: no edit of
/// a status, no name and no undo of either changes what somebody counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Status {
    /// What the gate and the runs understand.
    pub meaning: Meaning,
    /// Which of the seller's own; none is the one every desk begins with.
    own: Option<Uuid>,
}

impl Status {
    /// The one of this meaning that every desk begins with.
    #[must_use]
    pub const fn of(meaning: Meaning) -> Self {
        Self { meaning, own: None }
    }

    /// One of the seller's own.
    #[must_use]
    pub const fn own(meaning: Meaning, id: Uuid) -> Self {
        Self { meaning, own: Some(id) }
    }

    /// Whether the seller added it.
    #[must_use]
    pub const fn is_own(self) -> bool {
        self.own.is_some()
    }

    /// As stored: `interested`, or `interested:` and an id.
    #[must_use]
    pub fn key(self) -> String {
        self.to_string()
    }

    /// The status with this key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let Some((meaning, own)) = key.split_once(OWN) else { return Meaning::of_code(key).map(Self::of) };
        let own = Uuid::parse_str(own).ok().filter(|id| id.hyphenated().to_string() == own)?;
        Meaning::of_code(meaning).map(|meaning| Self::own(meaning, own))
    }
}

impl From<Meaning> for Status {
    fn from(meaning: Meaning) -> Self {
        Self::of(meaning)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.meaning.code())?;
        match self.own {
            Some(id) => write!(f, "{OWN}{}", id.hyphenated()),
            None => Ok(()),
        }
    }
}

impl Meaning {
    /// All of them, in their own order.
    pub const ALL: [Self; 7] =
        [Self::New, Self::Contacted, Self::Interested, Self::Qualified, Self::Converted, Self::Lost, Self::DoNotContact];

    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Contacted => "contacted",
            Self::Interested => "interested",
            Self::Qualified => "qualified",
            Self::Converted => "converted",
            Self::Lost => "lost",
            Self::DoNotContact => "do_not_contact",
        }
    }

    /// The meaning stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Whether the desk itself gives the status every desk begins with: to who is new, who was written to, and who must not be.
    #[must_use]
    pub fn is_given_by_the_desk(self) -> bool {
        matches!(self, Self::New | Self::Contacted | Self::DoNotContact)
    }

    /// Reads what people write in a sheet: either language, any case, with or without accents, feminine or masculine.
    pub fn read(text: &str) -> Option<Self> {
        let folded = fold_words(text);
        Some(match folded.as_str() {
            "new" | "nouveau" | "nouvelle" | "a contacter" | "to contact" | "lead" | "prospect" => Self::New,
            "contacted" | "contacte" | "contactee" | "relance" | "relancee" => Self::Contacted,
            "interested" | "interesse" | "interessee" => Self::Interested,
            "qualified" | "qualifie" | "qualifiee" => Self::Qualified,
            "converted" | "converti" | "convertie" | "client" | "cliente" | "customer" | "won" | "gagne" => Self::Converted,
            "lost" | "perdu" | "perdue" | "not interested" | "pas interesse" | "pas interessee" => Self::Lost,
            "do not contact" | "donotcontact" | "ne pas contacter" | "ne plus contacter" | "dnc" | "opt out" | "optout" | "desinscrit"
            | "desinscrite" | "desabonne" | "desabonnee" | "unsubscribed" => Self::DoNotContact,
            _ => return None,
        })
    }
}

impl EmailStatus {
    /// As stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Valid => "valid",
            Self::Guessed => "guessed",
            Self::Bounced => "bounced",
        }
    }

    /// The state stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::None, Self::Valid, Self::Guessed, Self::Bounced].into_iter().find(|status| status.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_is_read_back_from_its_code_and_its_words() {
        for meaning in Meaning::ALL {
            assert_eq!(Meaning::read(meaning.code()), Some(meaning));
            assert_eq!(Meaning::of_code(meaning.code()), Some(meaning));
            assert_eq!(Status::of_key(meaning.code()), Some(Status::of(meaning)));
        }
    }

    #[test]
    fn a_meaning_is_read_without_accents_and_an_unknown_word_is_not_guessed() {
        assert_eq!(Meaning::read(" CONTACTE "), Some(Meaning::Contacted));
        assert_eq!(Meaning::read("Intéressée"), Some(Meaning::Interested));
        assert_eq!(Meaning::read("peut-être"), None);
        assert_eq!(Meaning::read(""), None);
    }

    #[test]
    fn a_key_says_what_its_status_counts_as_and_nothing_else_is_one() {
        let own = Status::own(Meaning::DoNotContact, Uuid::from_u128(7));
        assert_eq!(Status::of_key(&own.key()), Some(own));
        assert!(own.key().starts_with("do_not_contact:") && own.is_own() && own != Status::of(Meaning::DoNotContact));
        for wrong in ["", "New", "new:", "new:1", ":", "happy:00000000-0000-0000-0000-000000000007", "new:00000000000000000000000000000007"]
        {
            assert_eq!(Status::of_key(wrong), None, "{wrong}");
        }
    }
}
