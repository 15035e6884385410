use super::NamedChange;
use super::change::{Kind, Names, decode};
use super::pack::unpack;
use super::undo::KeptEdit;
use crate::erasure::ERASED;
use crate::followups::DRAFTING;
use crate::outbox::EFFECTS;
use crate::people::called;
use crate::values::{Id, from_json, id, id_or_none, time};
use crate::{OperationId, Read, StoreError};
use chrono::{DateTime, Utc};
use domain::fault::Params;
use domain::writing::Language;
use rusqlite::{OptionalExtension, Row};

/// Where an operation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationState {
    /// A long operation that has not ended.
    Open,
    /// Done, or done again.
    Done,
    /// Being taken back.
    Undoing,
    /// Taken back.
    Undone,
}

/// An operation of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its place in the order of all operations.
    pub seq: u32,
    /// Id.
    pub id: OperationId,
    /// When it began.
    pub at: DateTime<Utc>,
    /// `seller`, `run:<id>`, `import:<id>` or `desk`.
    pub actor: String,
    /// What it was for.
    pub intent: String,
    /// Values of the sentence.
    pub params: Params,
    /// Where it stands.
    pub state: OperationState,
    /// The operation this one took back or did again.
    pub undoes: Option<OperationId>,
    /// Rows it changed.
    pub rows: u32,
}

impl Operation {
    /// Whether it can be taken back now.
    pub fn undoable(&self) -> bool {
        self.undoes.is_none() && self.rows > 0 && !self.stays() && matches!(self.state, OperationState::Done | OperationState::Undoing)
    }

    /// Whether it is never taken back.
    pub(super) fn stays(&self) -> bool {
        self.intent == DRAFTING || self.intent == ERASED
    }

    /// Whether it can be done again now.
    pub fn redoable(&self) -> bool {
        self.undoes.is_none() && self.state == OperationState::Undone
    }
}

/// What undo and redo without an argument would act on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Top {
    /// Would be taken back.
    pub undo: Option<Operation>,
    /// Would be done again.
    pub redo: Option<Operation>,
}

pub(super) const COLUMNS: &str = "seq, id, at, actor, intent, params, state, undoes, rows";

/// A page of the journal, newest first, older than `before`.
pub fn list(read: &Read<'_>, before: Option<u32>, limit: u32) -> Result<Vec<Operation>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM operation WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query((before.map_or(i64::MAX, i64::from), limit))?;
    let mut operations = Vec::new();
    while let Some(row) = rows.next()? {
        operations.push(operation(row)?);
    }
    Ok(operations)
}

/// One operation.
pub fn get(read: &Read<'_>, operation_id: OperationId) -> Result<Option<Operation>, StoreError> {
    one(read, "id = ?1", operation_id)
}

/// What undo and redo would act on. Undo goes back through all that was done but for what the desk did by itself; new work ends what could be
/// done again.
pub fn top(read: &Read<'_>) -> Result<Top, StoreError> {
    let by_itself = format!("(intent IN ('{DRAFTING}', '{EFFECTS}', '{ERASED}') OR (intent = 'trash.emptied' AND actor = 'desk'))");
    let of_n = by_itself.replace("intent", "n.intent").replace("actor", "n.actor");
    let stands = format!("undoes IS NULL AND state IN ('done', 'redone', 'undoing') AND rows > 0 AND NOT {by_itself} ORDER BY seq DESC");
    let undo = first(read, &stands)?;
    // The newest undo that still stands, unless something new was done after it.
    let done_again = format!(
        "state = 'undone' AND undoes IS NULL AND id = (
             SELECT u.undoes FROM operation u JOIN operation t ON t.id = u.undoes
              WHERE u.state = 'done' AND t.undoes IS NULL AND t.state = 'undone'
                AND NOT EXISTS (SELECT 1 FROM operation n WHERE n.seq > u.seq AND n.undoes IS NULL AND NOT {of_n})
              ORDER BY u.seq DESC LIMIT 1)"
    );
    let redo = first(read, &done_again)?;
    Ok(Top { undo, redo })
}

/// Every value an operation changed, by name; at most `limit`.
pub fn changes(read: &Read<'_>, operation_id: OperationId, limit: usize) -> Result<Vec<NamedChange>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT changeset, items FROM journal_segment WHERE operation_id = ?1 ORDER BY n")?;
    let mut rows = statement.query([Id(operation_id.0)])?;
    let mut named = Vec::new();
    while let Some(row) = rows.next()? {
        let (changeset, names): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
        for change in decode(&unpack(&changeset)?, &Names::decode(&names)?)? {
            let changed = change.columns.iter().filter(|part| change.kind != Kind::Update || part.new.is_some());
            for part in changed.filter(|part| !part.key || change.kind != Kind::Update) {
                if named.len() == limit {
                    return Ok(named);
                }
                named.push(NamedChange {
                    table: change.table.clone(),
                    row: change.row(),
                    column: part.name.clone(),
                    old: part.old.as_ref().map(super::change::Cell::shown),
                    new: part.new.as_ref().map(super::change::Cell::shown),
                });
            }
        }
    }
    Ok(named)
}

/// The edits an undo kept.
pub(super) fn kept_by(read: &Read<'_>, undo: OperationId) -> Result<Vec<KeptEdit>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT kept FROM journal_segment WHERE operation_id = ?1 AND kept <> '' ORDER BY n")?;
    let mut rows = statement.query([Id(undo.0)])?;
    let mut kept = Vec::new();
    while let Some(row) = rows.next()? {
        kept.extend(from_json::<Vec<KeptEdit>>(&row.get::<_, String>(0)?, "journal_segment", "kept")?);
    }
    Ok(kept)
}

