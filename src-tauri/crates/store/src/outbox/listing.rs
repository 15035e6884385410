use super::message::state_of;
use super::sending::NOT_OF_A_PAUSED_RUN;
use super::{STATE, state_word};
use crate::people::called;
use crate::values::{At, Id, from_json, ids_json};
use crate::{Read, StoreError};
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::views::outbox::{OutboxCounts, OutboxListRequest, OutboxRow, OutboxState};
use domain::views::runs::PersonName;
use rusqlite::{Row, named_params};
use uuid::Uuid;

const COLUMNS: &str = concat!(
    "o.id, o.step, o.person_id, o.run_id, o.to_address, o.subject, o.send_after, o.due_at, o.finished_at, o.created_at,
    o.gate, o.failure, o.message_id, o.attempts, r.number,
    coalesce(",
    called!("p."),
    ", o.to_address) AS name"
);
const TABLES: &str = "outbox o LEFT JOIN run r ON r.id = o.run_id LEFT JOIN person p ON p.id = o.person_id";

/// Some messages: first those that wait, in the order in which they leave or were written; then the others, the newest first.
pub fn list(read: &Read<'_>, request: &OutboxListRequest) -> Result<Vec<OutboxRow>, StoreError> {
    let states: Vec<&str> = request.states.iter().map(|state| state_word(*state)).collect();
    let states = serde_json::to_string(&states).unwrap_or_default();
    const WAITS: &str = "shown IN ('draft', 'held', 'scheduled')";
    let sql = format!(
        "SELECT {COLUMNS}, {} AS shown FROM {TABLES}
         WHERE (:states = '[]' OR shown IN (SELECT value FROM json_each(:states))) AND (:run IS NULL OR o.run_id = :run)
           AND (NOT :followups OR o.step LIKE 'followup-%')
         ORDER BY NOT {WAITS}, iif({WAITS}, o.due_at, NULL), iif({WAITS}, o.id, NULL), coalesce(o.finished_at, o.created_at) DESC, o.id DESC
         LIMIT :limit OFFSET :offset",
        *STATE
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! {
        ":states": states, ":run": request.run_id.map(Id), ":followups": request.followups, ":limit": request.limit.min(500),
        ":offset": request.offset,
    })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

/// One message as a list shows it.
pub fn row(read: &Read<'_>, id: Uuid) -> Result<Option<OutboxRow>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("SELECT {COLUMNS}, {} AS shown FROM {TABLES} WHERE o.id = ?1", *STATE))?;
    let mut rows = statement.query([Id(id)])?;
    rows.next()?.map(from_row).transpose()
}

/// How many others leave before each of these messages; those that do not wait in the queue are left out.
pub fn places(read: &Read<'_>, messages: &[Uuid]) -> Result<Vec<(Uuid, u32)>, StoreError> {
    let sql = format!(
        "SELECT q.id, q.place FROM (
           SELECT id, row_number() OVER (ORDER BY due_at, id) - 1 AS place FROM outbox
            WHERE state = 'scheduled' AND person_id IS NOT NULL AND {NOT_OF_A_PAUSED_RUN}) q
         WHERE q.id IN (SELECT value FROM json_each(?1))"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([ids_json(messages)], |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, u32>(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn from_row(row: &Row<'_>) -> Result<OutboxRow, StoreError> {
    let state = state_of(&row.get::<_, String>("shown")?)?;
    let why = |column: &'static str| -> Result<Option<Reason>, StoreError> {
        let text: String = row.get(column)?;
        if text.is_empty() { Ok(None) } else { from_json(&text, "outbox", column).map(Some) }
    };
    let reason = match why("failure")? {
        Some(failure) => Some(failure),
        None => why("gate")?,
    };
    let name: String = row.get("name")?;
    let person = row.get::<_, Option<Id>>("person_id")?.map(|id| PersonName { id: id.0, name });
    let time = |column: &str| row.get::<_, Option<At>>(column).map(|at| at.map(|at| at.0));
    let due: String = row.get("due_at")?;
    let due = DateTime::parse_from_rfc3339(&due).ok().map(|at| at.with_timezone(&Utc));
    let scheduled = state == OutboxState::Scheduled;
    Ok(OutboxRow {
        id: row.get::<_, Id>("id")?.0,
        state,
        step: row.get("step")?,
        person,
        to: row.get("to_address")?,
        subject: row.get("subject")?,
        send_after: due,
        finished_at: time("finished_at")?,
        created_at: row.get::<_, At>("created_at")?.0,
        reason: reason.map(Into::into),
        run_id: row.get::<_, Option<Id>>("run_id")?.map(|id| id.0),
        run_number: row.get("number")?,
        recall_until: if scheduled { time("send_after")? } else { None },
        message_id: row.get("message_id")?,
        attempts: row.get("attempts")?,
    })
}

/// How many messages stand in each state, and when the next one may leave.
pub fn counts(read: &Read<'_>) -> Result<OutboxCounts, StoreError> {
    let mut counts =
        OutboxCounts { draft: 0, held: 0, scheduled: 0, sending: 0, sent: 0, unknown: 0, failed: 0, cancelled: 0, next_at: None };
    let mut statement = read.conn().prepare_cached(&format!("SELECT {} AS shown, count(*) FROM outbox o GROUP BY shown", *STATE))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let n: u32 = row.get(1)?;
        match state_of(&row.get::<_, String>(0)?)? {
            OutboxState::Draft => counts.draft = n,
            OutboxState::Held => counts.held = n,
            OutboxState::Scheduled => counts.scheduled = n,
            OutboxState::Sending => counts.sending = n,
            OutboxState::Sent => counts.sent = n,
            OutboxState::Unknown => counts.unknown = n,
            OutboxState::Failed => counts.failed = n,
            OutboxState::Cancelled => counts.cancelled = n,
        }
    }
    counts.next_at = super::next_due(read)?;
    Ok(counts)
}
