//! Recurrence rules (RFC 5545 section 3.3.10), in local days: by day, week, month and year. What else the standard knows (hours, days of
//! the year, week numbers) no appointment of a calendar uses; such a rule is refused, never guessed.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, Weekday};

/// Most periods looked at: a rule that fits no day ends.
const PERIODS: u32 = 20_000;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    every: Every,
    interval: u32,
    count: Option<u32>,
    /// Last moment, as written: in UTC or local.
    pub(super) until: Option<String>,
    week_start: Weekday,
    /// Weekdays, with which one of its month: the second, the last (-1); 0 is each.
    days: Vec<(i32, Weekday)>,
    month_days: Vec<i32>,
    months: Vec<u32>,
    positions: Vec<i32>,
}

impl Rule {
    /// Reads a rule; `None` for one that is not understood whole.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut rule = Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            week_start: Weekday::Mon,
            days: Vec::new(),
            month_days: Vec::new(),
            months: Vec::new(),
            positions: Vec::new(),
        };
        let mut named = false;
        for part in text.trim().split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            match name.to_ascii_uppercase().as_str() {
                "FREQ" => {
                    named = true;
                    rule.every = match value.to_ascii_uppercase().as_str() {
                        "DAILY" => Every::Day,
                        "WEEKLY" => Every::Week,
                        "MONTHLY" => Every::Month,
                        "YEARLY" => Every::Year,
                        _ => return None,
                    };
                }
                "INTERVAL" => rule.interval = value.parse().ok().filter(|interval| *interval > 0)?,
                "COUNT" => rule.count = Some(value.parse().ok()?),
                "UNTIL" => rule.until = Some(value.to_owned()),
                "WKST" => rule.week_start = weekday(value)?,
                "BYDAY" => rule.days = list(value, numbered_day)?,
                "BYMONTHDAY" => rule.month_days = list(value, |day| day.parse().ok().filter(|day: &i32| *day != 0 && day.abs() <= 31))?,
                "BYMONTH" => rule.months = list(value, |month| month.parse().ok().filter(|month| (1..=12).contains(month)))?,
                "BYSETPOS" => rule.positions = list(value, |position| position.parse().ok().filter(|position| *position != 0))?,
                _ => return None,
            }
        }
        let in_week_or_day = matches!(rule.every, Every::Day | Every::Week);
        let numbered = rule.days.iter().any(|(nth, _)| *nth != 0);
        // "The twentieth Monday of the year" is understood by nobody who writes it.
        let whole_year = rule.every == Every::Year && !rule.days.is_empty() && rule.months.is_empty();
        (named && !(numbered && in_week_or_day) && !whole_year).then_some(rule)
    }

    /// The beginnings from `start` on, `start` itself first, up to `last` and no further than `until`.
    pub(super) fn beginnings(&self, start: NaiveDateTime, until: Option<NaiveDateTime>, last: NaiveDate) -> Vec<NaiveDateTime> {
        let mut found = vec![start];
        let enough = |found: &Vec<_>| self.count.is_some_and(|count| found.len() >= count as usize);
        for period in 0..PERIODS {
            let Some(days) = self.period(start.date(), period) else { break };
            if days.first().is_some_and(|day| *day > last) {
                break;
            }
            for at in self.positioned(days).into_iter().map(|day| day.and_time(start.time())).filter(|at| *at > start) {
                if enough(&found) || at.date() > last || until.is_some_and(|until| at > until) {
                    return found;
                }
                found.push(at);
            }
        }
        found
    }

    /// The days of a period that fit, in order; `None` beyond what dates can say.
    fn period(&self, start: NaiveDate, number: u32) -> Option<Vec<NaiveDate>> {
        let step = number.checked_mul(self.interval)?;
        let in_months = |day: &NaiveDate| self.months.is_empty() || self.months.contains(&day.month());
        Some(match self.every {
            Every::Day => {
                let day = start.checked_add_days(Days::new(u64::from(step)))?;
                let fits = in_months(&day)
                    && (self.days.is_empty() || self.days.iter().any(|(_, weekday)| *weekday == day.weekday()))
                    && (self.month_days.is_empty() || self.month_days.iter().any(|nth| is_month_day(day, *nth)));
                if fits { vec![day] } else { Vec::new() }
            }
            Every::Week => {
                let back = (7 + start.weekday().num_days_from_monday() - self.week_start.num_days_from_monday()) % 7;
                let monday = start.checked_sub_days(Days::new(u64::from(back)))?.checked_add_days(Days::new(7 * u64::from(step)))?;
                let wanted = |day: &NaiveDate| match self.days.as_slice() {
                    [] => day.weekday() == start.weekday(),
                    days => days.iter().any(|(_, weekday)| *weekday == day.weekday()),
                };
                (0..7).filter_map(|n| monday.checked_add_days(Days::new(n))).filter(wanted).filter(in_months).collect()
            }
            Every::Month => {
                let month = start.with_day(1)?.checked_add_months(Months::new(step))?;
                if in_months(&month) { self.of_month(month, start.day()) } else { Vec::new() }
            }
            Every::Year => {
                let year = start.with_day(1)?.checked_add_months(Months::new(step.checked_mul(12)?))?;
                let months = if self.months.is_empty() { vec![start.month()] } else { self.months.clone() };
                let mut days: Vec<NaiveDate> = months
                    .into_iter()
                    .filter_map(|month| year.with_month(month))
                    .flat_map(|month| self.of_month(month, start.day()))
                    .collect();
                days.sort_unstable();
                days
            }
        })
    }

    /// The days of a month that fit; `own` where the rule names none.
    fn of_month(&self, first: NaiveDate, own: u32) -> Vec<NaiveDate> {
        let days = (1..=31).filter_map(|day| first.with_day(day));
        days.filter(|day| match (self.days.is_empty(), self.month_days.is_empty()) {
            (true, true) => day.day() == own,
            (by_day, by_number) => {
                (by_day || self.days.iter().any(|(nth, weekday)| day.weekday() == *weekday && is_nth(*day, *nth)))
                    && (by_number || self.month_days.iter().any(|nth| is_month_day(*day, *nth)))
            }
        })
        .collect()
    }

    /// Those of a period's days that are asked for: the second, the last.
    fn positioned(&self, days: Vec<NaiveDate>) -> Vec<NaiveDate> {
        if self.positions.is_empty() {
            return days;
        }
        let length = i32::try_from(days.len()).unwrap_or(i32::MAX);
        let wanted = |at: i32| self.positions.iter().any(|position| *position == at + 1 || *position == at - length);
        days.into_iter().zip(0..).filter(|(_, at)| wanted(*at)).map(|(day, _)| day).collect()
    }
}

