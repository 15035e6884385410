use super::rows::{currency, day};
use crate::values::{Day, Id};
use crate::{Read, StoreError};
use chrono::NaiveDate;
use domain::money::Currency;
use domain::opportunities::Expected;
use uuid::Uuid;

/// Open opportunities, and those won from a day on: of one pipeline, or of all of them.
pub fn expected(read: &Read<'_>, pipeline: Option<Uuid>, won_from: NaiveDate) -> Result<Vec<Expected>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT iif(s.kind = 'won', o.closed_on, o.close_on) AS on_day, coalesce(o.amount, 0) AS amount, o.currency,
                iif(s.kind = 'won', NULL, coalesce(o.probability, s.probability)) AS probability
           FROM opportunity o JOIN pipeline_stage s ON s.id = o.stage_id
          WHERE o.deleted_at IS NULL AND (?1 IS NULL OR o.pipeline_id = ?1) AND (s.kind = 'open' OR (s.kind = 'won' AND o.closed_on >= ?2))",
    )?;
    let mut rows = statement.query((pipeline.map(Id), Day(won_from)))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Expected {
            on: day(row, "on_day")?,
            amount: row.get("amount")?,
            currency: currency(row, "currency")?,
            probability: row.get("probability")?,
        });
    }
    Ok(found)
}

/// How many opportunities were won from a day until before another one, and what those of a currency are worth in minor units.
pub fn won_in(read: &Read<'_>, from: NaiveDate, until: NaiveDate, in_currency: Currency) -> Result<(u32, i64), StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT count(*), coalesce(sum(iif(o.currency = ?3, o.amount, 0)), 0) FROM opportunity o JOIN pipeline_stage s ON s.id = o.stage_id
          WHERE o.deleted_at IS NULL AND s.kind = 'won' AND o.closed_on >= ?1 AND o.closed_on < ?2",
    )?;
    Ok(statement.query_row((Day(from), Day(until), in_currency.code()), |row| Ok((row.get(0)?, row.get(1)?)))?)
}
