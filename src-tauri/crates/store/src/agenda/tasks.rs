use super::named::{JOINS, NAMES, company, person};
use crate::values::{At, Day, Id, id, id_or_none, time, time_or_none};
use crate::{Read, StoreError, Tag, Tx};
use chrono::NaiveTime;
use chrono_tz::Tz;
use domain::agenda::{Due, Now, Task, group_of};
use domain::views::agenda::{Priority, TaskCounts, TaskFilter, TaskGroup, TaskKind, TaskState, TaskView};
use rusqlite::{OptionalExtension, Row, ToSql, named_params, params};
use uuid::Uuid;

pub(super) const OPEN: &str = "t.deleted_at IS NULL AND t.state IN ('to_do', 'in_progress')";
/// The order of open tasks; an index has it.
const ORDER: &str = "coalesce(t.due_at, t.due_on, '9999')";
/// Of a task with a time that moment decides, of one with a day alone that day; `:start` and `:end` are the moments of midnight.
const OVERDUE: &str = "CASE WHEN t.due_at IS NULL THEN t.due_on < :today ELSE t.due_at < :now END";
const TODAY: &str = "CASE WHEN t.due_at IS NULL THEN t.due_on <= :today ELSE t.due_at < :end END";

const COLUMNS: &str = "t.id, t.title, t.kind, t.notes, t.due_on, t.due_time, t.time_zone, t.due_at, t.priority, t.state, t.done_at,
    t.outcome, t.remind_at, t.person_id, t.company_id, t.opportunity_id, t.sample, t.created_at, t.deleted_at";
const INSERT: &str = "INSERT INTO task (id, title, kind, notes, due_on, due_time, time_zone, due_at, priority, state, done_at, outcome,
      remind_at, person_id, company_id, opportunity_id, sample, created_at, deleted_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";
const UPDATE: &str = "UPDATE task SET title = ?2, kind = ?3, notes = ?4, due_on = ?5, due_time = ?6, time_zone = ?7, due_at = ?8,
      priority = ?9, state = ?10, done_at = ?11, outcome = ?12, remind_at = ?13, person_id = ?14, company_id = ?15, opportunity_id = ?16,
      sample = ?17, created_at = ?18, deleted_at = ?19 WHERE id = ?1";

/// Whose tasks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TasksOf {
    /// Of a person.
    pub person: Option<Uuid>,
    /// Of a company and its people.
    pub company: Option<Uuid>,
    /// Of an opportunity.
    pub opportunity: Option<Uuid>,
}

/// A task, also a removed one.
pub fn task(read: &Read<'_>, task: Uuid) -> Result<Option<Task>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM task t WHERE t.id = ?1");
    read.conn().prepare_cached(&sql)?.query_row([Id(task)], |row| Ok(from_row(row))).optional()?.transpose()
}

/// A task as it is shown; nothing once it was removed.
pub fn view_task(read: &Read<'_>, task: Uuid, now: Now) -> Result<Option<TaskView>, StoreError> {
    let sql = format!("SELECT {COLUMNS}, {NAMES} FROM task t {JOINS} WHERE t.id = ?1 AND t.deleted_at IS NULL");
    read.conn().prepare_cached(&sql)?.query_row([Id(task)], |row| Ok(view(row, now))).optional()?.transpose()
}

/// Some tasks of a list: open ones by their time and weight, those that are over by when they were.
pub fn list_tasks(
    read: &Read<'_>,
    filter: TaskFilter,
    of: TasksOf,
    now: Now,
    offset: u32,
    limit: u32,
) -> Result<Vec<TaskView>, StoreError> {
    let (which, order) = match filter {
        TaskFilter::Open => (OPEN.to_owned(), format!("{ORDER}, t.id")),
        TaskFilter::Today => (format!("{OPEN} AND {TODAY}"), format!("{ORDER}, t.id")),
        TaskFilter::Overdue => (format!("{OPEN} AND {OVERDUE}"), format!("{ORDER}, t.id")),
        TaskFilter::Week => (
            format!("{OPEN} AND CASE WHEN t.due_at IS NULL THEN t.due_on <= :sunday ELSE t.due_at < :monday END"),
            format!("{ORDER}, t.id"),
        ),
        TaskFilter::Done => {
            ("t.deleted_at IS NULL AND t.state IN ('done', 'cancelled')".to_owned(), "t.done_at DESC, t.id DESC".to_owned())
        }
        TaskFilter::All => (
            "t.deleted_at IS NULL".to_owned(),
            format!("t.done_at IS NOT NULL, CASE WHEN t.done_at IS NULL THEN {ORDER} END, t.done_at DESC, t.id"),
        ),
    };
    let whose = match of {
        TasksOf { person: Some(_), .. } => "AND t.person_id = :of",
        TasksOf { company: Some(_), .. } => {
            "AND (t.company_id = :of OR t.person_id IN (SELECT id FROM person WHERE company_id = :of AND deleted_at IS NULL))"
        }
        TasksOf { opportunity: Some(_), .. } => "AND t.opportunity_id = :of",
        _ => "AND :of IS NULL",
    };
    let sql = format!("{} {whose} ORDER BY {order} LIMIT :limit OFFSET :offset", select(&which));
    let monday = now.sunday().succ_opt().unwrap_or(now.sunday());
    let tomorrow = now.today().succ_opt().unwrap_or(now.today());
    let of = of.person.or(of.company).or(of.opportunity).map(Id);
    let (at, today, end) = (At(now.at), Day(now.today()), At(now.midnight(tomorrow)));
    let (sunday, monday) = (Day(now.sunday()), At(now.midnight(monday)));
    let values: [(&str, &dyn ToSql); 8] = [
        (":of", &of),
        (":now", &at),
        (":today", &today),
        (":end", &end),
        (":sunday", &sunday),
        (":monday", &monday),
        (":limit", &limit),
        (":offset", &offset),
    ];
    let asked: Vec<_> = values.into_iter().filter(|(name, _)| sql.contains(name)).collect();
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(asked.as_slice())?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(view(row, now)?);
    }
    Ok(found)
}

