use super::{AgendaFault, now};
use crate::App;
use domain::views::ById;
use domain::views::agenda::{TaskView, TasksList, TasksPage};
use store::agenda::TasksOf;

/// Some tasks of a list, with the counters of all.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list_tasks(app: &App, page: TasksPage) -> Result<TasksList, AgendaFault> {
    let at = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let now = now(read, at)?;
            let of = TasksOf { person: page.person_id, company: page.company_id, opportunity: page.opportunity_id };
            let limit = page.limit.clamp(1, 500);
            let mut rows = store::agenda::list_tasks(read, page.filter, of, now, page.offset, limit + 1)?;
            let last = rows.len() <= limit as usize;
            rows.truncate(limit as usize);
            Ok(TasksList { rows, last, counts: store::agenda::counts(read, now)? })
        })
        .await
}

/// One task.
///
/// # Errors
/// `tasks.not_found`; when the desk is locked or cannot be read.
pub async fn get_task(app: &App, request: ById) -> Result<TaskView, AgendaFault> {
    let at = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let now = now(read, at)?;
            store::agenda::view_task(read, request.id, now)?.ok_or(AgendaFault::NoTask)
        })
        .await
}
