use chrono::{DateTime, Duration, Utc};
use domain::ports::Clock;
use std::sync::{Mutex, PoisonError};

/// A clock that runs with the machine's, moved to another day: time-outs and retries still pass by themselves.
pub struct TestClock(Mutex<Duration>);

impl TestClock {
    /// Starts at `at`.
    pub fn starting(at: DateTime<Utc>) -> Self {
        Self(Mutex::new(at - Utc::now()))
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        let mut offset = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *offset += by;
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now() + *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
