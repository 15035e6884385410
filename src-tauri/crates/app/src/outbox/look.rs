use super::OutboxFault;
use crate::App;
use crate::outreach::Gate;
use crate::settings::sender;
use chrono::{DateTime, Utc};
use domain::outreach::{Judgement, Purpose};
use domain::views::outbox::{OutboxCounts, OutboxDetail, OutboxListRequest, OutboxRow, OutboxState};
use domain::views::outreach::VerdictView;
use store::outbox::Message;
use store::outreach::Asked;
use store::{Read, StoreError};
use uuid::Uuid;

/// Some messages.
///
/// # Errors
/// [`OutboxFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App, request: OutboxListRequest) -> Result<Vec<OutboxRow>, OutboxFault> {
    Ok(app.desk()?.read(move |read| store::outbox::list(read, &request)).await?)
}

/// How many messages stand in each state.
///
/// # Errors
/// As [`list`].
pub async fn counts(app: &App) -> Result<OutboxCounts, OutboxFault> {
    Ok(app.desk()?.read(|read| store::outbox::counts(read)).await?)
}

/// A message with why, why not, when.
///
/// # Errors
/// [`OutboxFault::NotFound`], and as [`list`].
pub async fn get(app: &App, id: Uuid) -> Result<OutboxDetail, OutboxFault> {
    let now = app.ports().clock.now();
    app.desk()?.read(move |read| detail(read, id, now)).await
}

pub(super) fn detail(read: &Read<'_>, id: Uuid, now: DateTime<Utc>) -> Result<OutboxDetail, OutboxFault> {
    let message = store::outbox::get(read, id)?.ok_or(OutboxFault::NotFound)?;
    let row = store::outbox::row(read, id)?.ok_or(OutboxFault::NotFound)?;
    let (name, address) = sender(&store::settings::load(read)?);
    // Once an attempt began, the account that was used then.
    let address = message.account.strip_prefix("smtp:").map_or(address, str::to_owned);
    Ok(OutboxDetail {
        row,
        from: shown(&name, &address),
        to: shown(&message.to_name, &message.to_address),
        verdict: verdict(read, &message, now)?,
        text: message.text,
        written_by: message.written_by,
        language: message.language,
        warnings: message.warnings.into_iter().map(Into::into).collect(),
        approved_at: message.approved_at,
        started_at: message.started_at,
        account: message.account,
    })
}

/// Asked for messages that have not left yet.
fn verdict(read: &Read<'_>, message: &Message, now: DateTime<Utc>) -> Result<Option<VerdictView>, StoreError> {
    let waits = matches!(message.state, OutboxState::Draft | OutboxState::Held | OutboxState::Scheduled | OutboxState::Failed);
    let (Some(person), Ok(step), true) = (message.person, message.step.parse(), waits) else { return Ok(None) };
    let asked = Asked { person, step, outbox: Some(message.id) };
    Ok(Gate::load(read, now)?.ask(read, asked, Purpose::Send)?.map(Judgement::view))
}

fn shown(name: &str, address: &str) -> String {
    if name.is_empty() { address.to_owned() } else { format!("{name} <{address}>") }
}
