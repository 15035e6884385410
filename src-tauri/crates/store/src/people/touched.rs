use crate::activity::{self, Said};
use crate::values::{At, Id};
use crate::{StoreError, Tag, Tx, statuses};
use domain::fault::Reason;
use domain::people::Status;
use rusqlite::params;
use uuid::Uuid;

/// A touch happened now.
pub fn touched(tx: &mut Tx<'_>, person: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE person SET last_contact_at = ?2 WHERE id = ?1")?.execute(params![Id(person), At(tx.now())])?;
    tx.touch(Tag::People);
    Ok(())
}

/// A message left: the sheet's column shows what was said.
pub fn written_to(tx: &mut Tx<'_>, person: Uuid, subject: &str) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE person SET last_contact_at = ?2, message_sent = ?3 WHERE id = ?1")?.execute(params![
        Id(person),
        At(tx.now()),
        subject
    ])?;
    tx.touch(Tag::People);
    Ok(())
}

/// A follow-up left: the sheet's column counts it.
pub fn followed_up(tx: &mut Tx<'_>, person: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE person SET followup_count = followup_count + 1 WHERE id = ?1")?.execute([Id(person)])?;
    tx.touch(Tag::People);
    Ok(())
}

/// Somebody comes into another status: since when is kept, and their timeline says so.
pub fn status_changed(tx: &mut Tx<'_>, person: Uuid, from: Status, to: Status, run: Option<Uuid>) -> Result<(), StoreError> {
    statuses::require(tx, to)?;
    tx.conn().prepare_cached("UPDATE person SET status = ?2, status_since = ?3 WHERE id = ?1")?.execute(params![
        Id(person),
        to.key(),
        At(tx.now())
    ])?;
    tx.touch(Tag::People);
    let reason = Reason::new("people.status_changed").with("from", from).with("to", to);
    activity::append(tx, person, "status_changed", &Said { reason: Some(reason), ..Said::default() }, run).map(|_| ())
}
