//! Sentences from the window's own catalogues, for what is read outside the window: the terminal and the files it writes.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use domain::fault::Params;
use domain::writing::Language;
use serde_json::Value;
use std::sync::LazyLock;

/// Catalogues by area. Read at the first sentence, once: a file of rejects may need a hundred thousand.
type Catalogue = LazyLock<[(&'static str, Value); 16]>;

macro_rules! catalogue {
    ($language:literal: $($area:literal),*) => {
        LazyLock::new(|| [$(($area, read(include_str!(concat!("../../../../ui/src/i18n/", $language, "/", $area, ".json"))))),*])
    };
}

static EN: Catalogue = catalogue!("en": "errors", "reasons", "history", "people", "imports", "runs", "outbox", "health", "companies",
    "contacts", "agenda", "opportunities", "duplicates", "privacy", "scores", "views");
static FR: Catalogue = catalogue!("fr": "errors", "reasons", "history", "people", "imports", "runs", "outbox", "health", "companies",
    "contacts", "agenda", "opportunities", "duplicates", "privacy", "scores", "views");

fn read(catalogue: &str) -> Value {
    serde_json::from_str(catalogue).unwrap_or_default()
}

/// The sentence of a refusal, its values filled in: what happened, what was not done, the next step. The code itself when there is none.
pub fn say(language: Language, code: &str, params: &Params) -> String {
    first(language, ["errors", "reasons"], code, params)
}

/// The sentence of a reason or a state: the same code may also be one of a refusal, which says more than is so here.
pub fn say_reason(language: Language, code: &str, params: &Params) -> String {
    first(language, ["reasons", "errors"], code, params)
}

fn first(language: Language, areas: [&str; 2], code: &str, params: &Params) -> String {
    let found = areas.into_iter().find_map(|area| lookup(language, area, code));
    found.map_or_else(|| code.to_owned(), |text| fill(language, text, params))
}

/// What an operation of the history did, as the window says it.
pub fn say_intent(language: Language, code: &str, params: &Params) -> String {
    let mut params = params.clone();
    // Undo and redo name what they took back by its code; a setting is named as on its page.
    for (name, area, to) in [("intent", "short", "what"), ("key", "setting", "key")] {
        let named = params.get(name).and_then(|value| lookup(language, "history", &format!("{area}.{value}")));
        if let Some(words) = named {
            params.insert(to.to_owned(), words.to_owned());
        }
    }
    text(language, "history", code, &params).unwrap_or_else(|| code.to_owned())
}

/// A text of one catalogue (`history`, `people`, `imports`, `runs`, `outbox`, `health`, `companies`, `agenda`, `opportunities`, `duplicates`, `privacy`, `scores`)
/// by its key, its values filled in.
pub fn text(language: Language, area: &str, key: &str, params: &Params) -> Option<String> {
    lookup(language, area, key).map(|text| fill(language, text, params))
}

/// Fills a text in the form of the catalogues (ICU MessageFormat).
pub fn fill(language: Language, text: &str, params: &Params) -> String {
    Filling { params, language }.fill(text)
}

const EN_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FR_MONTHS: [&str; 12] = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

/// `15 Sep 2026`, « 15 sept. 2026 ».
pub fn day(date: NaiveDate, language: Language) -> String {
    let months = if language == Language::Fr { FR_MONTHS } else { EN_MONTHS };
    let month = months.get(date.month0() as usize).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// `15 Sep 2026, 10:00`, « 15 sept. 2026 à 10:00 », of a moment as the clock shows it.
pub fn moment(at: NaiveDateTime, language: Language) -> String {
    let joined = if language == Language::Fr { " à" } else { "," };
    format!("{}{joined} {:02}:{:02}", day(at.date(), language), at.hour(), at.minute())
}

fn lookup(language: Language, area: &str, key: &str) -> Option<&'static str> {
    let catalogue = match language {
        Language::Fr => &FR,
        Language::En => &EN,
    };
    let (_, root) = catalogue.iter().find(|(name, _)| *name == area)?;
    // Some catalogues write `area.key` as one name, some nest it, and some do both: `short.people.edit`, `setting.mail.from`.
    let mut at = Some(root);
    let mut rest = key;
    while let Some(here) = at {
        if let Some(text) = here.get(rest) {
            return text.as_str();
        }
        let (first, after) = rest.split_once('.')?;
        (at, rest) = (here.get(first), after);
    }
    None
}

/// The values of one sentence.
struct Filling<'a> {
    params: &'a Params,
    language: Language,
}

impl Filling<'_> {
    /// Fills `{name}`; of `{name, plural, one {…} other {…}}` and `{name, select, word {…} other {…}}` (ICU MessageFormat) takes the branch of
    /// the value, in a plural with `#` as the number.
    fn fill(&self, text: &str) -> String {
        let (mut out, mut rest) = (String::new(), text);
        while let Some(open) = rest.find('{') {
            out.push_str(rest.get(..open).unwrap_or_default());
            let Some(close) = matching(rest, open) else { break };
            let inside = rest.get(open + 1..close).unwrap_or_default();
            out.push_str(&self.argument(inside));
            rest = rest.get(close + 1..).unwrap_or_default();
        }
        out.push_str(rest);
        out
    }

    fn argument(&self, inside: &str) -> String {
        let mut parts = inside.splitn(3, ',');
        let name = parts.next().unwrap_or_default().trim();
        let value = self.value(name);
        let (kind, branches) = (parts.next().map(str::trim).unwrap_or_default(), parts.next().unwrap_or_default());
        let first_of = |keys: &[&str]| keys.iter().find_map(|key| branch(branches, key)).unwrap_or_default();
        match kind {
            "plural" => {
                let category = if value == "1" || (self.language == Language::Fr && value == "0") { "one" } else { "other" };
                self.fill(&first_of(&[&format!("={value}"), category, "other"]).replace('#', &value))
            }
            "select" => self.fill(&first_of(&[&value, "other"])),
            _ => value,
        }
    }

    /// The value of a name; some sentences show one in another form than the code carries it.
    fn value(&self, name: &str) -> String {
        let other = |of: &str| self.params.get(of).map(String::as_str).unwrap_or_default();
        match name {
            _ if self.params.contains_key(name) => self.nested(other(name)).unwrap_or_else(|| other(name).to_owned()),
            "fieldName" => self.field_name(other("field")),
            // What the seller names in both languages is told in the one that is spoken.
            _ if self.params.contains_key(&format!("{name}_fr")) => match self.language {
                Language::Fr => other(&format!("{name}_fr")).to_owned(),
                Language::En => other(&format!("{name}_en")).to_owned(),
            },
            "atDay" => other("at").get(..10).unwrap_or_default().to_owned(),
            "duration" => format!("{} s", other("seconds")),
            _ => String::new(),
        }
    }

    /// A value that is itself a code ("paused because of mail.bad_password") in words; what stands behind a colon is left out.
    fn nested(&self, value: &str) -> Option<String> {
        let code = value.split_once(": ").map_or(value, |(code, _)| code);
        let plain = code.contains('.') && code.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '_' | '.'));
        let words = plain.then(|| lookup(self.language, "reasons", code)).flatten()?;
        let mut letters = words.chars();
        let first = letters.next()?;
        Some(first.to_lowercase().chain(letters).collect())
    }

    /// A field as the screens name it.
    fn field_name(&self, field: &str) -> String {
        let known = [("people", "detail"), ("companies", "detail"), ("opportunities", "detail"), ("imports", "field")]
            .iter()
            .find_map(|(area, group)| lookup(self.language, area, &format!("{group}.{field}")));
        known.unwrap_or(field).to_owned()
    }
}