/// How many open tasks there are, and of those how many wait today.
pub fn counts(read: &Read<'_>, now: Now) -> Result<TaskCounts, StoreError> {
    let sql = format!("SELECT count(*), coalesce(sum({OVERDUE}), 0), coalesce(sum({TODAY}), 0) FROM task t WHERE {OPEN}");
    let tomorrow = now.today().succ_opt().unwrap_or(now.today());
    let mut statement = read.conn().prepare_cached(&sql)?;
    let values = named_params! { ":now": At(now.at), ":today": Day(now.today()), ":end": At(now.midnight(tomorrow)) };
    let (open, overdue, due): (u32, u32, u32) = statement.query_row(values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(TaskCounts { overdue, today: due.saturating_sub(overdue), open })
}

/// Adds a task. `desk` is the desk's zone.
pub fn insert_task(tx: &mut Tx<'_>, task: &Task, desk: Tz) -> Result<(), StoreError> {
    execute(tx, INSERT, task, desk).map(|_| ())
}

/// Writes every value of a task; those that are the same leave no trace in the journal. `false` when there is no such task.
pub fn update_task(tx: &mut Tx<'_>, task: &Task, desk: Tz) -> Result<bool, StoreError> {
    execute(tx, UPDATE, task, desk).map(|changed| changed == 1)
}

/// Removes a task; undo brings it back. `false` when it was not there.
pub fn remove_task(tx: &mut Tx<'_>, task: Uuid) -> Result<bool, StoreError> {
    let now = At(tx.now());
    let sql = "UPDATE task SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL";
    let removed = tx.conn().prepare_cached(sql)?.execute((Id(task), now))?;
    tx.touch(Tag::Agenda);
    Ok(removed == 1)
}

fn execute(tx: &mut Tx<'_>, sql: &str, task: &Task, desk: Tz) -> Result<usize, StoreError> {
    let changed = tx.conn().prepare_cached(sql)?.execute(params![
        Id(task.id),
        task.title,
        task.kind.code(),
        task.notes,
        task.due.map(|due| Day(due.on)),
        task.due.and_then(|due| due.time).map(|at| at.format("%H:%M").to_string()).unwrap_or_default(),
        task.due.and_then(|due| due.zone).map(Tz::name).unwrap_or_default(),
        task.due.and_then(|due| due.at(desk)).map(At),
        task.priority.code(),
        task.state.code(),
        task.done_at.map(At),
        task.outcome,
        task.remind_at.map(At),
        task.person_id.map(Id),
        task.company_id.map(Id),
        task.opportunity_id.map(Id),
        task.sample,
        At(task.created_at),
        task.deleted_at.map(At),
    ])?;
    tx.touch(Tag::Agenda);
    Ok(changed)
}

pub(super) fn select(which: &str) -> String {
    format!("SELECT {COLUMNS}, {NAMES} FROM task t {JOINS} WHERE {which}")
}

pub(super) fn view(row: &Row<'_>, now: Now) -> Result<TaskView, StoreError> {
    let task = from_row(row)?;
    let person = person(row, 19)?;
    let company = company(row, 21)?;
    Ok(TaskView {
        id: task.id,
        due_on: task.due.map(|due| due.on),
        due_time: task.due.and_then(|due| due.time).map(|at| at.format("%H:%M").to_string()).unwrap_or_default(),
        time_zone: task.due.and_then(|due| due.zone).map(Tz::name).unwrap_or_default().to_owned(),
        due_at: task.due.and_then(|due| due.at(now.zone)),
        group: if task.state.is_open() { group_of(task.due, now) } else { TaskGroup::Done },
        title: task.title,
        kind: task.kind,
        notes: task.notes,
        priority: task.priority,
        state: task.state,
        done_at: task.done_at,
        outcome: task.outcome,
        remind_at: task.remind_at,
        person,
        company,
        opportunity_id: task.opportunity_id,
        created_at: task.created_at,
    })
}

fn from_row(row: &Row<'_>) -> Result<Task, StoreError> {
    let word = |column: &'static str| row.get::<_, String>(column);
    let unknown = |column| StoreError::Malformed { table: "task", column };
    let due = row.get::<_, Option<Day>>("due_on")?.map(|on| {
        let time = row.get::<_, String>("due_time").ok().and_then(|time| NaiveTime::parse_from_str(&time, "%H:%M").ok());
        let zone = row.get::<_, String>("time_zone").ok().and_then(|zone| zone.parse().ok());
        Due { on: on.0, time, zone }
    });
    Ok(Task {
        id: id(row, "id")?,
        title: row.get("title")?,
        kind: TaskKind::of_code(&word("kind")?).ok_or(unknown("kind"))?,
        notes: row.get("notes")?,
        due,
        priority: Priority::of_code(&word("priority")?).ok_or(unknown("priority"))?,
        state: TaskState::of_code(&word("state")?).ok_or(unknown("state"))?,
        done_at: time_or_none(row, "done_at")?,
        outcome: row.get("outcome")?,
        remind_at: time_or_none(row, "remind_at")?,
        person_id: id_or_none(row, "person_id")?,
        company_id: id_or_none(row, "company_id")?,
        opportunity_id: id_or_none(row, "opportunity_id")?,
        sample: row.get("sample")?,
        created_at: time(row, "created_at")?,
        deleted_at: time_or_none(row, "deleted_at")?,
    })
}
