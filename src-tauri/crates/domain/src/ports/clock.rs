use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// The time. Injected everywhere, so that a test can live through a month in a millisecond.
pub trait Clock: Send + Sync {
    /// Now, in UTC.
    fn now(&self) -> DateTime<Utc>;
    /// The time zone this computer is set to (IANA), where it says one.
    fn zone(&self) -> Option<Tz>;
}

/// New identifiers and randomness.
pub trait Ids: Send + Sync {
    /// A new UUIDv7 (RFC 9562), ordered by the time it was made.
    fn new_id(&self) -> Uuid;
    /// Fills `bytes` from the operating system's cryptographic source.
    fn fill(&self, bytes: &mut [u8]);
}
