use crate::people::called;
use crate::values::{At, Day, Id, from_json, to_json};
use crate::{Read, StoreError, Tag, Tx, followups, outbox};
use domain::fault::Reason;
use domain::views::runs::{PersonName, RunPersonState, RunPersonView, StepState};
use rusqlite::{Row, named_params, params};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Somebody to work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunPerson {
    /// Their place in the run.
    pub position: u32,
    /// Who.
    pub person: Uuid,
}

/// How a person's turn ended.
#[derive(Debug, Clone)]
pub struct PersonDone {
    /// Their place in the run.
    pub position: u32,
    /// Done, stopped for the seller, or out.
    pub state: RunPersonState,
    /// Each step.
    pub steps: BTreeMap<&'static str, StepState>,
    /// What was not done and why.
    pub reason: Option<Reason>,
    /// The message.
    pub outbox: Option<Uuid>,
    /// The LinkedIn task.
    pub linkedin: Option<Uuid>,
    /// The follow-up.
    pub followup: Option<Uuid>,
}

/// A run's person for the receipt and the list.
pub type PersonRow = RunPersonView;

fn word(state: RunPersonState) -> &'static str {
    match state {
        RunPersonState::Waiting => "waiting",
        RunPersonState::Working => "working",
        RunPersonState::Done => "done",
        RunPersonState::NeedsYou => "needs_you",
        RunPersonState::Out => "out",
    }
}

fn state_of(word: &str) -> RunPersonState {
    match word {
        "waiting" => RunPersonState::Waiting,
        "working" => RunPersonState::Working,
        "done" => RunPersonState::Done,
        "needs_you" => RunPersonState::NeedsYou,
        _ => RunPersonState::Out,
    }
}

