use super::history::{self, Operation};
use super::pack::unpack;
use super::{add_segment, count_beside, insert_operation, restore};
use crate::journal::Capture;
use crate::values::Id;
use crate::{Actor, Desk, OperationId, StoreError, Tag, Tx, failpoint, merging, migrate, outbox};
use domain::fault::{Fault, Params, params};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};

/// A row that was edited after the operation: it keeps these later values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptEdit {
    /// Table.
    pub table: String,
    /// Key of the row; parts joined by `/`.
    pub row: String,
    /// Columns whose later values stay. Empty: the row itself is there again.
    pub columns: Vec<String>,
}

/// What taking back, or doing again, did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The operation that was taken back or done again.
    pub operation: Operation,
    /// Rows that changed.
    pub restored: u32,
    /// Rows that keep later edits.
    pub kept: Vec<KeptEdit>,
}

/// Why nothing was taken back or done again.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// There is nothing to take back, or to do again.
    #[error("there is nothing to take back")]
    Nothing,
    /// No operation has this id, or it is itself an undo.
    #[error("there is no such operation")]
    NotFound,
    /// The operation has not ended.
    #[error("the operation has not ended")]
    StillOpen,
    /// It is taken back already (or, for redo, it stands).
    #[error("this was done already")]
    Already,
    /// The desk failed; what was under way is resumed by the next undo or at the next start.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for UndoError {
    fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "history.nothing",
            Self::NotFound => "history.not_found",
            Self::StillOpen => "history.still_open",
            Self::Already => "history.already",
            Self::Store(inner) => inner.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(inner) => inner.params(),
            _ => params([]),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::StillOpen) || matches!(self, Self::Store(inner) if inner.retryable())
    }
}

/// Work that takes the segments of `target` back, newest first, recording itself as the operation `by`.
#[derive(Debug, Clone, Copy)]
struct Course {
    target: OperationId,
    by: OperationId,
    /// The operation the seller thinks of: for undo the target, for redo the one whose undo is the target.
    subject: OperationId,
}

impl Desk {
    /// Takes an operation back; without an id the last one that stands. Later edits are kept and listed.
    ///
    /// A long operation goes back segment by segment, each in its own transaction. What a crash interrupts is finished by
    /// [`Desk::resume_undo`].
    pub async fn undo(&self, which: Option<OperationId>) -> Result<Undone, UndoError> {
        let course = self.prepare_undo(move |tx| start_undo(tx, which)).await?;
        self.follow(course).await
    }

    /// Does again what was taken back; without an id the last such operation, unless something new was done since.
    pub async fn redo(&self, which: Option<OperationId>) -> Result<Undone, UndoError> {
        let course = self.prepare_undo(move |tx| start_redo(tx, which)).await?;
        self.follow(course).await
    }

    /// Finishes an undo or redo that a crash interrupted, if there is one. To be called after opening.
    pub async fn resume_undo(&self) -> Result<Option<Undone>, UndoError> {
        let course = self.prepare_undo(interrupted).await?;
        match course {
            Some(course) => self.follow(course).await.map(Some),
            None => Ok(None),
        }
    }

    async fn prepare_undo<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, UndoError> + Send + 'static,
    ) -> Result<T, UndoError> {
        self.recorded("undo.start", f, |_, _, _| Ok(None)).await.map(|(course, _)| course)
    }

    async fn follow(&self, course: Course) -> Result<Undone, UndoError> {
        loop {
            let enter = move |tx: &mut Tx<'_>, capture: &Capture, kept: &Option<Vec<KeptEdit>>| {
                if let Some(kept) = kept.as_ref().filter(|kept| !capture.is_empty() || !kept.is_empty()) {
                    add_segment(tx, course.by, capture, kept)?;
                }
                Ok(None)
            };
            // The undo is recorded like any other work.
            let (kept, _) = self.recorded("undo.step", move |tx| step(tx, course), enter).await?;
            failpoint!("undo.step");
            if kept.is_none() {
                break;
            }
        }
        let (undone, _) = self.recorded("undo.end", move |tx| finish(tx, course), |_, _, _| Ok(None)).await?;
        Ok(undone)
    }
}

fn start_undo(tx: &mut Tx<'_>, which: Option<OperationId>) -> Result<Course, UndoError> {
    if let Some(course) = interrupted(tx)? {
        return if which.is_none_or(|id| id == course.subject) { Ok(course) } else { Err(UndoError::StillOpen) };
    }
    let operation = match which {
        Some(id) => history::get(tx, id)?.ok_or(UndoError::NotFound)?,
        None => history::top(tx)?.undo.ok_or(UndoError::Nothing)?,
    };
    match operation.state {
        _ if operation.undoes.is_some() || operation.stays() => Err(UndoError::NotFound),
        history::OperationState::Open => Err(UndoError::StillOpen),
        history::OperationState::Undone => Err(UndoError::Already),
        _ => start(tx, &operation, operation.id, "history.undo"),
    }
}

