//! How warm people and opportunities are.

use super::history::RecordRef;
use super::outreach::ReasonView;
use super::{view, words};
use chrono::{DateTime, Utc};

words! {
    /// How warm.
    pub enum TemperatureWord {
        /// 85 and more.
        Hot,
        /// From 60 on.
        Warm,
        /// Below.
        Cold,
    }
}

view! {
    /// Whose score: a person's or an opportunity's.
    pub struct ScoreAsk {
        /// Which.
        pub of: RecordRef,
    }

    /// A score with its reasons and its course.
    pub struct ScoreView {
        /// From 0 to 100; nothing where no factor has data.
        pub value: Option<u32>,
        /// How warm that is.
        pub temperature: Option<TemperatureWord>,
        /// Weight of the factors that have data, of a hundred.
        pub scale: u32,
        /// The six factors.
        pub factors: Vec<ScoreFactor>,
        /// Its course, the oldest first: a point for each change.
        pub history: Vec<ScorePoint>,
    }

    /// A factor.
    pub struct ScoreFactor {
        /// `responsiveness`, `maturity`, `completeness`, `personality`, `proximity`, `network`.
        pub code: String,
        /// Its weight of the hundred.
        pub weight: u32,
        /// From 0 to 100; nothing without data: it is left out of the scale.
        pub points: Option<u32>,
        /// Why (`reasons:score.…`).
        pub why: ReasonView,
    }

    /// What a score was from a moment on.
    pub struct ScorePoint {
        /// Since.
        pub at: DateTime<Utc>,
        /// What.
        pub value: u32,
    }
}
