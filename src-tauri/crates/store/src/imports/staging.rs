use crate::values::{Id, from_json, id_or_none, to_json};
use crate::{Read, StoreError, Tx};
use domain::fault::Reason;
use domain::imports::{FieldChange, Tally};
use domain::views::imports::RowPlan;
use rusqlite::{Row, Statement, ToSql, named_params};
use uuid::Uuid;

/// What is planned for a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The plan.
    pub plan: RowPlan,
    /// Why, or what was noticed.
    pub reason: Option<Reason>,
    /// The person it meets; of a new one, the id they get.
    pub person: Option<Uuid>,
    /// Values that change.
    pub changes: Vec<FieldChange>,
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedRow {
    /// 1 = first data row.
    pub n: u32,
    /// Line in the file.
    pub line: u32,
    /// Cells as read.
    pub cells: Vec<String>,
}

/// A row with its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// The row.
    pub row: StagedRow,
    /// Its plan.
    pub planned: Planned,
}

/// Adds rows to the staging table.
pub fn add_rows(tx: &mut Tx<'_>, import: Uuid, rows: &[Staged]) -> Result<(), StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "INSERT INTO import_row (import_id, n, line, cells, plan, reason, person_id, diff)
         VALUES (:import, :n, :line, :cells, :plan, :reason, :person, :diff)",
    )?;
    let import = import.to_string();
    for Staged { row, planned } in rows {
        let cells = to_json(&row.cells, "import_row", "cells")?;
        with_plan(&mut statement, &[(":import", &import), (":n", &row.n), (":line", &row.line), (":cells", &cells)], planned)?;
    }
    Ok(())
}

/// Plans rows anew.
pub fn replan<'p>(tx: &mut Tx<'_>, import: Uuid, rows: impl IntoIterator<Item = (u32, &'p Planned)>) -> Result<(), StoreError> {
    let mut statement = tx.conn().prepare_cached(
        "UPDATE import_row SET plan = :plan, reason = :reason, person_id = :person, diff = :diff WHERE import_id = :import AND n = :n",
    )?;
    let import = import.to_string();
    for (n, planned) in rows {
        with_plan(&mut statement, &[(":import", &import), (":n", &n)], planned)?;
    }
    Ok(())
}

fn with_plan(statement: &mut Statement<'_>, keys: &[(&str, &dyn ToSql)], planned: &Planned) -> Result<(), StoreError> {
    let reason = planned.reason.as_ref().map_or(Ok(String::new()), |reason| to_json(reason, "import_row", "reason"))?;
    let diff = if planned.changes.is_empty() { String::new() } else { to_json(&planned.changes, "import_row", "diff")? };
    let (plan, person) = (planned.plan.code(), planned.person.map(Id));
    let mut values: Vec<(&str, &dyn ToSql)> = keys.to_vec();
    values.extend([(":plan", &plan as &dyn ToSql), (":reason", &reason), (":person", &person), (":diff", &diff)]);
    statement.execute(values.as_slice())?;
    Ok(())
}

const SELECT: &str = "SELECT n, line, cells, plan, reason, person_id, diff FROM import_row WHERE import_id = :import";

/// The rows after number `n`, in the order of the file.
pub fn rows_after(read: &Read<'_>, import: Uuid, n: u32, limit: u32) -> Result<Vec<Staged>, StoreError> {
    let sql = format!("{SELECT} AND n > :n ORDER BY n LIMIT :limit");
    let mut statement = read.conn().prepare_cached(&sql)?;
    collect(statement.query(named_params! { ":import": Id(import), ":n": n, ":limit": limit })?)
}

/// A page of the check, all rows or those of one plan.
pub fn page(read: &Read<'_>, import: Uuid, plan: Option<RowPlan>, offset: u32, limit: u32) -> Result<Vec<Staged>, StoreError> {
    let filter = match plan {
        None => "",
        Some(RowPlan::Create) => " AND plan = 'create'",
        // Repeats the condition of the index, so that the planner may use it.
        Some(RowPlan::Update) => " AND plan = 'update' AND plan <> 'create'",
        Some(RowPlan::Unchanged) => " AND plan = 'unchanged' AND plan <> 'create'",
        Some(RowPlan::Skip) => " AND plan = 'skip' AND plan <> 'create'",
        Some(RowPlan::Reject) => " AND plan = 'reject' AND plan <> 'create'",
    };
    let sql = format!("{SELECT}{filter} ORDER BY n LIMIT :limit OFFSET :offset");
    let mut statement = read.conn().prepare_cached(&sql)?;
    collect(statement.query(named_params! { ":import": Id(import), ":limit": limit, ":offset": offset })?)
}