fn start_redo(tx: &mut Tx<'_>, which: Option<OperationId>) -> Result<Course, UndoError> {
    if interrupted(tx)?.is_some() {
        return Err(UndoError::StillOpen);
    }
    let operation = match which {
        Some(id) => history::get(tx, id)?.ok_or(UndoError::NotFound)?,
        None => history::top(tx)?.redo.ok_or(UndoError::Nothing)?,
    };
    if operation.undoes.is_some() {
        return Err(UndoError::NotFound);
    }
    if operation.state != history::OperationState::Undone {
        return Err(UndoError::Already);
    }
    let undo: Option<Id> = tx
        .conn()
        .prepare_cached("SELECT id FROM operation WHERE undoes = ?1 AND state = 'done' ORDER BY seq DESC LIMIT 1")
        .and_then(|mut statement| statement.query_row([Id(operation.id.0)], |row| row.get(0)).optional())
        .map_err(StoreError::from)?;
    let undo = undo.ok_or(UndoError::NotFound)?;
    let target = history::get(tx, OperationId(undo.0))?.ok_or(UndoError::NotFound)?;
    start(tx, &target, operation.id, "history.redo")
}

fn start(tx: &mut Tx<'_>, target: &Operation, subject: OperationId, intent: &str) -> Result<Course, UndoError> {
    let by = OperationId(tx.new_id());
    let what = params([("intent", history::get(tx, subject)?.map(|op| op.intent).unwrap_or_default())]);
    insert_operation(tx, by, Actor::Seller, intent, &what, "open", Some(target.id))?;
    set_state(tx, target.id, "undoing")?;
    tx.conn().execute("UPDATE operation SET undone_segments = 0 WHERE id = ?1", [Id(target.id.0)]).map_err(StoreError::from)?;
    tx.touch(Tag::History);
    Ok(Course { target: target.id, by, subject })
}

/// The undo or redo under way: an open operation that undoes one which is being undone.
fn interrupted(tx: &mut Tx<'_>) -> Result<Option<Course>, UndoError> {
    let found: Option<(Id, Id, Option<Id>)> = tx
        .conn()
        .prepare_cached(
            "SELECT u.id, t.id, t.undoes FROM operation u JOIN operation t ON t.id = u.undoes
              WHERE u.state = 'open' AND t.state = 'undoing'",
        )
        .and_then(|mut statement| statement.query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional())
        .map_err(StoreError::from)?;
    Ok(found.map(|(by, target, undoes)| Course {
        target: OperationId(target.0),
        by: OperationId(by.0),
        subject: OperationId(undoes.unwrap_or(target).0),
    }))
}

/// Takes the next segment back and gives what was kept; nothing when there was no segment left.
fn step(tx: &mut Tx<'_>, course: Course) -> Result<Option<Vec<KeptEdit>>, StoreError> {
    let segment: Option<(Vec<u8>, Vec<u8>, u32)> = tx
        .conn()
        .prepare_cached(
            "SELECT s.changeset, s.items, o.schema FROM operation o JOIN journal_segment s ON s.operation_id = o.id
              WHERE o.id = ?1 AND s.n = (SELECT max(n) FROM journal_segment WHERE operation_id = ?1) - o.undone_segments",
        )?
        .query_row([Id(course.target.0)], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((changeset, names, schema)) = segment else { return Ok(None) };
    let kept = restore::take_back(tx, &unpack(&changeset)?, &names, schema == migrate::latest())?;
    tx.conn().execute("UPDATE operation SET undone_segments = undone_segments + 1 WHERE id = ?1", [Id(course.target.0)])?;
    Ok(Some(kept))
}

fn finish(tx: &mut Tx<'_>, course: Course) -> Result<Undone, UndoError> {
    set_state(tx, course.target, "undone")?;
    set_state(tx, course.by, "done")?;
    let again = course.subject != course.target;
    if again {
        set_state(tx, course.subject, "redone")?;
    }
    tx.touch(Tag::History);
    merging::follow(tx, course.subject, again)?;
    let followed = outbox::follow(tx, course.subject, again)?;
    count_beside(tx, course.by, followed)?;
    let operation = history::get(tx, course.subject)?.ok_or(UndoError::NotFound)?;
    let restored = history::get(tx, course.by)?.map_or(0, |by| by.rows);
    Ok(Undone { operation, restored, kept: history::kept_by(tx, course.by)? })
}

fn set_state(tx: &Tx<'_>, operation: OperationId, state: &str) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE operation SET state = ?2 WHERE id = ?1")?.execute((Id(operation.0), state))?;
    Ok(())
}
