//! What filters of people, companies and opportunities have in common: groups of conditions, and days that move with today.

use super::view;
use chrono::{Days, NaiveDate};

view! {
    /// Conditions that belong together, one level deep; a group without any says nothing.
    pub struct FilterGroup<C> {
        /// One of them is enough; otherwise all must hold.
        #[serde(default)]
        pub any: bool,
        /// It counts where it does not hold.
        #[serde(default)]
        pub not: bool,
        /// The conditions.
        pub filters: Vec<C>,
    }
}

/// The day a filter means: `today`, `today-30` and `today+7` count from today, anything else stays as it is.
pub fn day_of(value: &str, today: NaiveDate) -> String {
    let Some(rest) = value.trim().strip_prefix("today") else { return value.to_owned() };
    let number = |text: &str| text.trim().parse::<u32>().ok().map(|days| Days::new(u64::from(days)));
    let day = match (rest.trim().split_at_checked(1), rest.trim().is_empty()) {
        (_, true) => Some(today),
        (Some(("-", days)), _) => number(days).and_then(|days| today.checked_sub_days(days)),
        (Some(("+", days)), _) => number(days).and_then(|days| today.checked_add_days(days)),
        _ => None,
    };
    day.map_or_else(|| value.to_owned(), |day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_today_and_all_else_stays() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        for (value, day) in [
            ("today", "2026-03-01"),
            ("today-1", "2026-02-28"),
            ("today + 30", "2026-03-31"),
            ("2026-09-15", "2026-09-15"),
            ("today-soon", "today-soon"),
            ("todayish", "todayish"),
            ("", ""),
        ] {
            assert_eq!(day_of(value, today), day, "{value}");
        }
    }
}
