use super::is_french_holiday;
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;

/// Which days a follow-up is not due on (the settings `followups.skip_weekends` and `followups.skip_holidays`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRules {
    /// Saturdays and Sundays.
    pub skip_weekends: bool,
    /// French public holidays.
    pub skip_holidays: bool,
}

impl DayRules {
    fn skips(self, day: NaiveDate) -> bool {
        (self.skip_weekends && matches!(day.weekday(), Weekday::Sat | Weekday::Sun)) || (self.skip_holidays && is_french_holiday(day))
    }
}

/// The day the next follow-up is due: `days` calendar days after the last message in the desk's zone, then the first day that is not skipped.
pub fn next_due(last_message: DateTime<Utc>, days: u32, zone: Tz, rules: DayRules) -> NaiveDate {
    let sent_on = last_message.with_timezone(&zone).date_naive();
    let due = sent_on.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
    // a month always holds a working day
    due.iter_days().take(31).find(|day| !rules.skips(*day)).unwrap_or(due)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: DayRules = DayRules { skip_weekends: true, skip_holidays: true };

    fn due(at: &str, days: u32, rules: DayRules) -> String {
        next_due(at.parse().unwrap(), days, Tz::Europe__Paris, rules).to_string()
    }

    #[test]
    fn weekends_and_holidays_move_a_followup_to_the_next_working_day() {
        assert_eq!(due("2026-11-16T09:00:00Z", 7, ALL), "2026-11-23");
        assert_eq!(due("2026-11-14T09:00:00Z", 7, ALL), "2026-11-23", "a Saturday");
        assert_eq!(due("2026-11-04T09:00:00Z", 7, ALL), "2026-11-12", "Armistice");
        // Friday 1 May 2026, then the weekend
        assert_eq!(due("2026-04-24T09:00:00Z", 7, ALL), "2026-05-04");
        // Christmas 2026 is a Friday
        assert_eq!(due("2026-12-18T09:00:00Z", 7, ALL), "2026-12-28");
    }

    #[test]
    fn each_rule_can_be_switched_off() {
        let never = DayRules { skip_weekends: false, skip_holidays: false };
        assert_eq!(due("2026-11-14T09:00:00Z", 7, never), "2026-11-21");
        assert_eq!(due("2026-04-24T09:00:00Z", 7, DayRules { skip_weekends: false, skip_holidays: true }), "2026-05-02");
        assert_eq!(due("2026-11-04T09:00:00Z", 7, DayRules { skip_weekends: true, skip_holidays: false }), "2026-11-11");
    }

    #[test]
    fn days_are_counted_in_the_desks_zone() {
        // 23:30 UTC on Sunday is Monday in Paris
        assert_eq!(due("2026-11-15T23:30:00Z", 1, ALL), "2026-11-17");
    }
}
