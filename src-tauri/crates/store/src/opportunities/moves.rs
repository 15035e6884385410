use crate::people::{called, timeline_of_opportunity};
use crate::values::{At, Id, ids_json};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::opportunities::{Opportunity, StageKind};
use domain::views::opportunities::{OpportunityEvent, StageVisit};
use domain::views::people::{TimelineItem, TimelineKind};
use rusqlite::{Row, named_params};
use std::collections::HashMap;
use uuid::Uuid;

/// Records that an opportunity entered its stage, from another one or as new, at the time of the write.
pub fn record(tx: &mut Tx<'_>, opportunity: &Opportunity, from: Option<Uuid>) -> Result<(), StoreError> {
    let id = tx.new_id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO opportunity_move (id, opportunity_id, from_stage_id, stage_id, entered_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((Id(id), Id(opportunity.id), from.map(Id), Id(opportunity.stage_id), At(opportunity.stage_since)))?;
    tx.touch(Tag::Opportunities);
    Ok(())
}

/// The stages an opportunity has been at, the first one first.
pub fn visits(read: &Read<'_>, opportunity: Uuid, now: DateTime<Utc>) -> Result<Vec<StageVisit>, StoreError> {
    let mut statement = read.conn().prepare_cached(
        "SELECT s.id, s.name_fr, s.name_en, s.kind, m.entered_at, lead(m.entered_at) OVER (ORDER BY m.entered_at, m.id)
           FROM opportunity_move m JOIN pipeline_stage s ON s.id = m.stage_id WHERE m.opportunity_id = ?1 ORDER BY m.entered_at, m.id",
    )?;
    let mut rows = statement.query([Id(opportunity)])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (entered_at, left_at) = (row.get::<_, At>(4)?.0, row.get::<_, Option<At>>(5)?.map(|at| at.0));
        found.push(StageVisit {
            stage: row.get::<_, Id>(0)?.0,
            name_fr: row.get(1)?,
            name_en: row.get(2)?,
            kind: kind(row, 3)?.into(),
            entered_at,
            left_at,
            days: u32::try_from((left_at.unwrap_or(now) - entered_at).num_days().max(0)).unwrap_or(u32::MAX),
        });
    }
    Ok(found)
}

/// Whose opportunities' moves are told.
#[derive(Debug, Clone, Copy)]
pub(crate) enum With {
    /// Those of somebody: the main person, or one with a role.
    Person(Uuid),
    /// Those of a company.
    Company(Uuid),
    /// One.
    Opportunity(Uuid),
}

/// What happened with opportunities before a moment: they came, moved, were won or lost. At most one more than `limit`, newest first.
pub(crate) fn moves(read: &Read<'_>, of: With, before: DateTime<Utc>, limit: u32) -> Result<Vec<TimelineItem>, StoreError> {
    let (which, id) = match of {
        With::Person(id) => (
            "o.id IN (SELECT id FROM opportunity WHERE person_id = :of UNION SELECT opportunity_id FROM opportunity_contact WHERE person_id = :of)",
            id,
        ),
        With::Company(id) => ("o.company_id = :of", id),
        With::Opportunity(id) => ("o.id = :of", id),
    };
    let sql = format!(
        "SELECT m.id, m.entered_at, o.name, s.name_fr, s.name_en, s.kind, b.name_fr, b.name_en
           FROM opportunity o JOIN opportunity_move m ON m.opportunity_id = o.id JOIN pipeline_stage s ON s.id = m.stage_id
                LEFT JOIN pipeline_stage b ON b.id = m.from_stage_id
          WHERE {which} AND o.deleted_at IS NULL AND m.entered_at < :before ORDER BY m.entered_at DESC, m.id DESC LIMIT :limit"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":of": Id(id), ":before": At(before), ":limit": limit + 1 })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(item(row)?);
    }
    Ok(found)
}

/// What happened with an opportunity and, since it is there, with its people, newest first; like [`crate::people::timeline`].
pub fn timeline(
    read: &Read<'_>,
    opportunity: &Opportunity,
    before: Option<DateTime<Utc>>,
    limit: u32,
    kinds: &[TimelineKind],
) -> Result<Vec<OpportunityEvent>, StoreError> {
    let items = timeline_of_opportunity(read, opportunity.id, before, limit, kinds)?;
    let since = opportunity.created_at;
    let people: Vec<Uuid> = items.iter().filter_map(|(person, _)| *person).collect();
    let names = names(read, &people)?;
    let name = |person: Option<Uuid>| person.and_then(|person| names.get(&person).cloned()).unwrap_or_default();
    let told = items.into_iter().filter(|(person, item)| person.is_none() || item.at >= since);
    Ok(told.map(|(person, item)| OpportunityEvent { person, name: name(person), item }).collect())
}

/// What people are called.
pub(super) fn names(read: &Read<'_>, people: &[Uuid]) -> Result<HashMap<Uuid, String>, StoreError> {
    let sql = concat!("SELECT p.id, ", called!("p."), " FROM json_each(?1) j JOIN person p ON p.id = j.value");
    let mut statement = read.conn().prepare_cached(sql)?;
    let found = statement.query_map([ids_json(people)], |row| Ok((row.get::<_, Id>(0)?.0, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn item(row: &Row<'_>) -> Result<TimelineItem, StoreError> {
    let (name, from_fr): (String, Option<String>) = (row.get(2)?, row.get(6)?);
    let kind = match (kind(row, 5)?, &from_fr) {
        (StageKind::Won, _) => "opportunity_won",
        (StageKind::Lost, _) => "opportunity_lost",
        (StageKind::Open, None) => "opportunity_created",
        (StageKind::Open, Some(_)) => "opportunity_moved",
    };
    let reason = match kind {
        "opportunity_won" => Reason::new("opportunities.event_won"),
        "opportunity_lost" => Reason::new("opportunities.event_lost"),
        "opportunity_created" => Reason::new("opportunities.event_created"),
        _ => Reason::new("opportunities.event_moved"),
    };
    // Names in both languages: whoever tells it takes the one that is spoken.
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    let reason = reason.with("name", &name).with("to_fr", text(3)?).with("to_en", text(4)?);
    let reason = if from_fr.is_some() { reason.with("from_fr", text(6)?).with("from_en", text(7)?) } else { reason };
    Ok(TimelineItem {
        id: row.get::<_, Id>(0)?.0,
        at: row.get::<_, At>(1)?.0,
        kind: kind.to_owned(),
        n: None,
        title: name,
        body: String::new(),
        reason: Some(reason.into()),
        run_id: None,
        outbox_id: None,
    })
}

fn kind(row: &Row<'_>, at: usize) -> Result<StageKind, StoreError> {
    let known = row.get_ref(at)?.as_str().ok().and_then(StageKind::of_code);
    known.ok_or(StoreError::Malformed { table: "pipeline_stage", column: "kind" })
}
