//! The send ledger: who was touched, when, by what; append-only, outside undo.

use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use rusqlite::named_params;
use uuid::Uuid;

/// What happened to a touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Committed before the first byte.
    Started,
    /// It left.
    Sent,
    /// It may have left.
    Unknown,
    /// It surely did not leave.
    NotSent,
    /// The seller, or the Sent folder, says it left.
    ReconciledSent,
    /// The seller, or the Sent folder, says it did not.
    ReconciledNotSent,
}

impl Event {
    fn as_str(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::Sent => "sent",
            Self::Unknown => "unknown",
            Self::NotSent => "not_sent",
            Self::ReconciledSent => "reconciled_sent",
            Self::ReconciledNotSent => "reconciled_not_sent",
        }
    }
}

/// A row of the ledger.
#[derive(Debug, Clone)]
pub struct Touch {
    /// What happened.
    pub event: Event,
    /// `email` or `linkedin`.
    pub channel: &'static str,
    /// Whom it touched; none for notifications and tests.
    pub person: Option<Uuid>,
    /// Normalised address.
    pub address: String,
    /// Which step.
    pub step: String,
    /// Which account.
    pub account: String,
    /// The run.
    pub run: Option<Uuid>,
    /// The message.
    pub outbox: Option<Uuid>,
    /// Its Message-ID.
    pub message_id: String,
    /// JSON.
    pub detail: String,
}

impl Touch {
    /// A LinkedIn invitation the seller says they sent.
    pub fn linkedin_invitation(person: Uuid, run: Option<Uuid>, note: bool) -> Self {
        Self::linkedin(person, run, format!(r#"{{"note":{}}}"#, u8::from(note)))
    }

    /// A LinkedIn message to a connection the seller says they sent: a touch like an invitation, but none of those LinkedIn counts.
    pub fn linkedin_message(person: Uuid, run: Option<Uuid>) -> Self {
        Self::linkedin(person, run, r#"{"message":1}"#.to_owned())
    }

    fn linkedin(person: Uuid, run: Option<Uuid>, detail: String) -> Self {
        Self {
            event: Event::Sent,
            channel: "linkedin",
            person: Some(person),
            address: String::new(),
            step: "linkedin".to_owned(),
            account: "linkedin".to_owned(),
            run,
            outbox: None,
            message_id: String::new(),
            detail,
        }
    }
}

/// Appends a row.
pub fn append(tx: &mut Tx<'_>, touch: &Touch) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO send_ledger (id, at, event, channel, person_id, address_norm, step, account, run_id, outbox_id, message_id, detail)
             VALUES (:id, :at, :event, :channel, :person, :address, :step, :account, :run, :outbox, :message_id, :detail)",
        )?
        .execute(named_params! {
            ":id": Id(tx.new_id()), ":at": At(tx.now()), ":event": touch.event.as_str(), ":channel": touch.channel,
            ":person": touch.person.map(Id), ":address": touch.address, ":step": touch.step, ":account": touch.account,
            ":run": touch.run.map(Id), ":outbox": touch.outbox.map(Id), ":message_id": touch.message_id, ":detail": touch.detail,
        })?;
    tx.touch(Tag::Outbox);
    Ok(())
}

/// What the ledger says of one message, in the order in which it happened.
pub fn events(read: &Read<'_>, outbox: Uuid) -> Result<Vec<String>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT event FROM send_ledger WHERE outbox_id = ?1 ORDER BY id")?;
    Ok(statement.query_map([Id(outbox)], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
