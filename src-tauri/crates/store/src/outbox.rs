//! The outbox: every outside effect, once.

mod changing;
mod following;
mod listing;
mod message;
mod sending;
mod standing;
mod waiting;

pub use changing::{approve, discard, edit, hold, recall, retry, sign};
pub(crate) use following::{bring_back_to, follow, of_run};
pub use listing::{counts, list, places, row};
pub(crate) use message::state_of;
pub use message::{Message, get, thread};
pub use sending::{again, ask_again, cut_off, due, due_notice, failed, next_due, reconciled, refused_by_gate, sent, start, unknown, wait};
pub use standing::is_over;
pub(crate) use standing::{OVER, STATE, can_follow, can_note};
pub use waiting::{Waiting, waiting};

use crate::values::{At, Id, to_json};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::outreach::Step;
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

/// The intent of what follows from a message that left (the status, the follow-up), which the desk does by itself: an undo without a name passes
/// over it, for it is nothing the seller did last.
pub const EFFECTS: &str = "outbox.sent";

/// A message to put into the outbox.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Its id.
    pub id: Uuid,
    /// `first`, `followup-1`, …, `notification`, `test`.
    pub step: String,
    /// To whom; none for notifications and tests.
    pub person: Option<Uuid>,
    /// The run it belongs to.
    pub run: Option<Uuid>,
    /// Message-ID without angle brackets, fixed from now on.
    pub message_id: String,
    /// Message-ID of the message this one follows.
    pub in_reply_to: String,
    /// Display name of the recipient.
    pub to_name: String,
    /// Address as written.
    pub to_address: String,
    /// Normalised address.
    pub to_norm: String,
    /// Subject.
    pub subject: String,
    /// Body as plain text.
    pub text: String,
    /// Body as HTML, or empty.
    pub html: String,
    /// `fr` or `en`.
    pub language: String,
    /// `template`, `model`, `seller`.
    pub written_by: &'static str,
    /// Warnings of the check.
    pub warnings: Vec<Reason>,
    /// Leaves by itself; otherwise it is a draft.
    pub scheduled: bool,
    /// Not before.
    pub send_after: Option<DateTime<Utc>>,
}

/// Puts a message into the outbox, as a draft or scheduled.
pub fn insert(tx: &mut Tx<'_>, message: &NewMessage) -> Result<(), StoreError> {
    let warnings = to_json(&message.warnings, "outbox", "warnings")?;
    tx.conn()
        .prepare_cached(
            "INSERT INTO outbox (id, step, person_id, run_id, message_id, in_reply_to, to_name, to_address, to_norm, subject, body_text,
               body_html, language, written_by, warnings, state, send_after, created_at, approved_at)
             VALUES (:id, :step, :person, :run, :message_id, :in_reply_to, :to_name, :to_address, :to_norm, :subject, :text,
               :html, :language, :written_by, :warnings, :state, :send_after, :now, :approved)",
        )?
        .execute(named_params! {
            ":id": Id(message.id), ":step": message.step, ":person": message.person.map(Id), ":run": message.run.map(Id),
            ":message_id": message.message_id, ":in_reply_to": message.in_reply_to, ":to_name": message.to_name,
            ":to_address": message.to_address, ":to_norm": message.to_norm, ":subject": message.subject, ":text": message.text,
            ":html": message.html, ":language": message.language, ":written_by": message.written_by, ":warnings": warnings,
            ":state": if message.scheduled { "scheduled" } else { "draft" }, ":send_after": message.send_after.map(At),
            ":now": At(tx.now()), ":approved": message.scheduled.then(|| At(tx.now())),
        })?;
    tx.touch(Tag::Outbox);
    Ok(())
}

/// The oldest message to a person that has not left yet, with its step.
pub fn open_message(read: &Read<'_>, person: Uuid) -> Result<Option<(Uuid, Step)>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, step FROM outbox WHERE person_id = ?1 AND state IN ('draft', 'held', 'scheduled') ORDER BY created_at LIMIT 1",
    )?;
    let found = statement.query_row([Id(person)], |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, String>(1)?))).optional()?;
    Ok(found.and_then(|(id, step)| step.parse().ok().map(|step| (id, step))))
}

/// When the last first message of a run may leave.
pub fn last_send_after(read: &Read<'_>, run: Uuid) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT max(send_after) FROM outbox WHERE run_id = ?1 AND step = 'first'")?;
    Ok(statement.query_row([Id(run)], |row| row.get::<_, Option<At>>(0))?.map(|at| at.0))
}

/// The newest message that left for a person.
#[derive(Debug, Clone)]
pub struct LastSent {
    /// Its Message-ID.
    pub message_id: String,
    /// Its subject.
    pub subject: String,
    /// Its language.
    pub language: String,
}

/// The newest message that left for a person: what a follow-up answers to.
pub fn last_sent(read: &Read<'_>, person: Uuid) -> Result<Option<LastSent>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT message_id, subject, language FROM outbox WHERE person_id = ?1 AND state = 'sent' ORDER BY finished_at DESC LIMIT 1",
    )?;
    let row = |row: &rusqlite::Row<'_>| Ok(LastSent { message_id: row.get(0)?, subject: row.get(1)?, language: row.get(2)? });
    Ok(statement.query_row([Id(person)], row).optional()?)
}

/// Gives a message up that has not left.
pub fn give_up(tx: &mut Tx<'_>, id: Uuid) -> Result<bool, StoreError> {
    let changed = tx
        .conn()
        .prepare_cached(&format!(
            "UPDATE outbox SET {}, finished_at = ?2 WHERE id = ?1 AND state IN ('draft', 'held', 'scheduled')",
            changing::BY_SELLER
        ))?
        .execute(rusqlite::params![Id(id), At(tx.now())])?;
    tx.touch(Tag::Outbox);
    Ok(changed == 1)
}

/// A state as stored.
pub(crate) fn state_word(state: domain::views::outbox::OutboxState) -> &'static str {
    use domain::views::outbox::OutboxState as S;
    match state {
        S::Draft => "draft",
        S::Held => "held",
        S::Scheduled => "scheduled",
        S::Sending => "sending",
        S::Sent => "sent",
        S::Unknown => "unknown",
        S::Failed => "failed",
        S::Cancelled => "cancelled",
    }
}
