use domain::followups::{DayRules, next_due, next_number};
use domain::outreach::Step;
use domain::runs::config::RunConfig;
use domain::time;
use store::followups::NewFollowup;
use store::{StoreError, Tx};
use uuid::Uuid;

/// What follows from a message that left, in the same write as its result: the first follow-up counts its days from now, a follow-up sent is
/// done and the next one is planned.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub fn after_sent(tx: &mut Tx<'_>, outbox: Uuid, person: Uuid, run: Option<Uuid>, step: Step) -> Result<(), StoreError> {
    let settings = store::settings::load(tx)?;
    let zone = settings.zone();
    let rules =
        DayRules { skip_weekends: settings.flag("followups.skip_weekends"), skip_holidays: settings.flag("followups.skip_holidays") };
    let config = match run {
        Some(run) => store::runs::find(tx, run)?.and_then(|run| RunConfig::parse(&run.config).ok()).unwrap_or_default(),
        None => RunConfig::default(),
    };
    let day = next_due(tx.now(), config.delays.followup_days, zone, rules);
    match step {
        Step::First => {
            if !store::followups::is_open(tx, person)? {
                store::followups::founded_again(tx, person)?;
            }
            store::followups::move_to(tx, person, day.max(time::day(zone, tx.now())))
        }
        Step::Followup(n) => {
            store::followups::done(tx, outbox)?;
            store::people::followed_up(tx, person)?;
            match next_number(n, config.max_followups) {
                Ok(n) if config.actions.schedule_followups && !store::followups::is_open(tx, person)? => {
                    let id = tx.new_id();
                    store::followups::insert(tx, &NewFollowup { id, person, run, n, due_on: day })
                }
                _ => Ok(()),
            }
        }
        Step::Linkedin => Ok(()),
    }
}
