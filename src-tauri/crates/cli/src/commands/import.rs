use super::absolute;
use crate::args::Import;
use crate::lists;
use crate::output::{Failure, document, print};
use crate::phrases::{inside, usage};
use crate::session::Session;
use api::ApiError;
use clap::ValueEnum;
use domain::fault::Reason;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Reads a file into the desk, to the end; rejected rows come back as a CSV beside the file.
pub(super) async fn import(session: &Session, args: &Import, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let done = whole(session, args, json).await;
    session.close().await;
    let done = done?;
    if json {
        document(&done, true)
    } else {
        print(&lists::import(&done))
    }
    Ok(())
}

async fn whole(session: &Session, args: &Import, json: bool) -> Result<Value, Failure> {
    let (file, dry_run) = (args.file.as_path(), args.dry_run);
    let mut import = told(session, args, open(session, args).await?).await?;
    let id = import["id"].clone();
    if !dry_run {
        session.call("import_apply", json!({ "id": id, "correspondence": args.messages })).await?;
        let written = app::imports::work(&session.app, parsed(&id)?).await;
        import = session.call("import_get", json!({ "id": id })).await?;
        written.map_err(|fault| unfinished(&fault.into(), &import))?;
    }
    let (rejects_file, rejects_error) = match import["rejected"].as_u64() {
        Some(n) if n > 0 && !dry_run && file != Path::new("-") => match save_rejects(session, file, &id).await {
            Ok(path) => (json!(path), Value::Null),
            // The people are in the desk all the same: that answer must not be lost for a folder that cannot be written.
            Err(Failure::Command(error)) => {
                (Value::Null, json!({ "code": error.code, "message": crate::output::words(&error.code, &error.params) }))
            }
            Err(other) => return Err(other),
        },
        _ => (Value::Null, Value::Null),
    };
    let mut summary = json!({ "run_id": id, "state": import["state"], "rejects_file": rejects_file, "dry_run": dry_run });
    if !rejects_error.is_null() {
        summary["rejects_error"] = rejects_error;
    }
    if !json {
        summary["ignored_files"] = import["ignoredFiles"].clone();
        summary["ignored_columns"] = ignored(&import);
    }
    if !import["correspondence"].is_null() {
        summary["correspondence"] = import["correspondence"].clone();
    }
    if !import["remembered"].is_null() {
        summary["remembered"] = import["remembered"].clone();
    }
    for (key, told) in [("preset", "preset"), ("sheet", "sheet"), ("sheets", "sheets"), ("header_line", "headerLine")] {
        summary[key] = import[told].clone();
    }
    for key in ["mode", "rows", "created", "updated", "unchanged", "skipped", "rejected", "warnings"] {
        summary[key] = import[key].clone();
    }
    Ok(summary)
}

/// The import stopped on its way: what is written stays, and the rest goes on with the next `rain work`.
fn unfinished(cause: &ApiError, import: &Value) -> Failure {
    let why = crate::output::words(&cause.code, &cause.params);
    let why = why.split_once(". ").map_or(why.as_str(), |(first, _)| first);
    let reason = Reason::new("imports.unfinished")
        .with("why", why)
        .with("cause", &cause.code)
        .with("done", import["applied"].as_u64().unwrap_or_default())
        .with("rows", import["rows"].as_u64().unwrap_or_default());
    Failure::Command(ApiError { code: reason.code, params: reason.params, retryable: cause.retryable, reference: cause.reference.clone() })
}

/// Names of the columns that go into no field.
fn ignored(import: &Value) -> Value {
    let columns = import["columns"].as_array().into_iter().flatten();
    columns.filter(|column| column["field"].is_null()).map(|column| column["header"].clone()).collect()
}

fn parsed<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, Failure> {
    serde_json::from_value(value.clone()).map_err(inside)
}

async fn save_rejects(session: &Session, file: &Path, id: &Value) -> Result<String, Failure> {
    let stem = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let beside: PathBuf = file.with_file_name(format!("{stem}.rejected.csv"));
    let path = absolute(&beside)?;
    session.call("import_rejects", json!({ "id": id, "path": path })).await?;
    Ok(path)
}

