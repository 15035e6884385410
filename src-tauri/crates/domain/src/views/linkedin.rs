//! The LinkedIn hand-off queue: the seller clicks, the desk keeps count.

use super::outreach::ReasonView;
use super::runs::PersonName;
use super::{view, words};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

words! {
    /// What the seller did.
    pub enum LinkedinOutcome {
        /// Invitation or message sent.
        Sent,
        /// Already connected.
        AlreadyConnected,
        /// Left out.
        Skipped,
    }
}

view! {
    /// LinkedIn's archive, whose messages and invitations are to stand on timelines.
    pub struct LinkedinArchive {
        /// Absolute path of the zip.
        pub path: String,
    }

    /// What was put on timelines.
    pub struct LinkedinTold {
        /// Messages and invitations that are new there.
        pub entered: u32,
        /// Those that stood there already.
        pub known: u32,
        /// With how many people of the desk.
        pub people: u32,
        /// Messages and invitations with people who are not on the desk.
        pub strangers: u32,
        /// Of which nothing tells with whom they were.
        pub unknown: u32,
        /// Drafts, spam, advertisements, and what cannot be read.
        pub left_out: u32,
        /// The undoable operation.
        pub operation: Option<Uuid>,
    }

    /// The queue with its counters.
    pub struct LinkedinQueue {
        /// People waiting, first first.
        pub tasks: Vec<LinkedinTask>,
        /// How many wait in all.
        pub waiting: u32,
        /// Sent today.
        pub today: u32,
        /// Cap a day.
        pub daily_cap: u32,
        /// Sent in the last seven days.
        pub week: u32,
        /// Cap a week.
        pub weekly_cap: u32,
        /// Personalised notes this month.
        pub notes_month: u32,
        /// Cap of personalised notes a month (0 = not limited).
        pub notes_cap: u32,
        /// Why the next one should wait, when a cap is reached.
        pub wait: Option<ReasonView>,
        /// Done today, newest first.
        pub done: Vec<LinkedinTask>,
    }

    /// One person of the queue.
    pub struct LinkedinTask {
        /// Id of the task.
        pub id: Uuid,
        /// Who.
        pub person: PersonName,
        /// Title and company.
        pub title: String,
        /// Company.
        pub company: String,
        /// Location.
        pub location: String,
        /// Profile address.
        pub url: String,
        /// The note, rendered.
        pub note: String,
        /// Since when they are connected: the note goes as a message, as no invitation is left to send.
        pub connected_on: Option<NaiveDate>,
        /// `waiting`, `sent`, `already_connected`, `skipped`, `cancelled`.
        pub state: String,
        /// The run it came from.
        pub run_id: Option<Uuid>,
        /// Number of that run.
        pub run_number: Option<u32>,
        /// When it was done.
        pub done_at: Option<DateTime<Utc>>,
    }

    /// Records what the seller did.
    pub struct LinkedinRecord {
        /// Which task.
        pub id: Uuid,
        /// What.
        pub outcome: LinkedinOutcome,
    }
}
