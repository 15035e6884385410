//! The language a person is written to in.

use super::words;
use crate::views::runs::LanguageFrom;
use serde::{Deserialize, Serialize};

/// A language the desk writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French, always with *vous*.
    Fr,
    /// English.
    En,
}

impl Language {
    /// The language of a code such as `fr`, `fr-CA`, `en_GB`.
    pub fn of_code(code: &str) -> Option<Language> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" if code.len() == 2 || !code.get(2..3)?.chars().all(char::is_alphanumeric) => Some(Language::Fr),
            "en" if code.len() == 2 || !code.get(2..3)?.chars().all(char::is_alphanumeric) => Some(Language::En),
            _ => None,
        }
    }

    /// Its two-letter code (ISO 639-1).
    pub fn code(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
        }
    }
}

const FRENCH_PLACES: &[&str] = &[
    "france",
    "paris",
    "ile de france",
    "lyon",
    "marseille",
    "toulouse",
    "bordeaux",
    "nantes",
    "lille",
    "strasbourg",
    "rennes",
    "montpellier",
    "grenoble",
    "nice",
    "auvergne",
    "bretagne",
    "normandie",
    "occitanie",
    "nouvelle aquitaine",
    "hauts de france",
    "provence",
    "reunion",
    "guadeloupe",
    "martinique",
];
const ENGLISH_PLACES: &[&str] = &[
    "united kingdom",
    "royaume uni",
    "england",
    "angleterre",
    "scotland",
    "wales",
    "ireland",
    "irlande",
    "united states",
    "etats unis",
    "usa",
    "australia",
    "australie",
    "new zealand",
    "london",
    "manchester",
    "birmingham",
    "dublin",
    "new york",
    "san francisco",
    "sydney",
];
const ENGLISH_ENDINGS: &[&str] = &["uk", "us", "ie", "au", "nz"];
const FRENCH_FORMS: &[&str] = &["sarl", "sas", "sasu", "eurl", "sci", "scop"];
const ENGLISH_FORMS: &[&str] = &["ltd", "llc", "plc", "inc", "llp"];

/// A careful guess from the place, then the ending of the e-mail address, then the legal form of the company, with what it rests on; `None` when
/// nothing is sure (a place such as Brussels, Geneva or Montréal says nothing).
pub fn guess(location: &str, company: &str, email: &str) -> Option<(Language, LanguageFrom)> {
    let place = words::words(location);
    if !place.is_empty() {
        return of_place(&format!(" {} ", place.join(" "))).map(|found| (found, LanguageFrom::Place));
    }
    let ending = email.rsplit_once('@').and_then(|(_, domain)| domain.rsplit('.').next()).unwrap_or_default().to_lowercase();
    if ending == "fr" {
        return Some((Language::Fr, LanguageFrom::Address));
    }
    if ENGLISH_ENDINGS.contains(&ending.as_str()) {
        return Some((Language::En, LanguageFrom::Address));
    }
    let last = words::words(company).pop().unwrap_or_default();
    if FRENCH_FORMS.contains(&last.as_str()) {
        return Some((Language::Fr, LanguageFrom::Company));
    }
    ENGLISH_FORMS.contains(&last.as_str()).then_some((Language::En, LanguageFrom::Company))
}

/// A place we know nothing of outweighs the ending of an address: a French firm has people everywhere. "Paris, Texas, United States"
/// contradicts itself and says nothing.
fn of_place(place: &str) -> Option<Language> {
    let names = |list: &[&str]| list.iter().any(|name| place.contains(&format!(" {name} ")));
    match (names(FRENCH_PLACES), names(ENGLISH_PLACES)) {
        (true, false) => Some(Language::Fr),
        (false, true) => Some(Language::En),
        _ => None,
    }
}

const FRENCH_WORDS: &[&str] = &[
    "le", "la", "les", "des", "du", "de", "et", "vous", "votre", "vos", "nous", "notre", "je", "une", "un", "pour", "est", "que", "qui",
    "dans", "avec", "sur", "pas", "au", "aux", "ce", "cette", "sont", "bonjour", "afin", "chez",
];
const ENGLISH_WORDS: &[&str] = &[
    "the", "and", "you", "your", "we", "our", "is", "are", "for", "of", "to", "in", "with", "that", "this", "it", "an", "my", "would",
    "have", "be", "hello", "hi", "at", "from", "at", "how", "can",
];

/// The language of a text by its small words; `None` when it is short or mixed.
pub fn of_text(text: &str) -> Option<Language> {
    let words = words::words(text);
    let count = |list: &[&str]| words.iter().filter(|w| list.contains(&w.as_str())).count();
    let (french, english) = (count(FRENCH_WORDS), count(ENGLISH_WORDS));
    if french >= 2 && french >= 2 * english {
        Some(Language::Fr)
    } else if english >= 2 && english >= 2 * french {
        Some(Language::En)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_speaks_before_an_address_and_an_address_before_a_legal_form() {
        assert_eq!(guess("Lyon, Auvergne-Rhône-Alpes, France", "Acme Ltd", "a@acme.co.uk"), Some((Language::Fr, LanguageFrom::Place)));
        assert_eq!(guess("", "Acme Ltd", "a@acme.fr"), Some((Language::Fr, LanguageFrom::Address)));
        assert_eq!(guess("", "Acme Ltd", "a@acme.com"), Some((Language::En, LanguageFrom::Company)));
        assert_eq!(guess("", "Durand SARL", ""), Some((Language::Fr, LanguageFrom::Company)));
    }

    #[test]
    fn what_is_not_sure_is_not_guessed() {
        assert_eq!(guess("Bruxelles, Belgique", "", "a@b.be"), None);
        assert_eq!(guess("Berlin", "", "a@b.fr"), None);
        assert_eq!(guess("Paris, Texas, United States", "", ""), None);
        assert_eq!(guess("", "Acme", "a@acme.com"), None);
    }

    #[test]
    fn a_text_is_recognised_by_its_small_words() {
        assert_eq!(of_text("Bonjour, je vous écris au sujet de votre projet."), Some(Language::Fr));
        assert_eq!(of_text("Hello, I would like to ask you about your project."), Some(Language::En));
        assert_eq!(of_text("OK"), None);
    }

    #[test]
    fn a_code_may_carry_a_region() {
        assert_eq!(Language::of_code("fr-CA"), Some(Language::Fr));
        assert_eq!(Language::of_code("en_GB"), Some(Language::En));
        assert_eq!(Language::of_code("fra"), None);
        assert_eq!(Language::of_code(""), None);
    }
}
