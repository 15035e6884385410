//! Tasks, appointments, the calendar.

use crate::views::agenda::{
    AgendaRange, AgendaView, AppointmentClose, AppointmentDetail, AppointmentNew, AppointmentUpdate, BusyAnswer, BusyAsk, CalendarCheck,
    CalendarExport, CalendarFile, QuickLine, QuickRead, TaskNew, TaskUpdate, TaskView, TasksDone, TasksList, TasksPage, TasksPostpone,
};
use crate::views::exports::ExportDone;
use crate::views::{ById, ByIds, Changed};
use crate::{ApiError, App};
use app::agenda;

/// Some tasks, with the counters of all.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_list(app: &App, request: TasksPage) -> Result<TasksList, ApiError> {
    Ok(agenda::list_tasks(app, request).await?)
}

/// One task.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_get(app: &App, request: ById) -> Result<TaskView, ApiError> {
    Ok(agenda::get_task(app, request).await?)
}

/// What a line of words would note as a task.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_read(app: &App, request: QuickLine) -> Result<QuickRead, ApiError> {
    Ok(agenda::read_quick(app, request).await?)
}

/// Notes a task.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_create(app: &App, request: TaskNew) -> Result<TaskView, ApiError> {
    Ok(agenda::create_task(app, request).await?)
}

/// Changes values of a task.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_update(app: &App, request: TaskUpdate) -> Result<TaskView, ApiError> {
    Ok(agenda::update_task(app, request).await?)
}

/// Marks tasks done.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_done(app: &App, request: TasksDone) -> Result<Changed, ApiError> {
    Ok(agenda::done(app, request).await?)
}

/// Takes tasks up again.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_reopen(app: &App, request: ByIds) -> Result<Changed, ApiError> {
    Ok(agenda::reopen(app, request).await?)
}

/// Puts tasks off.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_postpone(app: &App, request: TasksPostpone) -> Result<Changed, ApiError> {
    Ok(agenda::postpone(app, request).await?)
}

/// Removes tasks (can be undone).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn tasks_delete(app: &App, request: ByIds) -> Result<Changed, ApiError> {
    Ok(agenda::remove_tasks(app, request).await?)
}

/// Appointments, tasks and follow-ups of some days.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn agenda_range(app: &App, request: AgendaRange) -> Result<AgendaView, ApiError> {
    Ok(agenda::range(app, request).await?)
}

/// What is planned at a time, and where there is room.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn agenda_busy(app: &App, request: BusyAsk) -> Result<BusyAnswer, ApiError> {
    Ok(agenda::busy(app, request).await?)
}

/// An appointment, and what it falls together with.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn appointments_get(app: &App, request: ById) -> Result<AppointmentDetail, ApiError> {
    Ok(agenda::get_appointment(app, request).await?)
}

/// Notes an appointment.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn appointments_create(app: &App, request: AppointmentNew) -> Result<AppointmentDetail, ApiError> {
    Ok(agenda::create_appointment(app, request).await?)
}

/// Changes or moves an appointment.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn appointments_update(app: &App, request: AppointmentUpdate) -> Result<AppointmentDetail, ApiError> {
    Ok(agenda::update_appointment(app, request).await?)
}

/// Says how an appointment went and what comes next.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn appointments_close(app: &App, request: AppointmentClose) -> Result<AppointmentDetail, ApiError> {
    Ok(agenda::close_appointment(app, request).await?)
}

/// Removes appointments (can be undone).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn appointments_delete(app: &App, request: ByIds) -> Result<Changed, ApiError> {
    Ok(agenda::remove_appointments(app, request).await?)
}

/// Writes appointments to a calendar file.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn calendar_export(app: &App, request: CalendarExport) -> Result<ExportDone, ApiError> {
    Ok(agenda::export_calendar(app, request).await?)
}

/// What a calendar file would do; nothing is changed.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn calendar_check(app: &App, request: CalendarFile) -> Result<CalendarCheck, ApiError> {
    Ok(agenda::check_calendar(app, request).await?)
}

/// Takes the events of a calendar file (can be undone).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn calendar_import(app: &App, request: CalendarFile) -> Result<Changed, ApiError> {
    Ok(agenda::take_calendar(app, request).await?)
}
