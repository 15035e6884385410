//! Money: whole minor units of a currency. Sums of two currencies do not exist.

mod currency;
mod typed;

pub use currency::Currency;
pub use typed::{MoneyError, minor_units};

use std::collections::BTreeMap;

/// Most minor units of one amount: a hundred billion of a currency with cents. A thousand such amounts still add up exactly in a window, whose
/// numbers hold whole numbers up to 2^53.
pub const MOST: i64 = 10_000_000_000_000;

/// Sums by currency, in the order of their codes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<Currency, i64>);

impl Sums {
    /// Adds minor units of a currency.
    pub fn add(&mut self, currency: Currency, minor: i64) {
        let sum = self.0.entry(currency).or_default();
        *sum = sum.saturating_add(minor);
    }

    /// Each currency with its minor units.
    pub fn iter(&self) -> impl Iterator<Item = (Currency, i64)> + '_ {
        self.0.iter().map(|(currency, minor)| (*currency, *minor))
    }

    /// The sum in one currency.
    pub fn of(&self, currency: Currency) -> i64 {
        self.0.get(&currency).copied().unwrap_or_default()
    }
}

/// A share of an amount, in percent, rounded half up to the minor unit: what an opportunity counts for in a forecast.
pub fn weighted(minor: i64, percent: u8) -> i64 {
    minor.saturating_mul(i64::from(percent)).saturating_add(50).div_euclid(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_two_currencies_stay_apart() {
        let [eur, usd] = ["EUR", "USD"].map(|code| Currency::of_code(code).unwrap());
        let mut sums = Sums::default();
        for (currency, minor) in [(eur, 100), (usd, 40), (eur, 1)] {
            sums.add(currency, minor);
        }
        assert_eq!(sums.iter().collect::<Vec<_>>(), [(eur, 101), (usd, 40)]);
    }

    #[test]
    fn a_share_is_rounded_half_up_to_the_minor_unit() {
        assert_eq!([(1_000, 25), (10, 25), (1, 49), (1, 50), (0, 90)].map(|(minor, percent)| weighted(minor, percent)), [250, 3, 0, 1, 0]);
    }
}
