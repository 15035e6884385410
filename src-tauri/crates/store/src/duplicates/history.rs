//! What surrounds a record, for choosing who stays, and for when to search.

use crate::values::Id;
use crate::{Read, StoreError};
use domain::views::duplicates::DuplicateKind;
use rusqlite::params;
use uuid::Uuid;

/// Lines of a person's timeline, or people of a company.
pub fn history(read: &Read<'_>, kind: DuplicateKind, id: Uuid) -> Result<u32, StoreError> {
    let sql = match kind {
        DuplicateKind::Person => {
            "SELECT (SELECT count(*) FROM activity WHERE person_id = ?1) + (SELECT count(*) FROM outbox WHERE person_id = ?1 AND state <> 'cancelled')
               + (SELECT count(*) FROM linkedin_task WHERE person_id = ?1 AND state <> 'cancelled')
               + (SELECT count(*) FROM followup WHERE person_id = ?1 AND state IN ('scheduled', 'stopped'))"
        }
        DuplicateKind::Company => "SELECT count(*) FROM person WHERE company_id = ?1 AND deleted_at IS NULL",
    };
    Ok(read.conn().prepare_cached(sql)?.query_row([Id(id)], |row| row.get(0))?)
}

/// Of these people: messages that wait, open follow-ups, LinkedIn notes that wait, and whether anything was sent to any of them for real.
pub fn message_plans(read: &Read<'_>, ids: &[Uuid]) -> Result<(u32, u32, u32, bool), StoreError> {
    let json = crate::values::ids_json(ids);
    let count = |sql: &str| -> Result<u32, StoreError> { Ok(read.conn().prepare_cached(sql)?.query_row([&json], |row| row.get(0))?) };
    Ok((
        count(
            "SELECT count(*) FROM outbox WHERE person_id IN (SELECT value FROM json_each(?1)) AND state IN ('draft', 'held', 'scheduled')",
        )?,
        count("SELECT count(*) FROM followup WHERE person_id IN (SELECT value FROM json_each(?1)) AND state IN ('scheduled', 'drafted')")?,
        count("SELECT count(*) FROM linkedin_task WHERE person_id IN (SELECT value FROM json_each(?1)) AND state = 'waiting'")?,
        count(
            "SELECT EXISTS (SELECT 1 FROM send_ledger WHERE person_id IN (SELECT value FROM json_each(?1)) AND account <> 'practice'
               AND event IN ('sent', 'reconciled_sent', 'unknown'))",
        )? > 0,
    ))
}

/// Whether an import or a run writes now.
pub fn busy(read: &Read<'_>) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM import WHERE state IN ('reading', 'applying')) OR EXISTS (SELECT 1 FROM run WHERE state IN ('preparing', 'running', 'cancelling'))";
    Ok(read.conn().prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Whether an import has ended since this search began.
pub fn import_since(read: &Read<'_>, search: i64) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM import WHERE state IN ('applied', 'cancelled') AND operation_id IS NOT NULL
        AND finished_at > (SELECT started_at FROM duplicate_search WHERE id = ?1))";
    Ok(read.conn().prepare_cached(sql)?.query_row(params![search], |row| row.get(0))?)
}
