use crate::people::called;
use crate::values::{At, Id, from_json, to_json};
use crate::{OperationId, Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::views::runs::{Receipt, RunState};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

/// A run to begin.
#[derive(Debug, Clone)]
pub struct NewRun {
    /// Its id.
    pub id: Uuid,
    /// Title; empty = by number.
    pub title: String,
    /// Configuration document.
    pub config: String,
    /// How the people were chosen, JSON.
    pub selection: String,
    /// Messages leave without approval.
    pub sends: bool,
    /// Seconds in which a message can be called back.
    pub recall_seconds: u32,
}

/// A run as stored.
#[derive(Debug, Clone)]
pub struct RunRow {
    /// Id.
    pub id: Uuid,
    /// Number, from 1.
    pub number: u32,
    /// Title.
    pub title: String,
    /// Configuration document.
    pub config: String,
    /// Messages leave without approval.
    pub sends: bool,
    /// Seconds in which a message can be called back.
    pub recall_seconds: u32,
    /// Where it stands.
    pub state: RunState,
    /// Its undo step.
    pub operation: OperationId,
    /// Why it is paused, when it paused by itself.
    pub reason: Option<Reason>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
    /// The receipt, once there is one.
    pub receipt: Option<Box<Receipt>>,
}

const COLUMNS: &str = "id, number, title, config, sends, recall_seconds, state, reason, created_at, finished_at, receipt, operation_id";

fn state_word(state: RunState) -> &'static str {
    match state {
        RunState::Running => "running",
        RunState::Paused => "paused",
        RunState::Cancelling => "cancelling",
        RunState::Finished => "finished",
        RunState::Cancelled => "cancelled",
    }
}

/// A run that is only being prepared, or whose word this version does not know, is worked on by nobody.
fn state_of(word: &str) -> RunState {
    let states = [RunState::Running, RunState::Cancelling, RunState::Finished, RunState::Cancelled];
    states.into_iter().find(|s| state_word(*s) == word).unwrap_or(RunState::Paused)
}

/// What a row holds before its JSON is read.
struct Raw {
    row: RunRow,
    reason: String,
    receipt: String,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let run = RunRow {
        id: row.get::<_, Id>(0)?.0,
        number: row.get(1)?,
        title: row.get(2)?,
        config: row.get(3)?,
        sends: row.get(4)?,
        recall_seconds: row.get(5)?,
        state: state_of(&row.get::<_, String>(6)?),
        operation: OperationId(row.get::<_, Id>(11)?.0),
        reason: None,
        created_at: row.get::<_, At>(8)?.0,
        finished_at: row.get::<_, Option<At>>(9)?.map(|at| at.0),
        receipt: None,
    };
    Ok(Raw { row: run, reason: row.get(7)?, receipt: row.get(10)? })
}

impl Raw {
    fn read(self) -> Result<RunRow, StoreError> {
        let reason = if self.reason.is_empty() { None } else { Some(from_json(&self.reason, "run", "reason")?) };
        let receipt = if self.receipt.is_empty() { None } else { Some(from_json(&self.receipt, "run", "receipt")?) };
        Ok(RunRow { reason, receipt, ..self.row })
    }
}

/// Creates a run that is not working yet: people are added, then it is set running.
pub fn create(tx: &mut Tx<'_>, run: &NewRun, operation: OperationId) -> Result<u32, StoreError> {
    let number: u32 = tx.conn().prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM run")?.query_row([], |row| row.get(0))?;
    tx.conn()
        .prepare_cached(
            "INSERT INTO run (id, number, title, config, selection, sends, recall_seconds, state, created_at, operation_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'preparing', ?8, ?9)",
        )?
        .execute(params![
            Id(run.id),
            number,
            run.title,
            run.config,
            run.selection,
            run.sends,
            run.recall_seconds,
            At(tx.now()),
            Id(operation.0)
        ])?;
    Ok(number)
}

