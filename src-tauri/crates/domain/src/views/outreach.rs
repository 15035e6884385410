//! Why, why not, when.

use super::{view, words};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

words! {
    /// The gate's answer in one word.
    pub enum Answer {
        /// It may go now.
        Go,
        /// It may go later.
        Wait,
        /// It may not go.
        Never,
    }
}

view! {
    /// A code with the values its sentence names (`reasons.<code>` in the catalogue).
    pub struct ReasonView {
        /// Stable code, `area.what`.
        pub code: String,
        /// Values the sentence names.
        pub params: BTreeMap<String, String>,
    }

    /// What the gate answers for one person now.
    pub struct VerdictView {
        /// Go, wait or never.
        pub answer: Answer,
        /// When it may go, for `wait`.
        pub until: Option<DateTime<Utc>>,
        /// The limiting rule with its figures; for `go` the code `gate.go`.
        pub rule: ReasonView,
        /// Every rule in the order it was asked, with its figures.
        pub rules: Vec<RuleLine>,
    }

    /// One rule of the gate.
    pub struct RuleLine {
        /// Whether it is satisfied.
        pub ok: bool,
        /// Code and figures.
        pub rule: ReasonView,
    }

    /// Puts people on the do-not-contact list.
    pub struct Suppress {
        /// Who.
        pub ids: Vec<Uuid>,
        /// Where it came from, in the seller's words.
        pub note: String,
    }

    /// Records (or with `note` empty withdraws) consent to write to a private address.
    pub struct RecordConsent {
        /// Who.
        pub id: Uuid,
        /// How and when they agreed.
        pub note: String,
    }
}
impl From<crate::fault::Reason> for ReasonView {
    fn from(r: crate::fault::Reason) -> Self {
        Self { code: r.code, params: r.params }
    }
}