fn branch(branches: &str, key: &str) -> Option<String> {
    let mut rest = branches;
    while let Some(open) = rest.find('{') {
        let close = matching(rest, open)?;
        if rest.get(..open)?.trim() == key {
            return rest.get(open + 1..close).map(str::to_owned);
        }
        rest = rest.get(close + 1..)?;
    }
    None
}

/// The brace that closes the one at `open`.
fn matching(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < open) {
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(text: &str, pairs: &[(&str, &str)]) -> String {
        let params = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        super::fill(Language::En, text, &params)
    }

    #[test]
    fn placeholders_and_plurals_are_filled() {
        assert_eq!(fill("No {what} here", &[("what", "rain")]), "No rain here");
        let text = "{count, plural, one {# person} other {# people}} left";
        assert_eq!(fill(text, &[("count", "1")]), "1 person left");
        assert_eq!(fill(text, &[("count", "3")]), "3 people left");
    }

    #[test]
    fn a_word_selects_its_branch_and_an_unknown_one_the_other() {
        let text = "Status {status, select, lost {Lost} other {“{status}”}} stops it";
        assert_eq!(fill(text, &[("status", "lost")]), "Status Lost stops it");
        assert_eq!(fill(text, &[("status", "paused")]), "Status “paused” stops it");
    }

    #[test]
    fn a_field_and_a_nested_code_are_named_as_on_the_screens() {
        let params = [("field".to_owned(), "linkedin_url".to_owned())].into();
        assert_eq!(say(Language::Fr, "imports.left_out", &params), "«\u{a0}Profil LinkedIn\u{a0}» illisible, valeur non reprise");
        let params = [("reason".to_owned(), "mail.no_host: ECONNREFUSED".to_owned())].into();
        let said = say(Language::En, "gate.sending_paused", &params);
        assert!(!said.contains("no_host") && !said.contains("ECONN"), "{said}");
    }

    #[test]
    fn every_catalogue_is_readable_and_knows_a_locked_desk() {
        for language in [Language::En, Language::Fr] {
            assert!(lookup(language, "errors", "workspace.locked").is_some());
            assert!(["history", "people", "imports", "runs", "outbox", "reasons"].iter().all(|area| {
                let catalogue = if language == Language::Fr { &FR } else { &EN };
                catalogue.iter().any(|(name, root)| name == area && root.is_object())
            }));
        }
        let params = [("intent".to_owned(), "imports.apply".to_owned())].into();
        assert_ne!(say(Language::En, "keychain.none", &Params::new()), say_reason(Language::En, "keychain.none", &Params::new()));
        assert!(say_intent(Language::En, "history.undo", &params).contains("an import"));
    }
}
