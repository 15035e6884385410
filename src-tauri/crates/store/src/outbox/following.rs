//! The outbox is not recorded: where a run, or the giving up of messages, is taken back or done again, its messages go with it here, in the
//! commit that ends the undo.

use super::changing::BY_SELLER;
use crate::values::{At, Id, ids_json};
use crate::{OperationId, Read, StoreError, Tag, Tx};
use rusqlite::{OptionalExtension, ToSql};
use uuid::Uuid;

/// What a message of a run that was taken back says, and how it is found again.
const WITHDRAWN: &str = r#"{"code":"run.undone"}"#;

/// Messages that go with an operation: those of its run.
pub(crate) fn of_run(read: &Read<'_>, operation: OperationId) -> Result<u32, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT count(*) FROM run JOIN outbox ON outbox.run_id = run.id WHERE run.operation_id = ?1 AND outbox.person_id IS NOT NULL",
    )?;
    Ok(statement.query_row([Id(operation.0)], |row| row.get(0))?)
}

/// Lets messages follow an operation that was taken back, or done `again`; how many did.
pub(crate) fn follow(tx: &mut Tx<'_>, operation: OperationId, again: bool) -> Result<u32, StoreError> {
    let run: Option<Id> = tx
        .conn()
        .prepare_cached("SELECT id FROM run WHERE operation_id = ?1")?
        .query_row([Id(operation.0)], |row| row.get(0))
        .optional()?;
    let followed = match (run, again) {
        (Some(run), false) => withdraw(tx, run)?,
        (Some(run), true) => reinstate(tx, run)?,
        (None, false) => bring_back(tx, operation)?,
        (None, true) => give_up_again(tx, operation)?,
    };
    if followed > 0 {
        tx.touch(Tag::Outbox);
        tx.touch(Tag::Runs);
    }
    Ok(followed)
}

/// A run was taken back: its messages that have not left are given up with it.
fn withdraw(tx: &Tx<'_>, run: Id) -> Result<u32, StoreError> {
    let sql = format!("{WITHDRAW} WHERE run_id = ?3 AND person_id IS NOT NULL AND state IN ('draft', 'held', 'scheduled')");
    update(tx, &sql, &[&WITHDRAWN, &At(tx.now()), &run])
}

const WITHDRAW: &str = "UPDATE outbox SET state = 'cancelled', given_up_from = state, failure = ?1, finished_at = ?2";

/// What was held back before is held back again; anything else waits for approval.
const AS_BEFORE: &str = "iif(given_up_from = 'held', 'held', 'draft')";

/// A run was done again: what was given up with it waits for approval again.
fn reinstate(tx: &Tx<'_>, run: Id) -> Result<u32, StoreError> {
    let sql = format!(
        "UPDATE outbox SET state = {AS_BEFORE}, failure = '', finished_at = NULL, approved_at = NULL, send_after = NULL
         WHERE run_id = ?1 AND state = 'cancelled' AND failure = ?2"
    );
    update(tx, &sql, &[&run, &WITHDRAWN])
}

/// Giving messages up was taken back: they wait for approval again, are held back again, or have failed again; those of a run that is taken
/// back too wait for that.
fn bring_back(tx: &Tx<'_>, operation: OperationId) -> Result<u32, StoreError> {
    let sql = format!(
        "UPDATE outbox SET state = iif(given_up_from = 'failed', 'failed', {AS_BEFORE}), failure = iif(given_up_from = 'failed', failure, ''),
           approved_at = NULL, send_after = NULL
         WHERE state = 'cancelled' AND given_up_in = ?1 AND failure <> ?2"
    );
    let back = update(tx, &sql, &[&Id(operation.0), &WITHDRAWN])?;
    let sql = format!(
        "{WITHDRAW} WHERE given_up_in = ?3 AND state IN ('draft', 'held')
           AND run_id IN (SELECT run.id FROM run JOIN operation ON operation.id = run.operation_id WHERE operation.state = 'undone')"
    );
    update(tx, &sql, &[&WITHDRAWN, &At(tx.now()), &Id(operation.0)])?;
    Ok(back)
}

/// Of the messages given up in an operation, those to one of these people come back.
pub(crate) fn bring_back_to(tx: &mut Tx<'_>, operation: OperationId, survivor: Uuid, others: &[Uuid]) -> Result<(), StoreError> {
    let people: Vec<Uuid> = others.iter().copied().chain([survivor]).collect();
    let sql = format!(
        "UPDATE outbox SET state = iif(given_up_from = 'failed', 'failed', {AS_BEFORE}), failure = iif(given_up_from = 'failed', failure, ''),
           approved_at = NULL, send_after = NULL, finished_at = NULL
         WHERE state = 'cancelled' AND given_up_in = ?1 AND failure <> ?2 AND person_id IN (SELECT value FROM json_each(?3))"
    );
    update(tx, &sql, &[&Id(operation.0), &WITHDRAWN, &ids_json(&people)])?;
    Ok(())
}

/// Giving messages up was done again, also of those that are withdrawn with their run: doing that again leaves them given up.
fn give_up_again(tx: &Tx<'_>, operation: OperationId) -> Result<u32, StoreError> {
    let sql = format!("UPDATE outbox SET state = {AS_BEFORE}, failure = '' WHERE given_up_in = ?1 AND failure = ?2");
    update(tx, &sql, &[&Id(operation.0), &WITHDRAWN])?;
    let sql = format!("UPDATE outbox SET {BY_SELLER} WHERE given_up_in = ?1 AND state IN ('draft', 'held', 'failed')");
    update(tx, &sql, &[&Id(operation.0)])
}

fn update(tx: &Tx<'_>, sql: &str, values: &[&dyn ToSql]) -> Result<u32, StoreError> {
    let changed = tx.conn().prepare_cached(sql)?.execute(values)?;
    Ok(u32::try_from(changed).unwrap_or(u32::MAX))
}
