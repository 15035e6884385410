use super::appointments::{present, write};
use super::edit::put_on_appointment;
use super::{AgendaFault, add_task, get_appointment, now};
use crate::App;
use domain::views::ById;
use domain::views::agenda::{AppointmentClose, AppointmentDetail};
use domain::views::people::FieldValue;
use store::{Actor, Intent};

/// Says how an appointment went, what came of it and what comes next, in one undo step. The next step is a task about its first person and
/// its company, unless it names others.
///
/// # Errors
/// `appointments.not_found`, a [`domain::agenda::AgendaFieldError`] for a value that cannot be taken.
pub async fn close_appointment(app: &App, request: AppointmentClose) -> Result<AppointmentDetail, AgendaFault> {
    let (desk, at, id) = (app.desk()?, app.ports().clock.now(), request.id);
    let title = desk.read(move |read| Ok::<_, AgendaFault>(present(read, id)?.title)).await?;
    let intent = Intent::new("appointments.close").with("name", title).with("state", request.state.code());
    desk.write(Actor::Seller, intent, move |tx| {
        let (before, now) = (present(tx, id)?, now(tx, at)?);
        let mut one = before.clone();
        one.state = request.state;
        if !request.outcome.is_empty() {
            put_on_appointment(&mut one, vec![FieldValue { field: "outcome".to_owned(), value: request.outcome }])?;
        }
        write(tx, one, &before, now)?;
        if let Some(next) = request.next {
            add_task(tx, &next.values, now, |task| {
                task.person_id = before.people.first().copied();
                task.company_id = before.company_id;
                task.opportunity_id = before.opportunity_id;
            })?;
        }
        Ok::<_, AgendaFault>(())
    })
    .await?;
    app.wake();
    get_appointment(app, ById { id }).await
}
