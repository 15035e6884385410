//! The states an attempt goes through. Each change is one statement that names the state it comes from, and writes the ledger beside it.

use super::Message;
use super::message::one;
use crate::ledger::{self, Event, Touch};
use crate::values::{At, Id, time_text, to_json};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use rusqlite::{named_params, params};

/// Nothing of a paused run leaves until it goes on.
pub(super) const NOT_OF_A_PAUSED_RUN: &str = "(run_id IS NULL OR run_id NOT IN (SELECT id FROM run WHERE state = 'paused'))";

/// The next scheduled message to a person whose time has come.
pub fn due(read: &Read<'_>, now: DateTime<Utc>) -> Result<Option<Message>, StoreError> {
    let condition = format!(
        "WHERE state = 'scheduled' AND person_id IS NOT NULL AND due_at <= ?1 AND {NOT_OF_A_PAUSED_RUN} ORDER BY due_at, id LIMIT 1"
    );
    one(read, &condition, [time_text(now)])
}

/// The next scheduled notice or test whose time has come; while sending is paused, only a test.
pub fn due_notice(read: &Read<'_>, now: DateTime<Utc>, paused: bool) -> Result<Option<Message>, StoreError> {
    let condition =
        "WHERE state = 'scheduled' AND person_id IS NULL AND due_at <= ?1 AND (NOT ?2 OR step = 'test') ORDER BY due_at, id LIMIT 1";
    one(read, condition, params![time_text(now), paused])
}

/// When the next scheduled message is due; `None` when there is none.
pub fn next_due(read: &Read<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = format!("SELECT min(due_at) FROM outbox WHERE state = 'scheduled' AND (person_id IS NULL OR {NOT_OF_A_PAUSED_RUN})");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let text: Option<String> = statement.query_row([], |row| row.get(0))?;
    Ok(text.map(|text| DateTime::parse_from_rfc3339(&text).map_or(DateTime::UNIX_EPOCH, |at| at.with_timezone(&Utc))))
}

/// Marks that an attempt begins, with the bytes that will leave; committed before the first of them does. `false` when the message is no
/// longer scheduled.
pub fn start(tx: &mut Tx<'_>, message: &Message, account: &str, payload: &[u8]) -> Result<bool, StoreError> {
    let changed = tx
        .conn()
        .prepare_cached(
            "UPDATE outbox SET state = 'sending', attempts = attempts + 1, started_at = :now, account = :account, payload = :payload,
               gate = '', failure = '', wait_until = NULL
             WHERE id = :id AND state = 'scheduled'",
        )?
        .execute(named_params! { ":id": Id(message.id), ":now": At(tx.now()), ":account": account, ":payload": payload })?;
    if changed == 1 {
        enter(tx, message, account, Event::Started, None)?;
    }
    Ok(changed == 1)
}

/// The server took it.
pub fn sent(tx: &mut Tx<'_>, message: &Message, account: &str, reply: &str) -> Result<bool, StoreError> {
    // The bytes are not kept: they follow from the row, and a person's data should not stand there twice.
    let reply = Reason::new("mail.accepted").with("text", reply);
    close(tx, message, account, "state = 'sent', payload = NULL, failure = ''", None, Event::Sent, &reply)
}

/// It may have left: only the seller can say.
pub fn unknown(tx: &mut Tx<'_>, message: &Message, account: &str, why: &Reason) -> Result<bool, StoreError> {
    close(tx, message, account, "state = 'unknown', failure = :failure", Some(why), Event::Unknown, why)
}

/// It surely did not leave, and never will by itself.
pub fn failed(tx: &mut Tx<'_>, message: &Message, account: &str, why: &Reason) -> Result<bool, StoreError> {
    let changed = close(tx, message, account, "state = 'failed', payload = NULL, failure = :failure", Some(why), Event::NotSent, why)?;
    crate::followups::nothing_left(tx, message.id)?;
    Ok(changed)
}

/// It surely did not leave and is tried again at `until`.
pub fn again(tx: &mut Tx<'_>, message: &Message, account: &str, until: DateTime<Utc>, why: &Reason) -> Result<bool, StoreError> {
    let changed = close(tx, message, account, "state = 'scheduled', payload = NULL, failure = :failure", Some(why), Event::NotSent, why)?;
    tx.conn()
        .prepare_cached("UPDATE outbox SET wait_until = ?2, finished_at = NULL WHERE id = ?1 AND state = 'scheduled'")?
        .execute(params![Id(message.id), At(until)])?;
    Ok(changed)
}

