//! Follow-ups: when the next one is due, and when there is none.

mod due;
mod holidays;
mod stop;

pub use due::{DayRules, next_due};
pub use holidays::{easter, is_french_holiday};
pub use stop::{StopReason, next_number, stopped_by};
