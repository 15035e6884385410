use super::plan::{load, plan};
use crate::agenda::{AgendaFault, now};
use crate::{App, chunks};
use domain::agenda::Appointment;
use domain::views::Changed;
use domain::views::agenda::{CalendarFile, CalendarPlan};
use std::collections::HashMap;
use std::sync::Arc;
use store::Intent;
use uuid::Uuid;

/// Appointments written at once.
const CHUNK: usize = 200;

/// Takes the events of a calendar file that are new, changed or called off, as one undo step.
///
/// # Errors
/// `calendar.*` for a file that cannot be used; `calendar.changed` where it is not the file that was looked into.
pub async fn take_calendar(app: &App, request: CalendarFile) -> Result<Changed, AgendaFault> {
    let (desk, at, ids) = (app.desk()?, app.ports().clock.now(), app.ports().ids.clone());
    let path = request.path;
    let file =
        tokio::task::spawn_blocking(move || load(&path)).await.map_err(|_| AgendaFault::Unreadable(std::io::ErrorKind::Interrupted))??;
    if !request.hash.is_empty() && request.hash != file.2 {
        return Err(AgendaFault::OtherFile);
    }
    let name = file.0.clone();
    let planned = desk.read(move |read| plan(read, at, file, || ids.new_id())).await?;
    let steps: Vec<(CalendarPlan, Appointment)> = planned.steps.into_iter().filter_map(|step| Some((step.plan, step.becomes?))).collect();
    let order: Vec<Uuid> = steps.iter().map(|(_, one)| one.id).collect();
    let intent = Intent::new("agenda.import").with("file", name).with("count", order.len());
    let steps: Arc<HashMap<Uuid, (CalendarPlan, Appointment)>> = Arc::new(steps.into_iter().map(|step| (step.1.id, step)).collect());
    let changed = chunks::in_chunks::<AgendaFault>(&desk, CHUNK, order, intent, move |tx, id| {
        let Some((plan, one)) = steps.get(&id) else { return Ok(false) };
        let zone = now(tx, at)?.zone;
        match (plan, store::agenda::of_uid(tx, &one.uid, &one.occurrence)?) {
            // The same event twice in a file, or taken meanwhile.
            (CalendarPlan::New, Some(_)) => Ok(false),
            (CalendarPlan::New, None) => {
                store::agenda::insert_appointment(tx, one, zone)?;
                Ok(true)
            }
            (_, Some(here)) if here.deleted_at.is_none() && here.id == id => Ok(store::agenda::update_appointment(tx, one, zone)?),
            _ => Ok(false),
        }
    })
    .await?;
    app.wake();
    Ok(changed)
}
