use super::OutboxFault;
use super::times::Earliest;
use crate::App;
use crate::outreach::{Gate, stopped};
use crate::settings::{identity, sender};
use chrono::{DateTime, Duration, Utc};
use domain::outreach::{Judgement, Purpose, Touch, Verdict};
use domain::views::outbox::{OutboxCounts, OutboxDetail, OutboxListRequest, OutboxRow, OutboxState};
use domain::views::outreach::{Answer, VerdictView};
use std::collections::HashSet;
use store::outbox::Message;
use store::{Read, StoreError};
use uuid::Uuid;

/// Some messages. Those that wait say why and not before when: as the gate answers now, and as their place in the row lets them.
///
/// # Errors
/// [`OutboxFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App, request: OutboxListRequest) -> Result<Vec<OutboxRow>, OutboxFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let mut rows = store::outbox::list(read, &request)?;
            explain(read, &Gate::load(read, now)?, &mut rows, now)?;
            Ok(rows)
        })
        .await
}

/// Why scheduled messages have not left, and why nothing comes of a draft any more. What a server answered stays the reason where there was an
/// attempt.
fn explain(read: &Read<'_>, gate: &Gate, rows: &mut [OutboxRow], now: DateTime<Utc>) -> Result<(), StoreError> {
    let queued: Vec<Uuid> = rows.iter().filter(|row| row.state == OutboxState::Scheduled && row.attempts == 0).map(|row| row.id).collect();
    let earliest = if queued.is_empty() { Earliest::new() } else { super::times::earliest(read, gate, &queued, now)? };
    for row in rows {
        let (Some(person), Ok(step)) = (row.person.as_ref().map(|person| person.id), row.step.parse()) else { continue };
        match (row.state, row.attempts, row.finished_at) {
            (OutboxState::Scheduled, 0, _) => {
                let verdict = gate.ask(read, person, Touch { step, purpose: Purpose::Send }, Some(row.id))?.map(|j: Judgement| j.verdict);
                let own = match verdict {
                    Some(Verdict::Wait { until, rule }) => {
                        (row.reason, row.send_after) = (Some(rule.into()), until);
                        until
                    }
                    // It may go, and only the server keeps it, or those ahead of it.
                    Some(Verdict::Go) => {
                        row.reason = super::pausing::trouble_now(read)?.map(Into::into);
                        Some(now)
                    }
                    // The queue will say so when its time comes.
                    Some(Verdict::Never { rule }) => {
                        (row.reason, row.send_after) = (Some(rule.into()), None);
                        None
                    }
                    None => None,
                };
                if let Some((at, rule)) = earliest.get(&row.id).filter(|(at, _)| own.is_some_and(|own| *at > own)) {
                    (row.reason, row.send_after) = (rule.clone().map(Into::into), Some(*at));
                }
            }
            (OutboxState::Cancelled, _, None) => row.reason = stopped(read, gate, person, step, Some(row.id))?.map(Into::into),
            _ => {}
        }
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

/// The first messages of a run that nobody got: they went into the practice outbox.
///
/// # Errors
/// As [`list`].
pub async fn practised(app: &App, run: Uuid) -> Result<HashSet<Uuid>, OutboxFault> {
    Ok(app.desk()?.read(move |read| store::practice::of_run(read, run)).await?)
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
    let settings = store::settings::load(read)?;
    let signed = super::signing::signed(&message, &identity(&settings));
    let mut rows = [store::outbox::row(read, id)?.ok_or(OutboxFault::NotFound)?];
    let gate = Gate::load(read, now)?;
    explain(read, &gate, &mut rows, now)?;
    let [row] = rows;
    let (name, address) = sender(&settings);
    // Once an attempt began, the account that was used then.
    let address = message.account.strip_prefix("smtp:").map_or(address, str::to_owned);
    Ok(OutboxDetail {
        verdict: verdict(read, &gate, &message, &row, now)?,
        row,
        from: shown(&name, &address),
        to: shown(&message.to_name, &message.to_address),
        text: signed.map_or(message.text, |signed| signed.text),
        written_by: message.written_by,
        language: message.language,
        warnings: message.warnings.into_iter().map(Into::into).collect(),
        approved_at: message.approved_at,
        started_at: message.started_at,
        account: message.account,
    })
}

/// Asked for messages that have not left yet; those in the row wait until the list's time.
fn verdict(
    read: &Read<'_>,
    gate: &Gate,
    message: &Message,
    row: &OutboxRow,
    now: DateTime<Utc>,
) -> Result<Option<VerdictView>, StoreError> {
    let waits = matches!(message.state, OutboxState::Draft | OutboxState::Held | OutboxState::Scheduled | OutboxState::Failed);
    let (Some(person), Ok(step), true) = (message.person, message.step.parse(), waits) else { return Ok(None) };
    let judgement = gate.ask(read, person, Touch { step, purpose: Purpose::Send }, Some(message.id))?;
    let queued = message.state == OutboxState::Scheduled && message.attempts == 0;
    let later = row.send_after.filter(|_| queued).zip(row.reason.clone());
    Ok(judgement.map(Judgement::view).map(|view| match later {
        Some((at, rule)) if view.answer != Answer::Never && at > view.until.unwrap_or(now) => {
            VerdictView { answer: Answer::Wait, until: Some(at), rule, ..view }
        }
        _ => view,
    }))
}

fn shown(name: &str, address: &str) -> String {
    if name.is_empty() { address.to_owned() } else { format!("{name} <{address}>") }
}
