use super::{EmailStatus, Status};
use crate::text::fold_words;

impl Status {
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

    /// The status stored under `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The word in a sheet, `fr` or English.
    pub fn label(self, locale: &str) -> &'static str {
        let (fr, en) = match self {
            Self::New => ("Nouveau", "New"),
            Self::Contacted => ("Contacté", "Contacted"),
            Self::Interested => ("Intéressé", "Interested"),
            Self::Qualified => ("Qualifié", "Qualified"),
            Self::Converted => ("Converti", "Converted"),
            Self::Lost => ("Perdu", "Lost"),
            Self::DoNotContact => ("Ne pas contacter", "Do not contact"),
        };
        if locale.starts_with("fr") { fr } else { en }
    }

    /// Reads a status as people write it in a sheet: either language, any case, with or without accents, feminine or masculine.
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
    fn every_status_is_read_back_from_its_word_in_both_languages_and_from_its_code() {
        for status in Status::ALL {
            assert_eq!(Status::read(status.label("fr")), Some(status));
            assert_eq!(Status::read(status.label("en")), Some(status));
            assert_eq!(Status::read(status.code()), Some(status));
            assert_eq!(Status::of_code(status.code()), Some(status));
        }
    }

    #[test]
    fn a_status_is_read_without_accents_and_an_unknown_word_is_not_guessed() {
        assert_eq!(Status::read(" CONTACTE "), Some(Status::Contacted));
        assert_eq!(Status::read("Intéressée"), Some(Status::Interested));
        assert_eq!(Status::read("peut-être"), None);
        assert_eq!(Status::read(""), None);
    }
}
