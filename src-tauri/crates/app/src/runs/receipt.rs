use super::RunFault;
use crate::App;
use chrono::{DateTime, Utc};
use domain::views::runs::{Receipt, ReceiptLine, RunState};
use store::runs::{Line, RunRow, counts, emails, find, step_progress, untouched, whole_log};
use store::{Read, StoreError, Tx};
use uuid::Uuid;

/// Lines of the log a receipt keeps; the whole log stays with the run.
const LINES: u32 = 200_000;

/// The receipt of a run that is over.
///
/// # Errors
/// [`RunFault::NotFound`], [`RunFault::NotOver`].
pub async fn receipt(app: &App, id: Uuid) -> Result<Receipt, RunFault> {
    let run = app.desk()?.read(move |read| find(read, id)).await?.ok_or(RunFault::NotFound)?;
    run.receipt.map(|receipt| *receipt).ok_or(RunFault::NotOver)
}

/// What the receipt would say if the run ended now: for whoever stops watching while messages wait for their time.
///
/// # Errors
/// [`RunFault::NotFound`].
pub async fn so_far(app: &App, id: Uuid) -> Result<Receipt, RunFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let run = find(read, id)?.ok_or(RunFault::NotFound)?;
            Ok(add_up(read, run, now)?)
        })
        .await
}

/// The receipt of a run that stands there now: what is kept when it ends, and what the seller is told when it cannot go on.
pub(super) fn of(tx: &Tx<'_>, id: Uuid, state: RunState) -> Result<Receipt, StoreError> {
    let run = find(tx, id)?.ok_or(StoreError::NoOperation)?;
    add_up(tx, RunRow { state, ..run }, tx.now())
}

/// Adds up what the rows say: the numbers are those of the outbox and the queue, not counted a second time.
fn add_up(read: &Read<'_>, run: RunRow, now: DateTime<Utc>) -> Result<Receipt, StoreError> {
    let id = run.id;
    let (people, mail) = (counts(read, id)?, emails(read, id)?);
    let mut handed = 0;
    let mut followups = 0;
    for step in step_progress(read, id, &["linkedin", "followup"])? {
        if step.step == "linkedin" { handed = step.done } else { followups = step.done }
    }
    let log = whole_log(read, id, LINES)?;
    let of_level = |level: &str| log.iter().filter(|l| l.level == level).cloned().map(line).collect();
    let took = now.signed_duration_since(run.created_at).num_milliseconds();
    Ok(Receipt {
        workflow_id: id,
        number: run.number,
        title: run.title,
        state: run.state,
        prospects_processed: people.all().saturating_sub(people.waiting + people.working),
        emails_generated: mail.all(),
        emails_sent: mail.sent,
        emails_practised: mail.practised,
        emails_drafted: mail.drafted,
        emails_unknown: mail.unknown,
        emails_failed: mail.failed,
        emails_cancelled: mail.cancelled,
        linkedin_connections: handed,
        followups_scheduled: followups,
        not_contacted: untouched(read, id)?,
        errors: of_level("error"),
        warnings: of_level("warning"),
        duration: u32::try_from(took.max(0)).unwrap_or(u32::MAX),
        started_at: run.created_at,
        finished_at: now,
        logs: log.into_iter().map(line).collect(),
    })
}

fn line(line: Line) -> ReceiptLine {
    ReceiptLine { at: line.at, what: line.what, person: line.person }
}
