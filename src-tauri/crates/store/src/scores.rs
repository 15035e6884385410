//! What scores are made of, and their course.

use crate::statuses::counts_as;
use crate::values::{At, Id};
use crate::{Read, StoreError, Tx};
use chrono::{DateTime, Utc};
use domain::people::{Meaning, Status};
use domain::views::history::RecordKind;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

/// Points of a course that are shown.
const POINTS: u32 = 200;

/// What the desk holds that a score is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    /// The person, or the opportunity's main person.
    pub person: Option<Uuid>,
    /// Calls and appointments.
    pub tries: u32,
    /// Those that were taken, or took place.
    pub answers: u32,
    /// Percent of the opportunity, or of the best open one of the person.
    pub stage: Option<u32>,
    /// What the person's status counts as.
    pub status: Option<Meaning>,
    /// Postcode and country of the company, else of the person's own address.
    pub place: Option<(String, String)>,
    /// Whether there is a profile or a company: what a network is seen by.
    pub has_network: bool,
    /// Connected on LinkedIn.
    pub connected: bool,
    /// Others of the company who are in contact.
    pub colleagues: u32,
    /// Of an opportunity: how many of amount, day, next step, person and company are known.
    pub filled: Option<u32>,
}

/// Reads it; `None` when there is no such record on the desk.
pub fn basis(read: &Read<'_>, kind: RecordKind, id: Uuid) -> Result<Option<Basis>, StoreError> {
    let mut basis = Basis::default();
    let (person, company): (Option<Uuid>, Option<Uuid>) = if kind == RecordKind::Opportunity {
        let found = read
            .conn()
            .prepare_cached(
                "SELECT o.person_id, o.company_id, CASE s.kind WHEN 'won' THEN 100 WHEN 'lost' THEN 0 ELSE coalesce(o.probability, s.probability) END,
                        (o.amount IS NOT NULL) + (o.close_on IS NOT NULL) + (o.next_step <> '') + (o.person_id IS NOT NULL) + (o.company_id IS NOT NULL)
                   FROM opportunity o JOIN pipeline_stage s ON s.id = o.stage_id WHERE o.id = ?1 AND o.deleted_at IS NULL",
            )?
            .query_row([Id(id)], |row| {
                Ok((row.get::<_, Option<Id>>(0)?.map(|id| id.0), row.get::<_, Option<Id>>(1)?.map(|id| id.0), row.get::<_, u32>(2)?, row.get::<_, u32>(3)?))
            })
            .optional()?;
        let Some((person, company, stage, filled)) = found else { return Ok(None) };
        (basis.stage, basis.filled) = (Some(stage), Some(filled));
        (person, company)
    } else {
        (Some(id), None)
    };
    let mut company = company;
    if let Some(person) = person {
        let found = read
            .conn()
            .prepare_cached(
                "SELECT status, company_id, connected_on IS NOT NULL, linkedin_slug <> '' FROM person WHERE id = ?1 AND deleted_at IS NULL",
            )?
            .query_row([Id(person)], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, Option<Id>>(1)?.map(|id| id.0), row.get::<_, bool>(2)?, row.get::<_, bool>(3)?))
            })
            .optional()?;
        match found {
            Some((status, own, connected, profile)) => {
                basis.status = Status::of_key(&status).map(|status| status.meaning);
                (basis.person, basis.connected, basis.has_network) = (Some(person), connected, profile || connected);
                company = company.or(own);
            }
            None if kind == RecordKind::Person => return Ok(None),
            None => {}
        }
    }
    touches(read, kind, id, &mut basis)?;
    if kind == RecordKind::Person {
        basis.stage = read
            .conn()
            .prepare_cached(
                "SELECT max(coalesce(o.probability, s.probability)) FROM opportunity o JOIN pipeline_stage s ON s.id = o.stage_id
                  WHERE o.person_id = ?1 AND o.deleted_at IS NULL AND s.kind = 'open'",
            )?
            .query_row([Id(id)], |row| row.get(0))?;
    }
    surroundings(read, company, &mut basis)?;
    Ok(Some(basis))
}

