//! The built-in texts. The first line of an e-mail's file is its subject.

use super::{Language, Template, TemplateError};
use std::sync::LazyLock;

/// A built-in e-mail.
pub(super) struct Builtin {
    pub(super) subject: Template,
    pub(super) body: Template,
}

/// Compiled at the first use, once: a run writes to thousands.
type Compiled<T> = LazyLock<Result<Vec<T>, TemplateError>>;

/// Texts of one kind in each language.
struct Texts<T: 'static> {
    fr: Compiled<T>,
    en: Compiled<T>,
}

impl<T> Texts<T> {
    fn of(&'static self, language: Language) -> Result<&'static [T], TemplateError> {
        let texts = match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        };
        texts.as_deref().map_err(Clone::clone)
    }
}

/// The files of both languages, each read by the same function.
macro_rules! texts {
    ($read:path: $($name:literal),+) => {
        Texts {
            fr: LazyLock::new(|| [$(include_str!(concat!("texts/fr/", $name, ".txt"))),+].into_iter().map($read).collect()),
            en: LazyLock::new(|| [$(include_str!(concat!("texts/en/", $name, ".txt"))),+].into_iter().map($read).collect()),
        }
    };
}

static FIRSTS: Texts<Builtin> = texts!(Builtin::read: "first-1", "first-2", "first-3", "first-4");
static NOTES: Texts<Template> = texts!(Template::compile: "note-1", "note-2", "note-3");
static MESSAGES: Texts<Template> = texts!(Template::compile: "message");

/// First e-mails: several ways to say the same, so that colleagues do not receive the same words.
pub(super) fn firsts(language: Language) -> Result<&'static [Builtin], TemplateError> {
    FIRSTS.of(language)
}

/// LinkedIn notes, from the fullest to the shortest; the last needs no value at all.
pub(super) fn notes(language: Language) -> Result<&'static [Template], TemplateError> {
    NOTES.of(language)
}

/// Messages to a connection; they need no value at all.
pub(super) fn messages(language: Language) -> Result<&'static [Template], TemplateError> {
    MESSAGES.of(language)
}

/// The follow-up number `n` (1 = first) of `max`: the last one says that it is the last.
pub(super) fn followup(language: Language, n: u32, max: u32) -> &'static str {
    let last = n >= max && n > 1;
    match (language, n, last) {
        (Language::Fr, _, true) => include_str!("texts/fr/followup-last.txt"),
        (Language::En, _, true) => include_str!("texts/en/followup-last.txt"),
        (Language::Fr, 0 | 1, _) => include_str!("texts/fr/followup-1.txt"),
        (Language::En, 0 | 1, _) => include_str!("texts/en/followup-1.txt"),
        (Language::Fr, n, _) if n % 2 == 0 => include_str!("texts/fr/followup-2.txt"),
        (Language::En, n, _) if n % 2 == 0 => include_str!("texts/en/followup-2.txt"),
        (Language::Fr, ..) => include_str!("texts/fr/followup-3.txt"),
        (Language::En, ..) => include_str!("texts/en/followup-3.txt"),
    }
}

impl Builtin {
    /// Splits and compiles an e-mail's file.
    pub(super) fn read(source: &str) -> Result<Builtin, TemplateError> {
        let (subject, body) = source.split_once('\n').unwrap_or((source, ""));
        Ok(Builtin { subject: Template::compile(subject.trim())?, body: Template::compile(body.trim())? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_and_quotes_are_those_of_print() {
        for part in ["fr", "en"] {
            for file in std::fs::read_dir(format!("{}/src/writing/texts/{part}", env!("CARGO_MANIFEST_DIR"))).unwrap() {
                let path = file.unwrap().path();
                assert!(!std::fs::read_to_string(&path).unwrap().contains(['\'', '"']), "{}", path.display());
            }
        }
    }

    #[test]
    fn every_builtin_text_compiles() {
        for language in [Language::Fr, Language::En] {
            assert_eq!(firsts(language).unwrap().len(), 4);
            assert_eq!(notes(language).unwrap().len(), 3);
            assert_eq!(messages(language).unwrap().len(), 1);
            for n in 1..=5 {
                Builtin::read(followup(language, n, 5)).unwrap();
            }
        }
    }
}
