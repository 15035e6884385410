//! The lists and answers that are read most, in words.

use crate::forms;
use crate::language::language;
use crate::output::{clean, sentence, words};
use crate::phrases::phrase;
use crate::table::table;
use domain::fault::Params;
use domain::writing::Language;
use serde_json::Value;
use std::sync::OnceLock;

/// What was done, newest first.
pub(crate) fn history(operations: &Value) -> String {
    rows(operations, &["when", "what", "state", "undo", "id"], "no_history", |one| {
        let undo = match (one["undoable"].as_bool(), one["redoable"].as_bool()) {
            (Some(true), _) => "undo.can",
            (_, Some(true)) => "undo.redo",
            _ => "undo.cannot",
        };
        vec![
            when(&one["at"]),
            app::words::say_intent(language(), text(&one["intent"]["code"]), &params(&one["intent"])),
            phrase(&format!("operation.{}", text(&one["state"])), &[]),
            phrase(undo, &[]),
        ]
    })
}

/// People.
pub(crate) fn people(people: &Value) -> String {
    rows(people, &["name", "company", "title", "email", "status", "last_contact", "id"], "nobody", |one| {
        let name = format!("{} {}", text(&one["firstName"]), text(&one["lastName"]));
        vec![
            name.trim().to_owned(),
            text(&one["company"]).to_owned(),
            text(&one["title"]).to_owned(),
            text(&one["email"]).to_owned(),
            status(text(&one["status"])),
            when(&one["lastContactAt"]),
        ]
    })
}

/// The statuses of the desk that was opened.
static STATUSES: OnceLock<Value> = OnceLock::new();

/// The desk is open: this is what its statuses are called.
pub(crate) fn statuses_of_desk(statuses: Value) {
    STATUSES.get_or_init(|| statuses);
}

/// What a status is called; one that is not there any more as what it counts as.
fn status(key: &str) -> String {
    let statuses = STATUSES.get();
    let all = || statuses.and_then(|all| all["statuses"].as_array()).into_iter().flatten();
    let called = |key: &str| all().find(|one| one["key"] == *key).map(|one| spoken(one, "name"));
    let meaning = key.split(':').next().unwrap_or(key);
    called(key).or_else(|| called(meaning)).unwrap_or_else(|| meaning.to_owned())
}

/// A name that is kept in both languages.
pub(crate) fn spoken(one: &Value, name: &str) -> String {
    let suffix = if language() == Language::Fr { "Fr" } else { "En" };
    text(&one[format!("{name}{suffix}")]).to_owned()
}

/// Runs.
pub(crate) fn runs(runs: &Value) -> String {
    rows(runs, &["number", "run", "state", "people", "when", "id"], "no_runs", |one| {
        let state = text(&one["state"]);
        vec![
            one["number"].to_string(),
            if text(&one["title"]).is_empty() {
                phrase("run.untitled", &[("number", &one["number"].to_string())])
            } else {
                text(&one["title"]).to_owned()
            },
            app::words::text(language(), "runs", &format!("state.{state}"), &Params::new()).unwrap_or_else(|| state.to_owned()),
            one["people"].to_string(),
            when(&one["createdAt"]),
        ]
    })
}

/// Messages.
pub(crate) fn outbox(messages: &Value) -> String {
    rows(messages, &["state", "to", "subject", "when", "why", "id"], "no_messages", |one| {
        let scheduled = text(&one["state"]) == "scheduled";
        let at = match scheduled {
            true => Some(&one["sendAfter"]).filter(|at| !at.is_null()),
            false => ["finishedAt", "sendAfter", "createdAt"].into_iter().map(|name| &one[name]).find(|at| !at.is_null()),
        };
        let told = |at| if scheduled { phrase("message.from", &[("when", &when(at))]) } else { when(at) };
        vec![
            phrase(&format!("message.{}", text(&one["state"])), &[]),
            text(&one["to"]).to_owned(),
            text(&one["subject"]).to_owned(),
            at.map(told).unwrap_or_default(),
            sentence(&one["reason"]).unwrap_or_default(),
        ]
    })
}

/// Backups.
pub(crate) fn backups(backups: &Value) -> String {
    let rows: Vec<_> = backups.as_array().into_iter().flatten().map(backup_cells).collect();
    table(&["when", "kind", "size", "verified", "file"], &rows, "no_backups")
}

fn backup_cells(one: &Value) -> Vec<String> {
    let verified = if one["verified"] == Value::Bool(true) { "yes" } else { "no" };
    vec![
        when(&one["at"]),
        phrase(&format!("backup.{}", text(&one["kind"])), &[]),
        forms::size(one["bytes"].as_f64().unwrap_or_default(), language()),
        phrase(verified, &[]),
        clean(text(&one["path"])),
    ]
}

/// How a restore went.
pub(crate) fn restored(desk: &Value) -> String {
    let mut lines = vec![phrase("restored", &[])];
    if let Some(folder) = desk["replaced"].as_str() {
        lines.push(phrase("restored.aside", &[("folder", folder)]));
        lines.push(phrase("restored.carried", &[("count", &desk["carried"].to_string())]));
    }
    lines.extend(sentence(&desk["notice"]));
    lines.join("\n") + "\n"
}

