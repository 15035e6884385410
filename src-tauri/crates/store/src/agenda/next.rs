use super::tasks::OPEN;
use crate::values::{At, Day};
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use domain::agenda::Now;
use rusqlite::{Row, params};
use uuid::Uuid;

/// Something with a time today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Id of the task or appointment.
    pub id: Uuid,
    /// `task` or `appointment`.
    pub what: &'static str,
    /// Its kind.
    pub kind: String,
    /// What.
    pub title: String,
    /// Where, or nothing.
    pub place: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What has its time today and is not over: open tasks, and planned appointments that have not ended.
pub fn coming_today(read: &Read<'_>, now: Now) -> Result<Vec<Coming>, StoreError> {
    let tomorrow = now.today().succ_opt().unwrap_or(now.today());
    let (start, end) = (At(now.midnight(now.today())), At(now.midnight(tomorrow)));
    let read_one = |what: &'static str| {
        move |row: &Row<'_>| {
            Ok(Coming {
                id: row.get::<_, crate::values::Id>(0)?.0,
                what,
                kind: row.get(1)?,
                title: row.get(2)?,
                place: row.get(3)?,
                at: row.get::<_, At>(4)?.0,
            })
        }
    };
    let tasks = format!(
        "SELECT t.id, t.kind, t.title, '', t.due_at FROM task t WHERE {OPEN} AND t.due_at >= ?1 AND t.due_at < ?2
            AND coalesce(t.due_at, t.due_on, '9999') BETWEEN ?1 AND ?2"
    );
    let mut statement = read.conn().prepare_cached(&tasks)?;
    let mut found = statement.query_map(params![start, end], read_one("task"))?.collect::<Result<Vec<_>, _>>()?;
    let mut statement = read.conn().prepare_cached(
        "SELECT id, kind, title, place, starts_at FROM appointment
          WHERE deleted_at IS NULL AND state = 'planned' AND ends_at > ?1 AND starts_at < ?2 AND (starts_on IS NULL OR ?3 BETWEEN starts_on AND ends_on)",
    )?;
    let appointments = statement.query_map(params![At(now.at), end, Day(now.today())], read_one("appointment"))?;
    found.extend(appointments.collect::<Result<Vec<_>, _>>()?);
    found.sort_by_key(|one| (one.at, one.id));
    Ok(found)
}