/// The end of an attempt.
fn close(
    tx: &mut Tx<'_>,
    message: &Message,
    account: &str,
    set: &str,
    failure: Option<&Reason>,
    event: Event,
    detail: &Reason,
) -> Result<bool, StoreError> {
    let sql = format!("UPDATE outbox SET {set}, finished_at = :now WHERE id = :id AND state = 'sending'");
    let (id, now) = (Id(message.id), At(tx.now()));
    let mut statement = tx.conn().prepare_cached(&sql)?;
    let changed = match failure {
        Some(why) => statement.execute(named_params! { ":id": id, ":now": now, ":failure": to_json(why, "outbox", "failure")? })?,
        None => statement.execute(named_params! { ":id": id, ":now": now })?,
    };
    drop(statement);
    if changed == 1 {
        enter(tx, message, account, event, Some(detail))?;
    }
    Ok(changed == 1)
}

fn enter(tx: &mut Tx<'_>, message: &Message, account: &str, event: Event, detail: Option<&Reason>) -> Result<(), StoreError> {
    tx.touch(Tag::Outbox);
    if message.run.is_some() {
        tx.touch(Tag::Runs);
    }
    let detail = detail.map_or_else(|| Ok("{}".to_owned()), |why| to_json(why, "send_ledger", "detail"))?;
    ledger::append(
        tx,
        &Touch {
            event,
            channel: "email",
            person: message.person,
            address: message.to_norm.clone(),
            step: message.step.clone(),
            account: account.to_owned(),
            run: message.run,
            outbox: Some(message.id),
            message_id: message.message_id.clone(),
            detail,
        },
    )
}

/// The gate says later: it is not asked again before `until`; without a time the message is held until the seller acts.
pub fn wait(tx: &mut Tx<'_>, message: &Message, until: Option<DateTime<Utc>>, rule: &Reason) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE outbox SET gate = :rule, wait_until = :until, state = CASE WHEN :until IS NULL THEN 'held' ELSE 'scheduled' END
             WHERE id = :id AND state = 'scheduled'",
        )?
        .execute(named_params! { ":id": Id(message.id), ":until": until.map(At), ":rule": to_json(rule, "outbox", "gate")? })?;
    tx.touch(Tag::Outbox);
    Ok(())
}

/// It cannot leave at all: the gate says never, or no message can be made of it. Nothing was begun, so the ledger stays silent.
pub fn refused_by_gate(tx: &mut Tx<'_>, message: &Message, rule: &Reason) -> Result<(), StoreError> {
    let rule = to_json(rule, "outbox", "gate")?;
    tx.conn()
        .prepare_cached(
            "UPDATE outbox SET state = 'failed', gate = :rule, failure = :rule, finished_at = :now WHERE id = :id AND state = 'scheduled'",
        )?
        .execute(named_params! { ":id": Id(message.id), ":now": At(tx.now()), ":rule": rule })?;
    tx.touch(Tag::Outbox);
    tx.touch(Tag::Runs);
    crate::followups::nothing_left(tx, message.id)
}

/// Forgets until when the gate made messages wait: the seller's limits have changed.
pub fn ask_again(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET wait_until = NULL WHERE state = 'scheduled' AND wait_until IS NOT NULL AND failure = ''";
    tx.conn().prepare_cached(sql)?.execute([])?;
    tx.touch(Tag::Outbox);
    Ok(())
}

/// Messages whose attempt began and never ended: the desk was cut off. Nobody can tell from here whether they left. How many there were.
pub fn cut_off(tx: &mut Tx<'_>) -> Result<u32, StoreError> {
    let mut found = 0;
    let why = Reason::new("outbox.cut_off");
    while let Some(message) = one(tx, "WHERE state = 'sending' ORDER BY id LIMIT 1", [])? {
        unknown(tx, &message, &message.account.clone(), &why)?;
        found += 1;
    }
    Ok(found)
}

/// The seller (or the Sent folder) says what became of a message whose outcome was unknown; `false` when it is not unknown any more.
///
/// One that did not leave becomes a draft again, with the same Message-ID.
pub fn reconciled(tx: &mut Tx<'_>, message: &Message, was_sent: bool) -> Result<bool, StoreError> {
    let (set, event) = match was_sent {
        true => ("state = 'sent', finished_at = coalesce(started_at, finished_at)", Event::ReconciledSent),
        false => {
            ("state = 'draft', approved_at = NULL, send_after = NULL, wait_until = NULL, finished_at = NULL", Event::ReconciledNotSent)
        }
    };
    let sql = format!("UPDATE outbox SET {set}, payload = NULL, failure = '' WHERE id = ?1 AND state = 'unknown'");
    let changed = tx.conn().prepare_cached(&sql)?.execute([Id(message.id)])?;
    if changed == 1 {
        enter(tx, message, &message.account, event, None)?;
    }
    Ok(changed == 1)
}
