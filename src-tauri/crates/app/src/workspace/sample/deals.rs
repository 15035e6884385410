//! Opportunities with the invented firms: at every stage, some won, some lost, a few that stagnate.

use super::invent::World;
use chrono::{Days, TimeDelta};
use domain::companies::Company;
use domain::money::Currency;
use domain::opportunities::{Closing, Opportunity, Stage, StageKind, enter};
use store::{StoreError, Tx, opportunities, pipelines};
use uuid::Uuid;

/// How many opportunities are invented.
pub(super) const OPPORTUNITIES: usize = 25;

/// Which stage each one ends at: open ones by their place, ends by name.
fn end(n: usize, open: &[Stage], won: Option<&Stage>, lost: Option<&Stage>) -> Option<Stage> {
    match n {
        0..=18 => open.get([0, 1, 0, 2, 0, 1, 2, 3, 0, 1, 2, 0, 3, 1, 2, 0, 1, 2, 0].get(n).copied()?).cloned(),
        19..=22 => won.cloned(),
        _ => lost.cloned(),
    }
}

/// Adds them at the first pipeline in use. `people` are the ids of the invented people with their firm, in order.
pub(super) fn add(tx: &mut Tx<'_>, world: &World, firms: &[Company], people: &[(Uuid, usize)]) -> Result<(), StoreError> {
    let Some(pipeline) = pipelines::all(tx)?.into_iter().find(|pipeline| pipeline.archived_at.is_none()) else { return Ok(()) };
    let stages: Vec<Stage> = pipelines::stages(tx, pipeline.id)?.into_iter().filter(|stage| stage.archived_at.is_none()).collect();
    let open: Vec<Stage> = stages.iter().filter(|stage| stage.kind == StageKind::Open).cloned().collect();
    let of_kind = |kind| stages.iter().find(|stage| stage.kind == kind);
    let reasons = pipelines::reasons(tx)?;
    let Some(first) = open.first() else { return Ok(()) };
    let currency = Currency::of_code(world.currency).unwrap_or(Currency::EUR);
    for n in 0..OPPORTUNITIES {
        let Some(last) = end(n, &open, of_kind(StageKind::Won), of_kind(StageKind::Lost)) else { continue };
        let firm = n * 7 % firms.len().max(1);
        let began = tx.now() - TimeDelta::days(i64::try_from(20 + n * 5).unwrap_or(20));
        let mut one = Opportunity::new(
            tx.new_id(),
            world.deals.get(n % world.deals.len().max(1)).copied().unwrap_or_default(),
            first,
            currency,
            began,
        );
        one.sample = true;
        one.company_id = firms.get(firm).map(|company| company.id);
        one.person_id = people.iter().find(|(_, of)| *of == firm).map(|(person, _)| *person);
        one.amount = (n % 11 != 8).then(|| 100 * i64::try_from(2_400 + n * n * 1_370 % 46_000 / 100 * 100).unwrap_or_default());
        one.position = i64::try_from(n).unwrap_or_default() * 65_536;
        let today = tx.now().date_naive();
        one.close_on = today.checked_add_days(Days::new(u64::try_from(5 + n * 9 % 120).unwrap_or_default())).filter(|_| n % 6 != 5);
        if n % 3 != 1 {
            one.next_step = world.steps.get(n % world.steps.len().max(1)).copied().unwrap_or_default().to_owned();
            one.next_step_on = today.checked_add_days(Days::new(u64::try_from(n % 9).unwrap_or_default()));
        }
        opportunities::insert(tx, &one)?;
        opportunities::record(tx, &one, None)?;
        advance(tx, one, n, &open, &last, &reasons)?;
    }
    Ok(())
}

/// Moves an opportunity through the stages to its last one, some days apart.
fn advance(
    tx: &mut Tx<'_>,
    mut one: Opportunity,
    n: usize,
    open: &[Stage],
    last: &Stage,
    reasons: &[domain::opportunities::CloseReason],
) -> Result<(), StoreError> {
    let way: Vec<&Stage> = match last.kind {
        StageKind::Open => open.iter().skip(1).take_while(|stage| stage.position <= last.position).collect(),
        _ => open.iter().skip(1).chain(std::iter::once(last)).collect(),
    };
    let now = tx.now();
    let ago = |steps: usize| now - TimeDelta::days(i64::try_from(1 + n * 4 % 19 + steps * 6).unwrap_or(1));
    let mut left = way.len();
    if left == 0 {
        // Still where it began, since not too long ago.
        one.stage_since = ago(0);
        one.created_at = one.stage_since;
        opportunities::update(tx, &one)?;
    }
    for stage in way {
        left -= 1;
        let (before, at) = (one.stage_id, ago(left).max(one.created_at));
        let fitting: Vec<_> = reasons.iter().filter(|reason| reason.kind == stage.kind).collect();
        let reason_id = fitting.get(n % fitting.len().max(1)).map(|reason| reason.id);
        let closing = Closing { on: Some(at.date_naive()), reason_id, ..Closing::default() };
        // A reason is given wherever one is needed: it cannot be refused.
        if enter(&mut one, stage, Some(closing), at, at.date_naive()).is_err() {
            continue;
        }
        opportunities::update(tx, &one)?;
        opportunities::record(tx, &one, Some(before))?;
    }
    Ok(())
}
