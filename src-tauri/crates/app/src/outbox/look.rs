use super::OutboxFault;
use crate::App;
use crate::outreach::Gate;
use crate::settings::sender;
use chrono::{DateTime, Duration, Utc};
use domain::outreach::{Judgement, Purpose, Touch, Verdict};
use domain::views::outbox::{OutboxCounts, OutboxDetail, OutboxListRequest, OutboxRow, OutboxState};
use domain::views::outreach::VerdictView;
use store::outbox::Message;
use store::{Read, StoreError};
use uuid::Uuid;

/// Some messages. Those that wait say why and until when, as the gate answers now.
///
/// # Errors
/// [`OutboxFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App, request: OutboxListRequest) -> Result<Vec<OutboxRow>, OutboxFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let mut rows = store::outbox::list(read, &request)?;
            let gate = Gate::load(read, now)?;
            for row in &mut rows {
                explain(read, &gate, row)?;
            }
            Ok(rows)
        })
        .await
}

/// Why a scheduled message has not left. What a server answered stays the reason where there was an attempt.
fn explain(read: &Read<'_>, gate: &Gate, row: &mut OutboxRow) -> Result<(), StoreError> {
    let (OutboxState::Scheduled, 0, Some(person), Ok(step)) = (row.state, row.attempts, &row.person, row.step.parse()) else {
        return Ok(());
    };
    match gate.ask(read, person.id, Touch { step, purpose: Purpose::Send }, Some(row.id))?.map(|judgement: Judgement| judgement.verdict) {
        Some(Verdict::Wait { until, rule }) => (row.reason, row.send_after) = (Some(rule.into()), until),
        // It may go, and only the server keeps it.
        Some(Verdict::Go) => row.reason = super::pausing::trouble_now(read)?.map(Into::into),
        Some(Verdict::Never { .. }) | None => {}
    }
    Ok(())
}

/// When the next message leaves, as the gate answers now; `None` when none is scheduled, or only the seller can let it go.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn next_send(read: &Read<'_>, gate: &Gate, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
    // Whenever it is due: a message is never scheduled for years.
    let Some(message) = store::outbox::due(read, now + Duration::days(3_650))? else { return Ok(None) };
    Ok(match super::turn::judged(read, gate, &message)? {
        Verdict::Go => Some(now),
        Verdict::Wait { until, .. } => until,
        Verdict::Never { .. } => None,
    })
}

/// How many messages stand in each state.
///
/// # Errors
/// As [`list`].
pub async fn counts(app: &App) -> Result<OutboxCounts, OutboxFault> {
    Ok(app.desk()?.read(store::outbox::counts).await?)
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
    Ok(Gate::load(read, now)?.ask(read, person, Touch { step, purpose: Purpose::Send }, Some(message.id))?.map(Judgement::view))
}

fn shown(name: &str, address: &str) -> String {
    if name.is_empty() { address.to_owned() } else { format!("{name} <{address}>") }
}
