use crate::output::{Failure, sentence};
use crate::phrases::phrase;
use crate::session::Session;
use chrono::{DateTime, Local};
use serde_json::{Value, json};
use std::time::Duration;

/// How often the push is looked at.
const LOOK: Duration = Duration::from_millis(250);

/// Writes everybody to the spreadsheet, saying on stderr how far it is, and what it waits for; Ctrl-C stops it at the next safe point.
pub(super) async fn push(session: &Session) -> Result<Value, Failure> {
    let work = session.call("sheets_push", json!({ "selection": { "kind": "all" } }));
    tokio::pin!(work);
    let mut told = String::new();
    loop {
        tokio::select! {
            pushed = &mut work => return pushed,
            _ = tokio::signal::ctrl_c() => { session.call("sheets_cancel", Value::Null).await?; }
            () = tokio::time::sleep(LOOK) => {
                let status = session.call("sheets_status", Value::Null).await?;
                let line = line(&status["push"]);
                if !line.is_empty() && line != told {
                    eprintln!("{line}");
                    told = line;
                }
            }
        }
    }
}

/// What there is to say about a push; empty while nothing is.
fn line(push: &Value) -> String {
    let waiting = &push["waiting"];
    if let Some(until) = waiting["until"].as_str().and_then(|at| DateTime::parse_from_rfc3339(at).ok()) {
        let until = until.with_timezone(&Local).format("%H:%M:%S").to_string();
        return phrase("push.waiting", &[("why", &sentence(&waiting["reason"]).unwrap_or_default()), ("until", &until)]);
    }
    match (push["done"].as_u64(), push["of"].as_u64()) {
        (Some(done), Some(of)) if of > 0 => phrase("push.rows", &[("done", &done.to_string()), ("of", &of.to_string())]),
        _ => String::new(),
    }
}
