//! What the seller does with messages that have not left. Each gives whether the message was in a state that allows it.

use crate::values::{At, Id};
use crate::{StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use rusqlite::{ToSql, named_params};
use uuid::Uuid;

fn change(tx: &mut Tx<'_>, id: Uuid, set: &str, from: &str, values: &[(&str, &dyn ToSql)]) -> Result<bool, StoreError> {
    let id = Id(id);
    let mut all: Vec<(&str, &dyn ToSql)> = vec![(":id", &id)];
    all.extend_from_slice(values);
    let changed =
        tx.conn().prepare_cached(&format!("UPDATE outbox SET {set} WHERE id = :id AND state IN ({from})"))?.execute(all.as_slice())?;
    tx.touch(Tag::Outbox);
    tx.touch(Tag::Runs);
    Ok(changed == 1)
}

/// Lets a draft or a held message leave, not before `send_after`.
pub fn approve(tx: &mut Tx<'_>, id: Uuid, send_after: DateTime<Utc>) -> Result<bool, StoreError> {
    let (now, after) = (At(tx.now()), At(send_after));
    let set =
        "state = 'scheduled', approved_at = :now, send_after = :after, wait_until = NULL, gate = '', failure = '', finished_at = NULL";
    change(tx, id, set, "'draft', 'held'", &[(":now", &now), (":after", &after)])
}

/// Holds a draft or a scheduled message back.
pub fn hold(tx: &mut Tx<'_>, id: Uuid) -> Result<bool, StoreError> {
    change(tx, id, "state = 'held', wait_until = NULL", "'draft', 'scheduled'", &[])
}

/// Undo send: a scheduled message becomes a draft again.
pub fn recall(tx: &mut Tx<'_>, id: Uuid) -> Result<bool, StoreError> {
    let set = "state = 'draft', approved_at = NULL, send_after = NULL, wait_until = NULL, gate = ''";
    change(tx, id, set, "'scheduled', 'held'", &[])
}

/// A message the seller gave up says so; one that had failed keeps that reason.
pub(super) const BY_SELLER: &str =
    r#"state = 'cancelled', given_up_from = state, failure = iif(failure = '', '{"code":"outbox.given_up"}', failure)"#;

/// Gives a message up that has not left; an undo of this write brings it back.
pub fn discard(tx: &mut Tx<'_>, id: Uuid) -> Result<bool, StoreError> {
    let (now, step) = (At(tx.now()), Id(tx.step().0));
    let set = format!("{BY_SELLER}, finished_at = :now, given_up_in = :step");
    let changed = change(tx, id, &set, "'draft', 'held', 'scheduled', 'failed'", &[(":now", &now), (":step", &step)])?;
    tx.count_beside(u32::from(changed));
    crate::followups::nothing_left(tx, id)?;
    Ok(changed)
}

/// Notes how a message that has never been tried is signed when it leaves, and under which id.
pub fn sign(tx: &mut Tx<'_>, id: Uuid, text: &str, message_id: &str) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("UPDATE outbox SET body_text = ?2, message_id = ?3 WHERE id = ?1 AND state = 'scheduled' AND attempts = 0")?
        .execute((Id(id), text, message_id))?;
    tx.touch(Tag::Outbox);
    Ok(())
}

/// Schedules a message that surely did not leave once more, with the same Message-ID.
pub fn retry(tx: &mut Tx<'_>, id: Uuid, send_after: DateTime<Utc>) -> Result<bool, StoreError> {
    let after = At(send_after);
    let set = "state = 'scheduled', attempts = 0, send_after = :after, wait_until = NULL, gate = '', failure = '', finished_at = NULL";
    change(tx, id, set, "'failed'", &[(":after", &after)])
}

/// Changes the text of a message that has not left. The seller wrote it now, so earlier warnings are replaced.
pub fn edit(tx: &mut Tx<'_>, id: Uuid, subject: &str, text: &str, warnings: &[domain::fault::Reason]) -> Result<bool, StoreError> {
    let warnings = crate::values::to_json(&warnings, "outbox", "warnings")?;
    let changed = tx
        .conn()
        .prepare_cached(
            "UPDATE outbox SET subject = :subject, body_text = :text, body_html = '', written_by = 'seller', warnings = :warnings
             WHERE id = :id AND state IN ('draft', 'held', 'scheduled', 'failed')",
        )?
        .execute(named_params! { ":id": Id(id), ":subject": subject, ":text": text, ":warnings": warnings })?;
    tx.touch(Tag::Outbox);
    Ok(changed == 1)
}
