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
    let mut told = rows(list, &["when", "file", "state", "new", "changed", "id"], "no_imports", |import| {
        // How many are new is what was planned: of one that is half written nobody has counted it.
        let count = |name: &str| if is_interrupted(import) { String::new() } else { import[name].to_string() };
        vec![when(&import["createdAt"]), text(&import["fileName"]).to_owned(), standing(import), count("created"), count("updated")]
    });
    if list.as_array().is_some_and(|list| list.iter().any(is_interrupted)) {
        told.push_str(&phrase("import.goes_on", &[]));
        told.push('\n');
    }
    told
}

/// Whether an import stopped on its way. Nobody else has the desk open while this reads it, so nobody is writing it.
fn is_interrupted(import: &Value) -> bool {
    import["state"] == "applying"
}

/// Where an import stands.
fn standing(import: &Value) -> String {
    if is_interrupted(import) {
        return phrase("import.interrupted", &[("done", &import["applied"].to_string()), ("rows", &import["rows"].to_string())]);
    }
    let state = if import["undone"] == true { "undone" } else { text(&import["state"]) };
    phrase(&format!("import.state.{state}"), &[])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_that_was_cut_off_says_how_far_it_came_and_how_it_goes_on() {
        let whole = json!({ "createdAt": "2026-11-22T20:00:00Z", "fileName": "a.csv", "state": "applied", "rows": 12, "applied": 12, "created": 10,
            "updated": 2, "id": "i1" });
        let cut = json!({ "createdAt": "2026-11-22T20:00:00Z", "fileName": "b.csv", "state": "applying", "rows": 30_000, "applied": 8_000,
            "created": 30_000, "updated": 0, "id": "i2" });
        let shown = told(&json!([cut, whole]));
        let line = shown.lines().nth(1).unwrap();
        assert!(line.contains("8000") && line.matches("30000").count() == 1, "{shown}");
        assert!(shown.lines().last().unwrap().contains("rain work"), "{shown}");
        assert!(!told(&json!([whole])).contains("rain work"));
    }
}
