use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use domain::ports::Clock;
use std::sync::{Mutex, PoisonError};

/// A clock that runs with the machine's, moved to another day: time-outs and retries still pass by themselves. It hangs in Paris until it is
/// carried elsewhere.
pub struct TestClock {
    offset: Mutex<Duration>,
    zone: Mutex<Tz>,
}

impl TestClock {
    /// Starts at `at`.
    pub fn starting(at: DateTime<Utc>) -> Self {
        Self { offset: Mutex::new(at - Utc::now()), zone: Mutex::new(Tz::Europe__Paris) }
    }

    /// Carries the computer into another zone.
    pub fn carry_to(&self, zone: Tz) {
        *self.zone.lock().unwrap_or_else(PoisonError::into_inner) = zone;
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        let mut offset = self.offset.lock().unwrap_or_else(PoisonError::into_inner);
        *offset += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + *self.offset.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn zone(&self) -> Option<Tz> {
        Some(*self.zone.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
