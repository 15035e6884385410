//! What is printed: one JSON document, or lines for a person.

use crate::forms;
use crate::language::language;
use crate::phrases::{phrase, refusal};
use crate::table::aligned;
use api::ApiError;
use domain::fault::Params;
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
        print(&format!("{}\n", snake(value)));
    } else {
        print(&lines(value, 0));
    }
}

/// Prints an answer: with `--json` as [`answer`], else as its own words.
pub(crate) fn shown(value: &Value, json: bool, words: impl FnOnce(&Value) -> String) {
    if json { answer(value, true) } else { print(&words(value)) }
}

/// Prints lines. Whoever reads only the first of them (`head`) ends the command without a word; what it did is done.
pub(crate) fn print(lines: &str) {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    if out.write_all(lines.as_bytes()).and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

/// Prints a document whose keys are already those of the contract.
pub(crate) fn document(value: &Value, json: bool) {
    if json {
        print(&format!("{}\n", whole_numbers(value)));
    } else {
        print(&lines(value, 0));
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

/// The same document, its whole numbers whole.
fn whole_numbers(value: &Value) -> Value {
    match value {
        Value::Object(map) => Value::Object(map.iter().map(|(k, v)| (k.clone(), whole_numbers(v))).collect()),
        Value::Array(items) => items.iter().map(whole_numbers).collect(),
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

/// A value as lines `name: value`; a list of objects as a table, its columns headed by their names.
fn lines(value: &Value, depth: usize) -> String {
    let pad = "  ".repeat(depth);
    match value {
        Value::Object(map) => map
            .iter()
            .filter(|(_, v)| !is_empty(v))
            .map(|(k, v)| match v {
                Value::Object(_) | Value::Array(_) if sentence(v).is_none() => format!("{pad}{k}:\n{}", lines(v, depth + 1)),
                other => format!("{pad}{k}: {}\n", cell(k, other)),
            })
            .collect(),
        Value::Array(items) if items.iter().all(|item| item.is_object() && sentence(item).is_none()) => {
            rows(items).lines().map(|line| format!("{pad}{line}\n")).collect()
        }
        Value::Array(items) => items.iter().map(|item| format!("{pad}{}\n", plain(item))).collect(),
        other => format!("{pad}{}\n", plain(other)),
    }
}

/// A table of what is said of each: one column for each name that has a value somewhere, ids last.
fn rows(items: &[Value]) -> String {
    let objects: Vec<&Map<String, Value>> = items.iter().filter_map(Value::as_object).collect();
    let simple = |v: &Value| !is_empty(v) && (sentence(v).is_some() || !(v.is_object() || v.is_array()));
    let mut names: Vec<&str> = Vec::new();
    for (name, value) in objects.iter().flat_map(|object| object.iter()) {
        if simple(value) && !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let told = |name: &str| objects.iter().any(|object| object.get(name).and_then(sentence).is_some());
    names.sort_by_key(|name| match *name {
        "name" | "key" => 0,
        // Sentences are the longest: nothing stands behind them but an id.
        other if told(other) => 2,
        "id" => 3,
        _ => 1,
    });
    let of = |object: &Map<String, Value>, name: &str| match object.get(name).filter(|v| simple(v)) {
        // A satisfied rule is said as what holds, another one as what stands against.
        Some(rule) if name == "rule" && object.get("ok") == Some(&Value::Bool(true)) => satisfied(rule),
        Some(value) => cell(name, value),
        None => String::new(),
    };
    let cells: Vec<Vec<String>> = objects.iter().map(|object| names.iter().map(|name| of(object, name)).collect()).collect();
    aligned(names.iter().map(|name| snake_key(name)).collect(), &cells)
}

fn satisfied(rule: &Value) -> String {
    let code = format!("ok.{}", rule["code"].as_str().unwrap_or_default());
    let said = app::words::text(language(), "reasons", &code, &in_form(&params(&rule["params"])));
    said.map_or_else(|| plain(rule), |said| clean(&said))
}

/// A value as it stands under its name: sizes in words.
fn cell(name: &str, value: &Value) -> String {
    match value.as_f64() {
        Some(bytes) if name == "bytes" || name.ends_with("Bytes") || name.ends_with("_bytes") => forms::size(bytes, language()),
        _ => plain(value),
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

/// The sentence of a refusal in the language of the terminal.
pub(crate) fn words(code: &str, params: &Params) -> String {
    let params = in_form(params);
    refusal(code, &params).unwrap_or_else(|| app::words::say(language(), code, &params))
}

/// Days and moments among the values in the form of the language.
fn in_form(params: &Params) -> Params {
    let mut params: Params = params.clone();
    let days: Vec<_> =
        params.iter().filter_map(|(name, value)| Some((format!("{name}Day"), forms::written(value.get(..10)?, language())?))).collect();
    for value in params.values_mut() {
        if let Some(written) = forms::written(value, language()) {
            *value = written;
        }
    }
    for (name, day) in days {
        params.entry(name).or_insert(day);
    }
    params
}

/// A code with its values, in words.
pub(crate) fn sentence(value: &Value) -> Option<String> {
    let code = value.get("code")?.as_str()?;
    value.get("params")?.as_object()?;
    let params = in_form(&params(&value["params"]));
    // What an operation of the history did has a catalogue of its own.
    let said = app::words::say_reason(language(), code, &params);
    Some(if said == code { app::words::say_intent(language(), code, &params) } else { said })
}

/// The values of a code.
pub(crate) fn params(params: &Value) -> Params {
    let text = |v: &Value| v.as_str().map_or_else(|| v.to_string(), str::to_owned);
    params.as_object().into_iter().flatten().map(|(name, v)| (name.clone(), text(v))).collect()
}

/// A value on one line, without anything a terminal would obey.
fn plain(value: &Value) -> String {
    let text = match value {
        Value::String(s) => forms::written(s, language()).unwrap_or_else(|| s.clone()),
        Value::Bool(answer) => phrase(if *answer { "yes" } else { "no" }, &[]),
        Value::Number(number) => whole(number).to_string(),
        other => sentence(other).unwrap_or_else(|| other.to_string()),
    };
    clean(&text)
}

/// Text on one line, without anything a terminal would obey.
pub(crate) fn clean(text: &str) -> String {
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
    fn a_list_has_heads_and_no_true_or_false() {
        let shown = lines(
            &json!({ "deskBytes": 475_136.0, "rows": [{ "id": "7", "name": "Ada", "sample": false }, { "id": "8", "name": "Bo" }] }),
            0,
        );
        let lines: Vec<&str> = shown.lines().map(str::trim).collect();
        assert!(lines[0].starts_with("deskBytes: 475") && !lines[0].contains('.'), "{shown}");
        assert!(lines[2].starts_with("name") && lines[2].ends_with("id") && lines[3].ends_with('7'), "{shown}");
        assert!(!shown.contains("false") && lines.len() == 5, "{shown}");
    }

    #[test]
    fn a_rule_that_holds_is_not_told_as_what_stands_against() {
        let rule = json!({ "code": "gate.sending_paused", "params": { "reason": "" } });
        let shown = lines(&json!([{ "ok": true, "rule": rule }, { "ok": false, "rule": rule }]), 0);
        let told: Vec<&str> = shown.lines().skip(1).map(|line| line.split_once("  ").unwrap().1.trim()).collect();
        assert_ne!(told[0], told[1], "{shown}");
    }

    #[test]
    fn a_name_cannot_steer_the_terminal() {
        assert_eq!(plain(&json!("Ann\u{1b}[2J\nLee")), "Ann [2J Lee");
    }
}