/// How an import went: `summary` as printed with `--json`.
pub(crate) fn import(summary: &Value) -> String {
    let count = |name: &str| summary[name].to_string();
    let head = match (summary["dry_run"].as_bool(), text(&summary["state"])) {
        (Some(true), _) => "import.dry",
        (_, "applied") => "import.done",
        _ => "import.stopped",
    };
    let counts = ["created", "updated", "unchanged", "skipped", "rejected"].map(|name| (name, count(name)));
    let counts = counts.each_ref().map(|(name, n)| (*name, n.as_str()));
    let mut lines = vec![format!("{} {}", phrase(head, &[("rows", &count("rows"))]), phrase("import.counts", &counts))];
    if let Some(file) = summary["remembered"]["fileName"].as_str() {
        lines.push(phrase("import.remembered", &[("file", file), ("id", text(&summary["remembered"]["id"]))]));
    }
    if summary["header_line"] == 0 {
        lines.push(phrase("import.no_names", &[]));
    }
    let others: Vec<&str> = summary["sheets"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let others: Vec<&str> = others.into_iter().filter(|name| *name != text(&summary["sheet"])).collect();
    if !others.is_empty() {
        lines.push(phrase("import.sheets", &[("sheet", text(&summary["sheet"])), ("others", &others.join(", "))]));
    }
    for warning in summary["warnings"].as_array().into_iter().flatten() {
        let mut said = params(warning);
        said.insert("field".to_owned(), text(&warning["field"]).to_owned());
        let what = words(text(&warning["code"]), &said);
        lines.push(words("imports.warned", &[("rows".to_owned(), warning["rows"].to_string()), ("what".to_owned(), what)].into()));
        if warning["code"] == "imports.date_order_assumed" {
            let other = if warning["params"]["order"] == "month_first" { "day-first" } else { "month-first" };
            lines.push(phrase(if head == "import.dry" { "import.dates" } else { "import.dates_undo" }, &[("other", other)]));
        }
    }
    let ignored: Vec<&str> = summary["ignored_files"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if !ignored.is_empty() {
        lines.push(phrase("import.ignored", &[("files", &ignored.join(", "))]));
    }
    let left: Vec<&str> =
        summary["ignored_columns"].as_array().into_iter().flatten().filter_map(Value::as_str).filter(|name| !name.is_empty()).collect();
    if !left.is_empty() {
        lines.push(phrase("import.columns", &[("columns", &left.join(", "))]));
    }
    let said = &summary["correspondence"];
    if let Some(code) = said["failure"]["code"].as_str() {
        lines.push(words(code, &params(&said["failure"])));
    } else if !said.is_null() {
        let counts = ["entered", "people", "strangers"].map(|name| said[name].to_string());
        let [entered, people, strangers] = counts.each_ref().map(String::as_str);
        lines.push(phrase("import.messages", &[("entered", entered), ("people", people), ("strangers", strangers)]));
    }
    if let Some(path) = summary["rejects_file"].as_str() {
        lines.push(phrase("import.rejects", &[("path", path)]));
    }
    if let Some(why) = summary["rejects_error"]["message"].as_str() {
        lines.push(phrase("import.rejects_failed", &[("why", why)]));
    }
    lines.push(phrase("import.id", &[("id", text(&summary["run_id"]))]));
    lines.join("\n") + "\n"
}

/// A table whose last column is the id.
pub(crate) fn rows(list: &Value, heads: &[&str], empty: &str, cells: impl Fn(&Value) -> Vec<String>) -> String {
    let rows: Vec<Vec<String>> = list
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| {
            let mut line: Vec<String> = cells(one).iter().map(|cell| clean(cell)).collect();
            line.push(text(&one["id"]).to_owned());
            line
        })
        .collect();
    table(heads, &rows, empty)
}

pub(crate) fn when(at: &Value) -> String {
    forms::written(text(at), language()).unwrap_or_default()
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

pub(crate) fn params(said: &Value) -> Params {
    crate::output::params(&said["params"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_operation_is_told_in_words_and_not_in_codes() {
        let intent = json!({ "code": "imports.apply", "params": { "file": "c.csv", "rows": "52" } });
        let shown = history(&json!([{
            "id": "0198", "at": "2026-09-15T08:00:00Z", "intent": intent, "rows": 52, "state": "done", "undoable": true, "redoable": false
        }]));
        assert!(shown.contains("c.csv") && shown.contains("2026") && shown.lines().last().unwrap().ends_with("0198"), "{shown}");
        assert!(!shown.contains("imports.apply") && !shown.contains("true") && !shown.contains("params"), "{shown}");
    }

    #[test]
    fn a_message_has_no_true_or_false_and_no_configuration() {
        let shown = outbox(
            &json!([{ "id": "1", "state": "draft", "to": "a@b.example", "subject": "Hello", "createdAt": "2026-09-15T08:00:00Z", "reason": null }]),
        );
        assert_eq!(shown.lines().count(), 2);
        assert!(shown.contains("a@b.example") && shown.contains("2026"), "{shown}");
        assert!(history(&json!([])).lines().count() == 1);
    }

    #[test]
    fn every_kind_of_warning_of_an_import_is_one_sentence() {
        let shown = import(&json!({
            "run_id": "7", "state": "applied", "dry_run": false, "rows": 3, "created": 3, "updated": 0, "unchanged": 0, "skipped": 0, "rejected": 0,
            "warnings": [{ "code": "imports.left_out", "field": "email", "rows": 2 }], "rejects_file": null
        }));
        assert_eq!(shown.lines().count(), 3, "{shown}");
        assert!(shown.lines().nth(1).unwrap().contains('2') && !shown.contains("left_out"), "{shown}");
    }
}
