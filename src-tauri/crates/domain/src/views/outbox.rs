//! Messages on their way.

use super::outreach::{ReasonView, VerdictView};
use super::runs::PersonName;
use super::{view, words};
use chrono::{DateTime, Utc};
use uuid::Uuid;

words! {
    /// Where a message stands.
    pub enum OutboxState {
        /// Waits for approval.
        Draft,
        /// Held back by the seller.
        Held,
        /// Leaves at its time.
        Scheduled,
        /// An attempt has begun.
        Sending,
        /// The server took it.
        Sent,
        /// It may have left; never repeated by itself.
        Unknown,
        /// It surely did not leave.
        Failed,
        /// Given up.
        Cancelled,
    }
}

view! {
    /// Messages of a list.
    pub struct OutboxListRequest {
        /// Only these states; empty = all.
        pub states: Vec<OutboxState>,
        /// Only this run.
        pub run_id: Option<Uuid>,
        /// Only follow-ups.
        pub followups: bool,
        /// First row.
        pub offset: u32,
        /// How many, at most 500.
        pub limit: u32,
    }

    /// A message in a list.
    pub struct OutboxRow {
        /// Id.
        pub id: Uuid,
        /// State.
        pub state: OutboxState,
        /// `first`, `followup-1`, …, `notification`, `test`.
        pub step: String,
        /// To whom; absent for notifications and tests.
        pub person: Option<PersonName>,
        /// Address.
        pub to: String,
        /// Subject.
        pub subject: String,
        /// Not before then it leaves: its time, the gate's, or the one its place in the row gives it.
        pub send_after: Option<DateTime<Utc>>,
        /// When it left, failed, or was cut.
        pub finished_at: Option<DateTime<Utc>>,
        /// When it was written.
        pub created_at: DateTime<Utc>,
        /// Why it waits, failed or is unknown.
        pub reason: Option<ReasonView>,
        /// Run it belongs to.
        pub run_id: Option<Uuid>,
        /// Title or number of that run.
        pub run_number: Option<u32>,
        /// Call it back until then (undo send).
        pub recall_until: Option<DateTime<Utc>>,
        /// Message-ID without angle brackets.
        pub message_id: String,
        /// Attempts so far.
        pub attempts: u32,
    }

    /// A message, whole.
    pub struct OutboxDetail {
        /// The list's row.
        pub row: OutboxRow,
        /// `Name <address>`.
        pub from: String,
        /// `Name <address>`.
        pub to: String,
        /// Body as plain text.
        pub text: String,
        /// `template`, `model`, `seller`.
        pub written_by: String,
        /// `fr` or `en`.
        pub language: String,
        /// Warnings of the check.
        pub warnings: Vec<ReasonView>,
        /// Why, why not, when.
        pub verdict: Option<VerdictView>,
        /// When it was approved.
        pub approved_at: Option<DateTime<Utc>>,
        /// When the attempt began.
        pub started_at: Option<DateTime<Utc>>,
        /// `practice` or `smtp:<address>`, once an attempt began.
        pub account: String,
    }

    /// How many there are in each state.
    pub struct OutboxCounts {
        /// Drafts to approve, those of follow-ups among them.
        pub draft: u32,
        /// Held.
        pub held: u32,
        /// Scheduled.
        pub scheduled: u32,
        /// Being sent.
        pub sending: u32,
        /// Sent.
        pub sent: u32,
        /// Unknown.
        pub unknown: u32,
        /// Failed.
        pub failed: u32,
        /// Given up: by the seller, with their run, or as nothing can come of them any more.
        pub cancelled: u32,
        /// Next to leave.
        pub next_at: Option<DateTime<Utc>>,
    }

    /// Changes a message that has not left; it is checked again.
    pub struct OutboxEdit {
        /// Which.
        pub id: Uuid,
        /// New subject.
        pub subject: String,
        /// New body as plain text.
        pub text: String,
    }

    /// Approves, holds, releases, calls back or gives up messages.
    pub struct OutboxAct {
        /// Which.
        pub ids: Vec<Uuid>,
    }

    /// Says what happened to a message whose outcome is unknown.
    pub struct OutboxResolve {
        /// Which.
        pub id: Uuid,
        /// It left.
        pub was_sent: bool,
    }

    /// What an act did: some messages may no longer be changed.
    pub struct OutboxActed {
        /// Messages changed.
        pub changed: u32,
        /// Messages that could not be, and why.
        pub refused: Vec<OutboxRefusal>,
        /// They can be called back until then.
        pub recall_until: Option<DateTime<Utc>>,
    }

    /// A message that could not be changed.
    pub struct OutboxRefusal {
        /// Which.
        pub id: Uuid,
        /// Why.
        pub reason: ReasonView,
    }
}
