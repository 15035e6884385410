//! iCalendar files (RFC 5545): appointments of other calendars in, the desk's own out.
//!
//! A time is kept as it was meant, the hour in its zone; zones are those of the IANA, also where a file calls them as Windows does.
//! What recurs is laid out as its occurrences within a window.

mod event;
mod read;
mod recur;
mod write;
mod zones;

pub use event::{Contact, Event, Refusal, When};
pub use read::{CalendarError, CalendarRead, read};
pub use write::write;
