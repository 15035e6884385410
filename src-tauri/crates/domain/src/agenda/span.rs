use super::AgendaFieldError;
use crate::time;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// Longest appointment.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// When an appointment is: from a moment to a moment, or whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// At a time of day.
    Timed {
        /// First moment.
        starts: DateTime<Utc>,
        /// First moment after it.
        ends: DateTime<Utc>,
    },
    /// Whole days, the same wherever one is.
    Days {
        /// First day.
        from: NaiveDate,
        /// Last day, included.
        to: NaiveDate,
    },
}

impl Span {
    /// From a moment to a later one.
    ///
    /// # Errors
    /// [`AgendaFieldError::EndBeforeStart`], [`AgendaFieldError::TooMuch`].
    pub fn timed(starts: DateTime<Utc>, ends: DateTime<Utc>) -> Result<Self, AgendaFieldError> {
        check(ends - starts, TimeDelta::zero())?;
        Ok(Self::Timed { starts, ends })
    }

    /// Whole days, the last included.
    ///
    /// # Errors
    /// As [`Span::timed`].
    pub fn days(from: NaiveDate, to: NaiveDate) -> Result<Self, AgendaFieldError> {
        check(to - from, TimeDelta::days(-1))?;
        Ok(Self::Days { from, to })
    }

    /// Its first moment and the first one after it. Whole days begin and end at midnight of `zone`, be the day 23, 24 or 25 hours long.
    pub fn moments(&self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let midnight = |day| time::instant(zone, day, NaiveTime::MIN);
        match *self {
            Self::Timed { starts, ends } => (starts, ends),
            Self::Days { from, to } => (midnight(from), midnight(to.checked_add_days(Days::new(1)).unwrap_or(to))),
        }
    }

    /// Whether it takes whole days.
    pub fn is_days(&self) -> bool {
        matches!(self, Self::Days { .. })
    }

    /// The same length from another beginning.
    ///
    /// # Errors
    /// As [`Span::timed`].
    pub fn moved_to(&self, starts: DateTime<Utc>) -> Result<Self, AgendaFieldError> {
        match *self {
            Self::Timed { starts: before, ends } => Self::timed(starts, starts + (ends - before)),
            Self::Days { .. } => Self::timed(starts, starts + TimeDelta::hours(1)),
        }
    }

    /// The same number of days from another one.
    ///
    /// # Errors
    /// As [`Span::timed`].
    pub fn moved_to_day(&self, from: NaiveDate) -> Result<Self, AgendaFieldError> {
        match *self {
            Self::Days { from: before, to } => Self::days(from, from + (to - before)),
            Self::Timed { .. } => Self::days(from, from),
        }
    }
}

fn check(length: TimeDelta, least: TimeDelta) -> Result<(), AgendaFieldError> {
    if length <= least {
        return Err(AgendaFieldError::EndBeforeStart);
    }
    if length > LONGEST { Err(AgendaFieldError::TooMuch) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_end_that_does_not_come_after_the_beginning_is_refused() {
        let at: DateTime<Utc> = "2026-09-15T08:00:00Z".parse().unwrap();
        assert_eq!(Span::timed(at, at), Err(AgendaFieldError::EndBeforeStart));
        assert_eq!(Span::timed(at, at - TimeDelta::minutes(1)), Err(AgendaFieldError::EndBeforeStart));
        assert_eq!(Span::timed(at, at + TimeDelta::days(400)), Err(AgendaFieldError::TooMuch));
        assert!(Span::days(day("2026-09-15"), day("2026-09-15")).is_ok(), "one day");
        assert_eq!(Span::days(day("2026-09-15"), day("2026-09-14")), Err(AgendaFieldError::EndBeforeStart));
    }

    #[test]
    fn a_whole_day_has_the_hours_it_has_in_its_zone() {
        let hours = |on: &str| {
            let (from, to) = Span::days(day(on), day(on)).unwrap().moments(Tz::Europe__Paris);
            (to - from).num_hours()
        };
        assert_eq!([hours("2026-03-28"), hours("2026-03-29"), hours("2026-10-25")], [24, 23, 25]);
    }

    #[test]
    fn what_is_moved_keeps_its_length() {
        let at: DateTime<Utc> = "2026-09-15T08:00:00Z".parse().unwrap();
        let span = Span::timed(at, at + TimeDelta::minutes(45)).unwrap();
        let moved = span.moved_to(at + TimeDelta::days(1)).unwrap();
        assert_eq!(moved.moments(Tz::UTC).1, at + TimeDelta::days(1) + TimeDelta::minutes(45));
        let days = Span::days(day("2026-09-15"), day("2026-09-17")).unwrap();
        assert_eq!(days.moved_to_day(day("2026-10-01")), Span::days(day("2026-10-01"), day("2026-10-03")));
    }
}
