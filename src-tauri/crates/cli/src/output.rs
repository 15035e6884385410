//! What is printed: one JSON document, or lines for a person.

use api::ApiError;
use domain::fault::Params;
use domain::writing::Language;
use serde_json::{Map, Number, Value, json};

/// Why a command ended without doing its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A command of the desk refused.
    Command(ApiError),
    /// The command line is not of the right form.
    Usage(String),
}

impl Failure {
    /// 1 failed, 2 usage.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Command(_) => 1,
            Self::Usage(_) => 2,
        }
    }
}

/// Prints a failure on stderr.
pub(crate) fn failure(failure: &Failure, json: bool) {
    let (code, message, value) = match failure {
        Failure::Command(error) => {
            let message = words(&error.code, &error.params);
            let value = json!({
                "code": error.code, "message": message, "params": error.params, "retryable": error.retryable, "ref": error.reference
            });
            (error.code.clone(), message, value)
        }
        Failure::Usage(message) => ("cli.usage".to_owned(), message.clone(), json!({ "code": "cli.usage", "message": message })),
    };
    if json {
        eprintln!("{}", json!({ "error": value }));
    } else {
        eprintln!("rain: {message} [{code}]");
    }
}

/// Prints an answer: with `--json` as one document with snake_case keys, else as lines.
pub(crate) fn answer(value: &Value, json: bool) {
    if json {
        println!("{}", snake(value));
    } else {
        print!("{}", lines(value, 0));
    }
}

/// Prints a document whose keys are already those of the contract.
pub(crate) fn document(value: &Value, json: bool) {
    if json {
        println!("{value}");
    } else {
        print!("{}", lines(value, 0));
    }
}

/// The same document with snake_case keys. Keys that are data (codes' parameters, step names) have no capitals to change.
pub(crate) fn snake(value: &Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(map.iter().map(|(k, v)| (snake_key(k), snake(v))).collect::<Map<_, _>>()),
        Value::Array(items) => Value::Array(items.iter().map(snake).collect()),
        Value::Number(number) => whole(number),
        other => other.clone(),
    }
}

/// Sizes are floating-point for the window, whose numbers are; a script expects `620`, not `620.0`.
fn whole(number: &Number) -> Value {
    match number.as_f64() {
        #[expect(clippy::cast_possible_truncation, reason = "exact below 2^53, and whole")]
        Some(value) if number.is_f64() && value.fract() == 0.0 && value.abs() < 9e15 => Value::from(value as i64),
        _ => Value::Number(number.clone()),
    }
}

fn snake_key(key: &str) -> String {
    let mut out = String::with_capacity(key.len() + 4);
    for c in key.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
            out.push(c.to_ascii_lowercase());
        } else {
            out.push(c);
        }
    }
    out
}

/// A value as lines `name: value`; lists of objects as one line each.
fn lines(value: &Value, depth: usize) -> String {
    let pad = "  ".repeat(depth);
    match value {
        Value::Object(map) => map
            .iter()
            .filter(|(_, v)| !is_empty(v))
            .map(|(k, v)| match v {
                Value::Object(_) | Value::Array(_) if said(v).is_none() => format!("{pad}{k}:\n{}", lines(v, depth + 1)),
                other => format!("{pad}{k}: {}\n", plain(other)),
            })
            .collect(),
        Value::Array(items) => items
            .iter()
            .map(|item| match item {
                Value::Object(map) if said(item).is_none() => {
                    let shown = |v: &&Value| !is_empty(v) && (said(v).is_some() || !(v.is_object() || v.is_array()));
                    let cells: Vec<String> = map.values().filter(shown).map(plain).collect();
                    format!("{pad}{}\n", cells.join("  "))
                }
                other => format!("{pad}{}\n", plain(other)),
            })
            .collect(),
        other => format!("{pad}{}\n", plain(other)),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(s) => s.is_empty(),
        Value::Array(a) => a.is_empty(),
        Value::Object(o) => o.is_empty(),
        _ => false,
    }
}

/// The sentence of a code in the language of the terminal.
pub(crate) fn words(code: &str, params: &Params) -> String {
    let french = ["RAINMAKER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
        .is_some_and(|v| v.starts_with("fr"));
    app::words::say(if french { Language::Fr } else { Language::En }, code, params)
}

/// A code with its values, in words.
fn said(value: &Value) -> Option<String> {
    let (code, params) = (value.get("code")?.as_str()?, value.get("params")?.as_object()?);
    let text = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
    Some(words(code, &params.iter().map(|(name, v)| (name.clone(), text(v))).collect()))
}

/// Text on one line, without anything a terminal would obey.
fn plain(value: &Value) -> String {
    let text = match value {
        Value::String(s) => s.clone(),
        other => said(other).unwrap_or_else(|| other.to_string()),
    };
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_snake_case_all_the_way_down() {
        let value = json!({ "firstName": "A", "rows": [{ "lastContactAt": null }] });
        assert_eq!(snake(&value), json!({ "first_name": "A", "rows": [{ "last_contact_at": null }] }));
    }

    #[test]
    fn a_code_is_shown_as_its_sentence_also_inside_a_list() {
        let reason = json!({ "code": "gate.run_paused", "params": { "number": "4" } });
        let shown = lines(&json!({ "people": [{ "name": "Ada", "reason": reason }], "reason": reason }), 0);
        assert_eq!(shown.matches('4').count(), 2, "{shown}");
        assert!(!shown.contains("params") && !shown.contains("gate."), "{shown}");
    }

    #[test]
    fn whole_numbers_are_printed_whole() {
        assert_eq!(snake(&json!([620.0, 0.5, 7])).to_string(), "[620,0.5,7]");
    }

    #[test]
    fn a_name_cannot_steer_the_terminal() {
        assert_eq!(plain(&json!("Ann\u{1b}[2J\nLee")), "Ann [2J Lee");
    }
}