/// Opens the file, or what comes in on standard input.
async fn open(session: &Session, args: &Import) -> Result<Value, Failure> {
    let text = match args.file.to_str() {
        Some("-") => Some(std::io::read_to_string(std::io::stdin()).map_err(|_| usage("import.stdin", &[]))?),
        _ => None,
    };
    let path = if text.is_some() { "-".to_owned() } else { absolute(&args.file)? };
    let reading = json!({
        "encoding": args.encoding, "delimiter": args.separator.map(word), "headerLine": if args.no_header { Some(0) } else { args.header_line },
        "sheet": args.sheet, "preset": args.preset.map(word),
        "dates": args.dates.map(word), "numbers": args.numbers.map(word), "country": args.country.as_ref().map(|code| code.to_uppercase()),
    });
    let told = reading.as_object().is_some_and(|parts| parts.values().any(|part| !part.is_null()));
    let mode = args.mode.map_or_else(|| "both".to_owned(), word);
    let request = json!({
        "path": path, "readAs": word(args.read_as), "mode": mode, "text": text, "like": args.like,
        "reading": if told { reading } else { Value::Null },
    });
    session.call("import_open", request).await
}

/// Tells the import what it did not know when it was opened, where there is something to tell.
async fn told(session: &Session, args: &Import, import: Value) -> Result<Value, Failure> {
    let own = if args.map.is_empty() { Value::Null } else { session.call("fields_list", Value::Null).await? };
    let (columns, rules) = (mapped(args, &import, &own)?, ruled(args, &import));
    let mode = args.mode.map_or_else(|| import["mode"].clone(), |mode| json!(word(mode)));
    if columns == fields(&import) && rules == import["rules"] && mode == import["mode"] {
        return Ok(import);
    }
    let request = json!({ "id": import["id"], "columns": columns, "mode": mode, "dates": import["reading"]["dates"], "rules": rules });
    session.call("import_remap", request).await
}

fn fields(import: &Value) -> Vec<Value> {
    import["columns"].as_array().into_iter().flatten().map(|column| column["field"].clone()).collect()
}

/// The fields of the columns, those that are told changed; a field goes to the column it is told for, whoever had it.
fn mapped(args: &Import, import: &Value, own: &Value) -> Result<Vec<Value>, Failure> {
    let mut columns = fields(import);
    for (name, field) in &args.map {
        let field = &called(own, field);
        let headers = import["columns"].as_array().into_iter().flatten();
        let Some(at) = headers.clone().position(|column| column["header"].as_str().is_some_and(|header| header.eq_ignore_ascii_case(name)))
        else {
            let known: Vec<&str> = headers.filter_map(|column| column["header"].as_str()).collect();
            return Err(usage("import.no_column", &[("name", name), ("known", &known.join(", "))]));
        };
        columns.iter_mut().filter(|known| known.as_str().is_some_and(|known| known == field)).for_each(|known| *known = Value::Null);
        if let Some(column) = columns.get_mut(at) {
            *column = if field.is_empty() { Value::Null } else { json!(field) };
        }
    }
    Ok(columns)
}

/// A field as a mapping names it: one of the seller's own may be told by its name.
fn called(own: &Value, field: &str) -> String {
    let mut own = own.as_array().into_iter().flatten().filter(|one| one["of"] == "people");
    let found = own.find(|one| one["name"].as_str().is_some_and(|name| name.to_lowercase() == field.to_lowercase()));
    found.and_then(|one| one["id"].as_str()).map_or_else(|| field.to_owned(), |id| format!("custom:{id}"))
}

fn ruled(args: &Import, import: &Value) -> Value {
    let mut rules = import["rules"].clone();
    if !args.key.is_empty() {
        rules["keys"] = args.key.iter().map(|key| json!(word(*key))).collect();
    }
    for (field, policy) in &args.policy {
        match field {
            None => rules["usual"] = json!(word(*policy)),
            Some(field) => {
                let mut policies: Vec<Value> = rules["policies"].as_array().cloned().unwrap_or_default();
                policies.retain(|other| other["field"] != **field);
                policies.push(json!({ "field": field, "policy": word(*policy) }));
                rules["policies"] = json!(policies);
            }
        }
    }
    if !args.tag.is_empty() {
        rules["tags"] = json!(args.tag);
    }
    for (name, value) in [("list", &args.list), ("source", &args.source)] {
        if let Some(value) = value {
            rules[name] = json!(value);
        }
    }
    rules
}

/// A word of the command line as the wire writes it.
fn word(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().replace('-', "_")).unwrap_or_default()
}
