use super::{AgendaFault, now};
use crate::App;
use crate::notifications::{self, Shown};
use chrono::{DateTime, Utc};
use domain::notifications::DueReminder;
use store::agenda::Reminder;
use store::jobs::NewJob;
use store::{Actor, Intent, StoreError, Tx};

/// Most reminders shown at once: after a week away, the rest follows with the next look.
const MOST: u32 = 50;

/// Shows the reminders whose time has come, each once, whatever the desk does in between; tells when the next is due.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn remind_due(app: &App) -> Result<Option<DateTime<Utc>>, AgendaFault> {
    let (desk, at) = (app.desk()?, app.ports().clock.now());
    let due = desk.read(move |read| store::agenda::due_reminders(read, at, MOST)).await?;
    if !due.is_empty() {
        let shown = desk.write(Actor::Desk, Intent::new("agenda.remind"), move |tx| show(tx, due, at)).await?;
        shown.value.show(app);
    }
    Ok(desk.read(move |read| store::agenda::next_reminder(read, at)).await?)
}

/// Notes which were shown, in the write after which they are.
fn show(tx: &mut Tx<'_>, due: Vec<(Reminder, String)>, at: DateTime<Utc>) -> Result<Shown, AgendaFault> {
    let mut reminders = Vec::new();
    for (reminder, key) in due {
        if note(tx, key, at)?
            && let Some(still) = store::agenda::still_due(tx, reminder.id, reminder.remind_at)?
        {
            reminders.push(still);
        }
    }
    let zone = now(tx, at)?.zone;
    let lines: Vec<DueReminder> = reminders
        .into_iter()
        .map(|one| DueReminder {
            title: one.title,
            time: one.at.map(|at| at.with_timezone(&zone).format("%H:%M").to_string()).unwrap_or_default(),
        })
        .collect();
    Ok(notifications::reminders(tx, &lines)?)
}

/// A job that is done: the row that says it was shown. `false` where it was before.
fn note(tx: &mut Tx<'_>, key: String, at: DateTime<Utc>) -> Result<bool, StoreError> {
    let job = NewJob { kind: "agenda.remind".to_owned(), payload: "{}".to_owned(), queue: "upkeep".to_owned(), run_at: at, idem_key: key };
    let entered = tx.enqueue(&job)?;
    store::jobs::complete(tx, entered.id)?;
    Ok(entered.new)
}
