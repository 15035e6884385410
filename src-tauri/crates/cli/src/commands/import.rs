use super::absolute;
use crate::args::{Dates, Mode, ReadAs};
use crate::lists;
use crate::output::{Failure, document, print};
use crate::phrases::inside;
use crate::session::Session;
use api::ApiError;
use domain::fault::Reason;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How a file is read, and what becomes of it.
pub(super) struct How {
    pub(super) read_as: ReadAs,
    pub(super) mode: Mode,
    pub(super) dates: Option<Dates>,
    pub(super) dry_run: bool,
}

/// Reads a file into the desk, to the end; rejected rows come back as a CSV beside the file.
pub(super) async fn import(session: &Session, file: &Path, how: &How, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let done = whole(session, file, how, json).await;
    session.close().await;
    let done = done?;
    if json {
        document(&done, true)
    } else {
        print(&lists::import(&done))
    }
    Ok(())
}

async fn whole(session: &Session, file: &Path, how: &How, json: bool) -> Result<Value, Failure> {
    let (dry_run, mode) = (how.dry_run, mode_word(how.mode));
    let request = json!({ "path": absolute(file)?, "readAs": word(how.read_as), "mode": mode });
    let mut import = session.call("import_open", request).await?;
    let id = import["id"].clone();
    if let Some(dates) = how.dates {
        let columns: Vec<&Value> = import["columns"].as_array().into_iter().flatten().map(|column| &column["field"]).collect();
        import = session.call("import_remap", json!({ "id": id, "columns": columns, "mode": mode, "dates": dates_word(dates) })).await?;
    }
    if !dry_run {
        session.call("import_apply", json!({ "id": id })).await?;
        let written = app::imports::work(&session.app, parsed(&id)?).await;
        import = session.call("import_get", json!({ "id": id })).await?;
        written.map_err(|fault| unfinished(&fault.into(), &import))?;
    }
    let (rejects_file, rejects_error) = match import["rejected"].as_u64() {
        Some(n) if n > 0 && !dry_run => match save_rejects(session, file, &id).await {
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
    }
    for key in ["rows", "created", "updated", "unchanged", "skipped", "rejected", "warnings"] {
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

fn word(read_as: ReadAs) -> &'static str {
    match read_as {
        ReadAs::Auto => "auto",
        ReadAs::Linkedin => "linkedin",
        ReadAs::Csv => "csv",
    }
}

fn dates_word(dates: Dates) -> &'static str {
    match dates {
        Dates::DayFirst => "day_first",
        Dates::MonthFirst => "month_first",
    }
}

fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Create => "create",
        Mode::Update => "update",
        Mode::Both => "both",
    }
}
