//! Health: each connection, caps, backup, next send.

use super::outreach::ReasonView;
use super::view;
use chrono::{DateTime, Utc};

view! {
    /// The health page.
    pub struct HealthView {
        /// Each part, the troubled first.
        pub parts: Vec<HealthPart>,
        /// Caps used.
        pub caps: Vec<CapView>,
        /// Last verified backup.
        pub last_backup_at: Option<DateTime<Utc>>,
        /// Next message to leave.
        pub next_send_at: Option<DateTime<Utc>>,
        /// Messages waiting to leave.
        pub queue: u32,
        /// Why sending is paused.
        pub paused: Option<ReasonView>,
        /// Size of the desk in bytes.
        pub desk_bytes: f64,
        /// People in the desk.
        pub people: u32,
    }

    /// A part of the desk or a connection.
    pub struct HealthPart {
        /// `desk`, `keychain`, `mail`, `ai`, `sheets`, `backup`, `jobs`; `restore` while everything is held after one.
        pub name: String,
        /// `ok`, `off` (not set up), `warn`, `bad`.
        pub state: String,
        /// What it says.
        pub what: ReasonView,
    }

    /// A cap and how much of it is used.
    pub struct CapView {
        /// `mail.day`, `linkedin.day`, `linkedin.week`.
        pub name: String,
        /// Used.
        pub used: u32,
        /// At most.
        pub of: u32,
    }
}
