use super::{Facts, Policy, departures};
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

/// Adds `count` messages from `now` up by day, as [`departures`] lets them leave.
pub fn forecast(count: u32, facts: &Facts, policy: &Policy, now: DateTime<Utc>) -> Forecast {
    let (mut left, mut days) = (count, Vec::<(NaiveDate, u32)>::new());
    let mut finishes_at = None;
    // One turn per message at most, and a bound: beyond two months the figures say nothing.
    for departure in departures(facts, policy, now).take(count.min(20_000) as usize) {
        let (today, batch) = (time::day(policy.zone, departure.at), departure.count.min(left));
        match days.last_mut() {
            Some((day, n)) if *day == today => *n = n.saturating_add(batch),
            _ => days.push((today, batch)),
        }
        finishes_at = Some(departure.at);
        left = left.saturating_sub(batch);
        if left == 0 || days.len() > 60 {
            break;
        }
    }
    days.truncate(14);
    Forecast { days, finishes_at: if left == 0 { finishes_at } else { None } }
}
