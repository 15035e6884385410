//! Today: what needs the seller, one list. Each row is counted by the same query its page uses.

use crate::{App, DeskLocked};
use chrono::{DateTime, NaiveTime, Utc};
use domain::fault::{Fault, Reason};
use domain::settings::Settings;
use domain::time;
use domain::views::agenda::TaskFilter;
use domain::views::outbox::OutboxState;
use domain::views::runs::RunState;
use domain::views::today::{TodayGroup, TodayRow, TodayView};
use store::{Read, StoreError};

/// Today could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum TodayFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for TodayFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}

/// Most rows with an hour.
const FIXED: usize = 12;
/// Names shown on a row's second line.
const NAMED: u32 = 3;

/// What needs the seller.
///
/// # Errors
/// [`TodayFault`] when the desk is locked or cannot be read.
pub async fn today(app: &App) -> Result<TodayView, TodayFault> {
    let now = app.ports().clock.now();
    let confirmed = crate::workspace::recovery_confirmed(app);
    Ok(app.desk()?.read(move |read| load(read, now, confirmed)).await?)
}

fn load(read: &Read<'_>, now: DateTime<Utc>, recovery_confirmed: bool) -> Result<TodayView, StoreError> {
    let settings = store::settings::load(read)?;
    let mut rows = Vec::new();
    agenda(read, now, &mut rows)?;
    approve(read, &settings, now, &mut rows)?;
    by_hand(read, &mut rows)?;
    look_at(read, &mut rows)?;
    stagnating(read, now, &mut rows)?;
    set_up(read, &settings, recovery_confirmed, &mut rows)?;
    later(read, &mut rows)?;
    let count = rows.iter().filter(|r| !matches!(r.group, TodayGroup::SetUp | TodayGroup::Later)).count();
    Ok(TodayView { rows, count: u32::try_from(count).unwrap_or(u32::MAX) })
}

fn row(group: TodayGroup, kind: &str, count: u32, names: Vec<String>) -> TodayRow {
    let what = Reason::new(format!("today.{kind}")).with("count", count).into();
    TodayRow { group, kind: kind.to_owned(), what, names, count, at: None, id: None }
}

fn approve(read: &Read<'_>, settings: &Settings, now: DateTime<Utc>, rows: &mut Vec<TodayRow>) -> Result<(), StoreError> {
    let drafts = store::outbox::waiting(read, OutboxState::Draft, false, NAMED)?;
    if drafts.count > 0 {
        rows.push(TodayRow { at: drafts.oldest, ..row(TodayGroup::Approve, "drafts", drafts.count, drafts.names) });
    }
    let due = store::outbox::waiting(read, OutboxState::Draft, true, NAMED)?;
    if due.count > 0 {
        let zone = settings.zone();
        let evening = time::instant(zone, time::day(zone, now), NaiveTime::from_hms_opt(19, 0, 0).unwrap_or_default());
        rows.push(TodayRow { at: Some(evening), ..row(TodayGroup::Approve, "followups", due.count, due.names) });
    }
    Ok(())
}

fn by_hand(read: &Read<'_>, rows: &mut Vec<TodayRow>) -> Result<(), StoreError> {
    let waiting = store::linkedin::waiting_count(read)?;
    if waiting > 0 {
        let names = store::linkedin::waiting(read, NAMED)?.into_iter().map(|t| t.person.name).collect();
        rows.push(row(TodayGroup::ByHand, "linkedin", waiting, names));
    }
    Ok(())
}

