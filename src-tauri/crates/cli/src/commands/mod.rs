//! One file per group of commands.

mod backup;
mod demo;
mod import;
mod init;
mod people;
mod plain;
mod practised;
mod push;
mod run;
mod work;

use crate::args::{Cli, Command};
use crate::lists;
use crate::output::{Failure, answer, shown};
use crate::phrases::usage;
use crate::session::Session;
use crate::told;

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
        Command::Import { file, read_as, mode, dates, dry_run } => {
            import::import(&session, &file, &import::How { read_as, mode, dates, dry_run }, json).await
        }
        Command::People(command) => people::people(&session, command, json).await,
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
fn id(text: &str) -> Result<serde_json::Value, Failure> {
    let form = text.len() == 36 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if form { Ok(serde_json::json!(text)) } else { Err(usage("not_an_id", &[("text", text)])) }
}

/// Ids as typed.
fn ids(texts: &[String]) -> Result<Vec<serde_json::Value>, Failure> {
    texts.iter().map(|text| id(text)).collect()
}

/// An absolute path as text.
fn absolute(path: &std::path::Path) -> Result<String, Failure> {
    let unusable = || usage("path", &[("path", &path.display().to_string())]);
    let absolute = std::path::absolute(path).map_err(|_| unusable())?;
    absolute.into_os_string().into_string().map_err(|_| unusable())
}
