//! What only the terminal says, in both languages. Everything else comes from the window's catalogues.

use crate::language::language;
use crate::output::Failure;
use domain::fault::Params;
use domain::writing::Language;
use serde_json::Value;
use std::io;
use std::path::Path;
use std::sync::LazyLock;

static EN: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("phrases/en.json")).unwrap_or_default());
static FR: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("phrases/fr.json")).unwrap_or_default());

/// A phrase in the language of the terminal, its values filled in.
pub(crate) fn phrase(key: &str, values: &[(&str, &str)]) -> String {
    in_language(language(), key, values)
}

/// A refusal as the terminal says it, where the window's words speak of what only the window has: the sentence may name the id.
pub(crate) fn refusal(code: &str, params: &Params) -> Option<String> {
    let (key, phrases) = (format!("error.{code}"), if language() == Language::Fr { &FR } else { &EN });
    let text = phrases[key].as_str()?;
    (!text.contains("{id}") || params.contains_key("id")).then(|| app::words::fill(language(), text, params))
}

/// A phrase in a language.
pub(crate) fn in_language(language: Language, key: &str, values: &[(&str, &str)]) -> String {
    let phrases = if language == Language::Fr { &FR } else { &EN };
    let params = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    phrases[key].as_str().map_or_else(|| key.to_owned(), |text| app::words::fill(language, text, &params))
}

/// A command line that is not of the right form, in words with a remedy.
pub(crate) fn usage(key: &str, values: &[(&str, &str)]) -> Failure {
    Failure::Usage(phrase(key, values))
}

/// Something inside that no seller can have caused.
pub(crate) fn inside(error: impl ToString) -> Failure {
    usage("failed", &[("why", &error.to_string())])
}

/// A file the command line names and that cannot be read.
pub(crate) fn unreadable(key: &str, path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::InvalidData => "text",
        _ => "other",
    };
    usage(key, &[("path", &path.display().to_string()), ("why", why)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn placeholders(text: &str) -> BTreeSet<&str> {
        let names = text.split('{').skip(1).map(|rest| rest.split([',', '}']).next().unwrap());
        names.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase())).collect()
    }

    #[test]
    fn both_languages_have_the_same_phrases_with_the_same_values() {
        let (en, fr) = (EN.as_object().unwrap(), FR.as_object().unwrap());
        assert_eq!(en.keys().collect::<Vec<_>>(), fr.keys().collect::<Vec<_>>());
        for (key, text) in
            en.iter().filter(|(_, text)| !text.as_str().unwrap().contains(", plural") && !text.as_str().unwrap().contains(", select"))
        {
            assert_eq!(placeholders(text.as_str().unwrap()), placeholders(fr[key].as_str().unwrap()), "{key}");
        }
    }

    #[test]
    fn a_missing_file_is_a_sentence_with_a_remedy() {
        let error = io::Error::from(io::ErrorKind::NotFound);
        let Failure::Usage(said) = unreadable("passphrase_file", Path::new("/nowhere"), &error) else { panic!("a usage error") };
        assert!(said.contains("/nowhere") && said.contains("--passphrase-file") && !said.contains("os error"), "{said}");
    }
}
