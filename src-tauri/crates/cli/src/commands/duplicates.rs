use super::{id, ids};
use crate::args::{Duplicates, Kind, Sure};
use crate::duplicates;
use crate::output::{Failure, answer, shown};
use crate::phrases::usage;
use crate::session::Session;
use serde_json::{Value, json};
use std::time::Duration;

/// Between two looks at whether a search has ended.
const LOOK: Duration = Duration::from_millis(50);
const PAGE: u32 = 500;

/// Duplicates: found, looked at, merged, split again.
pub(super) async fn duplicates(session: &Session, command: Duplicates, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let done = one(session, command, json).await;
    session.close().await;
    done
}

async fn one(session: &Session, command: Duplicates, json: bool) -> Result<(), Failure> {
    match command {
        Duplicates::Scan => shown(&scan(session).await?, json, duplicates::state),
        Duplicates::List { kind, sure, limit } => {
            shown(&list(session, kind, sure, limit.unwrap_or(u32::MAX)).await?, json, duplicates::list)
        }
        Duplicates::Show { ids: some, kind } => {
            let request = json!({ "kind": word(kind), "ids": ids(&some)? });
            shown(&session.call("duplicates_review", request).await?, json, duplicates::review);
        }
        Duplicates::Merge { exact: true, dry_run, kind, .. } => exact(session, kind, dry_run, json).await?,
        Duplicates::Merge { ids: some, keep, kind, .. } => {
            let (survivor, others) = some.split_first().ok_or_else(|| usage("not_an_id", &[("text", "")]))?;
            let request = json!({
                "kind": word(kind.unwrap_or(Kind::People)), "survivor": id(survivor)?, "others": ids(others)?, "choices": choices(&keep)?
            });
            shown(&session.call("duplicates_merge", request).await?, json, duplicates::merged);
        }
        Duplicates::Split { id: one, kind } => {
            let request = json!({ "kind": word(kind), "id": id(&one)? });
            shown(&session.call("duplicates_split", request).await?, json, duplicates::split);
        }
        Duplicates::Ignore { ids: some, kind } => {
            let request = json!({ "kind": word(kind), "ids": ids(&some)?, "only": null });
            answer(&session.call("duplicates_ignore", request).await?, json);
        }
    }
    Ok(())
}

/// Searches to the end.
async fn scan(session: &Session) -> Result<Value, Failure> {
    let mut state = session.call("duplicates_search", Value::Null).await?;
    while !state["search"].is_null() {
        tokio::time::sleep(LOOK).await;
        state = session.call("duplicates_state", Value::Null).await?;
    }
    Ok(state)
}

async fn list(session: &Session, kind: Option<Kind>, sure: Option<Sure>, limit: u32) -> Result<Value, Failure> {
    let mut groups = Vec::new();
    loop {
        let have = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        let wanted = PAGE.min(limit.saturating_sub(have));
        if wanted == 0 {
            return Ok(Value::Array(groups));
        }
        let verdict = sure.map(|sure| if matches!(sure, Sure::Exact) { "exact" } else { "probable" });
        let request = json!({ "kind": kind.map(word), "verdict": verdict, "offset": have, "limit": wanted });
        let page = session.call("duplicates_list", request).await?;
        groups.extend(page["groups"].as_array().cloned().unwrap_or_default());
        if page["last"].as_bool().unwrap_or(true) {
            return Ok(Value::Array(groups));
        }
    }
}

/// Merges every exact match to the end, or tells how many there are.
async fn exact(session: &Session, kind: Option<Kind>, dry_run: bool, json: bool) -> Result<(), Failure> {
    if dry_run {
        shown(&session.call("duplicates_state", Value::Null).await?, json, duplicates::state);
        return Ok(());
    }
    let begun = session.call("duplicates_merge_exact", json!({ "kind": kind.map(word) })).await?;
    api::work::duplicates(&session.app).await;
    let state = session.call("duplicates_state", Value::Null).await?;
    let planned = begun["merging"]["of"].clone();
    let top = session.call("history_top", Value::Null).await?;
    let done = json!({ "merged": planned, "operation": top["undo"]["id"], "state": state });
    shown(&done, json, duplicates::merged_exact);
    Ok(())
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::People => "person",
        Kind::Companies => "company",
    }
}

fn choices(keep: &[String]) -> Result<Vec<Value>, Failure> {
    keep.iter()
        .map(|text| {
            let (field, from) = text.split_once('=').ok_or_else(|| usage("duplicates.keep_form", &[("text", text)]))?;
            Ok(json!({ "field": field, "from": id(from)? }))
        })
        .collect()
}
