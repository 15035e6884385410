//! Today: what needs the seller, one list.

use super::outreach::ReasonView;
use super::{view, words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

words! {
    /// Groups of the list, in this order.
    pub enum TodayGroup {
        /// At a fixed time of today.
        Fixed,
        /// Waits for the seller's approval.
        Approve,
        /// Done by hand.
        ByHand,
        /// Something went wrong or is unknown.
        LookAt,
        /// Setting up; outside the count.
        SetUp,
        /// Can wait; outside the count.
        Later,
    }
}

view! {
    /// The list.
    pub struct TodayView {
        /// Rows in order.
        pub rows: Vec<TodayRow>,
        /// Rows that count.
        pub count: u32,
    }

    /// One row: a batch is one row.
    pub struct TodayRow {
        /// Group.
        pub group: TodayGroup,
        /// `drafts`, `followups`, `linkedin`, `unknown`, `failed`, `run_needs_you`, `import_rejects`, `setup_identity`, `setup_mail`,
        /// `setup_import`, `setup_recovery`, `setup_backup`, `run_running`, `scheduled`, `stagnating`, `appointment`, `task`, `tasks`.
        pub kind: String,
        /// Sentence.
        pub what: ReasonView,
        /// Second line: names.
        pub names: Vec<String>,
        /// How many things are inside.
        pub count: u32,
        /// When.
        pub at: Option<DateTime<Utc>>,
        /// The run, import, task or appointment it is about.
        pub id: Option<Uuid>,
    }
}
