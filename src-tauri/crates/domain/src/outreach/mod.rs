//! The gate: whether somebody may be touched, now, later or never, and why.
//!
//! [`judge`] is the only place where this is decided ([`forbids`] is the first half of it). It is asked at the last moment before a touch, by the pre-flight sheet, and by every
//! "why / why not / when" on screen. It is a pure function of [`Facts`] (read from the ledger, the do-not-contact list, the outbox and the
//! person), a [`Policy`] (the seller's settings) and the time.

mod departures;
mod facts;
mod forecast;
mod gate;
mod policy;
mod waits;

pub use departures::{Departure, departures};
pub use facts::{Account, Facts, Purpose, Step, Touch};
pub use forecast::{Forecast, forecast};
pub use gate::{Judgement, Rule, Verdict, forbids, judge, takes_notes};
pub use policy::{Pacing, Policy};

#[cfg(test)]
mod tests;