/// The next people waiting, in order; with a place, those behind it.
pub fn next(read: &Read<'_>, run: Uuid, after: Option<u32>, limit: u32) -> Result<Vec<RunPerson>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT position, person_id FROM run_person WHERE run_id = ?1 AND state = 'waiting' AND position > ?2 ORDER BY position LIMIT ?3",
    )?;
    let after = after.map_or(-1, i64::from);
    let rows = statement
        .query_map(params![Id(run), after, limit], |row| Ok(RunPerson { position: row.get(0)?, person: row.get::<_, Id>(1)?.0 }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The next people waiting, shown as being worked on: their turn takes time.
pub fn mark_working(tx: &mut Tx<'_>, run: Uuid, limit: u32) -> Result<Vec<RunPerson>, StoreError> {
    let people = next(tx, run, None, limit)?;
    let mut statement = tx.conn().prepare_cached("UPDATE run_person SET state = 'working', at = ?3 WHERE run_id = ?1 AND position = ?2")?;
    for person in &people {
        statement.execute(params![Id(run), person.position, At(tx.now())])?;
    }
    drop(statement);
    tx.touch(Tag::Runs);
    Ok(people)
}

/// People of a run whose turn was given up (paused meanwhile) wait again.
pub fn put_back(tx: &mut Tx<'_>, run: Uuid) -> Result<(), StoreError> {
    tx.conn().execute("UPDATE run_person SET state = 'waiting' WHERE run_id = ?1 AND state = 'working'", [Id(run)])?;
    tx.touch(Tag::Runs);
    Ok(())
}

/// After a restart: people whose turn was cut wait again. Nothing of their turn was kept, it commits as a whole.
pub fn put_back_working(tx: &mut Tx<'_>) -> Result<u32, StoreError> {
    let changed = tx.conn().execute("UPDATE run_person SET state = 'waiting' WHERE state = 'working'", [])?;
    tx.conn().execute("DELETE FROM run_person WHERE run_id IN (SELECT id FROM run WHERE state = 'preparing')", [])?;
    tx.conn().execute("DELETE FROM run WHERE state = 'preparing'", [])?;
    Ok(u32::try_from(changed).unwrap_or(u32::MAX))
}

/// Writes how a person's turn ended.
pub fn finish_person(tx: &mut Tx<'_>, run: Uuid, done: &PersonDone) -> Result<(), StoreError> {
    let steps = to_json(&done.steps, "run_person", "steps")?;
    let reason = done.reason.as_ref().map(|r| to_json(r, "run_person", "reason")).transpose()?.unwrap_or_default();
    tx.conn()
        .prepare_cached(
            "UPDATE run_person SET state = :state, steps = :steps, reason = :reason, outbox_id = :outbox, linkedin_task_id = :linkedin,
               followup_id = :followup, at = :at
             WHERE run_id = :run AND position = :position",
        )?
        .execute(named_params! {
            ":run": Id(run), ":position": done.position, ":state": word(done.state), ":steps": steps, ":reason": reason,
            ":outbox": done.outbox.map(Id), ":linkedin": done.linkedin.map(Id), ":followup": done.followup.map(Id), ":at": At(tx.now()),
        })?;
    tx.touch(Tag::Runs);
    Ok(())
}

/// Cancelling: whoever still waits is out, and so are the run's messages that have not left.
pub fn cancel_waiting(tx: &mut Tx<'_>, run: Uuid) -> Result<(), StoreError> {
    let reason = to_json(&Reason::new("run.cancelled"), "run_person", "reason")?;
    tx.conn().execute(
        "UPDATE run_person SET state = 'out', reason = ?2, at = ?3 WHERE run_id = ?1 AND state = 'waiting'",
        params![Id(run), reason, At(tx.now())],
    )?;
    let reason = to_json(&Reason::new("outbox.run_cancelled"), "outbox", "failure")?;
    tx.conn().execute(
        "UPDATE outbox SET state = 'cancelled', failure = ?2, finished_at = ?3
          WHERE run_id = ?1 AND step = 'first' AND state IN ('scheduled', 'held')",
        params![Id(run), reason, At(tx.now())],
    )?;
    tx.touch(Tag::Runs);
    tx.touch(Tag::Outbox);
    crate::followups::nothing_left_of(tx, run)
}

/// Some people of a run: what needs the seller first, then what is in hand, done (newest first), out, waiting.
pub fn people_page(
    read: &Read<'_>,
    run: Uuid,
    state: Option<RunPersonState>,
    offset: u32,
    limit: u32,
) -> Result<Vec<RunPersonView>, StoreError> {
    let sql = format!(
        "SELECT p.id, {called},
                coalesce(c.name, ''), r.state, r.steps, r.reason, r.outbox_id, {state},
                CASE WHEN f.state = 'done' OR {open} THEN f.due_on END, r.at, r.person_id
         FROM run_person r
         LEFT JOIN person p ON p.id = r.person_id
         LEFT JOIN company c ON c.id = p.company_id
         LEFT JOIN outbox o ON o.id = r.outbox_id
         LEFT JOIN followup f ON f.id = r.followup_id
         WHERE r.run_id = :run AND (:state IS NULL OR r.state = :state)
         ORDER BY CASE r.state WHEN 'needs_you' THEN 0 WHEN 'working' THEN 1 WHEN 'done' THEN 2 WHEN 'out' THEN 3 ELSE 4 END,
                  CASE WHEN r.state = 'done' THEN -r.position ELSE r.position END
         LIMIT :limit OFFSET :offset",
        called = called!("p."),
        state = *outbox::STATE,
        open = *followups::OPEN,
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement
        .query_map(named_params! { ":run": Id(run), ":state": state.map(word), ":limit": limit, ":offset": offset }, |row| {
            Ok((view(row)?, row.get::<_, String>(4)?, row.get::<_, String>(5)?))
        })?;
    rows.map(|row| {
        let (mut view, steps, reason) = row?;
        view.steps = from_json(&steps, "run_person", "steps")?;
        if !reason.is_empty() {
            view.reason = Some(from_json::<Reason>(&reason, "run_person", "reason")?.into());
        }
        Ok(view)
    })
    .collect()
}

fn view(row: &Row<'_>) -> rusqlite::Result<RunPersonView> {
    Ok(RunPersonView {
        person: PersonName { id: row.get::<_, Id>(10)?.0, name: row.get::<_, Option<String>>(1)?.unwrap_or_default() },
        company: row.get(2)?,
        state: state_of(&row.get::<_, String>(3)?),
        steps: BTreeMap::new(),
        reason: None,
        outbox_id: row.get::<_, Option<Id>>(6)?.map(|id| id.0),
        outbox_state: row.get(7)?,
        followup_on: row.get::<_, Option<Day>>(8)?.map(|d| d.0),
        at: row.get::<_, Option<At>>(9)?.map(|at| at.0),
    })
}
