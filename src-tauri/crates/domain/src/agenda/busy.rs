use crate::time::{DayWindow, day, instant};
use chrono::{DateTime, Datelike, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use std::ops::Range;

/// A time somebody is not free.
pub type Busy = Range<DateTime<Utc>>;

/// How far ahead a free time is looked for.
const DAYS: usize = 21;
/// Free times begin on a quarter of an hour.
const STEP: i64 = 900;

/// Whether two times share a moment; those that only touch do not.
pub fn overlapping(one: &Busy, other: &Busy) -> bool {
    one.start < other.end && other.start < one.end
}

/// The first `most` times of this length from a moment on that fall together with nothing, within working hours of working days.
pub fn free_after(from: DateTime<Utc>, length: TimeDelta, busy: &[Busy], zone: Tz, hours: DayWindow, most: usize) -> Vec<Busy> {
    let mut free = Vec::new();
    if length <= TimeDelta::zero() {
        return free;
    }
    let mut after = from;
    let working = |on: &chrono::NaiveDate| !matches!(on.weekday(), Weekday::Sat | Weekday::Sun);
    for on in day(zone, from).iter_days().take(DAYS).filter(working) {
        let (opens, closes) = (instant(zone, on, hours.from), instant(zone, on, hours.to));
        let mut at = quarter(after.max(opens));
        while at + length <= closes && free.len() < most {
            let slot = at..at + length;
            match busy.iter().filter(|taken| overlapping(taken, &slot)).map(|taken| taken.end).max() {
                Some(end) => at = quarter(end.max(at + TimeDelta::seconds(1))),
                None => {
                    at = quarter(slot.end);
                    free.push(slot);
                }
            }
        }
        after = closes;
    }
    free
}

/// The next quarter of an hour, or this one.
fn quarter(at: DateTime<Utc>) -> DateTime<Utc> {
    let over = at.timestamp().rem_euclid(STEP);
    let whole = at.timestamp_subsec_nanos() == 0 && over == 0;
    let next = at.timestamp() - over + if whole { 0 } else { STEP };
    DateTime::from_timestamp(next, 0).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn span(from: &str, to: &str) -> Busy {
        at(from)..at(to)
    }

    #[test]
    fn appointments_that_touch_do_not_fall_together() {
        let ten = span("2026-09-15T08:00:00Z", "2026-09-15T09:00:00Z");
        assert!(!overlapping(&ten, &span("2026-09-15T09:00:00Z", "2026-09-15T10:00:00Z")));
        assert!(overlapping(&ten, &span("2026-09-15T08:59:00Z", "2026-09-15T10:00:00Z")));
        assert!(overlapping(&ten, &span("2026-09-15T08:10:00Z", "2026-09-15T08:20:00Z")));
    }

    #[test]
    fn free_times_lie_between_appointments_within_working_hours_and_pass_over_the_weekend() {
        let hours = DayWindow::parse("09:00-18:00").unwrap();
        // Friday, quarter past four in Paris.
        let busy = [span("2026-09-18T14:30:00Z", "2026-09-18T15:30:00Z"), span("2026-09-21T07:00:00Z", "2026-09-21T08:10:00Z")];
        let free = free_after(at("2026-09-18T14:15:00Z"), TimeDelta::minutes(30), &busy, Tz::Europe__Paris, hours, 3);
        assert_eq!(
            free,
            [
                span("2026-09-18T15:30:00Z", "2026-09-18T16:00:00Z"),
                span("2026-09-21T08:15:00Z", "2026-09-21T08:45:00Z"),
                span("2026-09-21T08:45:00Z", "2026-09-21T09:15:00Z"),
            ]
        );
        assert!(free_after(at("2026-09-18T14:15:00Z"), TimeDelta::hours(12), &[], Tz::Europe__Paris, hours, 3).is_empty());
    }
}
