use super::tasks::{select, view};
use crate::followups::OPEN;
use crate::values::{At, Day};
use crate::{Read, StoreError};
use chrono::NaiveDate;
use domain::agenda::Now;
use domain::views::agenda::{DayCount, TaskView};
use rusqlite::params;

/// Tasks due on these days, both included, also those that are over; at most `limit`.
pub fn tasks_between(read: &Read<'_>, from: NaiveDate, to: NaiveDate, now: Now, limit: u32) -> Result<Vec<TaskView>, StoreError> {
    let after = to.succ_opt().unwrap_or(to);
    let within = "CASE WHEN t.due_at IS NULL THEN t.due_on BETWEEN ?1 AND ?2 ELSE t.due_at >= ?3 AND t.due_at < ?4 END";
    let sql = format!(
        "{} AND t.state <> 'cancelled' AND t.due_on IS NOT NULL AND {within} ORDER BY coalesce(t.due_at, t.due_on), t.id LIMIT ?5",
        select("t.deleted_at IS NULL")
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(params![Day(from), Day(to), At(now.midnight(from)), At(now.midnight(after)), limit])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(view(row, now)?);
    }
    Ok(found)
}

/// How many follow-ups come on each of these days.
pub fn followups_by_day(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<DayCount>, StoreError> {
    let sql =
        format!("SELECT f.due_on, count(*) FROM followup f WHERE f.due_on BETWEEN ?1 AND ?2 AND {} GROUP BY f.due_on ORDER BY 1", *OPEN);
    let mut statement = read.conn().prepare_cached(&sql)?;
    let found = statement.query_map([Day(from), Day(to)], |row| Ok(DayCount { on: row.get::<_, Day>(0)?.0, count: row.get(1)? }))?;
    Ok(found.collect::<Result<_, _>>()?)
}
