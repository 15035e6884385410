use crate::people::{called, next_steps, timeline_of_company, views};
use crate::values::{Id, ids_json};
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use domain::views::companies::{CompanyEvent, CompanyNext};
use domain::views::people::{PersonRow, TimelineKind};
use std::collections::HashMap;
use uuid::Uuid;

/// Among so many of a company's people, those contacted last, the next step is looked for.
const LOOKED_AT: u32 = 2_000;

/// A company's first people by name.
pub fn people(read: &Read<'_>, company: Uuid, limit: u32) -> Result<Vec<PersonRow>, StoreError> {
    views(read, &ids(read, company, "sort_name, rowid", limit)?)
}

/// What comes next for any of a company's people: what waits for the seller before what has its day, the sooner the earlier.
pub fn next(read: &Read<'_>, company: Uuid) -> Result<Option<CompanyNext>, StoreError> {
    let people = ids(read, company, "last_contact_at DESC", LOOKED_AT)?;
    let rank = |kind: &str| match kind {
        "draft" => 0,
        "linkedin" => 1,
        "scheduled" => 2,
        "followup" | "task" | "appointment" => 3,
        _ => 4,
    };
    let first = next_steps(read, &people)?.into_iter().min_by_key(|(person, step)| (rank(&step.kind), step.at.is_none(), step.at, *person));
    let Some((person, step)) = first else { return Ok(None) };
    let name = names(read, &[person])?.remove(&person).unwrap_or_default();
    Ok(Some(CompanyNext { person, name, step }))
}

/// What happened with a company and its people before a moment, newest first.
pub fn timeline(
    read: &Read<'_>,
    company: Uuid,
    before: Option<DateTime<Utc>>,
    limit: u32,
    kinds: &[TimelineKind],
) -> Result<Vec<CompanyEvent>, StoreError> {
    let items = timeline_of_company(read, company, before, limit, kinds)?;
    let people: Vec<Uuid> = items.iter().filter_map(|(person, _)| *person).collect();
    let names = names(read, &people)?;
    let name = |person: Option<Uuid>| person.and_then(|person| names.get(&person).cloned()).unwrap_or_default();
    let named = |(person, item)| CompanyEvent { person, name: name(person), item };
    Ok(items.into_iter().map(named).collect())
}

fn ids(read: &Read<'_>, company: Uuid, order: &str, limit: u32) -> Result<Vec<Uuid>, StoreError> {
    let sql = format!("SELECT id FROM person WHERE company_id = ?1 AND deleted_at IS NULL ORDER BY {order} LIMIT ?2");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let found = statement.query_map((Id(company), limit), |row| row.get::<_, Id>(0).map(|id| id.0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// What people are called.
fn names(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, String>, StoreError> {
    let sql = concat!("SELECT p.id, ", called!("p."), " FROM json_each(?1) j JOIN person p ON p.id = j.value");
    let mut statement = read.conn().prepare_cached(sql)?;
    let found = statement.query_map([ids_json(people)], |row| Ok((row.get::<_, Id>(0)?.0, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}
