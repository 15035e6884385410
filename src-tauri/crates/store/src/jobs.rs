//! Work to be done outside a transaction: enqueued inside the write that causes it, claimed with a lease, finished by a second write.

use crate::values::{At, Id, id, time};
use crate::{Read, StoreError, Tx};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

/// A job to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// What is to be done (`outbox.send`, `backup.daily`, …).
    pub kind: String,
    /// JSON; ids only.
    pub payload: String,
    /// Queue; each has its own width.
    pub queue: String,
    /// Not before.
    pub run_at: DateTime<Utc>,
    /// The same key is never added twice, not even after the job is done.
    pub idem_key: String,
}

/// What enqueueing gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enqueued {
    /// The job's id.
    pub id: Uuid,
    /// False when a job with this key was there already.
    pub new: bool,
}

/// A job that was claimed: it is this worker's until the lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Id.
    pub id: Uuid,
    /// What is to be done.
    pub kind: String,
    /// JSON.
    pub payload: String,
    /// Queue.
    pub queue: String,
    /// When it was due.
    pub run_at: DateTime<Utc>,
    /// Attempts including this one.
    pub attempts: u32,
    /// Its key.
    pub idem_key: String,
}

/// Adds a job, or finds the one that has the same key.
pub fn enqueue(tx: &mut Tx<'_>, job: &NewJob) -> Result<Enqueued, StoreError> {
    let new_id = tx.new_id();
    let added = tx
        .conn()
        .prepare_cached(
            "INSERT INTO job (id, kind, payload, queue, run_at, idem_key)
             VALUES (:id, :kind, :payload, :queue, :run_at, :idem_key) ON CONFLICT (idem_key) DO NOTHING",
        )?
        .execute(named_params! {
            ":id": Id(new_id), ":kind": job.kind, ":payload": job.payload, ":queue": job.queue,
            ":run_at": At(job.run_at), ":idem_key": job.idem_key,
        })?;
    if added == 1 {
        return Ok(Enqueued { id: new_id, new: true });
    }
    let found =
        tx.conn().prepare_cached("SELECT id FROM job WHERE idem_key = ?1")?.query_row([&job.idem_key], |row| row.get::<_, Id>(0))?;
    Ok(Enqueued { id: found.0, new: false })
}

/// Whether there is, or was, a job of this key.
pub fn known(read: &Read<'_>, idem_key: &str) -> Result<bool, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM job WHERE idem_key = ?1)")?;
    Ok(statement.query_row([idem_key], |row| row.get(0))?)
}

/// Takes the job of this queue that has been due longest, if any, until `lease_until`. A job whose lease has ended (its worker died) is
/// due again, and its attempts say so.
pub fn claim(tx: &mut Tx<'_>, queue: &str, now: DateTime<Utc>, lease_until: DateTime<Utc>) -> Result<Option<Job>, StoreError> {
    let job = tx
        .conn()
        .prepare_cached(
            "UPDATE job SET state = 'leased', lease_until = :lease_until, attempts = attempts + 1
              WHERE id = (SELECT id FROM job WHERE queue = :queue
                             AND ((state = 'ready' AND run_at <= :now) OR (state = 'leased' AND lease_until <= :now))
                           ORDER BY run_at, id LIMIT 1)
              RETURNING id, kind, payload, queue, run_at, attempts, idem_key",
        )?
        .query_row(named_params! { ":queue": queue, ":now": At(now), ":lease_until": At(lease_until) }, read_job)
        .optional()?;
    Ok(job)
}

/// The job is done.
pub fn complete(tx: &mut Tx<'_>, job: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE job SET state = 'done', lease_until = NULL, last_error = '' WHERE id = ?1")?.execute([Id(job)])?;
    Ok(())
}

/// The job is to be tried again at `run_at`; `code` says why (a fault code, no data).
pub fn retry(tx: &mut Tx<'_>, job: Uuid, run_at: DateTime<Utc>, code: &str) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("UPDATE job SET state = 'ready', lease_until = NULL, run_at = ?2, last_error = ?3 WHERE id = ?1")?
        .execute((Id(job), At(run_at), code))?;
    Ok(())
}

/// When the next job of any queue is due: its `run_at`, or the end of its lease.
pub fn next_due(read: &Read<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let at = read
        .conn()
        .prepare_cached(
            "SELECT min(due) FROM (SELECT min(run_at) AS due FROM job WHERE state = 'ready'
                                   UNION ALL SELECT min(lease_until) FROM job WHERE state = 'leased')",
        )?
        .query_row([], |row| row.get::<_, Option<At>>(0))?;
    Ok(at.map(|at| at.0))
}

/// How many jobs failed at their last attempt and will be tried again. None is ever given up.
pub fn failing(read: &Read<'_>) -> Result<u32, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT count(*) FROM job WHERE state IN ('ready', 'leased') AND last_error <> ''")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn read_job(row: &Row<'_>) -> rusqlite::Result<Job> {
    Ok(Job {
        id: id(row, "id")?,
        kind: row.get("kind")?,
        payload: row.get("payload")?,
        queue: row.get("queue")?,
        run_at: time(row, "run_at")?,
        attempts: row.get("attempts")?,
        idem_key: row.get("idem_key")?,
    })
}
