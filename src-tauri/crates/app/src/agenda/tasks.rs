use super::edit::{about_known, only_field, put_on_task};
use super::{AgendaFault, get_task, now};
use crate::App;
use domain::agenda::{Now, Task};
use domain::views::ById;
use domain::views::agenda::{TaskNew, TaskUpdate, TaskView};
use domain::views::people::FieldValue;
use store::{Actor, Intent, Read, Tx};
use uuid::Uuid;

/// Notes a task.
///
/// # Errors
/// A [`domain::agenda::AgendaFieldError`] for a value that cannot be taken; `agenda.no_such_person`, `agenda.no_such_company`.
pub async fn create_task(app: &App, request: TaskNew) -> Result<TaskView, AgendaFault> {
    let at = app.ports().clock.now();
    let title = request.values.iter().find(|value| value.field == "title").map(|value| value.value.trim().to_owned()).unwrap_or_default();
    let intent = Intent::new("tasks.create").with("name", title);
    let written = app
        .desk()?
        .write(Actor::Seller, intent, move |tx| {
            let now = now(tx, at)?;
            add_task(tx, &request.values, now, |_| {})
        })
        .await?;
    app.wake();
    get_task(app, ById { id: written.value }).await
}

/// Notes a task within a larger step; `also` puts on it what is known already, before the seller's own values.
pub(crate) fn add_task(tx: &mut Tx<'_>, values: &[FieldValue], now: Now, also: impl FnOnce(&mut Task)) -> Result<Uuid, AgendaFault> {
    let mut task = Task::new(tx.new_id(), now.at);
    also(&mut task);
    put_on_task(&mut task, values, now)?;
    about_known(tx, &task, None)?;
    store::agenda::insert_task(tx, &task, now.zone)?;
    Ok(task.id)
}

/// Types values on a task; all or none are written, in one undo step.
///
/// # Errors
/// `tasks.not_found`; otherwise as [`create_task`].
pub async fn update_task(app: &App, request: TaskUpdate) -> Result<TaskView, AgendaFault> {
    let (desk, at, id) = (app.desk()?, app.ports().clock.now(), request.id);
    let title = desk.read(move |read| Ok::<_, AgendaFault>(present(read, id)?.title)).await?;
    let intent = match only_field(&request.values) {
        Some(field) => Intent::new("tasks.edit").with("name", title).with("field", field),
        None => Intent::new("tasks.edit_several").with("name", title),
    };
    desk.write(Actor::Seller, intent, move |tx| {
        let (before, now) = (present(tx, id)?, now(tx, at)?);
        let mut task = before.clone();
        put_on_task(&mut task, &request.values, now)?;
        about_known(tx, &task, Some(&before))?;
        Ok::<_, AgendaFault>(if task == before { false } else { store::agenda::update_task(tx, &task, now.zone)? })
    })
    .await?;
    app.wake();
    get_task(app, ById { id }).await
}

/// A task that is on the desk.
pub(super) fn present(read: &Read<'_>, id: Uuid) -> Result<Task, AgendaFault> {
    store::agenda::task(read, id)?.filter(|task| task.deleted_at.is_none()).ok_or(AgendaFault::NoTask)
}
