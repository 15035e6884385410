use super::pages;
use crate::args::{Of, ViewLayout, Views};
use crate::language::language;
use crate::lists::{rows, text};
use crate::opportunity;
use crate::output::{Failure, answer, clean, shown};
use crate::phrases::{phrase, usage};
use crate::session::Session;
use crate::table::table;
use crate::where_expr::{self, COMPANIES, Desk, Known, OPPORTUNITIES, PEOPLE};
use clap::ValueEnum;
use domain::fault::Params;
use domain::text::fold_words;
use domain::writing::Language;
use serde_json::{Value, json};

/// Saved views.
pub(super) async fn views(session: &Session, command: Views, json: bool) -> Result<(), Failure> {
    let told: Option<fn(&Value) -> String> = match command {
        Views::List => Some(told),
        Views::Groups { .. } => Some(groups_told),
        _ => None,
    };
    session.open().await?;
    let done = act(session, command).await;
    session.close().await;
    let done = done?;
    match told {
        Some(told) => shown(&done, json, told),
        None => answer(&done, json),
    }
    Ok(())
}

async fn act(session: &Session, command: Views) -> Result<Value, Failure> {
    match command {
        Views::List => session.call("views_list", Value::Null).await,
        Views::Show { view } => {
            let view = called(session, &view, None).await?;
            let of = text(&view["of"]).to_owned();
            let count = session.call(&format!("{of}_count"), view["content"]["query"]["query"].clone()).await?;
            Ok(json!({ "view": view, "matching": count["matching"] }))
        }
        Views::Groups { by, of, matching, view } => {
            let query = query_of(session, of, matching.as_deref(), view.as_deref()).await?;
            let mut request = group_by(session, of, &by).await?;
            request["query"] = query;
            let mut found = session.call(&format!("{}_groups", kind(of).0), request.clone()).await?;
            for group in found["groups"].as_array_mut().into_iter().flatten() {
                group["shown"] = json!(group_name(kind(of).0, text(&request["by"]), group));
            }
            Ok(found)
        }
        Views::Save { name, of, matching, sort, down, by, layout, favourite } => {
            if matches!((of, layout), (Of::Companies, Some(ViewLayout::Board | ViewLayout::Calendar))) {
                return Err(usage("layout_of_companies", &[]));
            }
            let mut query = query_of(session, of, matching.as_deref(), None).await?;
            let grouping = match by {
                Some(by) => {
                    let by = group_by(session, of, &by).await?;
                    by["custom"].as_str().map_or_else(|| text(&by["by"]).to_owned(), |field| format!("custom:{field}"))
                }
                None => String::new(),
            };
            let of = kind(of).0;
            (query["sort"], query["descending"]) = (json!(sort), json!(down));
            let before = called(session, &name, Some(of)).await;
            let layout = layout.and_then(|layout| layout.to_possible_value()).map(|layout| layout.get_name().to_owned());
            let kept = || before.as_ref().ok().map(|view| text(&view["content"]["layout"]).to_owned());
            let layout = layout.or_else(kept).unwrap_or_else(|| "table".to_owned());
            let content = json!({ "layout": layout, "query": { "of": of, "query": query }, "columns": [], "grouping": grouping });
            match before {
                Ok(view) => session.call("views_set", json!({ "id": view["id"], "content": content, "favourite": favourite })).await,
                Err(_) => session.call("views_create", json!({ "name": name, "favourite": favourite, "content": content })).await,
            }
        }
        Views::Delete { view } => {
            let id = called(session, &view, None).await?["id"].clone();
            session.call("views_delete", json!({ "id": id })).await
        }
    }
}

/// The rows an expression or a view asks for.
pub(super) async fn asked(
    session: &Session,
    of: Of,
    matching: Option<&str>,
    view: Option<&str>,
    limit: Option<u32>,
) -> Result<Value, Failure> {
    where_expr::form(kind(of).1, matching)?;
    session.open().await?;
    let found = async {
        let query = query_of(session, of, matching, view).await?;
        pages(session, &format!("{}_list", kind(of).0), &query, limit.unwrap_or(u32::MAX)).await
    }
    .await;
    session.close().await;
    Ok(Value::Array(found?))
}