/// How many rows after number `n` have which plan.
pub fn counts_from(read: &Read<'_>, import: Uuid, n: u32) -> Result<Tally, StoreError> {
    let mut statement =
        read.conn().prepare_cached("SELECT plan, count(*) FROM import_row WHERE import_id = ?1 AND n > ?2 GROUP BY plan")?;
    let mut rows = statement.query((Id(import), n))?;
    let mut tally = Tally::default();
    while let Some(row) = rows.next()? {
        let (plan, count) = (plan_of(&row.get::<_, String>(0)?)?, row.get::<_, u32>(1)?);
        tally.rows += count;
        (0..count).for_each(|_| tally.count(plan));
    }
    Ok(tally)
}

/// Leaves out up to `limit` rows after `n` that would still have been written; gives the last number looked at, `None` at the end.
pub fn leave_rest(tx: &mut Tx<'_>, import: Uuid, n: u32, limit: u32, reason: &Reason) -> Result<Option<u32>, StoreError> {
    let last: Option<u32> = tx
        .conn()
        .prepare_cached("SELECT max(n) FROM (SELECT n FROM import_row WHERE import_id = ?1 AND n > ?2 ORDER BY n LIMIT ?3)")?
        .query_row((Id(import), n, limit), |row| row.get(0))?;
    let Some(last) = last else { return Ok(None) };
    tx.conn()
        .prepare_cached(
            "UPDATE import_row SET plan = 'skip', reason = ?4 WHERE import_id = ?1 AND n > ?2 AND n <= ?3 AND plan IN ('create', 'update', 'unchanged')",
        )?
        .execute((Id(import), n, last, to_json(reason, "import_row", "reason")?))?;
    Ok(Some(last))
}

/// Deletes up to `limit` rows of an import; `false` when none is left.
pub fn clear(tx: &mut Tx<'_>, import: Uuid, limit: u32) -> Result<bool, StoreError> {
    let last: Option<u32> = tx
        .conn()
        .prepare_cached("SELECT max(n) FROM (SELECT n FROM import_row WHERE import_id = ?1 ORDER BY n LIMIT ?2)")?
        .query_row((Id(import), limit), |row| row.get(0))?;
    let Some(last) = last else { return Ok(false) };
    tx.conn().prepare_cached("DELETE FROM import_row WHERE import_id = ?1 AND n <= ?2")?.execute((Id(import), last))?;
    Ok(true)
}

fn collect(mut rows: rusqlite::Rows<'_>) -> Result<Vec<Staged>, StoreError> {
    let mut staged = Vec::new();
    while let Some(row) = rows.next()? {
        staged.push(from_row(row)?);
    }
    Ok(staged)
}

fn from_row(row: &Row<'_>) -> Result<Staged, StoreError> {
    let text = |index: usize, column: &'static str| {
        row.get_ref(index)?.as_str().map_err(|_| StoreError::Malformed { table: "import_row", column })
    };
    let (reason, diff) = (text(4, "reason")?, text(6, "diff")?);
    Ok(Staged {
        row: StagedRow { n: row.get(0)?, line: row.get(1)?, cells: from_json(text(2, "cells")?, "import_row", "cells")? },
        planned: Planned {
            plan: plan_of(text(3, "plan")?)?,
            reason: if reason.is_empty() { None } else { Some(from_json(reason, "import_row", "reason")?) },
            person: id_or_none(row, "person_id")?,
            changes: if diff.is_empty() { Vec::new() } else { from_json(diff, "import_row", "diff")? },
        },
    })
}

fn plan_of(code: &str) -> Result<RowPlan, StoreError> {
    RowPlan::of_code(code).ok_or(StoreError::Malformed { table: "import_row", column: "plan" })
}
