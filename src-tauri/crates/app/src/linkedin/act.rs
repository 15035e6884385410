use super::{LinkedinFault, queue};
use crate::App;
use crate::outreach::{Gate, stopped};
use domain::outreach::Step;
use domain::views::linkedin::{LinkedinOutcome, LinkedinQueue, LinkedinRecord, LinkedinTask};
use store::ledger::Touch;
use store::{Actor, Intent, Tag};
use uuid::Uuid;

/// Copies the note and opens the profile in the seller's own browser.
///
/// # Errors
/// As [`copy`].
pub async fn open(app: &App, id: Uuid) -> Result<LinkedinTask, LinkedinFault> {
    let task = copy(app, id).await?;
    app.ports().desktop.open_url(&task.url)?;
    Ok(task)
}

/// Copies the note.
///
/// # Errors
/// [`LinkedinFault::Forbidden`] when the gate forbids the touch by now; without a desktop the task is still there.
pub async fn copy(app: &App, id: Uuid) -> Result<LinkedinTask, LinkedinFault> {
    let (desk, now) = (app.desk()?, app.ports().clock.now());
    let task = desk.read(move |read| {
        let task = store::linkedin::find(read, id)?.ok_or(LinkedinFault::NotFound)?;
        let forbidden = stopped(read, &Gate::load(read, now)?, task.person.id, Step::Linkedin, None)?.is_some();
        if forbidden { Err(LinkedinFault::Forbidden) } else { Ok(task) }
    });
    let task = task.await?;
    app.ports().desktop.copy_text(&task.note)?;
    Ok(task)
}

/// Records what the seller did. A touch goes into the ledger for good, so undoing the record never makes the desk propose it twice.
///
/// # Errors
/// [`LinkedinFault::NotWaiting`] when it was recorded already.
pub async fn record(app: &App, request: LinkedinRecord) -> Result<LinkedinQueue, LinkedinFault> {
    let (desk, id) = (app.desk()?, request.id);
    let task = desk.read(move |read| store::linkedin::find(read, id)).await?.ok_or(LinkedinFault::NotFound)?;
    let done = match (request.outcome, task.connected_on) {
        (LinkedinOutcome::Sent, Some(_)) => "message_sent",
        (outcome, _) => word(outcome),
    };
    let intent = Intent::new("linkedin.record").with("name", task.person.name).with("outcome", done);
    desk.write(Actor::Seller, intent, move |tx| {
        let task = store::linkedin::find(tx, request.id)?.ok_or(LinkedinFault::NotFound)?;
        if !store::linkedin::finish(tx, request.id, word(request.outcome))? {
            return Err(LinkedinFault::NotWaiting);
        }
        if request.outcome == LinkedinOutcome::Sent {
            let touch = match task.connected_on {
                Some(_) => Touch::linkedin_message(task.person.id, task.run_id),
                None => Touch::linkedin_invitation(task.person.id, task.run_id, !task.note.is_empty()),
            };
            store::ledger::append(tx, &touch)?;
            store::people::touched(tx, task.person.id)?;
        }
        tx.touch(Tag::People);
        Ok(())
    })
    .await?;
    queue(app).await
}

fn word(outcome: LinkedinOutcome) -> &'static str {
    match outcome {
        LinkedinOutcome::Sent => "sent",
        LinkedinOutcome::AlreadyConnected => "already_connected",
        LinkedinOutcome::Skipped => "skipped",
    }
}
