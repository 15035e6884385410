use crate::values::{At, Id, from_json, ids_json};
use crate::{Read, StoreError, outbox};
use chrono::{DateTime, Utc};
use domain::views::runs::{StepProgress, StepState};
use rusqlite::params;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// People of a run by state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Not begun.
    pub waiting: u32,
    /// In hand.
    pub working: u32,
    /// Done.
    pub done: u32,
    /// Stopped for the seller.
    pub needs_you: u32,
    /// Not written to.
    pub out: u32,
}

impl Counts {
    /// Everybody.
    pub fn all(self) -> u32 {
        self.waiting + self.working + self.done + self.needs_you + self.out
    }
}

/// Counts people by state.
pub fn counts(read: &Read<'_>, run: Uuid) -> Result<Counts, StoreError> {
    let mut counts = Counts::default();
    let mut statement = read.conn().prepare_cached("SELECT state, count(*) FROM run_person WHERE run_id = ?1 GROUP BY state")?;
    let mut rows = statement.query([Id(run)])?;
    while let Some(row) = rows.next()? {
        let (state, n): (String, u32) = (row.get(0)?, row.get(1)?);
        match state.as_str() {
            "waiting" => counts.waiting = n,
            "working" => counts.working = n,
            "done" => counts.done = n,
            "needs_you" => counts.needs_you = n,
            _ => counts.out = n,
        }
    }
    Ok(counts)
}

/// People whose turn ended and who got neither a message nor a LinkedIn note.
pub fn untouched(read: &Read<'_>, run: Uuid) -> Result<u32, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT count(*) FROM run_person
         WHERE run_id = ?1 AND state IN ('out', 'needs_you') AND outbox_id IS NULL AND linkedin_task_id IS NULL",
    )?;
    Ok(statement.query_row([Id(run)], |row| row.get(0))?)
}

/// People whose turn ended since a moment.
pub fn done_since(read: &Read<'_>, run: Uuid, since: DateTime<Utc>) -> Result<u32, StoreError> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT count(*) FROM run_person WHERE run_id = ?1 AND state NOT IN ('waiting', 'working') AND at >= ?2")?;
    Ok(statement.query_row(params![Id(run), At(since)], |row| row.get(0))?)
}

/// Messages of a run by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Emails {
    /// Drafts and held ones.
    pub drafted: u32,
    /// Scheduled or being sent.
    pub open: u32,
    /// The server, or the practice outbox, took them.
    pub sent: u32,
    /// Those of them that are in the practice outbox.
    pub practised: u32,
    /// Outcome unknown.
    pub unknown: u32,
    /// Failed.
    pub failed: u32,
    /// Called back or cancelled.
    pub cancelled: u32,
}

impl Emails {
    /// All that were written.
    pub fn all(self) -> u32 {
        self.drafted + self.open + self.sent + self.unknown + self.failed + self.cancelled
    }
}

/// Counts first messages of a run by state.
pub fn emails(read: &Read<'_>, run: Uuid) -> Result<Emails, StoreError> {
    let mut emails = Emails::default();
    let sql = format!(
        "SELECT {} AS shown, account = 'practice', count(*) FROM outbox o WHERE run_id = ?1 AND step = 'first' GROUP BY 1, 2",
        *outbox::STATE
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([Id(run)])?;
    while let Some(row) = rows.next()? {
        let (state, practice, n): (String, bool, u32) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if practice && state == "sent" {
            emails.practised += n;
        }
        let slot = match state.as_str() {
            "draft" | "held" => &mut emails.drafted,
            "scheduled" | "sending" => &mut emails.open,
            "sent" => &mut emails.sent,
            "unknown" => &mut emails.unknown,
            "failed" => &mut emails.failed,
            _ => &mut emails.cancelled,
        };
        *slot += n;
    }
    Ok(emails)
}

/// People of each run who need the seller: their turn stopped, a message of any step is to be approved, to be checked or failed, or they wait in
/// the LinkedIn queue. Whoever needs more than one of these counts once. Runs without any are left out, and so is a cancelled run: the seller has
/// done with it, and what is left of it shows in the outbox and in the queue.
pub fn for_the_seller(read: &Read<'_>, runs: &[Uuid]) -> Result<HashMap<Uuid, u32>, StoreError> {
    let sql = format!(
        "WITH asked AS (SELECT id FROM run WHERE state <> 'cancelled' AND id IN (SELECT value FROM json_each(?1)))
         SELECT run_id, count(*) FROM (
           SELECT p.run_id, p.person_id FROM asked a JOIN run_person p ON p.run_id = a.id WHERE p.state = 'needs_you'
           UNION
           SELECT o.run_id, o.person_id FROM asked a JOIN outbox o ON o.run_id = a.id
            WHERE o.state IN ('draft', 'held', 'unknown', 'failed') AND {} <> 'cancelled'
           UNION
           SELECT t.run_id, t.person_id FROM linkedin_task t WHERE {} AND t.run_id IN (SELECT id FROM asked))
         GROUP BY run_id",
        *outbox::STATE,
        *crate::linkedin::WAITS
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([ids_json(runs)], |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, u32>(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How far each step is: done, of those for whom it is to be done (everybody not yet begun is assumed to need it).
pub fn step_progress(read: &Read<'_>, run: Uuid, steps: &[&str]) -> Result<Vec<StepProgress>, StoreError> {
    let mut progress: Vec<_> = steps.iter().map(|step| StepProgress { step: (*step).to_owned(), done: 0, of: 0 }).collect();
    let mut statement = read.conn().prepare_cached("SELECT state IN ('waiting', 'working'), steps FROM run_person WHERE run_id = ?1")?;
    let mut rows = statement.query([Id(run)])?;
    // Turns end in few ways: they are put together before any of them is looked into.
    let mut ways: [HashMap<String, u32>; 2] = Default::default();
    while let Some(row) = rows.next()? {
        let [begun, waiting] = &mut ways;
        let (ways, steps) = (if row.get(0)? { waiting } else { begun }, row.get_ref(1)?.as_str().unwrap_or_default());
        match ways.get_mut(steps) {
            Some(people) => *people += 1,
            None => drop(ways.insert(steps.to_owned(), 1)),
        }
    }
    let ways = ways.into_iter().zip([false, true]).flat_map(|(ways, ahead)| ways.into_iter().map(move |way| (ahead, way)));
    for (ahead, (steps, people)) in ways {
        let ended: BTreeMap<String, StepState> = from_json(&steps, "run_person", "steps")?;
        for step in &mut progress {
            let state = ended.get(&step.step);
            let done = matches!(state, Some(StepState::Done | StepState::Draft | StepState::Scheduled));
            step.done += if done { people } else { 0 };
            step.of += if ahead || done || state == Some(&StepState::Failed) { people } else { 0 };
        }
    }
    Ok(progress)
}
