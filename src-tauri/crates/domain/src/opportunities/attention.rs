use chrono::{DateTime, Duration, Utc};

/// What tells whether an open opportunity goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Since when it has been at its stage.
    pub stage_since: DateTime<Utc>,
    /// After how many days there it has been there too long; none = never.
    pub rotten_days: Option<u32>,
    /// The last thing that happened: a move, a note, a contact with one of its people.
    pub last_at: DateTime<Utc>,
    /// After how many days without anything it stands still.
    pub quiet_days: u32,
}

/// Why an open opportunity needs the seller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attention {
    /// Longer at its stage than the stage allows.
    TooLong {
        /// Since when it is there.
        since: DateTime<Utc>,
        /// Whole days there.
        days: u32,
        /// The stage's limit.
        limit: u32,
    },
    /// Nothing has happened.
    Quiet {
        /// The last thing that did.
        since: DateTime<Utc>,
        /// Whole days since.
        days: u32,
        /// The desk's limit.
        limit: u32,
    },
}

/// Whether an open opportunity stagnates: which limit it passed, and since when. The stage's own comes first.
pub fn attention(seen: Seen, now: DateTime<Utc>) -> Option<Attention> {
    let days = |since: DateTime<Utc>| u32::try_from((now - since).max(Duration::zero()).num_days()).unwrap_or(u32::MAX);
    let here = days(seen.stage_since);
    if let Some(limit) = seen.rotten_days
        && here > limit
    {
        return Some(Attention::TooLong { since: seen.stage_since, days: here, limit });
    }
    let quiet = days(seen.last_at);
    (quiet > seen.quiet_days).then_some(Attention::Quiet { since: seen.last_at, days: quiet, limit: seen.quiet_days })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32) -> DateTime<Utc> {
        format!("2026-09-{day:02}T08:00:00Z").parse().unwrap()
    }

    #[test]
    fn an_opportunity_stagnates_the_day_after_a_limit_and_says_which_and_since_when() {
        let seen = |rotten_days, last| Seen { stage_since: at(1), rotten_days, last_at: at(last), quiet_days: 14 };
        assert_eq!(attention(seen(Some(10), 11), at(11)), None, "ten days are within the limit of ten");
        assert_eq!(attention(seen(Some(10), 11), at(12)), Some(Attention::TooLong { since: at(1), days: 11, limit: 10 }));
        assert_eq!(attention(seen(None, 5), at(19)), None);
        assert_eq!(attention(seen(None, 5), at(20)), Some(Attention::Quiet { since: at(5), days: 15, limit: 14 }));
        assert_eq!(
            attention(seen(Some(5), 1), at(30)),
            Some(Attention::TooLong { since: at(1), days: 29, limit: 5 }),
            "the stage's limit first"
        );
        assert_eq!(attention(seen(None, 25), at(20)), None, "what lies ahead is not quiet");
    }
}
