use super::LinkedinFault;
use crate::App;
use chrono::{DateTime, Datelike, Duration, NaiveTime, Utc};
use domain::fault::Reason;
use domain::settings::Settings;
use domain::time;
use domain::views::linkedin::LinkedinQueue;
use store::outreach::linkedin_sent_since;
use store::{Read, StoreError};

/// Tasks shown at a time.
const SHOWN: u32 = 500;

/// The queue with its counters.
///
/// # Errors
/// [`LinkedinFault`] when the desk is locked or cannot be read.
pub async fn queue(app: &App) -> Result<LinkedinQueue, LinkedinFault> {
    let now = app.ports().clock.now();
    Ok(app.desk()?.read(move |read| load(read, now)).await?)
}

fn load(read: &Read<'_>, now: DateTime<Utc>) -> Result<LinkedinQueue, StoreError> {
    let settings = store::settings::load(read)?;
    let starts = Starts::of(&settings, now);
    let (today, week) = (linkedin_sent_since(read, starts.day)?, linkedin_sent_since(read, now - Duration::days(7))?);
    let notes_month = store::outreach::linkedin_notes_since(read, starts.month)?;
    let caps = [settings.number("linkedin.daily_cap"), settings.number("linkedin.weekly_cap"), settings.number("linkedin.notes_per_month")];
    let [daily_cap, weekly_cap, notes_cap] = caps;
    let wait = if today >= daily_cap {
        Some(Reason::new("linkedin.daily_cap").with("used", today).with("cap", daily_cap))
    } else if week >= weekly_cap {
        Some(Reason::new("linkedin.weekly_cap").with("used", week).with("cap", weekly_cap))
    } else if notes_cap > 0 && notes_month >= notes_cap {
        Some(Reason::new("linkedin.notes_cap").with("used", notes_month).with("cap", notes_cap))
    } else {
        None
    };
    Ok(LinkedinQueue {
        tasks: store::linkedin::waiting(read, SHOWN)?,
        waiting: store::linkedin::waiting_count(read)?,
        today,
        daily_cap,
        week,
        weekly_cap,
        notes_month,
        notes_cap,
        wait: wait.map(Into::into),
        done: store::linkedin::done_since(read, starts.day)?,
    })
}

/// When today and this month began, in the desk's zone.
struct Starts {
    day: DateTime<Utc>,
    month: DateTime<Utc>,
}

impl Starts {
    fn of(settings: &Settings, now: DateTime<Utc>) -> Self {
        let zone = settings.zone();
        let today = time::day(zone, now);
        let first = today.with_day(1).unwrap_or(today);
        Self { day: time::instant(zone, today, NaiveTime::MIN), month: time::instant(zone, first, NaiveTime::MIN) }
    }
}
