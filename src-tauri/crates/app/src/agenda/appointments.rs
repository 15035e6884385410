use super::edit::{only_field, put_on_appointment, with_known};
use super::{AgendaFault, now};
use crate::{App, chunks};
use domain::agenda::{Appointment, Now};
use domain::views::agenda::{AppointmentDetail, AppointmentNew, AppointmentState, AppointmentUpdate};
use domain::views::{ById, ByIds, Changed};
use store::{Actor, Intent, Read};
use uuid::Uuid;

/// Appointments removed in one write.
const CHUNK: usize = 500;

/// An appointment, and what it falls together with.
///
/// # Errors
/// `appointments.not_found`; when the desk is locked or cannot be read.
pub async fn get_appointment(app: &App, request: ById) -> Result<AppointmentDetail, AgendaFault> {
    app.desk()?.read(move |read| detail(read, request.id)).await
}

/// Notes an appointment.
///
/// # Errors
/// A [`domain::agenda::AgendaFieldError`] for a value that cannot be taken; `agenda.no_such_person`, `agenda.no_such_company`.
pub async fn create_appointment(app: &App, request: AppointmentNew) -> Result<AppointmentDetail, AgendaFault> {
    let (desk, at, id) = (app.desk()?, app.ports().clock.now(), app.ports().ids.new_id());
    let title = request.values.iter().find(|value| value.field == "title").map(|value| value.value.trim().to_owned()).unwrap_or_default();
    desk.write(Actor::Seller, Intent::new("appointments.create").with("name", title), move |tx| {
        let now = now(tx, at)?;
        let mut one = Appointment::new(id, now.at, now.zone);
        put_on_appointment(&mut one, request.values)?;
        with_known(tx, &one, None)?;
        Ok::<_, AgendaFault>(store::agenda::insert_appointment(tx, &one, now.zone)?)
    })
    .await?;
    app.wake();
    get_appointment(app, ById { id }).await
}

/// Types values on an appointment, or moves it; all or none are written, in one undo step.
///
/// # Errors
/// `appointments.not_found`; otherwise as [`create_appointment`].
pub async fn update_appointment(app: &App, request: AppointmentUpdate) -> Result<AppointmentDetail, AgendaFault> {
    let (desk, at, id) = (app.desk()?, app.ports().clock.now(), request.id);
    let title = desk.read(move |read| Ok::<_, AgendaFault>(present(read, id)?.title)).await?;
    let moved = request.values.iter().all(|value| matches!(value.field.as_str(), "starts" | "ends" | "time_zone"));
    let intent = match only_field(&request.values).filter(|_| !moved) {
        _ if moved => Intent::new("appointments.move").with("name", title),
        Some(field) => Intent::new("appointments.edit").with("name", title).with("field", field),
        None => Intent::new("appointments.edit_several").with("name", title),
    };
    desk.write(Actor::Seller, intent, move |tx| {
        let (before, now) = (present(tx, id)?, now(tx, at)?);
        let mut one = before.clone();
        put_on_appointment(&mut one, request.values)?;
        with_known(tx, &one, Some(&before))?;
        write(tx, one, &before, now)
    })
    .await?;
    app.wake();
    get_appointment(app, ById { id }).await
}

/// Removes appointments; undo brings them back.
///
/// # Errors
/// `appointments.not_found` when none of them is on the desk.
pub async fn remove_appointments(app: &App, request: ByIds) -> Result<Changed, AgendaFault> {
    let desk = app.desk()?;
    let found = desk
        .read(move |read| Ok::<_, AgendaFault>(request.ids.into_iter().filter_map(|id| present(read, id).ok()).collect::<Vec<_>>()))
        .await?;
    let name = match found.as_slice() {
        [] => return Err(AgendaFault::NoAppointment),
        [one] => one.title.clone(),
        _ => String::new(),
    };
    let intent = Intent::new("appointments.delete").with("name", name).with("count", found.len());
    let ids = found.into_iter().map(|one| one.id).collect();
    let changed =
        chunks::in_chunks::<AgendaFault>(&desk, CHUNK, ids, intent, |tx, id| Ok(store::agenda::remove_appointment(tx, id)?)).await?;
    app.wake();
    Ok(changed)
}

/// Writes an appointment that is otherwise than before, and counts the change for those who hold it in a calendar.
pub(super) fn write(tx: &mut store::Tx<'_>, mut one: Appointment, before: &Appointment, now: Now) -> Result<bool, AgendaFault> {
    if one == *before {
        return Ok(false);
    }
    one.count_change(before);
    Ok(store::agenda::update_appointment(tx, &one, now.zone)?)
}

/// An appointment that is on the desk.
pub(super) fn present(read: &Read<'_>, id: Uuid) -> Result<Appointment, AgendaFault> {
    store::agenda::appointment(read, id)?.filter(|one| one.deleted_at.is_none()).ok_or(AgendaFault::NoAppointment)
}

fn detail(read: &Read<'_>, id: Uuid) -> Result<AppointmentDetail, AgendaFault> {
    let row = store::agenda::view_appointment(read, id)?.ok_or(AgendaFault::NoAppointment)?;
    let together = if row.state == AppointmentState::Planned && !row.all_day {
        store::agenda::overlapping(read, row.starts_at, row.ends_at, Some(id))?
    } else {
        Vec::new()
    };
    Ok(AppointmentDetail { row, conflicts: store::agenda::view_appointments(read, &together)? })
}
