//! Money on the wire.

use super::view;
use crate::money::{Currency, Sums};

view! {
    /// An amount of money.
    pub struct MoneyView {
        /// Whole minor units (cents); exact up to 2^53, never a fraction: the client is told so by the type of a whole number.
        #[specta(type = u32)]
        pub minor: f64,
        /// Three letters of ISO 4217.
        pub currency: String,
    }
}

impl MoneyView {
    /// An amount as it crosses the wire.
    #[expect(clippy::cast_precision_loss, reason = "amounts are bounded by money::MOST, far below 2^53")]
    pub fn of(currency: Currency, minor: i64) -> Self {
        Self { minor: minor as f64, currency: currency.code().to_owned() }
    }

    /// Sums as they cross the wire, one for each currency.
    pub fn all(sums: &Sums) -> Vec<Self> {
        sums.iter().map(|(currency, minor)| Self::of(currency, minor)).collect()
    }
}

/// Minor units from the wire; none for what is no whole number.
#[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
pub fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0).then_some(number as i64)
}
