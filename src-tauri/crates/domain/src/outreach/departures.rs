use super::{Facts, Policy, Purpose, Step, Touch, waits};
use crate::fault::Reason;
use crate::time;
use chrono::{DateTime, Utc};

/// Messages that leave at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// When.
    pub at: DateTime<Utc>,
    /// How many; without a gap between messages, what is left of a day's allowance leaves at once.
    pub count: u32,
    /// The rule that kept them until then; `None` when they leave at once.
    pub rule: Option<Reason>,
}

/// When messages would leave that wait in a row: an endless simulation by the gate's own rules, as if every recipient lived in the desk's zone
/// and nothing failed.
///
/// `facts` gives what the account has already used; the person in it does not matter.
pub fn departures(facts: &Facts, policy: &Policy, now: DateTime<Utc>) -> impl Iterator<Item = Departure> {
    let touch = Touch { step: Step::First, purpose: Purpose::Send };
    let mut facts = Facts { zone: policy.zone, not_before: None, ..facts.clone() };
    let (mut at, mut rule) = (now, None);
    std::iter::repeat_with(move || {
        if let Some((until, why)) = waits::delay(touch, &facts, policy, at).until {
            (at, rule) = (until, Some(why));
        }
        let today = time::day(policy.zone, at);
        if facts.last_touch.is_some_and(|last| time::day(policy.zone, last) != today) && facts.used_today > 0 {
            facts.used_today = 0;
            facts.sending_days = facts.sending_days.saturating_add(1);
        }
        let count = if policy.pacing.gap.is_zero() { allowance(&facts, policy) } else { 1 };
        facts.used_today = facts.used_today.saturating_add(count);
        facts.last_touch = Some(at);
        Departure { at, count, rule: rule.clone() }
    })
}

/// What is left of the day's allowance, at least one.
fn allowance(facts: &Facts, policy: &Policy) -> u32 {
    match policy.pacing.cap_today(facts.sending_days) {
        Some(cap) => cap.saturating_sub(facts.used_today).max(1),
        None => u32::MAX,
    }
}
