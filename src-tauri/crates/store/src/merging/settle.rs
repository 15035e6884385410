//! What would be done twice after two were made one is done once.

use super::log::{Kept, counted};
use super::messages::WAITING;
use crate::outreach::STANDS_FOR_REAL;
use crate::values::{At, Id};
use crate::{StoreError, Tag, Tx, followups, outbox};
use rusqlite::params;
use uuid::Uuid;

/// The reason a follow-up stops with that another record's follow-up makes needless.
const ONE_IS_ENOUGH: &str = "followup.merged";

/// Of several messages that wait for the same step one stays, none where that step was taken already; of several follow-ups the one that is
/// furthest, of several LinkedIn notes the oldest. The others are given up; taking the merge apart brings them back.
pub fn settle(tx: &mut Tx<'_>, survivor: Uuid) -> Result<(), StoreError> {
    let identity = counted(tx, survivor)?;
    messages(tx, survivor, &identity)?;
    plans(tx, survivor, &identity)?;
    notes(tx, survivor, &identity)
}

fn taken(tx: &Tx<'_>, survivor: Uuid, identity: &Kept, step: &str) -> Result<bool, StoreError> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM send_ledger l WHERE l.person_id = ?1 AND l.step = ?2 AND {STANDS_FOR_REAL})");
    let own: bool = tx.conn().prepare_cached(&sql)?.query_row(params![Id(survivor), step], |row| row.get(0))?;
    Ok(own || identity.newest(tx, STANDS_FOR_REAL, step)?.is_some())
}

fn messages(tx: &mut Tx<'_>, survivor: Uuid, identity: &Kept) -> Result<(), StoreError> {
    let waiting: Vec<(Id, String)> = tx
        .conn()
        .prepare_cached(&format!(
            "SELECT id, step FROM outbox WHERE person_id = ?1 AND state IN ({WAITING}) ORDER BY step, state <> 'scheduled', created_at, id"
        ))?
        .query_map([Id(survivor)], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut kept: Option<String> = None;
    for (id, step) in waiting {
        if kept.as_ref() == Some(&step) || under_way(tx, survivor, &step)? || taken(tx, survivor, identity, &step)? {
            outbox::discard(tx, id.0)?;
        } else {
            kept = Some(step);
        }
    }
    Ok(())
}

fn under_way(tx: &Tx<'_>, survivor: Uuid, step: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM outbox WHERE person_id = ?1 AND step = ?2 AND state IN ('sending', 'sent', 'unknown')
        AND account <> 'practice')";
    Ok(tx.conn().prepare_cached(sql)?.query_row(params![Id(survivor), step], |row| row.get(0))?)
}

fn plans(tx: &mut Tx<'_>, survivor: Uuid, identity: &Kept) -> Result<(), StoreError> {
    let open: Vec<(Id, u32, Option<Id>)> = tx
        .conn()
        .prepare_cached(
            "SELECT id, n, outbox_id FROM followup WHERE person_id = ?1 AND state IN ('scheduled', 'drafted') ORDER BY n DESC, due_on, id",
        )?
        .query_map([Id(survivor)], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let mut kept = false;
    for (id, n, draft) in open {
        if !kept && !taken(tx, survivor, identity, &format!("followup-{n}"))? {
            kept = true;
            continue;
        }
        followups::stop(tx, id.0, ONE_IS_ENOUGH)?;
        if let Some(draft) = draft {
            outbox::discard(tx, draft.0)?;
        }
    }
    Ok(())
}

fn notes(tx: &mut Tx<'_>, survivor: Uuid, identity: &Kept) -> Result<(), StoreError> {
    let skip = u32::from(!taken(tx, survivor, identity, "linkedin")?);
    tx.conn()
        .prepare_cached(
            "UPDATE linkedin_task SET state = 'cancelled', done_at = ?2 WHERE id IN (
               SELECT id FROM linkedin_task WHERE person_id = ?1 AND state = 'waiting' ORDER BY created_at, id LIMIT -1 OFFSET ?3)",
        )?
        .execute(params![Id(survivor), At(tx.now()), skip])?;
    tx.touch(Tag::Linkedin);
    Ok(())
}
