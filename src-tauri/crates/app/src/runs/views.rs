use super::RunFault;
use crate::App;
use crate::outreach::{Gate, stopped};
use chrono::{DateTime, Duration, Utc};
use domain::outreach::Step;
use domain::views::runs::{RunListRequest, RunLogLine, RunLogRequest, RunPeopleRequest, RunPersonView, RunRest, RunState, RunView};
use std::collections::HashMap;
use store::journal::OperationState;
use store::runs::{RunRow, counts, done_since, emails, find, people_page, step_progress};
use store::{Read, StoreError};
use uuid::Uuid;

/// Steps in the order they are taken.
const STEPS: &[&str] = &["analyse", "write", "check", "email", "linkedin", "followup"];

/// A run as it stands.
///
/// # Errors
/// [`RunFault::NotFound`].
pub async fn get(app: &App, id: Uuid) -> Result<RunView, RunFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let run = find(read, id)?.ok_or(RunFault::NotFound)?;
            let for_you = store::runs::for_the_seller(read, &[id])?;
            Ok(view(read, run, &for_you, now, true)?)
        })
        .await
}

/// What of a run has not happened yet: what cancelling or undoing it would give up.
///
/// # Errors
/// [`RunFault::NotFound`].
pub async fn rest(app: &App, id: Uuid) -> Result<RunRest, RunFault> {
    let read = move |read: &Read<'_>| {
        find(read, id)?.ok_or(RunFault::NotFound)?;
        Ok(store::runs::rest(read, id)?)
    };
    app.desk()?.read(read).await
}

/// Runs, newest first; without the progress of their steps.
///
/// # Errors
/// [`RunFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App, request: RunListRequest) -> Result<Vec<RunView>, RunFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let runs = store::runs::list(read, request.offset, request.limit.min(200))?;
            let for_you = store::runs::for_the_seller(read, &runs.iter().map(|run| run.id).collect::<Vec<_>>())?;
            Ok(runs.into_iter().map(|run| view(read, run, &for_you, now, false)).collect::<Result<_, StoreError>>()?)
        })
        .await
}

/// People of a run.
///
/// # Errors
/// [`RunFault`] when the desk is locked or cannot be read.
pub async fn people(app: &App, request: RunPeopleRequest) -> Result<Vec<RunPersonView>, RunFault> {
    let now = app.ports().clock.now();
    let page = move |read: &Read<'_>| {
        let mut people = people_page(read, request.id, request.state, request.offset, request.limit.min(500))?;
        let mut gate = None;
        for row in people.iter_mut().filter(|row| row.reason.is_none() && row.outbox_state.as_deref() == Some("cancelled")) {
            let Some(message) = row.outbox_id else { continue };
            if store::outbox::is_over(read, message)? {
                let gate = match &mut gate {
                    Some(gate) => gate,
                    none => none.insert(Gate::load(read, now)?),
                };
                row.reason = stopped(read, gate, row.person.id, Step::First, Some(message))?.map(Into::into);
            }
        }
        Ok::<_, StoreError>(people)
    };
    Ok(app.desk()?.read(page).await?)
}

/// Log of a run, newest first.
///
/// # Errors
/// [`RunFault`] when the desk is locked or cannot be read.
pub async fn log(app: &App, request: RunLogRequest) -> Result<Vec<RunLogLine>, RunFault> {
    let read = move |read: &Read<'_>| store::runs::lines(read, request.id, request.problems, request.before, request.limit.min(500));
    Ok(app.desk()?.read(read).await?)
}

fn view(read: &Read<'_>, run: RunRow, for_you: &HashMap<Uuid, u32>, now: DateTime<Utc>, whole: bool) -> Result<RunView, StoreError> {
    let (people, mail) = (counts(read, run.id)?, emails(read, run.id)?);
    let steps = if whole { step_progress(read, run.id, STEPS)? } else { Vec::new() };
    let (per_minute, seconds_left) =
        if run.state == RunState::Running { pace(read, &run, people.waiting + people.working, now)? } else { (None, None) };
    let operation = store::journal::get(read, run.operation)?;
    Ok(RunView {
        id: run.id,
        number: run.number,
        title: run.title,
        state: run.state,
        config: run.config,
        sends: run.sends,
        people: people.all(),
        waiting: people.waiting,
        working: people.working,
        done: people.done,
        needs_you: people.needs_you,
        out: people.out,
        for_you: for_you.get(&run.id).copied().unwrap_or(0),
        steps,
        per_minute,
        seconds_left,
        drafts: mail.drafted,
        scheduled: mail.open,
        sent: mail.sent,
        reason: run.reason.map(Into::into),
        created_at: run.created_at,
        finished_at: run.finished_at,
        operation: run.operation.0,
        undone: operation.is_some_and(|operation| operation.state == OperationState::Undone),
    })
}

/// People a minute over the last minute (or since the beginning), and what that makes of those left.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate shown to one digit")]
fn pace(read: &Read<'_>, run: &RunRow, left: u32, now: DateTime<Utc>) -> Result<(Option<f64>, Option<u32>), StoreError> {
    let since = run.created_at.max(now - Duration::minutes(1));
    let seconds = now.signed_duration_since(since).num_milliseconds().max(1) as f64 / 1000.0;
    let done = done_since(read, run.id, since)?;
    if done == 0 || left == 0 {
        return Ok((None, None));
    }
    let per_second = f64::from(done) / seconds;
    let left = (f64::from(left) / per_second).ceil();
    Ok((Some(per_second * 60.0), Some(left.clamp(0.0, f64::from(u32::MAX)) as u32)))
}
