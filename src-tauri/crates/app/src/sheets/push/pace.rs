use chrono::{DateTime, Utc};
use std::collections::VecDeque;
use std::time::Duration;

/// How fast calls may follow each other, and how patient a push is.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Most reads, and most writes, in a minute for one seller (<https://developers.google.com/workspace/sheets/api/limits>).
    pub per_minute: usize,
    /// First wait after a refusal or a cut; doubled each time.
    pub first_wait: Duration,
    /// Longest such wait.
    pub longest_wait: Duration,
    /// Failures in a row after which a push gives up.
    pub patience: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self { per_minute: 60, first_wait: Duration::from_secs(1), longest_wait: Duration::from_secs(64), patience: 7 }
    }
}

impl Pace {
    /// The wait after so many failures in a row, 1 = first; at least what the service asked for.
    pub(super) fn wait(&self, failures: u32, asked: Option<u64>) -> Duration {
        let own = self.first_wait.saturating_mul(2_u32.saturating_pow(failures.saturating_sub(1))).min(self.longest_wait);
        own.max(asked.map(Duration::from_secs).unwrap_or_default())
    }
}

/// Counts the calls of one kind in the last minute.
#[derive(Debug, Default)]
pub(super) struct Minute(VecDeque<DateTime<Utc>>);

impl Minute {
    /// Notes a call at `now`, or says how long to wait before it.
    pub(super) fn take(&mut self, now: DateTime<Utc>, most: usize) -> Result<(), Duration> {
        let minute = chrono::Duration::seconds(60);
        while self.0.front().is_some_and(|at| now - *at >= minute) {
            self.0.pop_front();
        }
        if let (true, Some(first)) = (self.0.len() >= most, self.0.front()) {
            return Err((*first + minute - now).to_std().unwrap_or_default().max(Duration::from_millis(10)));
        }
        self.0.push_back(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sixty_first_call_waits_until_a_minute_after_the_first() {
        let start: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
        let at = |seconds| start + chrono::Duration::seconds(seconds);
        let mut minute = Minute::default();
        for n in 0..60 {
            assert_eq!(minute.take(at(n / 2), 60), Ok(()));
        }
        assert_eq!(minute.take(at(40), 60), Err(Duration::from_secs(20)));
        assert_eq!(minute.take(at(60), 60), Ok(()), "the first two are a minute old");
    }

    #[test]
    fn waits_double_and_follow_what_the_service_asks() {
        let pace = Pace::default();
        assert_eq!([1, 2, 3, 20].map(|n| pace.wait(n, None).as_secs()), [1, 2, 4, 64]);
        assert_eq!(pace.wait(1, Some(30)).as_secs(), 30);
    }
}
