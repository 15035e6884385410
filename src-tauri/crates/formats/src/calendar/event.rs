use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// An event, or one occurrence of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its name in every calendar (UID).
    pub uid: String,
    /// Which occurrence of a series it is (RECURRENCE-ID): a date, a moment in UTC, or nothing.
    pub occurrence: String,
    /// How often it was moved or called off (SEQUENCE).
    pub sequence: u32,
    /// What it is about.
    pub title: String,
    /// When.
    pub when: When,
    /// Where.
    pub place: String,
    /// Link of the video meeting.
    pub link: String,
    /// Description.
    pub notes: String,
    /// It was called off.
    pub cancelled: bool,
    /// With whom.
    pub people: Vec<Contact>,
    /// Minutes before it at which there is an alarm.
    pub remind_minutes: Option<u32>,
}

/// When an event is, as it was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From an hour of a zone, for so long.
    Timed {
        /// Beginning, in the zone.
        starts: NaiveDateTime,
        /// How long.
        length: TimeDelta,
        /// The zone.
        zone: Tz,
    },
    /// Whole days.
    Days {
        /// First day.
        from: NaiveDate,
        /// Last day, included.
        to: NaiveDate,
    },
}

impl When {
    /// The day it begins.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Timed { starts, .. } => starts.date(),
            Self::Days { from, .. } => *from,
        }
    }

    /// Its first moment and the first after it; of whole days nothing.
    #[must_use]
    pub fn moments(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        match *self {
            Self::Timed { starts, length, zone } => {
                let starts = instant(zone, starts);
                Some((starts, starts + length))
            }
            Self::Days { .. } => None,
        }
    }
}

/// A local time as a moment; one that daylight saving skips is the first after the gap.
pub(super) fn instant(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    let later = (0..=180).step_by(15).map(|minutes| local + TimeDelta::minutes(minutes));
    later
        .filter_map(|local| zone.from_local_datetime(&local).earliest())
        .next()
        .map_or_else(|| Utc.from_utc_datetime(&local), |at| at.to_utc())
}

/// Somebody an event names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// Name as shown.
    pub name: String,
    /// Address, or nothing.
    pub email: String,
}

/// An event that cannot be taken, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What it is about.
    pub title: String,
    /// `no_start`, `bad_time`, `bad_zone`, `end_before_start`, `recurrence`.
    pub why: &'static str,
}
