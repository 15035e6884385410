use crate::time;
use crate::views::agenda::TaskGroup;
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

/// When a task is due: on a day, or at a time of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub on: NaiveDate,
    /// The time of that day.
    pub time: Option<NaiveTime>,
    /// The zone of that time; without one the desk's.
    pub zone: Option<Tz>,
}

impl Due {
    /// The moment it is due, where it has a time. A time that daylight saving skips is the first after the gap.
    pub fn at(&self, desk: Tz) -> Option<DateTime<Utc>> {
        self.time.map(|at| time::instant(self.zone.unwrap_or(desk), self.on, at))
    }

    /// Its day as the desk counts days.
    pub fn day(&self, desk: Tz) -> NaiveDate {
        self.at(desk).map_or(self.on, |at| time::day(desk, at))
    }

    /// The same so many days later (or earlier), at the same time of day.
    #[must_use]
    pub fn on_day(self, on: NaiveDate) -> Self {
        Self { on, ..self }
    }
}

/// Now, as the desk sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: DateTime<Utc>,
    /// The desk's zone.
    pub zone: Tz,
}

impl Now {
    /// Today.
    pub fn today(&self) -> NaiveDate {
        time::day(self.zone, self.at)
    }

    /// The last day of this week, a Sunday (ISO 8601).
    pub fn sunday(&self) -> NaiveDate {
        let today = self.today();
        let left = 6 - u64::from(today.weekday().num_days_from_monday());
        today.checked_add_days(Days::new(left)).unwrap_or(today)
    }

    /// The first moment of a day.
    pub fn midnight(&self, day: NaiveDate) -> DateTime<Utc> {
        time::instant(self.zone, day, NaiveTime::MIN)
    }
}

/// Where an open task stands in time. One with a time is overdue from that moment, one with a day alone from the next midnight.
pub fn group_of(due: Option<Due>, now: Now) -> TaskGroup {
    let Some(due) = due else { return TaskGroup::NoDate };
    let (day, today) = (due.day(now.zone), now.today());
    if due.at(now.zone).map_or(day < today, |at| at < now.at) {
        TaskGroup::Overdue
    } else if day == today {
        TaskGroup::Today
    } else if today.succ_opt() == Some(day) {
        TaskGroup::Tomorrow
    } else if day <= now.sunday() {
        TaskGroup::Week
    } else {
        TaskGroup::Later
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paris(at: &str) -> Now {
        Now { at: at.parse().unwrap(), zone: Tz::Europe__Paris }
    }

    fn due(on: &str, time: &str, zone: Option<Tz>) -> Option<Due> {
        Some(Due { on: on.parse().unwrap(), time: NaiveTime::parse_from_str(time, "%H:%M").ok(), zone })
    }

    #[test]
    fn a_task_stands_in_the_group_of_its_day_as_the_desk_counts_days() {
        // A Tuesday, half past midnight in Paris and still Monday in UTC.
        let now = paris("2026-09-14T22:30:00Z");
        for (on, group) in [
            ("2026-09-14", TaskGroup::Overdue),
            ("2026-09-15", TaskGroup::Today),
            ("2026-09-16", TaskGroup::Tomorrow),
            ("2026-09-20", TaskGroup::Week),
            ("2026-09-21", TaskGroup::Later),
        ] {
            assert_eq!(group_of(due(on, "", None), now), group, "{on}");
        }
        assert_eq!(group_of(None, now), TaskGroup::NoDate);
    }

    #[test]
    fn a_task_with_a_time_is_overdue_from_that_minute_and_in_its_own_zone() {
        let now = paris("2026-09-15T08:00:00Z");
        assert_eq!(group_of(due("2026-09-15", "09:59", None), now), TaskGroup::Overdue);
        assert_eq!(group_of(due("2026-09-15", "10:00", None), now), TaskGroup::Today);
        // Nine in the evening of New York is three in the morning of Paris.
        assert_eq!(group_of(due("2026-09-15", "21:00", Some(Tz::America__New_York)), now), TaskGroup::Tomorrow);
    }

    #[test]
    fn on_a_sunday_tomorrow_is_tomorrow_and_the_rest_is_later() {
        let now = paris("2026-09-20T10:00:00Z");
        assert_eq!(group_of(due("2026-09-21", "", None), now), TaskGroup::Tomorrow);
        assert_eq!(group_of(due("2026-09-22", "", None), now), TaskGroup::Later);
    }

    #[test]
    fn the_same_time_of_day_is_another_moment_after_the_clocks_change() {
        let at = |on: &str| due(on, "09:00", None).unwrap().at(Tz::Europe__Paris).unwrap().to_rfc3339();
        assert_eq!(at("2026-03-28"), "2026-03-28T08:00:00+00:00");
        assert_eq!(at("2026-03-29"), "2026-03-29T07:00:00+00:00");
        assert_eq!(at("2026-10-25"), "2026-10-25T08:00:00+00:00");
        let skipped = due("2026-03-29", "02:30", None).unwrap().at(Tz::Europe__Paris).unwrap();
        assert_eq!(skipped.to_rfc3339(), "2026-03-29T01:00:00+00:00");
    }
}
