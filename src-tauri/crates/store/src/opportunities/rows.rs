use crate::values::{Day, Id, id, id_or_none, ids_json, time, time_or_none};
use crate::{Read, StoreError};
use chrono::NaiveDate;
use domain::money::Currency;
use domain::opportunities::Opportunity;
use rusqlite::{OptionalExtension, Row};
use uuid::Uuid;

/// An opportunity, also a removed one; `None` when there is none.
pub fn get(read: &Read<'_>, opportunity: Uuid) -> Result<Option<Opportunity>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, name, company_id, person_id, pipeline_id, stage_id, position, amount, currency, probability, close_on, next_step, next_step_on,
                source, competitor, closed_on, close_reason_id, close_note, notes, stage_since, sample, created_at, deleted_at
           FROM opportunity WHERE id = ?1",
    )?;
    statement.query_row([Id(opportunity)], |row| Ok(from_row(row))).optional()?.transpose()
}

/// Those of these ids that are opportunities on the desk, in their order.
pub fn present(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT o.id FROM json_each(?1) j JOIN opportunity o ON o.id = j.value WHERE o.deleted_at IS NULL ORDER BY j.key",
    )?;
    let found = statement.query_map([ids_json(ids)], |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A date that may be missing.
pub(super) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<NaiveDate>> {
    row.get::<_, Option<Day>>(column).map(|day| day.map(|day| day.0))
}

/// The currency of a row.
pub(super) fn currency(row: &Row<'_>, column: &str) -> Result<Currency, StoreError> {
    let known = row.get_ref(column)?.as_str().ok().and_then(Currency::of_code);
    known.ok_or(StoreError::Malformed { table: "opportunity", column: "currency" })
}

fn from_row(row: &Row<'_>) -> Result<Opportunity, StoreError> {
    Ok(Opportunity {
        id: id(row, "id")?,
        name: row.get("name")?,
        company_id: id_or_none(row, "company_id")?,
        person_id: id_or_none(row, "person_id")?,
        pipeline_id: id(row, "pipeline_id")?,
        stage_id: id(row, "stage_id")?,
        position: row.get("position")?,
        amount: row.get("amount")?,
        currency: currency(row, "currency")?,
        probability: row.get("probability")?,
        close_on: day(row, "close_on")?,
        next_step: row.get("next_step")?,
        next_step_on: day(row, "next_step_on")?,
        source: row.get("source")?,
        competitor: row.get("competitor")?,
        closed_on: day(row, "closed_on")?,
        close_reason_id: id_or_none(row, "close_reason_id")?,
        close_note: row.get("close_note")?,
        notes: row.get("notes")?,
        stage_since: time(row, "stage_since")?,
        sample: row.get("sample")?,
        created_at: time(row, "created_at")?,
        deleted_at: time_or_none(row, "deleted_at")?,
    })
}
