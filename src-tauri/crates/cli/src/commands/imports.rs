use super::absolute;
use crate::args::Imports;
use crate::lists::{params, rows, text, when};
use crate::output::{Failure, answer, shown, words};
use crate::phrases::phrase;
use crate::session::Session;
use crate::table::table;
use serde_json::{Value, json};

/// Files that were imported.
pub(super) async fn imports(session: &Session, command: Imports, json: bool) -> Result<(), Failure> {
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

async fn act(session: &Session, command: Imports) -> Result<Value, Failure> {
    match command {
        Imports::List => session.call("import_list", Value::Null).await,
        Imports::Show { id } => session.call("import_get", json!({ "id": id })).await,
        Imports::Rows { id, only, after, limit } => {
            let only = only.map(|only| only.replace('-', "_"));
            let across = only.as_deref().is_some_and(|only| matches!(only, "conflicts" | "do_not_contact" | "not_taken"));
            let (plan, only) = if across { (None, only) } else { (only, None) };
            let request = json!({ "id": id, "plan": plan, "only": only, "after": after, "offset": 0, "limit": limit });
            session.call("import_rows", request).await
        }
        Imports::Rejects { id, file } => session.call("import_rejects", json!({ "id": id, "path": absolute(&file)? })).await,
        Imports::Delete { id } => session.call("import_delete", json!({ "id": id })).await,
    }
}

fn told(list: &Value) -> String {
    if list.as_array().is_some_and(|list| list.iter().any(|row| !row["plan"].is_null())) {
        return told_rows(list);
    }
    rows(list, &["when", "file", "state", "new", "changed", "id"], "no_imports", |import| {
        let state = if import["undone"] == true { "undone" } else { text(&import["state"]) };
        vec![
            when(&import["createdAt"]),
            text(&import["fileName"]).to_owned(),
            phrase(&format!("import.state.{state}"), &[]),
            import["created"].to_string(),
            import["updated"].to_string(),
        ]
    })
}

fn told_rows(list: &Value) -> String {
    let line = |row: &Value| {
        let reason = &row["reason"];
        let why = if reason.is_null() { String::new() } else { words(text(&reason["code"]), &params(reason)) };
        vec![row["n"].to_string(), row["line"].to_string(), text(&row["name"]).to_owned(), why]
    };
    let lines: Vec<Vec<String>> = list.as_array().into_iter().flatten().map(line).collect();
    table(&["number", "line", "name", "why"], &lines, "no_imports")
}
