//! What a run sent while nothing leaves: for a person it is not "sent" but in the practice outbox. A script reads the states as they are.

use crate::output::Failure;
use crate::phrases::{inside, phrase};
use crate::session::Session;
use serde_json::Value;
use uuid::Uuid;

/// The number a receipt calls sent, with how many of them are in the practice outbox.
pub(super) fn in_receipt(receipt: &mut Value) {
    let practised = receipt.as_object_mut().and_then(|receipt| receipt.remove("emailsPractised")).unwrap_or_default().to_string();
    if practised != "0" {
        let sent = receipt["emailsSent"].to_string();
        let all = if sent == practised { "yes" } else { "no" };
        receipt["emailsSent"] = phrase("receipt.practised", &[("sent", &sent), ("practised", &practised), ("all", all)]).into();
    }
}

/// The states of the messages of a run's people, in words.
pub(super) async fn in_people(session: &Session, run: &Value, people: &mut Value) -> Result<(), Failure> {
    let run = serde_json::from_value(run.clone()).map_err(inside)?;
    let practised = app::outbox::practised(&session.app, run).await.map_err(|fault| Failure::Command(fault.into()))?;
    for person in people.as_array_mut().into_iter().flatten() {
        let id = person["outboxId"].as_str().and_then(|id| id.parse().ok());
        let state = match person["outboxState"].as_str() {
            Some(_) if id.is_some_and(|id: Uuid| practised.contains(&id)) => "practised",
            Some(state) => state,
            None => continue,
        };
        person["outboxState"] = phrase(&format!("message.{state}"), &[]).into();
    }
    Ok(())
}
