use super::views::query_of;
use super::{id, ids, practised};
use crate::args::{Of, Run, Who};
use crate::lists;
use crate::output::{Failure, document, print, shown};
use crate::phrases::{inside, unreadable};
use crate::session::Session;
use crate::told;
use api::ApiError;
use serde_json::{Value, json};
use std::path::Path;

/// Runs of the full sequence.
pub(super) async fn run(session: &Session, command: Run, json: bool) -> Result<(), Failure> {
    match command {
        Run::Start { who, config, yes, wait } => return start(session, &who, &config, yes, wait, json).await,
        Run::Receipt { id: run } => {
            // The receipt keeps the names of the earlier system.
            paper(&receipt(session, &id(&run)?, json).await?, json);
            return Ok(());
        }
        Run::List => shown(&session.once("run_list", json!({ "offset": 0, "limit": 200 })).await?, json, lists::runs),
        Run::Show { id: run } => shown(&show(session, &run, json).await?, json, told::run),
        Run::Pause { id: run } => shown(&session.once("run_pause", json!({ "id": id(&run)? })).await?, json, told::run),
        Run::Resume { id: run } => shown(&session.once("run_resume", json!({ "id": id(&run)? })).await?, json, told::run),
        Run::Cancel { id: run } => shown(&session.once("run_cancel", json!({ "id": id(&run)? })).await?, json, told::run),
    }
    Ok(())
}

/// A receipt, for a script under the names of the earlier system.
pub(super) fn paper(receipt: &Value, json: bool) {
    if json { document(receipt, true) } else { print(&told::receipt(receipt)) }
}

/// The run with its people, each with what was done, not done, and why.
async fn show(session: &Session, run: &str, json: bool) -> Result<Value, Failure> {
    session.open().await?;
    let shown = async {
        let mut view = session.call("run_get", json!({ "id": id(run)? })).await?;
        view["persons"] = Value::Array(persons(session, &id(run)?).await?);
        if !json {
            practised::in_people(session, &id(run)?, &mut view["persons"]).await?;
        }
        Ok(view)
    }
    .await;
    session.close().await;
    shown
}

async fn receipt(session: &Session, run: &Value, json: bool) -> Result<Value, Failure> {
    session.open().await?;
    let receipt = async {
        let mut receipt = session.call("run_receipt", json!({ "id": run })).await?;
        if !json {
            practised::in_receipt(&mut receipt);
        }
        Ok(receipt)
    }
    .await;
    session.close().await;
    receipt
}

async fn persons(session: &Session, run: &Value) -> Result<Vec<Value>, Failure> {
    let mut all = Vec::new();
    loop {
        let request = json!({ "id": run, "state": null, "offset": all.len(), "limit": 500 });
        let page = session.call("run_people", request).await?;
        let page = page.as_array().cloned().unwrap_or_default();
        let last = page.len() < 500;
        all.extend(page);
        if last {
            return Ok(all);
        }
    }
}

async fn start(session: &Session, who: &Who, config: &Path, yes: bool, wait: bool, json: bool) -> Result<(), Failure> {
    let config = std::fs::read_to_string(config).map_err(|e| unreadable("config_file", config, &e))?;
    session.open().await?;
    let result = async { started(session, selection(session, who).await?, &config, yes, wait, json).await }.await;
    session.close().await;
    let (run, worked) = result?;
    paper(&run, json);
    worked.map_err(Failure::Command)
}

/// The run as it stands, and whether the work on it came to its end for now.
async fn started(
    session: &Session,
    selection: Value,
    config: &str,
    yes: bool,
    wait: bool,
    json: bool,
) -> Result<(Value, Result<(), ApiError>), Failure> {
    // Without --yes everything waits for approval: the messages are drafts.
    let request = json!({ "selection": selection, "config": config, "title": "", "sendWithoutApproval": yes, "recall": false });
    let run = session.call("run_start", request).await?;
    let mut answer = json!({ "run_id": run["id"] });
    let mut worked = Ok(());
    if wait {
        worked = api::work::until_idle(&session.app).await;
        let view = session.call("run_get", json!({ "id": run["id"] })).await?;
        answer["state"] = view["state"].clone();
        match session.call("run_receipt", json!({ "id": run["id"] })).await {
            Ok(receipt) => totals(&mut answer, &receipt),
            // Not over: messages wait for their time. What there is so far is shown.
            Err(_) => {
                totals(&mut answer, &so_far(session, &run["id"]).await?);
                answer["run"] = view;
            }
        }
        if !json {
            practised::in_receipt(&mut answer);
        }
    }
    Ok((answer, worked))
}

/// The receipt as it would stand now, without an end.
async fn so_far(session: &Session, run: &Value) -> Result<Value, Failure> {
    let id = serde_json::from_value(run.clone()).map_err(inside)?;
    let receipt = app::runs::so_far(&session.app, id).await.map_err(|fault| Failure::Command(fault.into()))?;
    let mut receipt = serde_json::to_value(receipt).map_err(inside)?;
    receipt["finishedAt"] = Value::Null;
    Ok(receipt)
}

/// The receipt without its log.
fn totals(answer: &mut Value, receipt: &Value) {
    for (key, value) in receipt.as_object().into_iter().flatten().filter(|(key, _)| key.as_str() != "logs") {
        answer[key] = value.clone();
    }
}

async fn selection(session: &Session, who: &Who) -> Result<Value, Failure> {
    if let Some(people) = &who.people {
        return Ok(json!({ "kind": "ids", "ids": ids(people)? }));
    }
    match &who.matching {
        Some(expression) => Ok(json!({ "kind": "query", "query": query_of(session, Of::People, Some(expression), None).await? })),
        None => Ok(json!({ "kind": "all" })),
    }
}
