//! Commands that are one call and its answer.

use super::{absolute, id, ids};
use crate::args::{Command, Exported, Format, History, Layout, Outbox, Secret, Settings, Sheets};
use crate::output::{Failure, document, sentence};
use crate::phrases::{inside, usage};
use crate::session::Session;
use api::ApiError;
use domain::fault::Reason;
use serde_json::{Value, json};

/// Calls a command on the open desk; lists are read to their end.
pub(super) async fn call(session: &Session, command: &str, request: Value) -> Result<Value, Failure> {
    session.open().await?;
    let answer = match command {
        "outbox_list" if request.is_null() => whole_outbox(session).await,
        "outbox_approve" if request["ids"] == json!("all") => approve_all(session).await,
        "outbox_approve" | "outbox_hold" => act(session, command, request).await,
        "sheets_connect" => connect(session).await,
        "sheets_push" => super::push::push(session).await,
        _ => session.call(command, request).await,
    };
    session.close().await;
    answer.map(one_recovery_key)
}

/// The recovery key as `init` prints it: one text, however a command gives its groups.
fn one_recovery_key(mut answer: Value) -> Value {
    if answer["recoveryKey"].is_array() {
        answer["recoveryKey"] = joined(&answer["recoveryKey"]).into();
    }
    answer
}

/// The groups of a recovery key as one text.
pub(super) fn joined(groups: &Value) -> String {
    let groups: Vec<&str> = groups.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    groups.join("-")
}

/// The call a command line stands for.
pub(super) fn request(command: Command) -> Result<(String, Value), Failure> {
    let (name, request) = match command {
        Command::Outbox(Outbox::List) => ("outbox_list", Value::Null),
        Command::Outbox(Outbox::Show { id: message }) => ("outbox_get", json!({ "id": id(&message)? })),
        Command::Outbox(Outbox::Approve { all: true, .. }) => ("outbox_approve", json!({ "ids": "all" })),
        Command::Outbox(Outbox::Approve { ids: messages, .. }) if messages.is_empty() => return Err(usage("approve_which", &[])),
        Command::Outbox(Outbox::Approve { ids: messages, .. }) => ("outbox_approve", json!({ "ids": ids(&messages)? })),
        Command::Outbox(Outbox::Hold { ids: messages }) => ("outbox_hold", json!({ "ids": ids(&messages)? })),
        Command::LinkedinArchive { file } => ("linkedin_archive", json!({ "path": absolute(&file)? })),
        Command::Export { format, file, of, layout } => export(of, format, layout, &absolute(&file)?)?,
        Command::Sheets(Sheets::Connect) => ("sheets_connect", Value::Null),
        Command::Sheets(Sheets::Create { title }) => ("sheets_create", json!({ "title": title })),
        Command::Sheets(Sheets::Attach { url }) => ("sheets_attach", json!({ "url": url.unwrap_or_default() })),
        Command::Sheets(Sheets::Push) => ("sheets_push", json!({ "selection": { "kind": "all" } })),
        Command::Sheets(Sheets::Status) => ("sheets_status", Value::Null),
        Command::Sheets(Sheets::Disconnect) => ("sheets_disconnect", Value::Null),
        Command::Undo { id: operation } => ("history_undo", json!({ "id": operation.as_deref().map(id).transpose()? })),
        Command::Redo => ("history_redo", Value::Null),
        Command::History(History { limit, .. }) => ("history_list", json!({ "before": null, "limit": limit })),
        Command::Settings(Settings::Get { key: None }) => ("settings_get", Value::Null),
        Command::Settings(Settings::Get { key: Some(key) }) => ("setting_get", json!({ "key": key })),
        Command::Settings(Settings::Set { key, value }) => ("setting_set", json!({ "key": key, "value": value })),
        Command::Secret(Secret::Set { name }) => ("secret_set", json!({ "name": name, "value": stdin_line()? })),
        Command::Secret(Secret::Delete { name }) => ("secret_delete", json!({ "name": name })),
        Command::Secret(Secret::Test { name }) => ("secret_test", json!({ "name": name })),
        Command::Health => ("health_get", Value::Null),
        Command::Call { command, request } => return Ok((command, parse(request.as_deref())?)),
        other => return Err(inside(format!("{other:?}"))),
    };
    Ok((name.to_owned(), request))
}

