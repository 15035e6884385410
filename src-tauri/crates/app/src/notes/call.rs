use super::NotesFault;
use super::subject::{cleaned, enter, name, on};
use crate::App;
use crate::agenda::{add_task, now};
use domain::fault::Reason;
use domain::views::agenda::{CallLog, CallOutcome, Noted};
use store::activity::{On, Said};
use store::{Actor, Intent};

/// Longest call, in minutes.
const LONGEST: u32 = 1_440;

/// Enters a call with how it went, and notes the next step, in one undo step. Somebody who was reached was contacted.
///
/// # Errors
/// `notes.too_long`, `notes.on_one`, `notes.no_subject`; a [`domain::agenda::AgendaFieldError`] for a next step that cannot be taken.
pub async fn log_call(app: &App, call: CallLog) -> Result<Noted, NotesFault> {
    let text = cleaned(&call.text)?;
    let on = on(call.person_id, call.company_id, call.opportunity_id)?;
    let (desk, at) = (app.desk()?, app.ports().clock.now());
    let name = desk.read(move |read| name(read, on)).await?;
    let intent = Intent::new("notes.call").with("name", name);
    let written = desk.write(Actor::Seller, intent, move |tx| {
        let reason = Reason::new("agenda.call").with("outcome", call.outcome.code()).with("minutes", call.minutes.min(LONGEST));
        let item = enter(tx, on, "call", Said { text, reason: Some(reason) })?;
        if let (On::Person(person), CallOutcome::Reached | CallOutcome::LeftMessage) = (on, call.outcome) {
            store::people::touched(tx, person)?;
        }
        if let Some(next) = call.next {
            let now = now(tx, at)?;
            add_task(tx, &next.values, now, |task| match on {
                On::Person(id) => task.person_id = Some(id),
                On::Company(id) => task.company_id = Some(id),
                On::Opportunity(id) => task.opportunity_id = Some(id),
            })?;
        }
        Ok::<_, NotesFault>(item)
    });
    let written = written.await?;
    app.wake();
    Ok(Noted { item: written.value, operation: written.operation.map(|id| id.0) })
}
