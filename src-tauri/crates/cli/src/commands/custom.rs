use super::{fields as values_of, ids, views};
use crate::args::Fields;
use crate::lists::{rows, text};
use crate::output::{Failure, answer, shown};
use crate::phrases::{phrase, usage};
use crate::session::Session;
use domain::text::fold_words;
use serde_json::{Value, json};

/// Fields the seller adds.
pub(super) async fn fields(session: &Session, command: Fields, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let done = act(session, command).await;
    session.close().await;
    let done = done?;
    if done.is_array() {
        shown(&done, json, told)
    } else {
        answer(&done, json)
    }
    Ok(())
}

async fn act(session: &Session, command: Fields) -> Result<Value, Failure> {
    match command {
        Fields::List => session.call("fields_list", Value::Null).await,
        Fields::New { name, of, kind, choices, currency } => {
            let of = views::kind(of).0;
            session.call("fields_create", json!({ "of": of, "name": name, "kind": kind, "choices": choices, "currency": currency })).await
        }
        Fields::Set { field, name, choices } => {
            let id = named(session, &field).await?["id"].clone();
            let choices = if choices.is_empty() { Value::Null } else { json!(choices) };
            session.call("fields_set", json!({ "id": id, "name": name, "choices": choices, "rename": null })).await
        }
        Fields::Put { of, ids: some, values } => {
            let some: Vec<String> = some.split(',').map(|id| id.trim().to_owned()).collect();
            let on = json!({ "of": views::kind(of).0, "selection": { "kind": "ids", "ids": ids(&some)? } });
            session.call("fields_put", json!({ "on": on, "values": values_of(&values)? })).await
        }
        Fields::Delete { field } => {
            let id = named(session, &field).await?["id"].clone();
            session.call("fields_delete", json!({ "id": id })).await
        }
    }
}

async fn named(session: &Session, which: &str) -> Result<Value, Failure> {
    let all = session.call("fields_list", Value::Null).await?;
    let is = |one: &&Value| text(&one["id"]) == which || fold_words(text(&one["name"])) == fold_words(which);
    all.as_array().into_iter().flatten().find(is).cloned().ok_or_else(|| usage("no_such_name", &[("which", which)]))
}

fn told(fields: &Value) -> String {
    rows(fields, &["name", "kind", "holds", "count", "id"], "no_fields", |one| {
        vec![
            text(&one["name"]).to_owned(),
            phrase(&format!("head.{}", text(&one["of"])), &[]),
            phrase(&format!("holds.{}", text(&one["kind"])), &[]),
            one["used"].to_string(),
        ]
    })
}
