use crate::values::{Id, from_json, id_or_none, to_json};
use crate::{Read, StoreError, Tx};
use domain::fault::Reason;
use domain::imports::{Added, FieldChange, Tally};
use domain::people::PersonField;
use domain::views::imports::{ImportOnly, RowPlan};
use rusqlite::{Row, Statement, ToSql, named_params};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use uuid::Uuid;

/// Reasons of rows that are taken without a value of theirs, or with one that nobody can use.
const NOT_TAKEN: [&str; 6] = [
    "imports.left_out",
    "imports.own_left_out",
    "imports.date_open",
    "imports.first_of_several",
    "imports.email_of_other",
    "imports.phone_unread",
];

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
    /// What is added beside them.
    pub added: Vec<Added>,
    /// They are on the do-not-contact list.
    pub held: bool,
}

impl Planned {
    /// Values that the seller typed and the file has otherwise.
    pub fn conflicts(&self) -> u32 {
        self.changes.iter().map(|change| u32::from(change.typed)).sum()
    }

    /// Whether the row is taken, but for a value, which its reason names: the seller can correct it.
    pub fn is_partly_taken(&self) -> bool {
        self.plan.is_taken() && self.reason.as_ref().is_some_and(|reason| NOT_TAKEN.contains(&reason.code.as_str()))
    }

    /// Whether correcting its cells helps.
    pub fn is_correctable(&self) -> bool {
        self.plan == RowPlan::Reject || self.is_partly_taken()
    }
}

/// What the seller decided about a row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// It stays out.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub out: bool,
    /// Fields for which the file's value is taken although they typed another.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub file: Vec<PersonField>,
}

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StagedRow {
    /// 1 = first data row.
    pub n: u32,
    /// Line in the file.
    pub line: u32,
    /// Cells as read, or as the seller corrected them.
    pub cells: Vec<String>,
    /// What the seller decided about it.
    pub told: Told,
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
        "INSERT INTO import_row (import_id, n, line, cells, plan, reason, person_id, diff, conflicts, held)
         VALUES (:import, :n, :line, :cells, :plan, :reason, :person, :diff, :conflicts, :held)",
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
        "UPDATE import_row SET plan = :plan, reason = :reason, person_id = :person, diff = :diff, conflicts = :conflicts, held = :held
          WHERE import_id = :import AND n = :n",
    )?;
    let import = import.to_string();
    for (n, planned) in rows {
        with_plan(&mut statement, &[(":import", &import), (":n", &n)], planned)?;
    }
    Ok(())
}

fn with_plan(statement: &mut Statement<'_>, keys: &[(&str, &dyn ToSql)], planned: &Planned) -> Result<(), StoreError> {
    let reason = planned.reason.as_ref().map_or(Ok(String::new()), |reason| to_json(reason, "import_row", "reason"))?;
    let diff = diff(planned)?;
    let (plan, person, conflicts) = (planned.plan.code(), planned.person.map(Id), planned.conflicts());
    let mut values: Vec<(&str, &dyn ToSql)> = keys.to_vec();
    values.extend([(":plan", &plan as &dyn ToSql), (":reason", &reason), (":person", &person), (":diff", &diff)]);
    values.extend([(":conflicts", &conflicts as &dyn ToSql), (":held", &planned.held)]);
    statement.execute(values.as_slice())?;
    Ok(())
}

/// How changes are kept: a list of them, or with what is added beside them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Diff {
    Changes(Vec<FieldChange>),
    WithAdded { changes: Vec<FieldChange>, added: Vec<Added> },
}

fn diff(planned: &Planned) -> Result<String, StoreError> {
    #[derive(Serialize)]
    struct WithAdded<'p> {
        changes: &'p [FieldChange],
        added: &'p [Added],
    }
    let Planned { changes, added, .. } = planned;
    match (changes.is_empty(), added.is_empty()) {
        (true, true) => Ok(String::new()),
        (false, true) => to_json(changes, "import_row", "diff"),
        (_, false) => to_json(&WithAdded { changes, added }, "import_row", "diff"),
    }
}

fn undiff(text: &str) -> Result<(Vec<FieldChange>, Vec<Added>), StoreError> {
    if text.is_empty() {
        return Ok(Default::default());
    }
    Ok(match from_json(text, "import_row", "diff")? {
        Diff::Changes(changes) => (changes, Vec::new()),
        Diff::WithAdded { changes, added } => (changes, added),
    })
}

const SELECT: &str = "SELECT n, line, cells, plan, reason, person_id, diff, told, held FROM import_row WHERE import_id = :import";

/// The rows after number `n`, in the order of the file.
pub fn rows_after(read: &Read<'_>, import: Uuid, n: u32, limit: u32) -> Result<Vec<Staged>, StoreError> {
    let sql = format!("{SELECT} AND n > :n ORDER BY n LIMIT :limit");
    let mut statement = read.conn().prepare_cached(&sql)?;
    collect(statement.query(named_params! { ":import": Id(import), ":n": n, ":limit": limit })?)
}

/// Which rows of the check are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shown {
    /// Those of one plan.
    pub plan: Option<RowPlan>,
    /// Those of one kind, whatever their plan.
    pub only: Option<ImportOnly>,
}

