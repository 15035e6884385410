//! Follow-ups: planned, drafted on their day, done or stopped.

use crate::outbox::state_of;
use crate::people::called;
use crate::values::{At, Day, Id};
use crate::{Read, StoreError, Tag, Tx};
use chrono::NaiveDate;
use domain::views::followups::{Awaited, FollowupView};
use domain::views::runs::PersonName;
use rusqlite::{OptionalExtension, Row, named_params, params};
use std::sync::LazyLock;
use uuid::Uuid;

/// A follow-up to plan.
#[derive(Debug, Clone, Copy)]
pub struct NewFollowup {
    /// Id.
    pub id: Uuid,
    /// Who.
    pub person: Uuid,
    /// The run it comes from.
    pub run: Option<Uuid>,
    /// 1 = first.
    pub n: u32,
    /// Its day.
    pub due_on: NaiveDate,
}

/// The intent of drafting those due, which the desk does by itself on their day and undo passes over: the drafts are in the outbox, which is
/// outside undo, so taking back the other half would leave drafts that belong to no follow-up.
pub const DRAFTING: &str = "followups.draft";

/// What was planned by a run that was taken back does not come (`f` is the follow-up); doing the run again brings it back.
pub(crate) const RUN_STANDS: &str = "NOT EXISTS (SELECT 1 FROM run JOIN operation ON operation.id = run.operation_id
     WHERE run.id = f.run_id AND operation.state = 'undone')";

/// Planned or drafted, and still to come: its run stands, its person can still be followed up, and no message that waits for the seller is over.
/// The outbox is outside undo: a follow-up that an undo turned back into a draft is over all the same when its message has left or was given up.
pub(crate) static OPEN: LazyLock<String> = LazyLock::new(|| {
    format!(
        "(f.state = 'scheduled' OR (f.state = 'drafted' AND NOT EXISTS
           (SELECT 1 FROM outbox m WHERE m.id = f.outbox_id AND m.state IN ('sent', 'cancelled')))) AND {RUN_STANDS} AND {}
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = f.person_id AND {})",
        crate::outbox::can_follow("f.person_id"),
        *crate::outbox::OVER
    )
});

/// Plans a follow-up.
pub fn insert(tx: &mut Tx<'_>, new: &NewFollowup) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO followup (id, person_id, run_id, n, due_on, state, created_at) VALUES (?1, ?2, ?3, ?4, ?5, 'scheduled', ?6)",
        )?
        .execute(params![Id(new.id), Id(new.person), new.run.map(Id), new.n, Day(new.due_on), At(tx.now())])?;
    tx.touch(Tag::Followups);
    Ok(())
}

/// Whether a follow-up of this person is planned or drafted.
pub fn is_open(read: &Read<'_>, person: Uuid) -> Result<bool, StoreError> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM followup f WHERE f.person_id = ?1 AND {})", *OPEN);
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(statement.query_row([Id(person)], |row| row.get(0))?)
}

/// A planned follow-up whose day has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Id.
    pub id: Uuid,
    /// Who.
    pub person: Uuid,
    /// The run it comes from.
    pub run: Option<Uuid>,
    /// 1 = first.
    pub n: u32,
}

/// Where a message stands of which nobody knows yet whether it leaves or left.
const UNDECIDED: &str = "'draft', 'held', 'scheduled', 'sending', 'unknown'";