/// The query of an expression, or of a view; the desk is open. The seller's own fields are looked at where the others are not enough.
pub(super) async fn query_of(session: &Session, of: Of, matching: Option<&str>, view: Option<&str>) -> Result<Value, Failure> {
    let (of, known) = kind(of);
    if let Some(view) = view {
        return Ok(called(session, view, Some(of)).await?["content"]["query"]["query"].clone());
    }
    match where_expr::query(known, &Desk::default(), matching) {
        Ok(query) => Ok(query),
        Err(_) => {
            let (fields, statuses) = (session.call("fields_list", Value::Null).await?, session.call("statuses_list", Value::Null).await?);
            where_expr::query(known, &Desk::of(&fields, &statuses, of), matching)
        }
    }
}

/// What rows are grouped by: one of the usual words, or a field of the seller's by its name.
async fn group_by(session: &Session, of: Of, by: &str) -> Result<Value, Failure> {
    let (of, usual): (_, &[&str]) = match of {
        Of::People => ("people", &["status", "company", "location", "tag", "source"]),
        Of::Companies => ("companies", &["city", "activity", "country", "tag", "source"]),
        Of::Opportunities => ("opportunities", &["stage", "company", "month", "source"]),
    };
    if usual.contains(&by) {
        return Ok(json!({ "by": by }));
    }
    let fields = session.call("fields_list", Value::Null).await?;
    let own: Vec<&Value> = fields.as_array().into_iter().flatten().filter(|one| one["of"] == of).collect();
    match own.iter().find(|one| text(&one["id"]) == by || fold_words(text(&one["name"])) == fold_words(by)) {
        Some(field) => Ok(json!({ "by": "custom", "custom": field["id"] })),
        None => {
            let known: Vec<&str> = usual.iter().copied().chain(own.iter().map(|one| text(&one["name"]))).collect();
            Err(usage("no_such_grouping", &[("by", by), ("known", &known.join(", "))]))
        }
    }
}

/// What a group is called.
fn group_name(of: &str, by: &str, group: &Value) -> String {
    let key = text(&group["key"]);
    let word = |area: &str, code: &str| app::words::text(language(), area, code, &Params::new());
    let name = match by {
        _ if key.is_empty() => Some(phrase("group.none", &[])),
        "source" if of != "opportunities" => word("people", &format!("source.{key}")),
        "stage" | "status" if language() == Language::En => Some(text(&group["nameEn"]).to_owned()),
        _ => None,
    };
    name.or_else(|| Some(text(&group["name"]).to_owned()).filter(|name| !name.is_empty())).unwrap_or_else(|| key.to_owned())
}

fn groups_told(found: &Value) -> String {
    let mut told = table_of(&found["groups"]);
    if found["left"].as_u64().unwrap_or_default() > 0 {
        told.push_str(&phrase("groups_left", &[("groups", &found["left"].to_string()), ("rows", &found["leftRows"].to_string())]));
    }
    told
}

fn table_of(groups: &Value) -> String {
    let lines: Vec<Vec<String>> = groups
        .as_array()
        .into_iter()
        .flatten()
        .map(|group| vec![clean(text(&group["shown"])), group["count"].to_string(), opportunity::sums(&group["sums"])])
        .collect();
    table(&["name", "count", "worth"], &lines, "no_groups")
}

pub(super) fn kind(of: Of) -> (&'static str, &'static Known) {
    match of {
        Of::People => ("people", &PEOPLE),
        Of::Companies => ("companies", &COMPANIES),
        Of::Opportunities => ("opportunities", &OPPORTUNITIES),
    }
}

/// The view of this name or id; the desk's own answer to their names in both languages.
async fn called(session: &Session, which: &str, of: Option<&str>) -> Result<Value, Failure> {
    let all = session.call("views_list", Value::Null).await?;
    let wanted = fold_words(which);
    let is = |one: &Value| {
        let own = [Language::Fr, Language::En].map(|language| name_in(one, language));
        text(&one["id"]) == which || text(&one["builtin"]) == which || own.iter().any(|name| fold_words(name) == wanted)
    };
    let found = all.as_array().into_iter().flatten().find(|one| of.is_none_or(|of| one["of"] == of) && is(one));
    found.cloned().ok_or_else(|| usage("no_such_name", &[("which", which)]))
}

fn name_in(view: &Value, language: Language) -> String {
    let name = text(&view["name"]);
    let own = || app::words::text(language, "views", &format!("builtin.{}", text(&view["builtin"])), &Params::new());
    if name.is_empty() { own().unwrap_or_default() } else { name.to_owned() }
}

fn told(views: &Value) -> String {
    rows(views, &["name", "kind", "favourite", "id"], "no_views", |one| {
        let favourite = if one["favourite"] == true { "yes" } else { "no" };
        vec![name_in(one, language()), phrase(&format!("head.{}", text(&one["of"])), &[]), phrase(favourite, &[])]
    })
}