/// What has its hour today and is still to come, each on a row of its own; then the other tasks of today, and those overdue, on one.
fn agenda(read: &Read<'_>, at: DateTime<Utc>, rows: &mut Vec<TodayRow>) -> Result<(), StoreError> {
    let now = crate::agenda::now(read, at)?;
    let coming: Vec<_> =
        store::agenda::coming_today(read, now)?.into_iter().filter(|one| one.what == "appointment" || one.at >= at).collect();
    for one in coming.iter().take(FIXED) {
        let what = Reason::new(format!("today.{}", one.what)).with("title", &one.title).into();
        let names = Some(one.place.clone()).filter(|place| !place.is_empty()).into_iter().collect();
        let kind = if one.what == "task" { "task" } else { "appointment" };
        rows.push(TodayRow { what, at: Some(one.at), id: Some(one.id), ..row(TodayGroup::Fixed, kind, 1, names) });
    }
    let counts = store::agenda::counts(read, now)?;
    let timed: Vec<_> = coming.iter().filter(|one| one.what == "task").map(|one| one.id).collect();
    let shown = u32::try_from(timed.len()).unwrap_or(u32::MAX);
    let count = counts.overdue.saturating_add(counts.today).saturating_sub(shown);
    if count > 0 {
        let due =
            store::agenda::list_tasks(read, TaskFilter::Today, store::agenda::TasksOf::default(), now, 0, NAMED.saturating_add(shown))?;
        let names = due.into_iter().filter(|task| !timed.contains(&task.id)).map(|task| task.title).take(NAMED as usize).collect();
        rows.push(row(TodayGroup::ByHand, "tasks", count, names));
    }
    Ok(())
}

fn look_at(read: &Read<'_>, rows: &mut Vec<TodayRow>) -> Result<(), StoreError> {
    for (state, kind) in [(OutboxState::Unknown, "unknown"), (OutboxState::Failed, "failed")] {
        let found = store::outbox::waiting(read, state, false, NAMED)?;
        if found.count > 0 {
            rows.push(TodayRow { at: found.oldest, ..row(TodayGroup::LookAt, kind, found.count, found.names) });
        }
    }
    for run in store::runs::open_runs(read)? {
        let people = store::runs::counts(read, run.id)?;
        if paused_itself(&run) {
            let left = people.waiting + people.working;
            rows.push(TodayRow { id: Some(run.id), ..row(TodayGroup::LookAt, "run_paused", left, Vec::new()) });
        }
        if people.needs_you > 0 {
            rows.push(TodayRow { id: Some(run.id), ..row(TodayGroup::LookAt, "run_needs_you", people.needs_you, Vec::new()) });
        }
    }
    Ok(())
}

/// Opportunities that do not go on, the largest named.
fn stagnating(read: &Read<'_>, now: DateTime<Utc>, rows: &mut Vec<TodayRow>) -> Result<(), StoreError> {
    let (count, names) = store::opportunities::stagnating(read, crate::opportunities::gauge(read, now)?, NAMED)?;
    if count > 0 {
        rows.push(row(TodayGroup::LookAt, "stagnating", count, names));
    }
    Ok(())
}

/// The first steps, as long as they are open; outside the count.
fn set_up(read: &Read<'_>, settings: &Settings, recovery_confirmed: bool, rows: &mut Vec<TodayRow>) -> Result<(), StoreError> {
    let open = [
        ("setup_recovery", !recovery_confirmed),
        ("setup_import", !store::people::anybody(read)?),
        ("setup_identity", settings.text("identity.name").is_empty()),
        ("setup_mail", settings.text("mail.transport") != "smtp"),
        ("setup_backup", store::backups::last(read)?.is_none()),
    ];
    rows.extend(open.into_iter().filter(|(_, open)| *open).map(|(kind, _)| row(TodayGroup::SetUp, kind, 1, Vec::new())));
    Ok(())
}

/// Whether a run waits for the seller: they paused it themselves where no reason stands.
fn paused_itself(run: &store::runs::RunRow) -> bool {
    run.state == RunState::Paused && run.reason.is_some()
}

fn later(read: &Read<'_>, rows: &mut Vec<TodayRow>) -> Result<(), StoreError> {
    for run in store::runs::open_runs(read)?.into_iter().filter(|run| !paused_itself(run)) {
        let people = store::runs::counts(read, run.id)?;
        let left = people.waiting + people.working;
        let kind = if run.state == RunState::Paused { "run_paused" } else { "run_running" };
        rows.push(TodayRow { id: Some(run.id), ..row(TodayGroup::Later, kind, left, Vec::new()) });
    }
    let scheduled = store::outbox::waiting(read, OutboxState::Scheduled, false, NAMED)?;
    if scheduled.count > 0 {
        rows.push(row(TodayGroup::Later, "scheduled", scheduled.count, scheduled.names));
    }
    Ok(())
}
