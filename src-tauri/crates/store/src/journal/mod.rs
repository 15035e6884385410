//! What was done, by whom, and how to take it back.
//!
//! SQLite's session extension captures what a write did to the recorded tables. A segment keeps that changeset together with the names its
//! tables' columns had then: so each change can be read by name (table, key, column, old, new) for as long as the journal exists, and no
//! value is kept twice. Outside the journal: jobs, the outbox, the ledgers and logs.

mod audit;
mod capture;
mod change;
mod changeset;
mod forget;
mod history;
mod inserted;
mod pack;
mod restore;
mod undo;

pub use audit::{Place, RowChange, Wanted, each_change};
pub use history::{Operation, OperationState, Top, changes, get, label, list, name_of, top};
pub use undo::{KeptEdit, UndoError, Undone};

pub use change::NamedChange;

pub(crate) use capture::{Capture, session};
pub(crate) use change::{Cell, Change, Kind, Touch, columns, for_each_touched};
pub(crate) use forget::{forget, tell_of};
pub(crate) use inserted::Inserted;
pub(crate) use restore::take_back_part;

use crate::values::{Id, to_json};
use crate::{Actor, OperationId, StoreError, Tag, Tx};
use domain::fault::Params;
use rusqlite::named_params;

/// A recorded table.
pub(crate) struct Recorded {
    /// Its name.
    pub(crate) name: &'static str,
    /// What becomes stale when it changes.
    pub(crate) tag: Tag,
    /// The table and column by which its rows belong to a row of another one.
    pub(crate) owner: Option<(&'static str, &'static str)>,
}

/// The recorded tables; a table that others refer to stands before them.
pub(crate) const RECORDED: &[Recorded] = &[
    Recorded { name: "company", tag: Tag::Companies, owner: None },
    Recorded { name: "person_status", tag: Tag::People, owner: None },
    Recorded { name: "person", tag: Tag::People, owner: None },
    Recorded { name: "person_field", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "contact_point", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "person_privacy", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "person_consent", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "tag", tag: Tag::People, owner: None },
    Recorded { name: "person_tag", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "company_tag", tag: Tag::Companies, owner: Some(("company", "company_id")) },
    Recorded { name: "named_list", tag: Tag::People, owner: None },
    Recorded { name: "list_person", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "list_company", tag: Tag::Companies, owner: Some(("company", "company_id")) },
    Recorded { name: "activity", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "linkedin_task", tag: Tag::Linkedin, owner: Some(("person", "person_id")) },
    Recorded { name: "followup", tag: Tag::Followups, owner: Some(("person", "person_id")) },
    Recorded { name: "task", tag: Tag::Agenda, owner: None },
    Recorded { name: "appointment", tag: Tag::Agenda, owner: None },
    Recorded { name: "appointment_person", tag: Tag::Agenda, owner: Some(("appointment", "appointment_id")) },
    Recorded { name: "pipeline", tag: Tag::Opportunities, owner: None },
    Recorded { name: "pipeline_stage", tag: Tag::Opportunities, owner: Some(("pipeline", "pipeline_id")) },
    Recorded { name: "close_reason", tag: Tag::Opportunities, owner: None },
    Recorded { name: "opportunity", tag: Tag::Opportunities, owner: None },
    Recorded { name: "opportunity_move", tag: Tag::Opportunities, owner: Some(("opportunity", "opportunity_id")) },
    Recorded { name: "opportunity_line", tag: Tag::Opportunities, owner: Some(("opportunity", "opportunity_id")) },
    Recorded { name: "opportunity_contact", tag: Tag::Opportunities, owner: Some(("opportunity", "opportunity_id")) },
    Recorded { name: "goal", tag: Tag::Opportunities, owner: None },
    Recorded { name: "not_duplicate", tag: Tag::Duplicates, owner: None },
    Recorded { name: "custom_field", tag: Tag::Views, owner: None },
    Recorded { name: "person_value", tag: Tag::People, owner: Some(("person", "person_id")) },
    Recorded { name: "company_value", tag: Tag::Companies, owner: Some(("company", "company_id")) },
    Recorded { name: "opportunity_value", tag: Tag::Opportunities, owner: Some(("opportunity", "opportunity_id")) },
    Recorded { name: "file", tag: Tag::Files, owner: Some(("person", "person_id")) },
    Recorded { name: "saved_view", tag: Tag::Views, owner: None },
    Recorded { name: "setting", tag: Tag::Settings, owner: None },
];

/// A stored changeset as it was captured.
#[cfg(any(test, feature = "failpoints"))]
pub(crate) fn unpacked(packed: &[u8]) -> Result<Vec<u8>, StoreError> {
    pack::unpack(packed)
}

/// Names of the recorded tables.
pub fn tables() -> impl Iterator<Item = &'static str> {
    RECORDED.iter().map(|recorded| recorded.name)
}

pub(crate) fn insert_operation(
    tx: &mut Tx<'_>,
    id: OperationId,
    actor: Actor,
    intent: &str,
    params: &Params,
    state: &str,
    undoes: Option<OperationId>,
) -> Result<(), StoreError> {
    tx.insert_operation_row(id, &actor.to_string(), intent, &to_json(params, "operation", "params")?, state, undoes)
}

/// Adds what a write changed to its operation: what was captured, and what goes with it beside the record.
pub(crate) fn add(tx: &mut Tx<'_>, operation: OperationId, capture: &Capture) -> Result<(), StoreError> {
    if !capture.is_empty() {
        add_segment(tx, operation, capture, &[])?;
    }
    count_beside(tx, operation, tx.beside())
}

/// Adds rows beside the record to the number an operation changed.
pub(crate) fn count_beside(tx: &mut Tx<'_>, operation: OperationId, rows: u32) -> Result<(), StoreError> {
    if rows > 0 {
        tx.conn().prepare_cached("UPDATE operation SET rows = rows + ?2 WHERE id = ?1")?.execute((Id(operation.0), rows))?;
    }
    Ok(())
}

/// Adds what was captured, and the edits an undo kept, as the operation's next segment.
pub(crate) fn add_segment(tx: &mut Tx<'_>, operation: OperationId, capture: &Capture, kept: &[KeptEdit]) -> Result<(), StoreError> {
    let kept = if kept.is_empty() { String::new() } else { to_json(&kept, "journal_segment", "kept")? };
    tx.conn()
        .prepare_cached(
            "INSERT INTO journal_segment (operation_id, n, rows, items, kept, changeset)
             VALUES (:id, 1 + coalesce((SELECT max(n) FROM journal_segment WHERE operation_id = :id), 0), :rows, :items, :kept, :changeset)",
        )?
        .execute(named_params! {
            ":id": Id(operation.0), ":changeset": pack::pack(&capture.changeset), ":items": capture.names.encode()?, ":rows": capture.rows, ":kept": kept,
        })?;
    tx.conn().prepare_cached("UPDATE operation SET rows = rows + ?2 WHERE id = ?1")?.execute((Id(operation.0), capture.rows))?;
    Ok(())
}
