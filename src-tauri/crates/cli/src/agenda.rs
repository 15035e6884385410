//! Tasks, appointments and what happened, in words.

use crate::language::language;
use crate::lists::{rows, text, when};
use crate::output::{clean, sentence};
use crate::phrases::phrase;
use domain::fault::Params;
use serde_json::Value;

/// Tasks.
pub(crate) fn tasks(tasks: &Value) -> String {
    rows(tasks, &["due", "what", "kind", "about", "state", "id"], "no_tasks", |one| {
        let state = if one["group"] == "overdue" { word("group", "overdue") } else { word("state", text(&one["state"])) };
        vec![due(one), text(&one["title"]).to_owned(), word("kind", text(&one["kind"])), about(one), state]
    })
}

/// One task.
pub(crate) fn task(one: &Value) -> String {
    let mut out = line("title", text(&one["title"])) + &line("kind", &word("kind", text(&one["kind"])));
    out += &line("due", &due(one));
    out += &line("state", &word("state", text(&one["state"])));
    out += &line("priority", &word("priority", text(&one["priority"])));
    out += &line("person", text(&one["person"]["name"]));
    out += &line("company", text(&one["company"]["name"]));
    out += &line("remind", &when(&one["remindAt"]));
    out += &line("notes", text(&one["notes"]));
    out += &line("outcome", text(&one["outcome"]));
    out + &id(one)
}

/// Appointments.
pub(crate) fn appointments(some: &Value) -> String {
    rows(some, &["when", "what", "kind", "with", "where", "state", "id"], "no_appointments", |one| {
        vec![
            begins(one),
            text(&one["title"]).to_owned(),
            word("appointmentKind", text(&one["kind"])),
            with(one),
            text(&one["place"]).to_owned(),
            word("appointmentState", text(&one["state"])),
        ]
    })
}

/// What a calendar file would do.
pub(crate) fn calendar(check: &Value) -> String {
    let mut out = rows(&check["rows"], &["when", "what", "with", "state"], "no_appointments", |one| {
        let at = text(&one["startsAt"]);
        let day = at.get(..10).unwrap_or_default().to_owned();
        let when = if one["allDay"] == true { day } else { when(&one["startsAt"]) };
        vec![when, text(&one["title"]).to_owned(), with(one), word("plan", text(&one["plan"]))]
    });
    for count in check["counts"].as_array().into_iter().flatten().filter(|count| count["count"] != 0) {
        out += &format!("{}: {}\n", word("plan", text(&count["plan"])), count["count"]);
    }
    out
}

/// One appointment.
pub(crate) fn appointment(detail: &Value) -> String {
    let one = &detail["row"];
    let mut out = line("title", text(&one["title"])) + &line("kind", &word("appointmentKind", text(&one["kind"])));
    out += &line("starts", &begins(one));
    out += &line("ends", &if one["allDay"] == true { when(&one["endsOn"]) } else { when(&one["endsAt"]) });
    out += &line("state", &word("appointmentState", text(&one["state"])));
    out += &line("people", &with(one));
    out += &line("company", text(&one["company"]["name"]));
    out += &line("place", text(&one["place"]));
    out += &line("video_link", text(&one["videoLink"]));
    out += &line("notes", text(&one["notes"]));
    out += &line("outcome", text(&one["outcome"]));
    let together: Vec<_> = detail["conflicts"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|other| format!("{} ({})", text(&other["title"]), begins(other)))
        .collect();
    out += &line("conflicts", &together.join(", "));
    out + &id(one)
}

/// What happened, newest first; of a company with whom.
pub(crate) fn timeline(happened: &Value) -> String {
    let items = happened.as_array().into_iter().flatten().map(|one| {
        let mut item = if one["item"].is_object() { one["item"].clone() } else { one.clone() };
        item["name"] = one["name"].clone();
        item
    });
    rows(&items.collect(), &["when", "kind", "what", "about", "id"], "nothing_happened", |one| {
        let said = [text(&one["title"]), text(&one["body"])].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
        let said = if said.is_empty() { sentence(&one["reason"]).unwrap_or_default() } else { said };
        vec![when(&one["at"]), text(&one["kind"]).replace('_', " "), said.replace('\n', " "), text(&one["name"]).to_owned()]
    })
}

/// Notes, calls and messages that were searched for.
pub(crate) fn texts(found: &Value) -> String {
    rows(found, &["when", "kind", "what", "about", "id"], "nothing_written", |one| {
        let said = [text(&one["title"]), text(&one["snippet"])].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
        vec![when(&one["at"]), phrase(&format!("written.{}", text(&one["kind"])), &[]), said, text(&one["name"]).to_owned()]
    })
}

fn due(one: &Value) -> String {
    match text(&one["dueTime"]) {
        "" => when(&one["dueOn"]),
        _ => when(&one["dueAt"]),
    }
}

fn begins(one: &Value) -> String {
    if one["allDay"] == true { when(&one["startsOn"]) } else { when(&one["startsAt"]) }
}

fn about(one: &Value) -> String {
    let names = [text(&one["person"]["name"]), text(&one["company"]["name"])];
    names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
}

fn with(one: &Value) -> String {
    let people: Vec<_> = one["people"].as_array().into_iter().flatten().map(|person| text(&person["name"])).collect();
    if people.is_empty() { text(&one["company"]["name"]).to_owned() } else { people.join(", ") }
}

fn word(group: &str, code: &str) -> String {
    app::words::text(language(), "agenda", &format!("{group}.{code}"), &Params::new()).unwrap_or_else(|| code.to_owned())
}

fn line(field: &str, value: &str) -> String {
    let label = word("detail", field);
    if value.is_empty() { String::new() } else { format!("{}\n", phrase("line", &[("label", &label), ("value", &clean(value))])) }
}

fn id(one: &Value) -> String {
    format!("{}\n", phrase("line", &[("label", &phrase("head.id", &[])), ("value", text(&one["id"]))]))
}
