use super::{Facts, Policy, Purpose, Step, Touch, waits};
use crate::time;
use chrono::{DateTime, NaiveDate, Utc};

/// When a number of messages would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// Messages on each day of the desk, at most 14 days.
    pub days: Vec<(NaiveDate, u32)>,
    /// When the last one leaves; `None` when it cannot be told (held, or beyond a year).
    pub finishes_at: Option<DateTime<Utc>>,
}

/// Simulates `count` messages from `now` by the gate's own rules, as if every recipient lived in the desk's zone.
///
/// `facts` gives what the account has already used; the person in it does not matter.
pub fn forecast(count: u32, facts: &Facts, policy: &Policy, now: DateTime<Utc>) -> Forecast {
    let touch = Touch { step: Step::First, purpose: Purpose::Send };
    let mut facts = Facts { zone: policy.zone, not_before: None, ..facts.clone() };
    let (mut at, mut left, mut days) = (now, count, Vec::<(NaiveDate, u32)>::new());
    let mut finishes_at = None;
    // One turn per message at most, and a bound: beyond two months the figures say nothing.
    for _ in 0..count.min(20_000) {
        if let Some((until, _)) = waits::delay(touch, &facts, policy, at).until {
            at = until;
        }
        let today = time::day(policy.zone, at);
        if facts.last_touch.is_some_and(|last| time::day(policy.zone, last) != today) && facts.used_today > 0 {
            facts.used_today = 0;
            facts.sending_days = facts.sending_days.saturating_add(1);
        }
        let batch = if policy.pacing.gap.is_zero() { batch_size(left, &facts, policy) } else { 1 };
        match days.last_mut() {
            Some((day, n)) if *day == today => *n = n.saturating_add(batch),
            _ => days.push((today, batch)),
        }
        facts.used_today = facts.used_today.saturating_add(batch);
        facts.last_touch = Some(at);
        finishes_at = Some(at);
        left = left.saturating_sub(batch);
        if left == 0 || days.len() > 60 {
            break;
        }
    }
    days.truncate(14);
    Forecast { days, finishes_at: if left == 0 { finishes_at } else { None } }
}

/// Without a gap, a whole day's allowance leaves at once.
fn batch_size(left: u32, facts: &Facts, policy: &Policy) -> u32 {
    match policy.pacing.cap_today(facts.sending_days) {
        Some(cap) => left.min(cap.saturating_sub(facts.used_today)).max(1),
        None => left,
    }
}
