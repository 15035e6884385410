//! What a run sent while nothing leaves: for a person it is not "sent" but in the practice outbox. A script reads the states as they are.

use crate::output::Failure;
use crate::phrases::{inside, phrase};
use crate::session::Session;
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// The number a receipt calls sent, with how many of them are in the practice outbox.
pub(super) async fn in_receipt(session: &Session, run: &Value, receipt: &mut Value) -> Result<(), Failure> {
    // What was approved after the receipt was written is not in it.
    let written: Option<DateTime<Utc>> = receipt["finishedAt"].as_str().and_then(|at| at.parse().ok());
    let practised = of(session, run).await?.values().filter(|at| written.is_none_or(|written| **at <= written)).count();
    if practised > 0 {
        let (sent, practised) = (receipt["emailsSent"].to_string(), practised.to_string());
        let all = if sent == practised { "yes" } else { "no" };
        receipt["emailsSent"] = phrase("receipt.practised", &[("sent", &sent), ("practised", &practised), ("all", all)]).into();
    }
    Ok(())
}

/// The states of the messages of a run's people, in words.
pub(super) async fn in_people(session: &Session, run: &Value, people: &mut Value) -> Result<(), Failure> {
    let practised = of(session, run).await?;
    for person in people.as_array_mut().into_iter().flatten() {
        let id = person["outboxId"].as_str().and_then(|id| id.parse().ok());
        let state = match person["outboxState"].as_str() {
            Some(_) if id.is_some_and(|id: Uuid| practised.contains_key(&id)) => "practised",
            Some(state) => state,
            None => continue,
        };
        person["outboxState"] = phrase(&format!("message.{state}"), &[]).into();
    }
    Ok(())
}

async fn of(session: &Session, run: &Value) -> Result<HashMap<Uuid, DateTime<Utc>>, Failure> {
    let run = serde_json::from_value(run.clone()).map_err(inside)?;
    app::outbox::practised(&session.app, run).await.map_err(|fault| Failure::Command(fault.into()))
}
