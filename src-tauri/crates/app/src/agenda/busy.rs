use super::{AgendaFault, now};
use crate::App;
use chrono::TimeDelta;
use domain::agenda::free_after;
use domain::time::DayWindow;
use domain::views::agenda::{BusyAnswer, BusyAsk, TimeSpan};
use store::agenda::overlapping;

/// Free times that are offered.
const OFFERED: usize = 3;
/// How far ahead appointments are looked at.
const AHEAD: TimeDelta = TimeDelta::days(30);

/// What is planned at a time, and the next times of the same length that are free, within the hours in which the desk writes to people.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn busy(app: &App, ask: BusyAsk) -> Result<BusyAnswer, AgendaFault> {
    let at = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let now = now(read, at)?;
            let settings = store::settings::load(read)?;
            let hours = DayWindow::parse(settings.text("outreach.window")).or_else(|| DayWindow::parse("08:00-19:00"));
            let then = overlapping(read, ask.starts_at, ask.ends_at, ask.except)?;
            let from = ask.starts_at.max(now.at);
            let ahead = overlapping(read, from, from + AHEAD, ask.except)?;
            let taken: Vec<_> = store::agenda::view_appointments(read, &ahead)?.into_iter().map(|one| one.starts_at..one.ends_at).collect();
            let free = hours.map(|hours| free_after(from, ask.ends_at - ask.starts_at, &taken, now.zone, hours, OFFERED));
            Ok(BusyAnswer {
                conflicts: store::agenda::view_appointments(read, &then)?,
                free: free.into_iter().flatten().map(|span| TimeSpan { starts_at: span.start, ends_at: span.end }).collect(),
            })
        })
        .await
}