/// What a recorded row is called, for a person: a name, or empty.
pub fn label(read: &Read<'_>, table: &str, row: &str) -> Result<String, StoreError> {
    let owner = row.split('/').next().unwrap_or(row);
    let sql = match table {
        "company" | "company_tag" | "company_value" | "list_company" => "SELECT name FROM company WHERE id = ?1",
        "tag" => "SELECT name FROM tag WHERE id = ?1",
        "named_list" => "SELECT name FROM named_list WHERE id = ?1",
        "person" | "person_field" | "person_tag" | "list_person" | "person_privacy" | "person_consent" | "person_value" => {
            concat!("SELECT ", called!(""), " FROM person WHERE id = ?1")
        }
        "contact_point" => concat!(
            "SELECT coalesce((SELECT ",
            called!("p."),
            " FROM person p WHERE p.id = t.person_id), (SELECT name FROM company c WHERE c.id = t.company_id))
               FROM contact_point t WHERE t.id = ?1"
        ),
        "activity" => concat!(
            "SELECT coalesce(",
            called!("p."),
            ", c.name) FROM activity a LEFT JOIN person p ON p.id = a.person_id LEFT JOIN company c ON c.id = a.company_id WHERE a.id = ?1"
        ),
        "task" => "SELECT title FROM task WHERE id = ?1",
        "appointment" | "appointment_person" => "SELECT title FROM appointment WHERE id = ?1",
        "linkedin_task" => {
            concat!("SELECT ", called!("p."), " FROM linkedin_task t JOIN person p ON p.id = t.person_id WHERE t.id = ?1")
        }
        "followup" => concat!("SELECT ", called!("p."), " FROM followup f JOIN person p ON p.id = f.person_id WHERE f.id = ?1"),
        "opportunity" | "opportunity_value" => "SELECT name FROM opportunity WHERE id = ?1",
        "custom_field" => "SELECT name FROM custom_field WHERE id = ?1",
        "file" => concat!(
            "SELECT coalesce((SELECT ",
            called!("p."),
            " FROM person p WHERE p.id = t.person_id), (SELECT name FROM company c WHERE c.id = t.company_id),
                (SELECT name FROM opportunity o WHERE o.id = t.opportunity_id)) FROM file t WHERE t.id = ?1"
        ),
        "saved_view" => "SELECT name FROM saved_view WHERE id = ?1",
        "opportunity_move" | "opportunity_line" | "opportunity_contact" => {
            let sql = format!("SELECT o.name FROM {table} t JOIN opportunity o ON o.id = t.opportunity_id WHERE t.id = ?1");
            let name: Option<String> = read.conn().prepare_cached(&sql)?.query_row([owner], |row| row.get(0)).optional()?;
            return Ok(name.unwrap_or_default());
        }
        "person_status" => "SELECT name_fr FROM person_status WHERE key = ?1",
        "pipeline" => "SELECT name_fr FROM pipeline WHERE id = ?1",
        "pipeline_stage" => "SELECT name_fr FROM pipeline_stage WHERE id = ?1",
        "close_reason" => "SELECT name_fr FROM close_reason WHERE id = ?1",
        _ => return Ok(row.to_owned()),
    };
    let name: Option<String> = read.conn().prepare_cached(sql)?.query_row([owner], |row| row.get(0)).optional()?;
    Ok(name.unwrap_or_default())
}

/// What an id points to is called; without a table a person or a company. What the seller names in both languages comes in this one.
pub fn name_of(read: &Read<'_>, table: &str, id: &str, language: Language) -> Result<String, StoreError> {
    match table {
        "" => {
            let person = label(read, "person", id)?;
            if person.is_empty() { label(read, "company", id) } else { Ok(person) }
        }
        "pipeline" | "pipeline_stage" | "close_reason" | "person_status" => {
            let key = if table == "person_status" { "key" } else { "id" };
            let sql = format!("SELECT name_{} FROM {table} WHERE {key} = ?1", language.code());
            let name: Option<String> = read.conn().prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?;
            Ok(name.unwrap_or_default())
        }
        _ => label(read, table, id),
    }
}

fn first(read: &Read<'_>, condition: &str) -> Result<Option<Operation>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM operation WHERE {condition} LIMIT 1");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    rows.next()?.map(operation).transpose()
}

fn one(read: &Read<'_>, condition: &str, operation_id: OperationId) -> Result<Option<Operation>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM operation WHERE {condition}");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([Id(operation_id.0)])?;
    rows.next()?.map(operation).transpose()
}

pub(super) fn operation(row: &Row<'_>) -> Result<Operation, StoreError> {
    let state = match row.get_ref("state")?.as_str().unwrap_or_default() {
        "open" => OperationState::Open,
        "done" | "redone" => OperationState::Done,
        "undoing" => OperationState::Undoing,
        "undone" => OperationState::Undone,
        _ => return Err(StoreError::Malformed { table: "operation", column: "state" }),
    };
    Ok(Operation {
        seq: row.get("seq")?,
        id: OperationId(id(row, "id")?),
        at: time(row, "at")?,
        actor: row.get("actor")?,
        intent: row.get("intent")?,
        params: from_json(&row.get::<_, String>("params")?, "operation", "params")?,
        state,
        undoes: id_or_none(row, "undoes")?.map(OperationId),
        rows: row.get("rows")?,
    })
}
