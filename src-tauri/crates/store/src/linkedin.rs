//! The LinkedIn hand-off queue.

use crate::people::called;
use crate::values::{At, Day, Id};
use crate::{Read, StoreError, Tag, Tx};
use chrono::{DateTime, Utc};
use domain::views::linkedin::LinkedinTask;
use domain::views::runs::PersonName;
use rusqlite::{OptionalExtension, Row, params};
use std::sync::LazyLock;
use uuid::Uuid;

/// Puts somebody into the queue.
pub fn insert(tx: &mut Tx<'_>, id: Uuid, person: Uuid, run: Option<Uuid>, note: &str) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO linkedin_task (id, person_id, run_id, note, state, created_at) VALUES (?1, ?2, ?3, ?4, 'waiting', ?5)",
        )?
        .execute(params![Id(id), Id(person), run.map(Id), note, At(tx.now())])?;
    tx.touch(Tag::Linkedin);
    Ok(())
}

const SELECT: &str = concat!(
    "SELECT t.id, t.person_id, ",
    called!("p."),
    ", p.title, coalesce(c.name, ''), p.location, p.linkedin_url, t.note, t.state,
      t.run_id, r.number, t.done_at, p.connected_on
    FROM linkedin_task t JOIN person p ON p.id = t.person_id LEFT JOIN company c ON c.id = p.company_id LEFT JOIN run r ON r.id = t.run_id"
);

fn task(row: &Row<'_>) -> rusqlite::Result<LinkedinTask> {
    Ok(LinkedinTask {
        id: row.get::<_, Id>(0)?.0,
        person: PersonName { id: row.get::<_, Id>(1)?.0, name: row.get(2)? },
        title: row.get(3)?,
        company: row.get(4)?,
        location: row.get(5)?,
        url: row.get(6)?,
        note: row.get(7)?,
        connected_on: row.get::<_, Option<Day>>(12)?.map(|day| day.0),
        state: row.get(8)?,
        run_id: row.get::<_, Option<Id>>(9)?.map(|id| id.0),
        run_number: row.get(10)?,
        done_at: row.get::<_, Option<At>>(11)?.map(|at| at.0),
    })
}

/// One task.
pub fn find(read: &Read<'_>, id: Uuid) -> Result<Option<LinkedinTask>, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} WHERE t.id = ?1"))?;
    Ok(statement.query_row([Id(id)], task).optional()?)
}

/// What waits for the seller (`t` is the task). Who was removed, opted out or was lost meanwhile is left out for as long as that is so.
pub(crate) static WAITS: LazyLock<String> =
    LazyLock::new(|| format!("(t.state = 'waiting' AND {})", crate::outbox::can_note("t.person_id")));

/// People waiting, first first.
pub fn waiting(read: &Read<'_>, limit: u32) -> Result<Vec<LinkedinTask>, StoreError> {
    let sql = format!("{SELECT} WHERE {} ORDER BY t.created_at, t.id LIMIT ?1", *WAITS);
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([limit], task)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many wait.
pub fn waiting_count(read: &Read<'_>) -> Result<u32, StoreError> {
    let mut statement = read.conn().prepare_cached(&format!("SELECT count(*) FROM linkedin_task t WHERE {}", *WAITS))?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Tasks done since a moment, newest first.
pub fn done_since(read: &Read<'_>, since: DateTime<Utc>) -> Result<Vec<LinkedinTask>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE t.state IN ('sent', 'already_connected', 'skipped') AND t.done_at >= ?1 ORDER BY t.done_at DESC, t.id DESC LIMIT 200"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map([At(since)], task)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Records what became of a task that waits; `false` when it no longer waits.
pub fn finish(tx: &mut Tx<'_>, id: Uuid, state: &str) -> Result<bool, StoreError> {
    let changed = tx
        .conn()
        .prepare_cached("UPDATE linkedin_task SET state = ?2, done_at = ?3 WHERE id = ?1 AND state = 'waiting'")?
        .execute(params![Id(id), state, At(tx.now())])?;
    tx.touch(Tag::Linkedin);
    Ok(changed == 1)
}
