//! Days, windows and zones.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use std::fmt;

/// A window of the day, in some zone: from the first minute, to just before the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayWindow {
    /// Opens.
    pub from: NaiveTime,
    /// Closes.
    pub to: NaiveTime,
}

impl DayWindow {
    /// Reads `HH:MM-HH:MM`; the end must come after the beginning.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        let time = |t: &str| NaiveTime::parse_from_str(t.trim(), "%H:%M").ok();
        let window = Self { from: time(from)?, to: time(to)? };
        (window.from < window.to).then_some(window)
    }
}

impl fmt::Display for DayWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from.format("%H:%M"), self.to.format("%H:%M"))
    }
}

/// The first instant of a local day or time; where daylight saving skips it, the first instant after the gap.
pub fn instant(zone: Tz, date: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = date.and_time(time);
    for minutes in 0..=180 {
        if let Some(at) = zone.from_local_datetime(&(local + Duration::minutes(minutes))).earliest() {
            return at.with_timezone(&Utc);
        }
    }
    Utc.from_utc_datetime(&local)
}

/// The local day of an instant.
pub fn day(zone: Tz, at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_daylight_saving_skips_is_the_first_after_the_gap() {
        let zone = chrono_tz::Europe::Paris;
        let date = NaiveDate::from_ymd_opt(2026, 3, 29).unwrap();
        let at = instant(zone, date, NaiveTime::from_hms_opt(2, 30, 0).unwrap());
        assert_eq!(at.to_rfc3339(), "2026-03-29T01:00:00+00:00");
    }

    #[test]
    fn the_day_is_the_one_of_the_zone() {
        let at = "2026-09-15T23:30:00Z".parse().unwrap();
        assert_eq!(day(chrono_tz::Europe::Paris, at), NaiveDate::from_ymd_opt(2026, 9, 16).unwrap());
    }
}
