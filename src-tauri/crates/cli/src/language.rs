//! The language `rain` speaks: `RAINMAKER_LANG`, else the desk's own, else the terminal's.

use domain::writing::Language;
use std::sync::atomic::{AtomicU8, Ordering};

/// 0 = no desk has spoken yet, 1 = French, 2 = English.
static DESK: AtomicU8 = AtomicU8::new(0);

/// Notes the language of the desk this command is about.
pub(crate) fn of_desk(locale: &str) {
    if let Some(language) = read(locale) {
        DESK.store(if language == Language::Fr { 1 } else { 2 }, Ordering::Relaxed);
    }
}

/// The language of everything that is printed.
pub(crate) fn language() -> Language {
    let desk = match DESK.load(Ordering::Relaxed) {
        1 => Some(Language::Fr),
        2 => Some(Language::En),
        _ => None,
    };
    chosen(|name| std::env::var(name).ok(), desk)
}

fn chosen(env: impl Fn(&str) -> Option<String>, desk: Option<Language>) -> Language {
    let terminal = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| env(name).filter(|v| !v.is_empty()));
    let asked = env("RAINMAKER_LANG").and_then(|value| read(&value));
    asked.or(desk).or_else(|| terminal().and_then(|value| read(&value))).unwrap_or(Language::En)
}

/// `fr`, `fr_FR.UTF-8`, `en-GB`; nothing for a language the desk does not speak.
fn read(locale: &str) -> Option<Language> {
    Language::of_code(locale.split('.').next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_goes_before_the_desk_and_the_desk_before_the_terminal() {
        let env = |ours: &'static str, lang: &'static str| {
            move |name: &str| match name {
                "RAINMAKER_LANG" => Some(ours.to_owned()),
                "LANG" => Some(lang.to_owned()),
                _ => None,
            }
        };
        for (ours, desk, lang, wanted) in [
            ("fr", Some(Language::En), "en_GB.UTF-8", Language::Fr),
            ("", Some(Language::Fr), "en_GB.UTF-8", Language::Fr),
            ("de", Some(Language::Fr), "en_GB.UTF-8", Language::Fr),
            ("", None, "fr_FR.UTF-8", Language::Fr),
            ("", None, "C.UTF-8", Language::En),
        ] {
            assert_eq!(chosen(env(ours, lang), desk), wanted, "{ours} {desk:?} {lang}");
        }
    }
}
