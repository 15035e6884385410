//! Sentences from the window's own catalogues, for what is read outside the window: the terminal and the files it writes.

use domain::fault::Params;
use domain::writing::Language;
use serde_json::Value;
use std::sync::LazyLock;

/// Read at the first sentence, once: a file of rejects may need a hundred thousand.
type Catalogue = LazyLock<[Value; 2]>;

static EN: Catalogue = LazyLock::new(|| {
    [include_str!("../../../../ui/src/i18n/en/errors.json"), include_str!("../../../../ui/src/i18n/en/reasons.json")].map(read)
});
static FR: Catalogue = LazyLock::new(|| {
    [include_str!("../../../../ui/src/i18n/fr/errors.json"), include_str!("../../../../ui/src/i18n/fr/reasons.json")].map(read)
});

fn read(catalogue: &str) -> Value {
    serde_json::from_str(catalogue).unwrap_or_default()
}

/// The sentence of a code, its values filled in; the code itself when there is none.
pub fn say(language: Language, code: &str, params: &Params) -> String {
    let (catalogue, french) = match language {
        Language::Fr => (&FR, true),
        Language::En => (&EN, false),
    };
    sentence(catalogue, code).map_or_else(|| code.to_owned(), |text| Filling { params, french }.fill(text))
}

fn sentence(catalogue: &'static Catalogue, code: &str) -> Option<&'static str> {
    catalogue.iter().find_map(|root| {
        let nested = code.split('.').try_fold(root, |at, key| at.get(key));
        nested.or_else(|| root.get(code)).and_then(Value::as_str)
    })
}

/// The values of one sentence.
struct Filling<'a> {
    params: &'a Params,
    french: bool,
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
                let category = if value == "1" || (self.french && value == "0") { "one" } else { "other" };
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
            _ if self.params.contains_key(name) => other(name).to_owned(),
            "fieldName" => other("field").to_owned(),
            "atDay" => other("at").get(..10).unwrap_or_default().to_owned(),
            "duration" => format!("{} s", other("seconds")),
            _ => String::new(),
        }
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
        Filling { params: &params, french: false }.fill(text)
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
    fn every_catalogue_is_readable_and_knows_a_locked_desk() {
        assert!(sentence(&EN, "workspace.locked").is_some());
        assert!(sentence(&FR, "workspace.locked").is_some());
    }
}