fn list<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').map(|one| read(one.trim())).collect()
}

fn weekday(text: &str) -> Option<Weekday> {
    Some(match text.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

fn numbered_day(text: &str) -> Option<(i32, Weekday)> {
    let split = text.len().checked_sub(2)?;
    let (number, day) = (text.get(..split)?, text.get(split..)?);
    let number =
        if number.is_empty() { 0 } else { number.trim_start_matches('+').parse().ok().filter(|n: &i32| n.abs() <= 5 && *n != 0)? };
    Some((number, weekday(day)?))
}

fn month_length(day: NaiveDate) -> i32 {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1))).and_then(|next| next.pred_opt());
    next.map_or(31, |last| i32::try_from(last.day()).unwrap_or(31))
}

fn is_month_day(day: NaiveDate, nth: i32) -> bool {
    let own = i32::try_from(day.day()).unwrap_or(0);
    own == nth || own - month_length(day) - 1 == nth
}

fn is_nth(day: NaiveDate, nth: i32) -> bool {
    let own = i32::try_from(day.day()).unwrap_or(0);
    nth == 0 || (own - 1) / 7 + 1 == nth || -((month_length(day) - own) / 7 + 1) == nth
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rule: &str, start: &str, last: &str) -> Vec<String> {
        let start: NaiveDate = start.parse().unwrap();
        let found = Rule::parse(rule).unwrap().beginnings(start.and_hms_opt(9, 0, 0).unwrap(), None, last.parse().unwrap());
        found.into_iter().map(|at| at.date().to_string()).collect()
    }

    #[test]
    fn rules_of_calendars_are_laid_out() {
        for (rule, start, last, expected) in [
            ("FREQ=DAILY;INTERVAL=2;COUNT=3", "2026-09-14", "2027-01-01", ["2026-09-14", "2026-09-16", "2026-09-18"].as_slice()),
            ("FREQ=WEEKLY;BYDAY=MO,WE", "2026-09-14", "2026-09-23", &["2026-09-14", "2026-09-16", "2026-09-21", "2026-09-23"]),
            ("FREQ=WEEKLY;INTERVAL=2", "2026-09-14", "2026-10-20", &["2026-09-14", "2026-09-28", "2026-10-12"]),
            ("FREQ=MONTHLY;BYDAY=2TU", "2026-09-08", "2026-11-30", &["2026-09-08", "2026-10-13", "2026-11-10"]),
            ("FREQ=MONTHLY;BYDAY=-1FR", "2026-09-25", "2026-11-30", &["2026-09-25", "2026-10-30", "2026-11-27"]),
            ("FREQ=MONTHLY", "2026-08-31", "2026-12-31", &["2026-08-31", "2026-10-31", "2026-12-31"]),
            ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31", "2027-01-01", &["2026-01-31", "2026-02-28", "2026-03-31"]),
            ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-09-30", "2026-11-30", &["2026-09-30", "2026-10-30", "2026-11-30"]),
            ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "2026-03-29", "2028-01-01", &["2026-03-29", "2027-03-28"]),
        ] {
            assert_eq!(days(rule, start, last), expected, "{rule}");
        }
    }

    #[test]
    fn what_is_not_understood_whole_is_refused() {
        for rule in
            ["", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9", "FREQ=YEARLY;BYDAY=20MO", "FREQ=WEEKLY;BYDAY=2MO", "FREQ=DAILY;INTERVAL=0", "X"]
        {
            assert_eq!(Rule::parse(rule), None, "{rule}");
        }
    }

    #[test]
    fn a_rule_that_fits_no_day_ends() {
        assert_eq!(days("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "2026-02-01", "2400-01-01"), ["2026-02-01"]);
    }
}