/// Calls, and appointments whose time is over.
fn touches(read: &Read<'_>, kind: RecordKind, id: Uuid, basis: &mut Basis) -> Result<(), StoreError> {
    let opportunity = (kind == RecordKind::Opportunity).then_some(Id(id));
    let whose = params![basis.person.map(Id), opportunity];
    let (calls, reached): (u32, u32) = read
        .conn()
        .prepare_cached(
            "SELECT count(*), coalesce(sum(json_extract(data, '$.reason.params.outcome') = 'reached'), 0) FROM activity
              WHERE kind = 'call' AND deleted_at IS NULL AND ((?1 IS NOT NULL AND person_id = ?1) OR (?2 IS NOT NULL AND opportunity_id = ?2))",
        )?
        .query_row(whose, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (due, held): (u32, u32) = read
        .conn()
        .prepare_cached(
            "SELECT count(*), coalesce(sum(a.state = 'done'), 0) FROM appointment a
              WHERE a.state IN ('done', 'no_show') AND a.deleted_at IS NULL
                AND ((?2 IS NOT NULL AND a.opportunity_id = ?2) OR a.id IN (SELECT appointment_id FROM appointment_person WHERE person_id = ?1))",
        )?
        .query_row(whose, |row| Ok((row.get(0)?, row.get(1)?)))?;
    (basis.tries, basis.answers) = (calls + due, reached + held);
    Ok(())
}

/// Where they are, and who of their company is in contact.
fn surroundings(read: &Read<'_>, company: Option<Uuid>, basis: &mut Basis) -> Result<(), StoreError> {
    if let Some(company) = company {
        basis.has_network = true;
        basis.place = read
            .conn()
            .prepare_cached("SELECT postcode, country FROM company WHERE id = ?1 AND postcode <> ''")?
            .query_row([Id(company)], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        basis.colleagues = read
            .conn()
            .prepare_cached(&format!(
                "SELECT count(*) FROM person WHERE company_id = ?1 AND deleted_at IS NULL AND id IS NOT ?2 AND {}",
                counts_as("status", [Meaning::Contacted, Meaning::Interested, Meaning::Qualified, Meaning::Converted].into_iter())
            ))?
            .query_row(params![Id(company), basis.person.map(Id)], |row| row.get(0))?;
    }
    if basis.place.is_none()
        && let Some(person) = basis.person
    {
        basis.place = read
            .conn()
            .prepare_cached(
                "SELECT json_extract(value, '$.postcode'), coalesce(json_extract(value, '$.country'), '') FROM contact_point
                  WHERE person_id = ?1 AND kind = 'address' AND deleted_at IS NULL AND coalesce(json_extract(value, '$.postcode'), '') <> ''
                  ORDER BY position LIMIT 1",
            )?
            .query_row([Id(person)], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
    }
    Ok(())
}

/// The course of a score, the oldest point first.
pub fn course(read: &Read<'_>, kind: RecordKind, id: Uuid) -> Result<Vec<(DateTime<Utc>, u32)>, StoreError> {
    let sql = format!("SELECT at, value FROM score_point WHERE {} = ?1 ORDER BY at DESC, id DESC LIMIT {POINTS}", column(kind));
    let mut statement = read.conn().prepare_cached(&sql)?;
    let points = statement.query_map([Id(id)], |row| Ok((row.get::<_, At>(0)?.0, row.get(1)?)))?;
    let mut points: Vec<(DateTime<Utc>, u32)> = points.collect::<Result<_, _>>()?;
    points.reverse();
    Ok(points)
}

/// Adds a point where the score is another one than at the last.
pub fn note(tx: &mut Tx<'_>, kind: RecordKind, id: Uuid, value: u32) -> Result<bool, StoreError> {
    let last = course(tx, kind, id)?.last().map(|(_, value)| *value);
    if last == Some(value) {
        return Ok(false);
    }
    let sql = format!("INSERT INTO score_point ({}, at, value) VALUES (?1, ?2, ?3)", column(kind));
    tx.conn().prepare_cached(&sql)?.execute(params![Id(id), At(tx.now()), value])?;
    Ok(true)
}

/// What is scored each night: open opportunities, their people, and whoever is being talked to.
pub fn in_play(read: &Read<'_>) -> Result<Vec<(RecordKind, Uuid)>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!(
        "SELECT 1, o.id FROM opportunity o JOIN pipeline_stage s ON s.id = o.stage_id WHERE o.deleted_at IS NULL AND s.kind = 'open'
         UNION SELECT 0, o.person_id FROM opportunity o JOIN pipeline_stage s ON s.id = o.stage_id
           WHERE o.deleted_at IS NULL AND s.kind = 'open' AND o.person_id IS NOT NULL
         UNION SELECT 0, id FROM person WHERE deleted_at IS NULL AND status IN (SELECT key FROM person_status WHERE {})",
        counts_as("key", [Meaning::Interested, Meaning::Qualified].into_iter())
    ))?;
    let kind = |opportunity: bool| if opportunity { RecordKind::Opportunity } else { RecordKind::Person };
    let found = statement.query_map([], |row| Ok((kind(row.get(0)?), row.get::<_, Id>(1)?.0)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn column(kind: RecordKind) -> &'static str {
    if kind == RecordKind::Opportunity { "opportunity_id" } else { "person_id" }
}
