//! One thing at a time, in words: a run, its receipt, what was undone, a backup, the desk's health, a new desk.

use crate::forms;
use crate::language::language;
use crate::lists::{params, text, when};
use crate::output::{clean, sentence};
use crate::phrases::phrase;
use crate::table::{aligned, cut};
use domain::fault::Params;
use serde_json::Value;

/// The receipt of a run, or what there is of it so far.
pub(crate) fn receipt(receipt: &Value) -> String {
    let id = [&receipt["workflowId"], &receipt["run_id"]].into_iter().find_map(Value::as_str).unwrap_or_default();
    let mut out = sheet(vec![
        ("run", named(receipt)),
        ("state", state(receipt)),
        ("accounted", number(&receipt["prospectsProcessed"])),
        ("written", number(&receipt["emailsGenerated"])),
        ("sent", receipt["emailsSent"].as_str().map_or_else(|| number(&receipt["emailsSent"]), str::to_owned)),
        ("drafted", number(&receipt["emailsDrafted"])),
        ("unknown", number(&receipt["emailsUnknown"])),
        ("failed", number(&receipt["emailsFailed"])),
        ("cancelled", number(&receipt["emailsCancelled"])),
        ("notes", number(&receipt["linkedinConnections"])),
        ("followups", number(&receipt["followupsScheduled"])),
        ("not_contacted", number(&receipt["notContacted"])),
        ("duration", receipt["duration"].as_f64().map(|millis| forms::duration(millis, language())).unwrap_or_default()),
        ("started", when(&receipt["startedAt"])),
        ("finished", when(&receipt["finishedAt"])),
        ("run_id", id.to_owned()),
    ]);
    for part in ["errors", "warnings", "logs"] {
        out += &lines(part, &receipt[part]);
    }
    if let Some(left) = receipt["run"]["scheduled"].as_u64().filter(|left| *left > 0) {
        let count = Params::from([("count".to_owned(), left.to_string())]);
        out += &format!("{}\n", app::words::text(language(), "runs", "receipt.stillScheduled", &count).unwrap_or_default());
    }
    out
}

/// Lines of a receipt: when, about whom, what.
fn lines(label: &str, lines: &Value) -> String {
    let cells: Vec<_> = lines
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| vec![when(&line["at"]), clean(text(&line["person"]["name"])), sentence(&line["what"]).unwrap_or_default()])
        .collect();
    section(label, &["when", "name", "what"], &cells)
}

/// A run with, where they are asked for, its people.
pub(crate) fn run(run: &Value) -> String {
    let steps: Vec<String> = run["steps"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|step| format!("{} {}/{}", of_runs(&format!("step.{}", text(&step["step"]))), step["done"], step["of"]))
        .collect();
    let standing = run["finishedAt"].is_string() && run["undone"] == Value::Bool(false);
    let yes = |name: &str| phrase(if run[name] == Value::Bool(true) { "yes" } else { "no" }, &[]);
    let out = sheet(vec![
        ("run", named(run)),
        ("state", state(run)),
        ("why", sentence(&run["reason"]).unwrap_or_default()),
        ("people", number(&run["people"])),
        ("waiting", number(&run["waiting"])),
        ("working", number(&run["working"])),
        ("done", number(&run["done"])),
        ("needs_you", number(&run["needsYou"])),
        ("out", number(&run["out"])),
        ("for_you", number(&run["forYou"])),
        ("drafts", number(&run["drafts"])),
        ("scheduled", number(&run["scheduled"])),
        ("steps", steps.join(", ")),
        ("per_minute", run["perMinute"].as_f64().map(|rate| forms::tenths(rate, language())).unwrap_or_default()),
        ("left", run["secondsLeft"].as_f64().map(|left| forms::duration(left * 1000.0, language())).unwrap_or_default()),
        ("sends", yes("sends")),
        ("started", when(&run["createdAt"])),
        ("finished", when(&run["finishedAt"])),
        ("undone", yes("undone")),
        ("config", clean(text(&run["config"]))),
        ("run_id", text(&run["id"]).to_owned()),
        ("undo", if standing { format!("rain undo {}", text(&run["operation"])) } else { String::new() }),
    ]);
    let people: Vec<Vec<String>> = run["persons"].as_array().into_iter().flatten().map(person).collect();
    out + &section("persons", &["name", "company", "state", "message", "followup", "when", "why", "message_id"], &people)
}

/// Somebody of a run: how their turn ended, their message, what was not done and why.
fn person(person: &Value) -> Vec<String> {
    vec![
        clean(text(&person["person"]["name"])),
        clean(text(&person["company"])),
        phrase(&format!("turn.{}", text(&person["state"])), &[]),
        text(&person["outboxState"]).to_owned(),
        when(&person["followupOn"]),
        when(&person["at"]),
        sentence(&person["reason"]).unwrap_or_default(),
        text(&person["outboxId"]).to_owned(),
    ]
}

/// What was taken back.
pub(crate) fn undone(answer: &Value) -> String {
    taken(answer, "history.undo")
}

/// What was done again.
pub(crate) fn redone(answer: &Value) -> String {
    taken(answer, "history.redo")
}

