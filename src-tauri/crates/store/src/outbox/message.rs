use crate::values::{At, Id, from_json};
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::views::outbox::OutboxState;
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

/// A message as it stands in the outbox.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its id.
    pub id: Uuid,
    /// Where it stands.
    pub state: OutboxState,
    /// `first`, `followup-1`, …, `notification`, `test`.
    pub step: String,
    /// To whom; none for notifications and tests.
    pub person: Option<Uuid>,
    /// The run it belongs to.
    pub run: Option<Uuid>,
    /// `practice` or `smtp:<address>`, once an attempt began.
    pub account: String,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// Message-ID of the message this one follows, or empty.
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
    pub written_by: String,
    /// Warnings of the check.
    pub warnings: Vec<Reason>,
    /// Not before.
    pub send_after: Option<DateTime<Utc>>,
    /// Attempts so far.
    pub attempts: u32,
    /// The gate's last answer when it was not "go".
    pub gate: Option<Reason>,
    /// Why it failed, is unknown, or has to be tried again.
    pub failure: Option<Reason>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When the seller approved it.
    pub approved_at: Option<DateTime<Utc>>,
    /// When the last attempt began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it left, failed, was cut or given up.
    pub finished_at: Option<DateTime<Utc>>,
}

const COLUMNS: &str =
    "id, state, step, person_id, run_id, account, message_id, in_reply_to, to_name, to_address, to_norm, subject, body_text,
    body_html, language, written_by, warnings, send_after, attempts, gate, failure, created_at, approved_at, started_at, finished_at";

/// The message with this id.
pub fn get(read: &Read<'_>, id: Uuid) -> Result<Option<Message>, StoreError> {
    one(read, "WHERE id = ?1", [Id(id)])
}

/// The first message a condition finds.
pub(super) fn one(read: &Read<'_>, condition: &str, values: impl rusqlite::Params) -> Result<Option<Message>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("SELECT {COLUMNS} FROM outbox {condition}"))?;
    statement.query_row(values, |row| Ok(from_row(row))).optional()?.transpose()
}

fn from_row(row: &Row<'_>) -> Result<Message, StoreError> {
    let reason = |column: &'static str| -> Result<Option<Reason>, StoreError> {
        let text: String = row.get(column)?;
        if text.is_empty() { Ok(None) } else { from_json(&text, "outbox", column).map(Some) }
    };
    let time = |column: &str| row.get::<_, Option<At>>(column).map(|at| at.map(|at| at.0));
    let id_or_none = |column: &str| row.get::<_, Option<Id>>(column).map(|id| id.map(|id| id.0));
    Ok(Message {
        id: row.get::<_, Id>("id")?.0,
        state: state_of(&row.get::<_, String>("state")?)?,
        step: row.get("step")?,
        person: id_or_none("person_id")?,
        run: id_or_none("run_id")?,
        account: row.get("account")?,
        message_id: row.get("message_id")?,
        in_reply_to: row.get("in_reply_to")?,
        to_name: row.get("to_name")?,
        to_address: row.get("to_address")?,
        to_norm: row.get("to_norm")?,
        subject: row.get("subject")?,
        text: row.get("body_text")?,
        html: row.get("body_html")?,
        language: row.get("language")?,
        written_by: row.get("written_by")?,
        warnings: from_json(&row.get::<_, String>("warnings")?, "outbox", "warnings")?,
        send_after: time("send_after")?,
        attempts: row.get("attempts")?,
        gate: reason("gate")?,
        failure: reason("failure")?,
        created_at: row.get::<_, At>("created_at")?.0,
        approved_at: time("approved_at")?,
        started_at: time("started_at")?,
        finished_at: time("finished_at")?,
    })
}

/// A stored state.
pub(crate) fn state_of(word: &str) -> Result<OutboxState, StoreError> {
    Ok(match word {
        "draft" => OutboxState::Draft,
        "held" => OutboxState::Held,
        "scheduled" => OutboxState::Scheduled,
        "sending" => OutboxState::Sending,
        "sent" => OutboxState::Sent,
        "unknown" => OutboxState::Unknown,
        "failed" => OutboxState::Failed,
        "cancelled" => OutboxState::Cancelled,
        _ => return Err(StoreError::Malformed { table: "outbox", column: "state" }),
    })
}

/// Message-IDs of the messages before this one in its thread, oldest first, as far as the outbox knows them.
pub fn thread(read: &Read<'_>, message: &Message) -> Result<Vec<String>, StoreError> {
    let mut ids = Vec::new();
    let mut before = message.in_reply_to.clone();
    let mut statement = read.conn().prepare_cached("SELECT in_reply_to FROM outbox WHERE message_id = ?1")?;
    while !before.is_empty() && !ids.contains(&before) && ids.len() < 40 {
        let earlier: Option<String> = statement.query_row([&before], |row| row.get(0)).optional()?;
        ids.push(std::mem::replace(&mut before, earlier.unwrap_or_default()));
    }
    ids.reverse();
    Ok(ids)
}
