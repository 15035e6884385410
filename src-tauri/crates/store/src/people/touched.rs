use crate::values::{At, Id};
use crate::{StoreError, Tag, Tx};
use rusqlite::params;
use uuid::Uuid;

/// A touch happened now.
pub fn touched(tx: &mut Tx<'_>, person: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE person SET last_contact_at = ?2 WHERE id = ?1")?.execute(params![Id(person), At(tx.now())])?;
    tx.touch(Tag::People);
    Ok(())
}

/// A message left: somebody new is contacted from now on, and the sheet's column shows what was said.
pub fn written_to(tx: &mut Tx<'_>, person: Uuid, subject: &str) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "UPDATE person SET last_contact_at = ?2, message_sent = ?3, status = CASE status WHEN 'new' THEN 'contacted' ELSE status END
             WHERE id = ?1",
        )?
        .execute(params![Id(person), At(tx.now()), subject])?;
    tx.touch(Tag::People);
    Ok(())
}

/// A follow-up left: the sheet's column counts it.
pub fn followed_up(tx: &mut Tx<'_>, person: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE person SET followup_count = followup_count + 1 WHERE id = ?1")?.execute([Id(person)])?;
    tx.touch(Tag::People);
    Ok(())
}
