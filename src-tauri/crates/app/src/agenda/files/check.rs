use super::plan::{Planned, Step, load, plan};
use crate::App;
use crate::agenda::AgendaFault;
use domain::views::agenda::{CalendarCheck, CalendarFile, CalendarPlan, CalendarRow, PlanCount};
use domain::views::runs::PersonName;
use store::{Read, StoreError};

/// Most events shown.
const SHOWN: usize = 1_000;

/// Looks into a calendar file: what each event would do. Nothing is changed.
///
/// # Errors
/// `calendar.*` for a file that cannot be used.
pub async fn check_calendar(app: &App, request: CalendarFile) -> Result<CalendarCheck, AgendaFault> {
    let (at, ids) = (app.ports().clock.now(), app.ports().ids.clone());
    let file = tokio::task::spawn_blocking(move || load(&request.path))
        .await
        .map_err(|_| AgendaFault::Unreadable(std::io::ErrorKind::Interrupted))??;
    app.desk()?
        .read(move |read| {
            let planned = plan(read, at, file, || ids.new_id())?;
            Ok(view(read, planned)?)
        })
        .await
}

fn view(read: &Read<'_>, planned: Planned) -> Result<CalendarCheck, StoreError> {
    const ORDER: [CalendarPlan; 5] =
        [CalendarPlan::New, CalendarPlan::Changed, CalendarPlan::Unchanged, CalendarPlan::Cancelled, CalendarPlan::Refused];
    let count = |plan: CalendarPlan| planned.steps.iter().filter(|step| step.plan == plan).count();
    let counts = ORDER.map(|plan| PlanCount { plan, count: u32::try_from(count(plan)).unwrap_or(u32::MAX) });
    // What would be done comes first.
    let mut steps: Vec<&Step> = planned.steps.iter().collect();
    steps.sort_by_key(|step| match step.plan {
        CalendarPlan::Refused => 0,
        CalendarPlan::Changed => 1,
        CalendarPlan::Cancelled => 2,
        CalendarPlan::New => 3,
        CalendarPlan::Unchanged => 4,
    });
    let rows = steps.into_iter().take(SHOWN).map(|step| row(read, step)).collect::<Result<_, _>>()?;
    Ok(CalendarCheck { name: planned.name, hash: planned.hash, rows, counts: counts.into(), beyond: planned.beyond })
}

fn row(read: &Read<'_>, step: &Step) -> Result<CalendarRow, StoreError> {
    let people =
        store::people::many(read, &step.people)?.into_iter().map(|person| PersonName { id: person.id, name: person.name() }).collect();
    let (title, starts_at, all_day) = match &step.event {
        Ok(event) => {
            let midnight = event.when.day().and_time(chrono::NaiveTime::MIN).and_utc();
            (event.title.clone(), Some(event.when.moments().map_or(midnight, |(starts, _)| starts)), event.when.moments().is_none())
        }
        Err(refusal) => (refusal.title.clone(), None, false),
    };
    Ok(CalendarRow { title, starts_at, all_day, plan: step.plan, why: step.why.clone(), people })
}