/// Planned follow-ups due up to a day whose previous message surely left or will never leave; those whose first message still waits stay
/// planned.
pub fn due(read: &Read<'_>, today: NaiveDate, limit: u32) -> Result<Vec<Due>, StoreError> {
    let sql = format!(
        "SELECT f.id, f.person_id, f.run_id, f.n FROM followup f
         WHERE f.state = 'scheduled' AND f.due_on <= ?1 AND {RUN_STANDS}
           AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = f.person_id AND o.state IN ({UNDECIDED}))
         ORDER BY f.due_on, f.id LIMIT ?2"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params![Day(today), limit], |row| {
        Ok(Due {
            id: row.get::<_, Id>(0)?.0,
            person: row.get::<_, Id>(1)?.0,
            run: row.get::<_, Option<Id>>(2)?.map(|id| id.0),
            n: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Its draft is in the outbox.
pub fn drafted(tx: &mut Tx<'_>, id: Uuid, outbox: Uuid) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("UPDATE followup SET state = 'drafted', outbox_id = ?2 WHERE id = ?1 AND state = 'scheduled'")?
        .execute(params![Id(id), Id(outbox)])?;
    tx.touch(Tag::Followups);
    Ok(())
}

/// Stops a follow-up that is planned or drafted; `false` when it is over.
pub fn stop(tx: &mut Tx<'_>, id: Uuid, reason: &str) -> Result<bool, StoreError> {
    let changed = tx
        .conn()
        .prepare_cached("UPDATE followup SET state = 'stopped', reason = ?2 WHERE id = ?1 AND state IN ('scheduled', 'drafted')")?
        .execute(params![Id(id), reason])?;
    tx.touch(Tag::Followups);
    Ok(changed == 1)
}

/// The follow-up whose draft a message is, marked done once the message has left.
pub fn done(tx: &mut Tx<'_>, outbox: Uuid) -> Result<(), StoreError> {
    tx.conn().prepare_cached("UPDATE followup SET state = 'done' WHERE outbox_id = ?1 AND state = 'drafted'")?.execute([Id(outbox)])?;
    tx.touch(Tag::Followups);
    Ok(())
}

/// The follow-up whose draft the seller gave up is stopped.
pub fn given_up(tx: &mut Tx<'_>, outbox: Uuid) -> Result<(), StoreError> {
    let sql = "UPDATE followup SET state = 'stopped', reason = 'followup.stopped_by_seller' WHERE outbox_id = ?1 AND state = 'drafted'";
    tx.conn().prepare_cached(sql)?.execute([Id(outbox)])?;
    tx.touch(Tag::Followups);
    Ok(())
}

/// A first follow-up with nothing to follow: its person's first message ended without leaving and no other waits.
const NOTHING_TO_FOLLOW: &str =
    "state = 'scheduled' AND n = 1 AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.person_id = followup.person_id
       AND o.step = 'first' AND o.state IN ('draft', 'held', 'scheduled', 'sending', 'sent', 'unknown'))";

/// A first message ended without leaving: the follow-up planned for it is stopped.
pub(crate) fn nothing_left(tx: &mut Tx<'_>, outbox: Uuid) -> Result<(), StoreError> {
    stop_unfounded(tx, "(SELECT person_id FROM outbox WHERE id = ?1 AND step = 'first')", outbox)
}

/// As [`nothing_left`], for every message of a run.
pub(crate) fn nothing_left_of(tx: &mut Tx<'_>, run: Uuid) -> Result<(), StoreError> {
    stop_unfounded(tx, "(SELECT person_id FROM outbox WHERE run_id = ?1 AND step = 'first' AND state IN ('failed', 'cancelled'))", run)
}

/// A run that still works counts only follow-ups that can come.
fn stop_unfounded(tx: &mut Tx<'_>, people: &str, id: Uuid) -> Result<(), StoreError> {
    let skip = format!(
        "UPDATE run_person SET steps = json_set(steps, '$.followup', 'skipped')
         WHERE followup_id IN (SELECT id FROM followup WHERE person_id IN {people} AND {NOTHING_TO_FOLLOW})
           AND run_id IN (SELECT id FROM run WHERE state IN ('running', 'paused', 'cancelling'))"
    );
    tx.conn().prepare_cached(&skip)?.execute([Id(id)])?;
    let stop = format!(
        "UPDATE followup SET state = 'stopped', reason = 'gate.nothing_to_follow' WHERE person_id IN {people} AND {NOTHING_TO_FOLLOW}"
    );
    if tx.conn().prepare_cached(&stop)?.execute([Id(id)])? > 0 {
        tx.touch(Tag::Followups);
    }
    Ok(())
}

/// The first message to a person waits or left after all: a follow-up that was stopped for want of it is planned again.
pub fn founded_again(tx: &mut Tx<'_>, person: Uuid) -> Result<(), StoreError> {
    let sql = "UPDATE followup SET state = 'scheduled', reason = ''
               WHERE person_id = ?1 AND n = 1 AND state = 'stopped' AND reason = 'gate.nothing_to_follow'";
    tx.conn().prepare_cached(sql)?.execute([Id(person)])?;
    tx.touch(Tag::Followups);
    Ok(())
}

/// Moves a planned first follow-up to a later day: the message it follows left later than planned.
pub fn move_to(tx: &mut Tx<'_>, person: Uuid, day: NaiveDate) -> Result<(), StoreError> {
    tx.conn()
        .prepare_cached("UPDATE followup SET due_on = ?2 WHERE person_id = ?1 AND state = 'scheduled' AND due_on < ?2")?
        .execute(params![Id(person), Day(day)])?;
    tx.touch(Tag::Followups);
    Ok(())
}

fn view(row: &Row<'_>) -> Result<FollowupView, StoreError> {
    let awaited = row.get::<_, Option<Id>>(13)?.zip(row.get::<_, Option<String>>(14)?);
    Ok(FollowupView {
        id: row.get::<_, Id>(0)?.0,
        person: PersonName { id: row.get::<_, Id>(1)?.0, name: row.get(2)? },
        company: row.get(3)?,
        n: row.get(4)?,
        due_on: row.get::<_, Day>(5)?.0,
        state: row.get(6)?,
        reason: row.get(7)?,
        outbox_id: row.get::<_, Option<Id>>(8)?.map(|id| id.0),
        subject: row.get(9)?,
        follows: row.get(10)?,
        run_number: row.get(11)?,
        of: row.get(12)?,
        awaits: awaited.map(|(id, state)| Ok::<_, StoreError>(Awaited { id: id.0, state: state_of(&state)? })).transpose()?,
    })
}

/// Follow-ups planned or drafted, by day; with `until` only those due up to it.
pub fn list(read: &Read<'_>, until: Option<NaiveDate>, offset: u32, limit: u32) -> Result<Vec<FollowupView>, StoreError> {
    let sql = format!(
        "SELECT f.id, f.person_id, {}, coalesce(c.name, ''), f.n, f.due_on, f.state, f.reason, f.outbox_id,
           coalesce(o.subject, ''), coalesce((SELECT b.subject FROM outbox b WHERE b.person_id = f.person_id AND b.state = 'sent'
             ORDER BY b.finished_at DESC LIMIT 1), ''), r.number, coalesce(json_extract(r.config, '$.maxFollowups'), 3), w.id, w.state
         FROM followup f JOIN person p ON p.id = f.person_id LEFT JOIN company c ON c.id = p.company_id
         LEFT JOIN outbox o ON o.id = f.outbox_id LEFT JOIN run r ON r.id = f.run_id
         LEFT JOIN outbox w ON f.state = 'scheduled' AND w.id = (SELECT b.id FROM outbox b WHERE b.person_id = f.person_id
           AND b.state IN ({UNDECIDED}) ORDER BY b.state <> 'unknown', b.created_at, b.id LIMIT 1)
         WHERE {} AND (:until IS NULL OR f.due_on <= :until)
         ORDER BY f.due_on, f.id LIMIT :limit OFFSET :offset",
        called!("p."),
        *OPEN
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":until": until.map(Day), ":limit": limit, ":offset": offset })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(view(row)?);
    }
    Ok(found)
}

/// How many are due up to a day, and how many come later.
pub fn counts(read: &Read<'_>, today: NaiveDate) -> Result<(u32, u32), StoreError> {
    let sql = format!("SELECT coalesce(sum(f.due_on <= ?1), 0), coalesce(sum(f.due_on > ?1), 0) FROM followup f WHERE {}", *OPEN);
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(statement.query_row([Day(today)], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// A follow-up's draft, when it has one.
pub fn draft_of(read: &Read<'_>, id: Uuid) -> Result<Option<Uuid>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT outbox_id FROM followup WHERE id = ?1")?;
    Ok(statement.query_row([Id(id)], |row| row.get::<_, Option<Id>>(0)).optional()?.flatten().map(|id| id.0))
}