/// The list of commands.
pub(super) fn commands(json: bool) {
    let list: Vec<Value> = api::NAMES.iter().map(|(name, doc)| json!({ "name": name, "what": doc })).collect();
    document(&Value::Array(list), json);
}

/// The first line of standard input.
pub(super) fn stdin_line() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|_| usage("stdin", &[]))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn parse(request: Option<&str>) -> Result<Value, Failure> {
    request.map_or(Ok(Value::Null), |text| serde_json::from_str(text).map_err(|e| usage("request", &[("why", &e.to_string())])))
}

fn export(of: Exported, format: Format, layout: Layout, path: &str) -> Result<(&'static str, Value), Failure> {
    let card = matches!(format, Format::Vcard | Format::Vcard21 | Format::Vcard40);
    let format = match format {
        Format::Csv => "csv",
        Format::Xlsx => "xlsx",
        Format::Json => "json",
        Format::Vcard => "vcard",
        Format::Vcard21 => "vcard21",
        Format::Vcard40 => "vcard40",
    };
    let command = match of {
        Exported::People => {
            let layout = match layout {
                Layout::Full => "full",
                Layout::Sheet => "sheet",
            };
            return Ok(("export_people", json!({ "selection": { "kind": "all" }, "format": format, "layout": layout, "path": path })));
        }
        Exported::Companies => "export_companies",
        Exported::Opportunities => "export_opportunities",
    };
    if card || matches!(layout, Layout::Sheet) {
        return Err(usage("export_people_only", &[]));
    }
    Ok((command, json!({ "selection": { "kind": "all" }, "format": format, "path": path })))
}

async fn outbox_page(session: &Session, states: &[&str], offset: usize) -> Result<Vec<Value>, Failure> {
    let request = json!({ "states": states, "runId": null, "followups": false, "offset": offset, "limit": 500 });
    Ok(session.call("outbox_list", request).await?.as_array().cloned().unwrap_or_default())
}

async fn whole_outbox(session: &Session) -> Result<Value, Failure> {
    let mut all = Vec::new();
    loop {
        let page = outbox_page(session, &[], all.len()).await?;
        let last = page.len() < 500;
        all.extend(page);
        if last {
            return Ok(Value::Array(all));
        }
    }
}

async fn approve_all(session: &Session) -> Result<Value, Failure> {
    let mut drafts = Vec::new();
    loop {
        let page = outbox_page(session, &["draft"], drafts.len()).await?;
        let last = page.len() < 500;
        drafts.extend(page.into_iter().map(|row| row["id"].clone()));
        if last {
            return session.call("outbox_approve", json!({ "ids": drafts })).await;
        }
    }
}

/// Acts on messages that were named: one that does not exist keeps all of them as they are, one that may not be changed is told afterwards.
async fn act(session: &Session, command: &str, request: Value) -> Result<Value, Failure> {
    for message in request["ids"].as_array().into_iter().flatten() {
        session.call("outbox_get", json!({ "id": message })).await?;
    }
    let acted = session.call(command, request).await?;
    let refused = acted["refused"].as_array().into_iter().flatten();
    match refused.clone().next() {
        None => Ok(acted),
        Some(first) => {
            let reason = Reason::new("outbox.refused")
                .with("id", first["id"].as_str().unwrap_or_default())
                .with("why", sentence(&first["reason"]).unwrap_or_default())
                .with("cause", first["reason"]["code"].as_str().unwrap_or_default())
                .with("changed", &acted["changed"])
                .with("refused", refused.count());
            Err(Failure::Command(ApiError { code: reason.code, params: reason.params, retryable: false, reference: String::new() }))
        }
    }
}

/// Waits until the consent page was answered, given up, or the attempt timed out.
async fn connect(session: &Session) -> Result<Value, Failure> {
    session.call("sheets_connect", Value::Null).await?;
    loop {
        let status = session.call("sheets_status", Value::Null).await?;
        if status["state"] != json!("connecting") {
            return Ok(status);
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
}