/// A page of the check: rows after number `after`, past the first `offset` of them. To go on by `after` costs the same however far down it is.
pub fn page(read: &Read<'_>, import: Uuid, shown: Shown, after: u32, offset: u32, limit: u32) -> Result<Vec<Staged>, StoreError> {
    let plan = match shown.plan {
        None => "",
        Some(RowPlan::Create) => " AND plan = 'create'",
        // Repeats the condition of the index, so that the planner may use it.
        Some(RowPlan::Update) => " AND plan = 'update' AND plan <> 'create'",
        Some(RowPlan::Unchanged) => " AND plan = 'unchanged' AND plan <> 'create'",
        Some(RowPlan::Skip) => " AND plan = 'skip' AND plan <> 'create'",
        Some(RowPlan::Reject) => " AND plan = 'reject' AND plan <> 'create'",
    };
    let only = match shown.only {
        None => Cow::Borrowed(""),
        Some(ImportOnly::Conflicts) => " AND conflicts > 0".into(),
        Some(ImportOnly::DoNotContact) => " AND held = 1".into(),
        Some(ImportOnly::NotTaken) => format!(
            " AND plan IN ('create', 'update', 'unchanged') AND reason <> '' AND json_extract(reason, '$.code') IN ('{}')",
            NOT_TAKEN.join("', '")
        )
        .into(),
    };
    let sql = format!("{SELECT}{plan}{only} AND n > :after ORDER BY n LIMIT :limit OFFSET :offset");
    let mut statement = read.conn().prepare_cached(&sql)?;
    collect(statement.query(named_params! { ":import": Id(import), ":after": after, ":limit": limit, ":offset": offset })?)
}

/// Rows with a conflict after number `n`.
pub fn conflicts_after(read: &Read<'_>, import: Uuid, n: u32, limit: u32) -> Result<Vec<Staged>, StoreError> {
    page(read, import, Shown { plan: None, only: Some(ImportOnly::Conflicts) }, n, 0, limit)
}

/// One row.
pub fn row(read: &Read<'_>, import: Uuid, n: u32) -> Result<Option<Staged>, StoreError> {
    let sql = format!("{SELECT} AND n = :n");
    let mut statement = read.conn().prepare_cached(&sql)?;
    Ok(collect(statement.query(named_params! { ":import": Id(import), ":n": n })?)?.pop())
}

/// Rows other than `n` in which one of the keys stands somewhere, whatever the case of its Latin letters: those that may be of the same person.
/// Looks at every row of the import.
pub fn alike(read: &Read<'_>, import: Uuid, n: u32, keys: &[&str], limit: u32) -> Result<Vec<Staged>, StoreError> {
    let keys: Vec<String> = keys.iter().filter(|key| !key.is_empty()).map(|key| key.to_ascii_lowercase()).collect();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let any = (0..keys.len()).map(|key| format!("instr(lower(cells), ?{}) > 0", key + 4)).collect::<Vec<_>>().join(" OR ");
    let sql = format!("{} AND n <> ?2 AND ({any}) ORDER BY n LIMIT ?3", SELECT.replace(":import", "?1"));
    let mut values: Vec<&dyn ToSql> = Vec::new();
    let import = Id(import);
    values.extend([&import as &dyn ToSql, &n, &limit]);
    values.extend(keys.iter().map(|key| key as &dyn ToSql));
    let mut statement = read.conn().prepare(&sql)?;
    collect(statement.query(values.as_slice())?)
}

/// Rows left out because the row at `line` is of the same person.
pub fn later_of(read: &Read<'_>, import: Uuid, line: u32, limit: u32) -> Result<Vec<Staged>, StoreError> {
    let sql = format!(
        "{SELECT} AND plan = 'skip' AND plan <> 'create' AND reason <> '' AND json_extract(reason, '$.code') = 'imports.duplicate_in_file'
            AND json_extract(reason, '$.params.line') = :line ORDER BY n LIMIT :limit"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    collect(statement.query(named_params! { ":import": Id(import), ":line": line.to_string(), ":limit": limit })?)
}

/// Writes what the seller corrected in a row or decided about it; its plan is for [`replan`].
pub fn edit(tx: &mut Tx<'_>, import: Uuid, row: &StagedRow) -> Result<(), StoreError> {
    let told = if row.told == Told::default() { String::new() } else { to_json(&row.told, "import_row", "told")? };
    tx.conn().prepare_cached("UPDATE import_row SET cells = ?3, told = ?4 WHERE import_id = ?1 AND n = ?2")?.execute((
        Id(import),
        row.n,
        to_json(&row.cells, "import_row", "cells")?,
        told,
    ))?;
    Ok(())
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
    let (reason, told) = (text(4, "reason")?, text(7, "told")?);
    let (changes, added) = undiff(text(6, "diff")?)?;
    Ok(Staged {
        row: StagedRow {
            n: row.get(0)?,
            line: row.get(1)?,
            cells: from_json(text(2, "cells")?, "import_row", "cells")?,
            told: if told.is_empty() { Told::default() } else { from_json(told, "import_row", "told")? },
        },
        planned: Planned {
            plan: plan_of(text(3, "plan")?)?,
            reason: if reason.is_empty() { None } else { Some(from_json(reason, "import_row", "reason")?) },
            person: id_or_none(row, "person_id")?,
            changes,
            added,
            held: row.get(8)?,
        },
    })
}

fn plan_of(code: &str) -> Result<RowPlan, StoreError> {
    RowPlan::of_code(code).ok_or(StoreError::Malformed { table: "import_row", column: "plan" })
}
