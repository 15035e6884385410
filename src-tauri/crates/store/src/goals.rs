//! Goals of a month.

use crate::values::At;
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::opportunities::{Goal, GoalKind, Month};

/// The goals from a month until before another one.
pub fn goals(read: &Read<'_>, from: Month, until: Month) -> Result<Vec<Goal>, StoreError> {
    let mut statement =
        read.conn().prepare_cached("SELECT month, kind, target FROM goal WHERE month >= ?1 AND month < ?2 ORDER BY month, kind")?;
    let mut rows = statement.query([from.to_string(), until.to_string()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at).map(|value| value.as_str().unwrap_or_default());
        let month = Month::parse(text(0)?).ok_or(StoreError::Malformed { table: "goal", column: "month" })?;
        let kind = GoalKind::of_code(text(1)?).ok_or(StoreError::Malformed { table: "goal", column: "kind" })?;
        found.push(Goal { month, kind, target: row.get(2)? });
    }
    Ok(found)
}

/// Sets a goal, or takes it away.
pub fn set(tx: &mut Tx<'_>, month: Month, kind: GoalKind, target: Option<i64>) -> Result<(), StoreError> {
    match target {
        Some(target) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO goal (month, kind, target) VALUES (?1, ?2, ?3) ON CONFLICT (month, kind) DO UPDATE SET target = excluded.target",
            )?
            .execute((month.to_string(), kind.code(), target))?,
        None => tx.conn().prepare_cached("DELETE FROM goal WHERE month = ?1 AND kind = ?2")?.execute((month.to_string(), kind.code()))?,
    };
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// How many appointments took place from a moment until before another one.
pub fn appointments_held(read: &Read<'_>, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<u32, StoreError> {
    let mut count = read.conn().prepare_cached(
        "SELECT count(*) FROM appointment WHERE state = 'done' AND deleted_at IS NULL AND starts_at >= ?1 AND starts_at < ?2",
    )?;
    Ok(count.query_row((At(from), At(until)), |row| row.get(0))?)
}
