use super::{AgendaFault, now};
use crate::App;
use domain::views::agenda::{AgendaRange, AgendaView};

/// Longest range of days.
const DAYS: i64 = 400;
/// Most appointments, and most tasks, of a range.
const MOST: u32 = 5_000;

/// What lies between two days, both included: appointments, tasks that are due, follow-ups counted by day.
///
/// # Errors
/// `agenda.range`; when the desk is locked or cannot be read.
pub async fn range(app: &App, request: AgendaRange) -> Result<AgendaView, AgendaFault> {
    let days = (request.to - request.from).num_days();
    let after = request.to.succ_opt().filter(|_| (0..=DAYS).contains(&days)).ok_or(AgendaFault::Range)?;
    let at = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let now = now(read, at)?;
            let ids = store::agenda::appointments(read, now.midnight(request.from), now.midnight(after), MOST)?;
            Ok(AgendaView {
                appointments: store::agenda::view_appointments(read, &ids)?,
                tasks: store::agenda::tasks_between(read, request.from, request.to, now, MOST)?,
                followups: store::agenda::followups_by_day(read, request.from, request.to)?,
                time_zone: now.zone.name().to_owned(),
            })
        })
        .await
}
