//! Goals of a month, and how far they are reached.

use super::{view, words};

words! {
    /// What a month is measured by.
    pub enum GoalWord {
        /// What was won.
        Revenue,
        /// Appointments that took place.
        Appointments,
        /// Opportunities won.
        Signatures,
    }
}

view! {
    /// Which months.
    pub struct GoalsRequest {
        /// The first one, `YYYY-MM`; this one where it is not said.
        pub from: Option<String>,
        /// How many, 1 to 24.
        pub months: u32,
    }

    /// A goal; no target takes it away.
    pub struct GoalSet {
        /// `YYYY-MM`.
        pub month: String,
        /// Of what.
        pub goal: GoalWord,
        /// How much as it is typed: an amount of the desk's currency, or a number.
        pub target: String,
    }

    /// The goals of some months.
    pub struct GoalsView {
        /// The desk's currency: that of revenues.
        pub currency: String,
        /// The current month, `YYYY-MM`.
        pub this: String,
        /// Each month with its goals.
        pub months: Vec<GoalMonth>,
    }

    /// The goals of a month.
    pub struct GoalMonth {
        /// `YYYY-MM`.
        pub month: String,
        /// Revenue, appointments, signatures.
        pub goals: Vec<GoalProgress>,
    }

    /// How far a goal is reached.
    pub struct GoalProgress {
        /// Of what.
        pub goal: GoalWord,
        /// What is wanted: minor units, or a count; none where no goal is set.
        #[specta(type = Option<u32>)]
        pub target: Option<f64>,
        /// What there is.
        #[specta(type = u32)]
        pub reached: f64,
    }
}