fn taken(answer: &Value, code: &str) -> String {
    let intent = &answer["operation"]["intent"];
    let what = Params::from([("what".to_owned(), app::words::say_intent(language(), text(&intent["code"]), &params(intent)))]);
    let said = app::words::text(language(), "history", code, &what).unwrap_or_default();
    let field = |name: &Value| of("history", &format!("field.{}", text(name)));
    let kept: Vec<_> = answer["kept"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|edit| {
            let fields: Vec<String> = edit["columns"].as_array().into_iter().flatten().map(field).collect();
            vec![clean(text(&edit["label"])), fields.join(", "), text(&edit["id"]).to_owned()]
        })
        .collect();
    let count = phrase("undone.restored", &[("count", &answer["restored"].to_string())]);
    format!("{}\n{count}\n", clean(&said)) + &section("kept", &["name", "what", "id"], &kept)
}

/// One backup.
pub(crate) fn backup(backup: &Value) -> String {
    let people = backup["people"].as_u64().map(|people| people.to_string()).unwrap_or_default();
    let verified = if backup["verified"] == Value::Bool(true) { "yes" } else { "no" };
    sheet(vec![
        ("file", clean(text(&backup["path"]))),
        ("when", when(&backup["at"])),
        ("kind", phrase(&format!("backup.{}", text(&backup["kind"])), &[])),
        ("size", forms::size(backup["bytes"].as_f64().unwrap_or_default(), language())),
        ("people", people),
        ("verified", phrase(verified, &[])),
        ("id", text(&backup["id"]).to_owned()),
    ])
}

/// How the desk and its connections are, the troubled first.
pub(crate) fn health(health: &Value) -> String {
    let of_health = |key: String| of("health", &key);
    let all = |name: &str| health[name].as_array().cloned().unwrap_or_default();
    let part = |part: &Value| {
        let what = sentence(&part["what"]).unwrap_or_default();
        vec![of_health(format!("part.{}", text(&part["name"]))), of_health(format!("state.{}", text(&part["state"]))), what]
    };
    let cap = |cap: &Value| {
        let name = match text(&cap["name"]) {
            "mail.day" => "mailDay",
            "linkedin.day" => "linkedinDay",
            _ => "linkedinWeek",
        };
        vec![of_health(format!("cap.{name}")), number(&cap["used"]), number(&cap["of"])]
    };
    let parts = all("parts");
    let mut out = section("parts", &["part", "state", "what"], &parts.iter().map(part).collect::<Vec<_>>());
    if parts.iter().any(|part| part["name"] == "restore") {
        out += &format!("  {}\n", phrase("health.release", &[]));
    }
    out += &section("caps", &["name", "used", "of"], &all("caps").iter().map(cap).collect::<Vec<_>>());
    out + &sheet(vec![
        ("paused", sentence(&health["paused"]).unwrap_or_default()),
        ("queue", number(&health["queue"])),
        ("next", when(&health["nextSendAt"])),
        ("last_backup", when(&health["lastBackupAt"])),
        ("size", forms::size(health["deskBytes"].as_f64().unwrap_or_default(), language())),
        ("people", number(&health["people"])),
    ])
}

/// A new desk, with its recovery key.
pub(crate) fn created(desk: &Value) -> String {
    let sheet = sheet(vec![("recovery_key", text(&desk["recovery_key"]).to_owned()), ("workspace", clean(text(&desk["workspace"])))]);
    format!("{sheet}{}\n", phrase("created.keep", &[]))
}

/// `Label: value` on a line each, the empty ones left out. Labels are names of phrases below `label.`.
fn sheet(lines: Vec<(&str, String)>) -> String {
    let told = lines.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(label, value)| format!("{}\n", phrase("line", &[("label", &phrase(&format!("label.{label}"), &[])), ("value", &value)])))
        .collect()
}

/// A labelled table: names are cut to what a list can hold, sentences stand whole. Nothing where there is no row; a column in which nobody has
/// anything is left out.
fn section(label: &str, heads: &[&str], rows: &[Vec<String>]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let used: Vec<bool> = (0..heads.len()).map(|at| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()))).collect();
    let row = |row: &Vec<String>| -> Vec<String> {
        let cells = row.iter().zip(heads).zip(&used).filter(|(_, used)| **used);
        cells.map(|((cell, head), _)| if matches!(*head, "name" | "company") { cut(cell) } else { cell.clone() }).collect()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(row).collect();
    let heads = heads.iter().zip(&used).filter(|(_, used)| **used).map(|(head, _)| phrase(&format!("head.{head}"), &[])).collect();
    let title = phrase("line", &[("label", &phrase(&format!("label.{label}"), &[])), ("value", "")]);
    let table: String = aligned(heads, &rows).lines().map(|line| format!("  {line}\n")).collect();
    format!("{}\n{table}", title.trim_end())
}

/// Its number, and its title where it has one.
fn named(run: &Value) -> String {
    let parts = [number(&run["number"]), clean(text(&run["title"]))];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn state(run: &Value) -> String {
    if text(&run["state"]).is_empty() { String::new() } else { of_runs(&format!("state.{}", text(&run["state"]))) }
}

fn of_runs(key: &str) -> String {
    of("runs", key)
}

/// A word of a catalogue of the window; the last part of its key where there is none.
fn of(area: &str, key: &str) -> String {
    let own = || key.rsplit('.').next().unwrap_or_default().to_owned();
    app::words::text(language(), area, key, &Params::new()).unwrap_or_else(own)
}

fn number(value: &Value) -> String {
    value.as_u64().map(|n| n.to_string()).unwrap_or_default()
}
