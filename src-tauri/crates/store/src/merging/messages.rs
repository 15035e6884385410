//! Messages of people who are made one. The outbox is outside undo: what went over is remembered, and goes back with the separation.

use super::standing;
use crate::values::Id;
use crate::{OperationId, StoreError, Tag, Tx};
use domain::views::duplicates::DuplicateKind;
use rusqlite::params;
use uuid::Uuid;

/// Where nothing of a message has left yet.
pub(super) const WAITING: &str = "'draft', 'held', 'scheduled'";

/// All messages of `other` are the survivor's from now on; what has not left goes to the survivor's address.
pub(super) fn hand_over(tx: &mut Tx<'_>, survivor: Uuid, other: Uuid, operation: OperationId) -> Result<(), StoreError> {
    // Those of the survivor that wait under another address change that too.
    tx.conn()
        .prepare_cached(&format!(
            "INSERT INTO merge_message (operation_id, outbox_id, survivor_id, other_id, to_name, to_address, to_norm)
             SELECT ?1, o.id, ?2, o.person_id, o.to_name, o.to_address, o.to_norm FROM outbox o
              WHERE o.person_id = ?3 OR (o.person_id = ?2 AND o.state IN ({WAITING})
                AND o.to_norm <> (SELECT email_norm FROM person WHERE id = ?2))
             ON CONFLICT DO NOTHING"
        ))?
        .execute(params![Id(operation.0), Id(survivor), Id(other)])?;
    let moved = tx.conn().prepare_cached("UPDATE outbox SET person_id = ?1 WHERE person_id = ?2")?.execute([Id(survivor), Id(other)])?;
    let readdressed = tx
        .conn()
        .prepare_cached(&format!(
            "UPDATE outbox SET to_address = p.email, to_norm = p.email_norm, to_name = trim(p.first_name || ' ' || p.last_name)
               FROM person p WHERE p.id = ?1 AND outbox.person_id = p.id AND outbox.state IN ({WAITING}) AND p.email_norm <> ''
                AND outbox.to_norm <> p.email_norm"
        ))?
        .execute([Id(survivor)])?;
    if moved + readdressed > 0 {
        tx.touch(Tag::Outbox);
        tx.touch(Tag::Runs);
    }
    Ok(())
}

/// The messages that went over in this operation go back to whom they were written, those the merge gave up wait again. What was written to the
/// survivor since stays.
pub(super) fn give_back(tx: &mut Tx<'_>, survivor: Uuid, other: Uuid, operation: OperationId) -> Result<(), StoreError> {
    // Where the survivor was made one with somebody else since, the messages are there.
    let now = standing(tx, DuplicateKind::Person, survivor)?.unwrap_or(survivor);
    let values = params![Id(operation.0), Id(survivor), Id(other), Id(now)];
    for sql in [
        format!(
            "UPDATE outbox SET to_name = m.to_name, to_address = m.to_address, to_norm = m.to_norm FROM merge_message m
              WHERE m.operation_id = ?1 AND m.outbox_id = outbox.id AND m.survivor_id = ?2 AND m.other_id IN (?2, ?3)
                AND outbox.person_id IN (?2, ?4)
                AND outbox.state IN ({WAITING}, 'cancelled')"
        ),
        "UPDATE outbox SET person_id = ?3 FROM merge_message m
          WHERE m.operation_id = ?1 AND m.outbox_id = outbox.id AND m.survivor_id = ?2 AND m.other_id = ?3 AND outbox.person_id IN (?2, ?4)"
            .to_owned(),
    ] {
        tx.conn().prepare_cached(&sql)?.execute(values)?;
    }
    tx.touch(Tag::Outbox);
    tx.touch(Tag::Runs);
    Ok(())
}
