//! Follow-ups due.

use super::outbox::OutboxState;
use super::runs::PersonName;
use super::view;
use chrono::NaiveDate;
use uuid::Uuid;

view! {
    /// Which follow-ups.
    pub struct FollowupListRequest {
        /// Only those due up to today.
        pub due: bool,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// A follow-up.
    pub struct FollowupView {
        /// Id.
        pub id: Uuid,
        /// Who.
        pub person: PersonName,
        /// Company.
        pub company: String,
        /// 1 = first.
        pub n: u32,
        /// At most.
        pub of: u32,
        /// Its day.
        pub due_on: NaiveDate,
        /// `scheduled`, `drafted`, `done`, `stopped`.
        pub state: String,
        /// Why it stopped (code).
        pub reason: String,
        /// Its draft.
        pub outbox_id: Option<Uuid>,
        /// Subject of its draft.
        pub subject: String,
        /// Subject of the message it follows.
        pub follows: String,
        /// The message on which it waits: nothing is drafted before that one surely left or never will.
        pub awaits: Option<Awaited>,
        /// Run it came from.
        pub run_number: Option<u32>,
    }

    /// An earlier message to the same person whose end is still open.
    pub struct Awaited {
        /// Which.
        pub id: Uuid,
        /// Where it stands.
        pub state: OutboxState,
    }

    /// Follow-ups with their counters.
    pub struct FollowupList {
        /// The rows.
        pub rows: Vec<FollowupView>,
        /// Due up to today.
        pub due: u32,
        /// Later.
        pub later: u32,
    }
}
