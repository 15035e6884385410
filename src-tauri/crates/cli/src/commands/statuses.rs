use crate::args::{StatusValues, Statuses};
use crate::lists::{spoken, text};
use crate::output::{Failure, clean, shown};
use crate::phrases::{phrase, usage};
use crate::session::Session;
use crate::table::table;
use clap::ValueEnum;
use domain::text::fold;
use serde_json::{Value, json};

/// Statuses of people.
pub(super) async fn statuses(session: &Session, command: Statuses, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let done = act(session, command).await;
    session.close().await;
    shown(&done?, json, told);
    Ok(())
}

async fn act(session: &Session, command: Statuses) -> Result<Value, Failure> {
    let all = session.call("statuses_list", Value::Null).await?;
    match command {
        Statuses::List => Ok(all),
        Statuses::Add { counts_as, values } => {
            let meaning = counts_as.to_possible_value().map(|word| word.get_name().to_owned());
            let none = json!({ "nameFr": "", "nameEn": "", "colour": "", "rottenDays": null, "hidden": false });
            session.call("statuses_create", json!({ "meaning": meaning, "values": values_over(&none, values) })).await
        }
        Statuses::Edit { status, values } => {
            let before = named(&all, &status)?;
            session.call("statuses_update", json!({ "key": before["key"], "values": values_over(before, values) })).await
        }
        Statuses::Move { status, place } => {
            let key = &named(&all, &status)?["key"];
            let mut keys: Vec<&Value> = present(&all).map(|one| &one["key"]).filter(|one| *one != key).collect();
            keys.insert(place.saturating_sub(1).min(keys.len()), key);
            session.call("statuses_reorder", json!({ "keys": keys })).await
        }
        Statuses::Delete { status, move_to } => {
            let key = &named(&all, &status)?["key"];
            let to = move_to.map(|to| named(&all, &to)).transpose()?.map(|one| &one["key"]);
            session.call("statuses_delete", json!({ "key": key, "moveTo": to })).await
        }
    }
}

fn present(all: &Value) -> impl Iterator<Item = &Value> {
    all["statuses"].as_array().into_iter().flatten().filter(|one| one["deleted"] == false)
}

/// The status of this key, or of this name in either language.
fn named<'a>(all: &'a Value, which: &str) -> Result<&'a Value, Failure> {
    let called = |one: &&Value| ["nameFr", "nameEn"].iter().any(|name| fold(text(&one[*name])) == fold(which));
    let found = all["statuses"].as_array().into_iter().flatten().find(|one| text(&one["key"]) == which);
    found.or_else(|| present(all).find(called)).ok_or_else(|| usage("no_such_name", &[("which", which)]))
}

/// The values of a status, with those that are given in place.
fn values_over(before: &Value, given: StatusValues) -> Value {
    let days = match given.days {
        None => before["rottenDays"].clone(),
        Some(0) => Value::Null,
        Some(days) => json!(days),
    };
    json!({
        "nameFr": given.fr.map_or_else(|| before["nameFr"].clone(), Value::from),
        "nameEn": given.en.map_or_else(|| before["nameEn"].clone(), Value::from),
        "colour": given.colour.map_or_else(|| before["colour"].clone(), Value::from),
        "rottenDays": days,
        "hidden": given.hidden.map_or_else(|| before["hidden"].clone(), Value::from),
    })
}

/// Statuses in use.
fn told(all: &Value) -> String {
    let cells: Vec<Vec<String>> = present(all)
        .map(|one| {
            vec![
                clean(&spoken(one, "name")),
                phrase(&format!("counts_as.{}", text(&one["meaning"])), &[]),
                one["rottenDays"].as_u64().map(|days| days.to_string()).unwrap_or_default(),
                phrase(if one["hidden"] == true { "no" } else { "yes" }, &[]),
                text(&one["key"]).to_owned(),
            ]
        })
        .collect();
    table(&["name", "counts_as", "days", "offered", "key"], &cells, "no_groups")
}
