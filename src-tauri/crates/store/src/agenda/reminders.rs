use crate::values::{At, Id};
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

/// A reminder whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Id of the task or appointment.
    pub id: Uuid,
    /// When it was to be shown.
    pub remind_at: DateTime<Utc>,
    /// What it reminds of.
    pub title: String,
    /// When that is, where it has a time.
    pub at: Option<DateTime<Utc>>,
}

/// Open tasks and planned appointments that remind of themselves.
const REMINDING: &str = "SELECT id, remind_at, title, due_at AS at FROM task
     WHERE remind_at IS NOT NULL AND deleted_at IS NULL AND state IN ('to_do', 'in_progress')
    UNION ALL SELECT id, remind_at, title, CASE WHEN starts_on IS NULL THEN starts_at END FROM appointment
     WHERE remind_at IS NOT NULL AND deleted_at IS NULL AND state = 'planned'";

/// The job that shows a reminder: one for each time it is set to.
fn key(id: &str, at: &str) -> String {
    format!("'agenda.remind:' || {id} || ':' || {at}")
}

/// Reminders whose time has come and that were never made a job, the oldest first.
pub fn due_reminders(read: &Read<'_>, now: DateTime<Utc>, limit: u32) -> Result<Vec<(Reminder, String)>, StoreError> {
    let key = key("r.id", "r.remind_at");
    let sql = format!(
        "SELECT r.id, r.remind_at, r.title, r.at, {key} FROM ({REMINDING}) r
          WHERE r.remind_at <= ?1 AND NOT EXISTS (SELECT 1 FROM job WHERE idem_key = {key}) ORDER BY r.remind_at, r.id LIMIT ?2"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params![At(now), limit], |row| Ok((from_row(row)?, row.get(4)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a reminder says now; nothing when what it reminds of is over, was removed, or reminds at another time.
pub fn still_due(read: &Read<'_>, id: Uuid, remind_at: DateTime<Utc>) -> Result<Option<Reminder>, StoreError> {
    let sql = format!("SELECT r.id, r.remind_at, r.title, r.at FROM ({REMINDING}) r WHERE r.id = ?1 AND r.remind_at = ?2");
    Ok(read.conn().prepare_cached(&sql)?.query_row(params![Id(id), At(remind_at)], from_row).optional()?)
}

/// When the next reminder after a moment is.
pub fn next_reminder(read: &Read<'_>, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = format!("SELECT min(r.remind_at) FROM ({REMINDING}) r WHERE r.remind_at > ?1");
    let next = read.conn().prepare_cached(&sql)?.query_row([At(now)], |row| row.get::<_, Option<At>>(0))?;
    Ok(next.map(|at| at.0))
}

fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Reminder> {
    Ok(Reminder {
        id: row.get::<_, Id>(0)?.0,
        remind_at: row.get::<_, At>(1)?.0,
        title: row.get(2)?,
        at: row.get::<_, Option<At>>(3)?.map(|at| at.0),
    })
}
