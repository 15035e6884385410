//! The same for several tasks at once: done, taken up again, put off, removed.

use super::tasks::present;
use super::{AgendaFault, now};
use crate::{App, chunks};
use chrono::Days;
use domain::agenda::{NOTES, Now, Task};
use domain::text::clean_lines;
use domain::views::agenda::{TaskState, TasksDone, TasksPostpone};
use domain::views::{ByIds, Changed};
use store::{Intent, Tx};
use uuid::Uuid;

/// Tasks changed in one write.
const CHUNK: usize = 500;

/// Marks tasks done, with what came of them.
///
/// # Errors
/// `tasks.not_found` when none of them is on the desk, `agenda.too_long`.
pub async fn done(app: &App, request: TasksDone) -> Result<Changed, AgendaFault> {
    let outcome = clean_lines(&request.outcome);
    if outcome.chars().count() > NOTES {
        return Err(domain::agenda::AgendaFieldError::TooLong { field: "outcome", limit: NOTES }.into());
    }
    each(app, request.ids, "tasks.done", move |task, now| {
        if !task.state.is_open() {
            return false;
        }
        task.enter(TaskState::Done, now.at);
        if !outcome.is_empty() {
            task.outcome.clone_from(&outcome);
        }
        true
    })
    .await
}

/// Takes tasks up again.
///
/// # Errors
/// `tasks.not_found` when none of them is on the desk.
pub async fn reopen(app: &App, request: ByIds) -> Result<Changed, AgendaFault> {
    each(app, request.ids, "tasks.reopen", |task, now| {
        let over = !task.state.is_open();
        task.enter(TaskState::ToDo, now.at);
        over
    })
    .await
}

/// Puts tasks off, each at its own time of day. What is over stays as it is.
///
/// # Errors
/// `tasks.not_found` when none of them is on the desk.
pub async fn postpone(app: &App, request: TasksPostpone) -> Result<Changed, AgendaFault> {
    let days = Days::new(u64::from(request.days.min(3_660)));
    each(app, request.ids, "tasks.postpone", move |task, now| {
        if !task.state.is_open() {
            return false;
        }
        let from = task.due.map_or(now.today(), |due| due.on.max(now.today()));
        let to = request.to.or_else(|| from.checked_add_days(days)).unwrap_or(from);
        let before = task.due;
        task.move_to(to, now.zone);
        task.due != before
    })
    .await
}

/// Removes tasks; undo brings them back.
///
/// # Errors
/// `tasks.not_found` when none of them is on the desk.
pub async fn remove_tasks(app: &App, request: ByIds) -> Result<Changed, AgendaFault> {
    let (ids, intent) = known(app, request.ids, "tasks.delete").await?;
    let changed =
        chunks::in_chunks::<AgendaFault>(&app.desk()?, CHUNK, ids, intent, |tx, id| Ok(store::agenda::remove_task(tx, id)?)).await?;
    app.wake();
    Ok(changed)
}

async fn each(
    app: &App,
    ids: Vec<Uuid>,
    intent: &'static str,
    change: impl Fn(&mut Task, Now) -> bool + Clone + Send + 'static,
) -> Result<Changed, AgendaFault> {
    let at = app.ports().clock.now();
    let (ids, intent) = known(app, ids, intent).await?;
    let one = move |tx: &mut Tx<'_>, id: Uuid| {
        let now = now(tx, at)?;
        let Ok(mut task) = present(tx, id) else { return Ok(false) };
        Ok(change(&mut task, now) && store::agenda::update_task(tx, &task, now.zone)?)
    };
    let changed = chunks::in_chunks::<AgendaFault>(&app.desk()?, CHUNK, ids, intent, one).await?;
    app.wake();
    Ok(changed)
}

/// Those of these tasks that are on the desk, and the sentence: one task is named, several are counted.
async fn known(app: &App, ids: Vec<Uuid>, code: &'static str) -> Result<(Vec<Uuid>, Intent), AgendaFault> {
    let found = app
        .desk()?
        .read(move |read| Ok::<_, AgendaFault>(ids.into_iter().filter_map(|id| present(read, id).ok()).collect::<Vec<_>>()))
        .await?;
    let intent = match found.as_slice() {
        [] => return Err(AgendaFault::NoTask),
        [one] => Intent::new(code).with("name", &one.title).with("count", 1),
        several => Intent::new(code).with("name", "").with("count", several.len()),
    };
    Ok((found.into_iter().map(|task| task.id).collect(), intent))
}
