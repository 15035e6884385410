use super::ids;
use crate::args::{Lists, Tags, Trash};
use crate::lists::{rows, text, when};
use crate::output::{Failure, answer, shown};
use crate::phrases::{phrase, usage};
use crate::session::Session;
use serde_json::{Value, json};

/// Tags.
pub(super) async fn tags(session: &Session, command: Tags, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let done = act_on_tags(session, command).await;
    session.close().await;
    let done = done?;
    if done.is_array() {
        shown(&done, json, told_tags)
    } else {
        answer(&done, json)
    }
    Ok(())
}

async fn act_on_tags(session: &Session, command: Tags) -> Result<Value, Failure> {
    match command {
        Tags::List => session.call("tags_list", Value::Null).await,
        Tags::New { name, colour } => session.call("tags_create", json!({ "name": name, "colour": colour })).await,
        Tags::Set { tag, name, colour } => {
            let id = named(session, "tags_list", &tag).await?["id"].clone();
            session.call("tags_set", json!({ "id": id, "name": name, "colour": colour })).await
        }
        Tags::Merge { from, into } => {
            let (from, into) = (named(session, "tags_list", &from).await?, named(session, "tags_list", &into).await?);
            session.call("tags_merge", json!({ "from": from["id"], "into": into["id"] })).await
        }
        Tags::Delete { tag } => {
            let id = named(session, "tags_list", &tag).await?["id"].clone();
            session.call("tags_delete", json!({ "id": id })).await
        }
    }
}

/// Lists.
pub(super) async fn lists(session: &Session, command: Lists, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let done = act_on_lists(session, command).await;
    session.close().await;
    let done = done?;
    if done.is_array() {
        shown(&done, json, told_lists)
    } else {
        answer(&done, json)
    }
    Ok(())
}

async fn act_on_lists(session: &Session, command: Lists) -> Result<Value, Failure> {
    match command {
        Lists::List => session.call("lists_list", Value::Null).await,
        Lists::New { name, companies } => {
            session.call("lists_create", json!({ "name": name, "of": if companies { "companies" } else { "people" } })).await
        }
        Lists::Rename { list, name } => {
            let id = named(session, "lists_list", &list).await?["id"].clone();
            session.call("lists_rename", json!({ "id": id, "name": name })).await
        }
        Lists::Add { list, ids } => put(session, &list, &ids, false).await,
        Lists::Remove { list, ids } => put(session, &list, &ids, true).await,
        Lists::Delete { list } => {
            let id = named(session, "lists_list", &list).await?["id"].clone();
            session.call("lists_delete", json!({ "id": id })).await
        }
    }
}

async fn put(session: &Session, list: &str, whom: &[String], remove: bool) -> Result<Value, Failure> {
    let list = named(session, "lists_list", list).await?;
    let command = if list["of"] == "companies" { "lists_companies" } else { "lists_people" };
    let selection = json!({ "kind": "ids", "ids": ids(whom)? });
    session.call(command, json!({ "id": list["id"], "selection": selection, "remove": remove })).await
}

/// The tag or list of this name or id.
async fn named(session: &Session, command: &str, which: &str) -> Result<Value, Failure> {
    let all = session.call(command, Value::Null).await?;
    let is = |one: &&Value| text(&one["id"]) == which || domain::text::fold_words(text(&one["name"])) == domain::text::fold_words(which);
    all.as_array().into_iter().flatten().find(is).cloned().ok_or_else(|| usage("no_such_name", &[("which", which)]))
}

/// The trash.
pub(super) async fn trash(session: &Session, command: Trash, json: bool) -> Result<(), Failure> {
    match command {
        Trash::List => {
            session.open().await?;
            let rows = whole_trash(session).await;
            session.close().await;
            shown(&rows?, json, told_trash);
        }
        Trash::Restore { ids: some, address } => {
            let back = session.once("trash_restore", json!({ "ids": ids(&some)?, "taken": address })).await?;
            let asked = back["count"] == 0 && back["taken"].as_array().is_some_and(|taken| !taken.is_empty());
            shown(&back, json, |back| told_restored(back, asked));
        }
        Trash::Empty { .. } => answer(&session.once("trash_empty", Value::Null).await?, json),
    }
    Ok(())
}

async fn whole_trash(session: &Session) -> Result<Value, Failure> {
    let mut all: Vec<Value> = Vec::new();
    loop {
        let page = session.call("trash_list", json!({ "offset": all.len(), "limit": 500 })).await?;
        let rows = page["rows"].as_array().cloned().unwrap_or_default();
        let last = rows.len() < 500;
        all.extend(rows);
        if last {
            return Ok(Value::Array(all));
        }
    }
}

fn told_tags(tags: &Value) -> String {
    rows(tags, &["name", "colour", "people", "companies", "id"], "no_tags", |one| {
        vec![
            text(&one["name"]).to_owned(),
            phrase(&format!("colour.{}", text(&one["colour"])), &[]),
            one["people"].to_string(),
            one["companies"].to_string(),
        ]
    })
}

fn told_lists(lists: &Value) -> String {
    rows(lists, &["name", "kind", "count", "id"], "no_lists", |one| {
        vec![text(&one["name"]).to_owned(), phrase(&format!("head.{}", text(&one["of"])), &[]), one["count"].to_string()]
    })
}

fn told_trash(trash: &Value) -> String {
    rows(trash, &["name", "kind", "detail", "removed", "days_left", "id"], "no_trash", |one| {
        vec![
            text(&one["name"]).to_owned(),
            phrase(&format!("kind.{}", text(&one["kind"])), &[]),
            text(&one["detail"]).to_owned(),
            when(&one["removedAt"]),
            one["daysLeft"].to_string(),
        ]
    })
}

fn told_restored(back: &Value, asked: bool) -> String {
    let mut out = phrase("restored_from_trash", &[("count", &back["count"].to_string())]) + "\n";
    for one in back["taken"].as_array().into_iter().flatten() {
        let values = [("name", text(&one["name"])), ("other", text(&one["otherName"])), ("address", text(&one["address"]))];
        out += &(phrase("address_taken", &values) + "\n");
    }
    if asked {
        out += &(phrase("address_ways", &[]) + "\n");
    }
    out
}

/// Those to qualify.
pub(super) fn to_qualify(waiting: &Value) -> String {
    rows(waiting, &["name", "kind", "place", "complete", "missing", "id"], "none_to_qualify", |one| {
        let missing: Vec<&str> =
            one["parts"].as_array().into_iter().flatten().filter(|part| part["known"] == false).map(|part| text(&part["field"])).collect();
        vec![
            text(&one["name"]).to_owned(),
            phrase(&format!("kind.{}", text(&one["kind"])), &[]),
            text(&one["place"]).to_owned(),
            format!("{} %", one["score"]),
            missing.into_iter().map(|field| phrase(&format!("part.{field}"), &[])).collect::<Vec<_>>().join(", "),
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_in_words() {
        let shown = to_qualify(&json!([{
            "id": "7", "kind": "person", "name": "Ann Lee", "place": "44000", "score": 25, "since": "2026-09-15T08:00:00Z",
            "parts": [{ "field": "first_name", "points": 10, "known": true }, { "field": "email", "points": 25, "known": false }]
        }]));
        assert!(shown.contains("25 %") && shown.contains("44000") && !shown.contains("first_name"), "{shown}");
        let back = told_restored(&json!({ "count": 0, "taken": [{ "name": "Ann", "otherName": "Bob", "address": "a@b.example" }] }), true);
        assert!(back.contains("Bob") && back.lines().count() == 3, "{back}");
    }
}
