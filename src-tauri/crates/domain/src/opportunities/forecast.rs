use crate::money::{Currency, Sums, weighted};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::fmt;

/// A month of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// Reads `YYYY-MM`.
    pub fn parse(text: &str) -> Option<Self> {
        NaiveDate::parse_from_str(&format!("{}-01", text.trim()), "%Y-%m-%d").ok().map(Self::of)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { month: self.month + 1, ..self } }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// An opportunity as a forecast sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// When it should be signed, or was.
    pub on: Option<NaiveDate>,
    /// Minor units.
    pub amount: i64,
    /// Of which currency.
    pub currency: Currency,
    /// In percent; nothing for one that is won.
    pub probability: Option<u8>,
}

/// What a month brings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ForecastMonth {
    /// Open opportunities that should be signed in it.
    pub open_count: u32,
    /// What they are worth.
    pub open: Sums,
    /// What they are likely to be worth.
    pub weighted: Sums,
    /// Opportunities won in it.
    pub won_count: u32,
    /// What they are worth.
    pub won: Sums,
}

/// Opportunities by the month they are expected or were won in, currencies apart. Without a day they stand under no month, and so do open ones
/// whose day has passed: it says nothing any more (`late`, before `this` month).
pub fn forecast(all: impl IntoIterator<Item = Expected>, this: Month) -> BTreeMap<Option<Month>, ForecastMonth> {
    let mut months: BTreeMap<Option<Month>, ForecastMonth> = BTreeMap::new();
    for one in all {
        let mut month = one.on.map(Month::of);
        if one.probability.is_some() {
            month = month.filter(|month| *month >= this);
        }
        let month = months.entry(month).or_default();
        match one.probability {
            None => {
                month.won_count += 1;
                month.won.add(one.currency, one.amount);
            }
            Some(percent) => {
                month.open_count += 1;
                month.open.add(one.currency, one.amount);
                month.weighted.add(one.currency, weighted(one.amount, percent));
            }
        }
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opportunities_are_counted_in_their_month_by_currency_and_weighted() {
        let usd = Currency::of_code("USD").unwrap();
        let one = |on: &str, amount, currency, probability| Expected { on: on.parse().ok(), amount, currency, probability };
        let months = forecast(
            [
                one("2026-09-30", 1_000, Currency::EUR, Some(50)),
                one("2026-09-02", 500, usd, Some(10)),
                one("2026-10-01", 300, Currency::EUR, Some(75)),
                one("2026-08-31", 900, Currency::EUR, Some(20)),
                one("", 70, Currency::EUR, Some(10)),
                one("2026-09-05", 2_000, Currency::EUR, None),
                one("2026-08-05", 4_000, Currency::EUR, None),
            ],
            Month::parse("2026-09").unwrap(),
        );
        let of = |month: Option<&str>| &months[&month.map(|month| Month::parse(month).unwrap())];
        let september = of(Some("2026-09"));
        assert_eq!((september.open_count, september.open.of(Currency::EUR), september.open.of(usd)), (2, 1_000, 500));
        assert_eq!((september.weighted.of(Currency::EUR), september.weighted.of(usd), september.won.of(Currency::EUR)), (500, 50, 2_000));
        assert_eq!(of(Some("2026-10")).weighted.of(Currency::EUR), 225);
        assert_eq!((of(None).open_count, of(None).open.of(Currency::EUR)), (2, 970), "late ones and those without a day");
        assert_eq!((of(Some("2026-08")).won_count, of(Some("2026-08")).open_count), (1, 0));
    }

    #[test]
    fn months_follow_each_other_over_the_year() {
        let december = Month::parse("2026-12").unwrap();
        assert_eq!((december.next().to_string().as_str(), december.first_day().to_string().as_str()), ("2027-01", "2026-12-01"));
        assert_eq!([Month::parse("2026-13"), Month::parse("soon")], [None, None]);
    }
}