/// Adds people in their order, from `first` on.
pub fn add_people(tx: &mut Tx<'_>, run: Uuid, first: u32, people: &[Uuid]) -> Result<(), StoreError> {
    let mut statement = tx.conn().prepare_cached("INSERT OR IGNORE INTO run_person (run_id, position, person_id) VALUES (?1, ?2, ?3)")?;
    for (position, person) in (first..).zip(people) {
        statement.execute(params![Id(run), position, Id(*person)])?;
    }
    Ok(())
}

/// A run by its id.
pub fn find(read: &Read<'_>, id: Uuid) -> Result<Option<RunRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM run WHERE id = ?1 AND state <> 'preparing'");
    read.conn().prepare_cached(&sql)?.query_row([Id(id)], raw).optional()?.map(Raw::read).transpose()
}

/// Where a run stands.
pub fn state(read: &Read<'_>, id: Uuid) -> Result<Option<RunState>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT state FROM run WHERE id = ?1 AND state <> 'preparing'")?;
    let word: Option<String> = statement.query_row([Id(id)], |row| row.get(0)).optional()?;
    Ok(word.map(|word| state_of(&word)))
}

/// Runs, newest first.
pub fn list(read: &Read<'_>, offset: u32, limit: u32) -> Result<Vec<RunRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM run WHERE state <> 'preparing' ORDER BY number DESC LIMIT ?2 OFFSET ?1");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([offset, limit], raw)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(Raw::read).collect()
}

/// Runs that are not over: running, paused, cancelling.
pub fn open_runs(read: &Read<'_>) -> Result<Vec<RunRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM run WHERE state IN ('running', 'paused', 'cancelling') ORDER BY number");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([], raw)?.collect::<Result<Vec<_>, _>>()?;
    rows.into_iter().map(Raw::read).collect()
}

/// Changes where a run stands.
pub fn set_state(tx: &mut Tx<'_>, id: Uuid, state: RunState, reason: Option<&Reason>) -> Result<(), StoreError> {
    let reason = reason.map(|r| to_json(r, "run", "reason")).transpose()?.unwrap_or_default();
    tx.conn()
        .prepare_cached(
            "UPDATE run SET state = ?2, reason = ?3, started_at = coalesce(started_at, ?4),
               finished_at = CASE WHEN ?2 IN ('finished', 'cancelled') THEN ?4 END
             WHERE id = ?1 AND receipt = ''",
        )?
        .execute(params![Id(id), state_word(state), reason, At(tx.now())])?;
    tx.touch(Tag::Runs);
    Ok(())
}

/// Whether everybody is accounted for and none of its messages is still on its way.
pub fn settled(read: &Read<'_>, id: Uuid) -> Result<bool, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM run_person WHERE run_id = ?1 AND state IN ('waiting', 'working'))
            AND NOT EXISTS (SELECT 1 FROM outbox WHERE run_id = ?1 AND step = 'first' AND state IN ('scheduled', 'sending'))",
    )?;
    Ok(statement.query_row([Id(id)], |row| row.get(0))?)
}

/// Writes the receipt, once.
pub fn store_receipt(tx: &mut Tx<'_>, id: Uuid, receipt: &Receipt) -> Result<(), StoreError> {
    let text = to_json(receipt, "run", "receipt")?;
    tx.conn().prepare_cached("UPDATE run SET receipt = ?2 WHERE id = ?1 AND receipt = ''")?.execute(params![Id(id), text])?;
    tx.touch(Tag::Runs);
    Ok(())
}

/// What a person is called.
pub fn names(read: &Read<'_>, id: Uuid) -> Result<String, StoreError> {
    let mut statement = read.conn().prepare_cached(concat!("SELECT ", called!(""), " FROM person WHERE id = ?1"))?;
    Ok(statement.query_row([Id(id)], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// Where a person stands now; `None` when they are not in the desk.
pub fn status(read: &Read<'_>, person: Uuid) -> Result<Option<domain::people::Status>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT status FROM person WHERE id = ?1 AND deleted_at IS NULL")?;
    let word: Option<String> = statement.query_row([Id(person)], |row| row.get(0)).optional()?;
    Ok(word.and_then(|word| domain::people::Status::of_key(&word)))
}
