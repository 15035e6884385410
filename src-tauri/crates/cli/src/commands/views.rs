use super::pages;
use crate::args::{Of, Views};
use crate::language::language;
use crate::lists::{rows, text};
use crate::output::{Failure, answer, shown};
use crate::phrases::{phrase, usage};
use crate::session::Session;
use crate::where_expr::{self, COMPANIES, Known, OPPORTUNITIES, PEOPLE};
use domain::fault::Params;
use domain::text::fold_words;
use domain::writing::Language;
use serde_json::{Value, json};

/// Saved views.
pub(super) async fn views(session: &Session, command: Views, json: bool) -> Result<(), Failure> {
    let list = matches!(command, Views::List);
    session.open().await?;
    let done = act(session, command).await;
    session.close().await;
    let done = done?;
    if list {
        shown(&done, json, told)
    } else {
        answer(&done, json)
    }
    Ok(())
}

async fn act(session: &Session, command: Views) -> Result<Value, Failure> {
    match command {
        Views::List => session.call("views_list", Value::Null).await,
        Views::Show { view } => {
            let view = named(session, &view, None).await?;
            let of = text(&view["of"]).to_owned();
            let count = session.call(&format!("{of}_count"), view["content"]["query"]["query"].clone()).await?;
            Ok(json!({ "view": view, "matching": count["matching"] }))
        }
        Views::Save { name, of, matching, sort, down, favourite } => {
            let (of, known) = kind(of);
            let mut query = where_expr::query(known, matching.as_deref())?;
            (query["sort"], query["descending"]) = (json!(sort), json!(down));
            let content = json!({ "layout": "table", "query": { "of": of, "query": query }, "columns": [], "grouping": "" });
            match named(session, &name, Some(of)).await {
                Ok(view) => session.call("views_set", json!({ "id": view["id"], "content": content, "favourite": favourite })).await,
                Err(_) => session.call("views_create", json!({ "name": name, "favourite": favourite, "content": content })).await,
            }
        }
        Views::Delete { view } => {
            let id = named(session, &view, None).await?["id"].clone();
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
    let (of, known) = kind(of);
    let query = where_expr::query(known, matching)?;
    session.open().await?;
    let found = async {
        let query = match view {
            Some(view) => named(session, view, Some(of)).await?["content"]["query"]["query"].clone(),
            None => query,
        };
        pages(session, &format!("{of}_list"), &query, limit.unwrap_or(u32::MAX)).await
    }
    .await;
    session.close().await;
    Ok(Value::Array(found?))
}

pub(super) fn kind(of: Of) -> (&'static str, &'static Known) {
    match of {
        Of::People => ("people", &PEOPLE),
        Of::Companies => ("companies", &COMPANIES),
        Of::Opportunities => ("opportunities", &OPPORTUNITIES),
    }
}

/// The view of this name or id; the desk's own answer to their names in both languages.
async fn named(session: &Session, which: &str, of: Option<&str>) -> Result<Value, Failure> {
    let all = session.call("views_list", Value::Null).await?;
    let wanted = fold_words(which);
    let called = |one: &Value| {
        let own = [Language::Fr, Language::En].map(|language| name_in(one, language));
        text(&one["id"]) == which || text(&one["builtin"]) == which || own.iter().any(|name| fold_words(name) == wanted)
    };
    let found = all.as_array().into_iter().flatten().find(|one| of.is_none_or(|of| one["of"] == of) && called(one));
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
