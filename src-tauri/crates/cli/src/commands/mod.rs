//! One file per group of commands.

mod agenda;
mod backup;
mod companies;
mod custom;
mod demo;
mod duplicates;
mod files;
mod history;
mod import;
mod imports;
mod init;
mod opportunities;
mod people;
mod pipelines;
mod plain;
mod points;
mod practised;
mod privacy;
mod push;
mod records;
mod run;
mod score;
mod statuses;
mod views;
mod work;

use crate::args::{Cli, Command};
use crate::lists;
use crate::output::{Failure, answer, shown};
use crate::phrases::usage;
use crate::session::Session;
use crate::told;
use serde_json::{Value, json};

/// Rows asked for at a time.
const PAGE: u32 = 500;

/// Runs one command.
pub(crate) async fn run(cli: Cli) -> Result<(), Failure> {
    let json = cli.global.json;
    if let Command::Demo = cli.command {
        return demo::demo(&cli.global).await;
    }
    if let Command::Commands = cli.command {
        plain::commands(json);
        return Ok(());
    }
    let session = Session::new(&cli.global)?;
    match cli.command {
        Command::Init { sample, locale } => init::init(&session, sample, locale, json).await,
        Command::Import(args) => import::import(&session, &args, json).await,
        Command::Imports(command) => imports::imports(&session, command, json).await,
        Command::People(command) => people::people(&session, command, json).await,
        Command::Companies(command) => companies::companies(&session, command, json).await,
        Command::Tasks(command) => agenda::tasks(&session, command, json).await,
        Command::Appointments(command) => agenda::appointments(&session, command, json).await,
        Command::Notes(command) => agenda::notes(&session, command, json).await,
        Command::Files(command) => files::files(&session, command, json).await,
        Command::Opportunities(command) => opportunities::opportunities(&session, command, json).await,
        Command::Pipelines(command) => pipelines::pipelines(&session, command, json).await,
        Command::Statuses(command) => statuses::statuses(&session, command, json).await,
        Command::Duplicates(command) => duplicates::duplicates(&session, command, json).await,
        Command::Tags(command) => records::tags(&session, command, json).await,
        Command::Lists(command) => records::lists(&session, command, json).await,
        Command::Fields(command) => custom::fields(&session, command, json).await,
        Command::Views(command) => views::views(&session, command, json).await,
        Command::Trash(command) => records::trash(&session, command, json).await,
        Command::Privacy(command) => privacy::privacy(&session, command, json).await,
        Command::Score(of) => score::score(&session, of, json).await,
        Command::Capture { name: Some(name), postcode, company, phone, note, .. } => {
            let kind = if company { "company" } else { "person" };
            let request = json!({ "kind": kind, "name": name, "postcode": postcode.unwrap_or_default(), "phone": phone, "note": note });
            answer(&session.once("capture_add", request).await?, json);
            Ok(())
        }
        Command::Capture { done: Some(some), .. } => {
            answer(&session.once("capture_done", json!({ "ids": ids(&some)?, "back": false })).await?, json);
            Ok(())
        }
        Command::Capture { .. } => {
            shown(&session.once("capture_list", Value::Null).await?, json, records::to_qualify);
            Ok(())
        }
        Command::History(which) if which.by_field() => history::changes(&session, &which, json).await,
        Command::Run(command) => run::run(&session, command, json).await,
        Command::Work { until_idle } => work::work(&session, until_idle, json).await,
        Command::Backup(command) => backup::backup(&session, command, json).await,
        other => {
            let (command, request) = plain::request(other)?;
            let value = plain::call(&session, &command, request).await?;
            match command.as_str() {
                "history_list" => shown(&value, json, lists::history),
                "outbox_list" => shown(&value, json, lists::outbox),
                "backup_list" => shown(&value, json, lists::backups),
                "outbox_get" => shown(&value, json, told::message),
                "health_get" => shown(&value, json, told::health),
                "history_undo" => shown(&value, json, told::undone),
                "history_redo" => shown(&value, json, told::redone),
                "run_list" => shown(&value, json, lists::runs),
                _ => answer(&value, json),
            }
            if command == "secret_test" { tested(&value) } else { Ok(()) }
        }
    }
}

/// A test that failed ends the command as a failure, with what to do.
fn tested(report: &serde_json::Value) -> Result<(), Failure> {
    let failed = report["parts"].as_array().into_iter().flatten().map(|part| &part["failure"]).find(|failure| !failure.is_null());
    let Some(failure) = failed else { return Ok(()) };
    let params = serde_json::from_value(failure["params"].clone()).unwrap_or_default();
    let code = failure["code"].as_str().unwrap_or_default().to_owned();
    Err(Failure::Command(api::ApiError { code, params, retryable: false, reference: String::new() }))
}

/// An id as typed.
fn id(text: &str) -> Result<Value, Failure> {
    let form = text.len() == 36 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if form { Ok(json!(text)) } else { Err(usage("not_an_id", &[("text", text)])) }
}

/// Ids as typed.
fn ids(texts: &[String]) -> Result<Vec<Value>, Failure> {
    texts.iter().map(|text| id(text)).collect()
}

/// Values as typed: `field=value`.
fn fields(values: &[String]) -> Result<Vec<Value>, Failure> {
    values
        .iter()
        .map(|text| {
            let (field, value) = text.split_once('=').ok_or_else(|| usage("set_form", &[("text", text)]))?;
            Ok(json!({ "field": field, "value": value }))
        })
        .collect()
}

/// All rows of a list, or the first ones, of an open session.
async fn pages(session: &Session, command: &str, query: &Value, limit: u32) -> Result<Vec<Value>, Failure> {
    let mut rows = Vec::new();
    loop {
        let have = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let wanted = PAGE.min(limit.saturating_sub(have));
        if wanted == 0 {
            return Ok(rows);
        }
        let page = session.call(command, json!({ "query": query, "offset": have, "limit": wanted })).await?;
        rows.extend(page["rows"].as_array().cloned().unwrap_or_default());
        if page["last"].as_bool().unwrap_or(true) {
            return Ok(rows);
        }
    }
}

/// Removes all of these or none: an id that names nothing is a mistake to be mended first.
async fn remove(session: &Session, [get, delete]: [&str; 2], ids: Vec<Value>) -> Result<Value, Failure> {
    session.open().await?;
    let mut removed = Ok(Value::Null);
    for id in &ids {
        if removed.is_ok() {
            removed = session.call(get, json!({ "id": id })).await;
        }
    }
    if removed.is_ok() {
        removed = session.call(delete, json!({ "kind": "ids", "ids": ids })).await;
    }
    session.close().await;
    removed
}

/// An absolute path as text.
fn absolute(path: &std::path::Path) -> Result<String, Failure> {
    let unusable = || usage("path", &[("path", &path.display().to_string())]);
    let absolute = std::path::absolute(path).map_err(|_| unusable())?;
    absolute.into_os_string().into_string().map_err(|_| unusable())
}
