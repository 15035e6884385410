//! Appointments in calendar files (RFC 5545): written on demand and as a feed, looked into, taken.

mod check;
mod event;
mod export;
mod feed;
mod plan;
mod take;

pub use check::check_calendar;
pub use export::export_calendar;
pub use feed::write_feed;
pub use take::take_calendar;
