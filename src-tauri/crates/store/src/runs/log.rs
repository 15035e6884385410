use crate::people::called;
use crate::values::{At, Id, from_json, to_json};
use crate::{Read, StoreError, Tag, Tx};
use domain::fault::{Params, Reason};
use domain::views::runs::{PersonName, RunLogLine};
use rusqlite::{Row, named_params, params};
use uuid::Uuid;

/// A line to append.
#[derive(Debug, Clone)]
pub struct Note {
    /// `info`, `warning`, `error`.
    pub level: &'static str,
    /// What.
    pub what: Reason,
    /// About whom.
    pub person: Option<Uuid>,
}

/// A line as the screens and the receipt show it.
pub type Line = RunLogLine;

/// Appends lines.
pub fn append(tx: &mut Tx<'_>, run: Uuid, notes: &[Note]) -> Result<(), StoreError> {
    let mut seq: u32 =
        tx.conn().prepare_cached("SELECT coalesce(max(seq), 0) FROM run_log WHERE run_id = ?1")?.query_row([Id(run)], |row| row.get(0))?;
    let mut statement = tx
        .conn()
        .prepare_cached("INSERT INTO run_log (run_id, seq, at, level, code, params, person_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
    for note in notes {
        seq += 1;
        let values = to_json(&note.what.params, "run_log", "params")?;
        statement.execute(params![Id(run), seq, At(tx.now()), note.level, note.what.code, values, note.person.map(Id)])?;
    }
    drop(statement);
    tx.touch(Tag::Runs);
    Ok(())
}

const SELECT: &str = concat!(
    "SELECT l.seq, l.at, l.level, l.code, l.params, l.person_id, ",
    called!("p."),
    " FROM run_log l LEFT JOIN person p ON p.id = l.person_id"
);

/// Lines, newest first.
pub fn lines(read: &Read<'_>, run: Uuid, problems: bool, before: Option<u32>, limit: u32) -> Result<Vec<Line>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE l.run_id = :run AND (:before IS NULL OR l.seq < :before) AND (NOT :problems OR l.level <> 'info')
         ORDER BY l.seq DESC LIMIT :limit"
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":run": Id(run), ":before": before, ":problems": problems, ":limit": limit }, raw)?;
    rows.map(|row| line(row?)).collect()
}

/// The log from its beginning, at most `limit` lines.
pub fn whole_log(read: &Read<'_>, run: Uuid, limit: u32) -> Result<Vec<Line>, StoreError> {
    let sql = format!("{SELECT} WHERE l.run_id = ?1 ORDER BY l.seq LIMIT ?2");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params![Id(run), limit], raw)?;
    rows.map(|row| line(row?)).collect()
}

type Raw = (Line, String, String);

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let person = row.get::<_, Option<Id>>(5)?;
    let name: Option<String> = row.get(6)?;
    let line = Line {
        seq: row.get(0)?,
        at: row.get::<_, At>(1)?.0,
        level: row.get(2)?,
        what: Reason::new("").into(),
        person: person.map(|id| PersonName { id: id.0, name: name.unwrap_or_default() }),
    };
    Ok((line, row.get(3)?, row.get(4)?))
}

fn line((line, code, values): Raw) -> Result<Line, StoreError> {
    let params: Params = if values == "{}" { Params::new() } else { from_json(&values, "run_log", "params")? };
    Ok(Line { what: Reason { code, params }.into(), ..line })
}
