use crate::values::{At, Day, Id};
use crate::{StoreError, Tag, Tx};
use domain::opportunities::Opportunity;
use rusqlite::params;
use uuid::Uuid;

/// Adds every column, in the order of [`execute`].
const INSERT: &str = "INSERT INTO opportunity (
      id, name, name_norm, company_id, person_id, pipeline_id, stage_id, position, amount, currency, probability, close_on, next_step,
      next_step_on, source, competitor, closed_on, close_reason_id, close_note, notes, stage_since, sample, created_at, deleted_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)";

/// Writes every column, in the order of [`execute`].
const UPDATE: &str = "UPDATE opportunity SET
      name = ?2, name_norm = ?3, company_id = ?4, person_id = ?5, pipeline_id = ?6, stage_id = ?7, position = ?8, amount = ?9, currency = ?10,
      probability = ?11, close_on = ?12, next_step = ?13, next_step_on = ?14, source = ?15, competitor = ?16, closed_on = ?17,
      close_reason_id = ?18, close_note = ?19, notes = ?20, stage_since = ?21, sample = ?22, created_at = ?23, deleted_at = ?24
    WHERE id = ?1";

/// Adds an opportunity; its first stage is to be recorded beside ([`super::record`]).
pub fn insert(tx: &mut Tx<'_>, opportunity: &Opportunity) -> Result<(), StoreError> {
    execute(tx, INSERT, opportunity).map(|_| ())
}

/// Writes every value of an opportunity; those that are the same leave no trace in the journal. `false` when there is none.
pub fn update(tx: &mut Tx<'_>, opportunity: &Opportunity) -> Result<bool, StoreError> {
    execute(tx, UPDATE, opportunity).map(|changed| changed == 1)
}

/// Removes an opportunity from the desk; undo brings it back. `false` when it was not there.
pub fn remove(tx: &mut Tx<'_>, opportunity: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let removed = tx
        .conn()
        .prepare_cached("UPDATE opportunity SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL")?
        .execute((Id(opportunity), now))?;
    tx.touch(Tag::Opportunities);
    Ok(removed == 1)
}

fn execute(tx: &mut Tx<'_>, sql: &str, opportunity: &Opportunity) -> Result<usize, StoreError> {
    let changed = tx.conn().prepare_cached(sql)?.execute(params![
        Id(opportunity.id),
        opportunity.name,
        opportunity.name_norm(),
        opportunity.company_id.map(Id),
        opportunity.person_id.map(Id),
        Id(opportunity.pipeline_id),
        Id(opportunity.stage_id),
        opportunity.position,
        opportunity.amount,
        opportunity.currency.code(),
        opportunity.probability,
        opportunity.close_on.map(Day),
        opportunity.next_step,
        opportunity.next_step_on.map(Day),
        opportunity.source,
        opportunity.competitor,
        opportunity.closed_on.map(Day),
        opportunity.close_reason_id.map(Id),
        opportunity.close_note,
        opportunity.notes,
        At(opportunity.stage_since),
        opportunity.sample,
        At(opportunity.created_at),
        opportunity.deleted_at.map(At),
    ])?;
    tx.touch(Tag::Opportunities);
    Ok(changed)
}
