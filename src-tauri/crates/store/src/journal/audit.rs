//! The journal read row by row, newest first: what happened to a record, or to everything.
//!
//! No index says which segment speaks of a record: one would have to be written with every import. A segment is unpacked and looked through
//! in place instead; only what answers is read by name.

use super::change::{ColumnChange, Kind, Names, decode_row};
use super::changeset::{Changes, Row};
use super::history::{COLUMNS, operation};
use super::pack::unpack;
use super::{Operation, RECORDED};
use crate::values::{At, Id};
use crate::{OperationId, Read, StoreError};
use chrono::{DateTime, Utc};
use domain::views::history::RecordKind;
use rusqlite::params;
use std::collections::HashSet;
use std::ops::ControlFlow;
use uuid::Uuid;

/// Rows that have an id of their own and belong to the record one of their columns names: their later changes are the record's too.
const FOLLOWED: &[&str] = &[
    "contact_point",
    "activity",
    "linkedin_task",
    "followup",
    "task",
    "opportunity_line",
    "opportunity_contact",
    "opportunity_move",
    "file",
];

/// Which changes.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Of one operation.
    pub operation: Option<OperationId>,
    /// Of one record.
    pub record: Option<(RecordKind, Uuid)>,
    /// Of rows of these tables; none = of all.
    pub tables: Vec<&'static str>,
    /// Where this column changed.
    pub column: Option<String>,
    /// By `seller`, `run`, `import` or `desk`.
    pub actor: Option<String>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Before this moment.
    pub before: Option<DateTime<Utc>>,
}

/// A row's place in the journal: its segment, and its number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Number of the segment.
    pub segment: i64,
    /// Number of the row in it, from 0.
    pub row: u32,
}

/// What an operation did to a row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// Its place.
    pub place: Place,
    /// The table.
    pub table: String,
    /// Key of the row; parts joined by `/`.
    pub row: String,
    /// It was made.
    pub inserted: bool,
    /// It was deleted.
    pub deleted: bool,
    /// The columns with their values, as text: the name, before, after; `None` = the value is not told, or NULL.
    pub columns: Vec<(String, Option<String>, Option<String>)>,
    /// Those among them that say which row it is and did not change; they stand as what is, not as what was.
    pub keys: Vec<String>,
}

/// Calls `each` for the changes that are wanted, newest segment first, behind a place; ends when it says so.
pub fn each_change(
    read: &Read<'_>,
    wanted: &Wanted,
    after: Option<Place>,
    mut each: impl FnMut(&Operation, RowChange) -> Result<ControlFlow<()>, StoreError>,
) -> Result<(), StoreError> {
    let mut of_record = wanted.record.map(|(kind, id)| OfRecord::load(read, kind, id)).transpose()?;
    let sql = format!(
        "SELECT s.seq AS segment, s.changeset, s.items, {} FROM journal_segment s JOIN operation o ON o.id = s.operation_id
          WHERE s.seq <= ?1 AND (?2 IS NULL OR s.operation_id = ?2) AND (?3 IS NULL OR o.actor = ?3 OR o.actor LIKE ?3 || ':%')
            AND (?4 IS NULL OR o.at >= ?4) AND (?5 IS NULL OR o.at < ?5) ORDER BY s.seq DESC",
        COLUMNS.split(", ").map(|column| format!("o.{column} AS {column}")).collect::<Vec<_>>().join(", ")
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(params![
        after.map_or(i64::MAX, |place| place.segment),
        wanted.operation.map(|id| Id(id.0)),
        wanted.actor,
        wanted.from.map(At),
        wanted.before.map(At),
    ])?;
    while let Some(row) = rows.next()? {
        let segment: i64 = row.get("segment")?;
        let packed = row.get_ref("changeset")?.as_blob().map_err(rusqlite::Error::from)?;
        if packed.is_empty() {
            continue;
        }
        let names = Names::decode(row.get_ref("items")?.as_blob().map_err(rusqlite::Error::from)?)?;
        if !wanted.tables.is_empty() && !wanted.tables.iter().any(|table| names.has(table)) {
            continue;
        }
        let done = operation(row)?;
        let skip = after.filter(|place| place.segment == segment).map_or(0, |place| place.row.saturating_add(1));
        let changeset = unpack(packed)?;
        let mut changes = Changes::of(&changeset);
        let mut at = 0_u32;
        while let Some(change) = changes.next()? {
            let place = Place { segment, row: at };
            at = at.saturating_add(1);
            let of_table = wanted.tables.is_empty() || wanted.tables.contains(&change.table);
            let of_record = of_record.as_mut().is_none_or(|record| record.has(&change));
            if !of_table || !of_record || place.row < skip {
                continue;
            }
            let change = decode_row(&change, &names)?;
            let told = |part: &ColumnChange| part.old.is_some() || part.new.is_some();
            let key = |part: &ColumnChange| change.kind == Kind::Update && part.old.is_some() && part.new.is_none();
            if let Some(column) = &wanted.column
                && !change.columns.iter().any(|part| part.name == *column && changed(part) && !key(part))
            {
                continue;
            }
            let shown = |cell: &Option<super::Cell>| cell.as_ref().filter(|cell| **cell != super::Cell::Null).map(super::Cell::shown);
            let found = RowChange {
                place,
                row: change.row(),
                inserted: change.kind == Kind::Insert,
                deleted: change.kind == Kind::Delete,
                columns: change
                    .columns
                    .iter()
                    .filter(|part| told(part))
                    .map(|part| match key(part) {
                        true => (part.name.clone(), None, shown(&part.old)),
                        false => (part.name.clone(), shown(&part.old), shown(&part.new)),
                    })
                    .collect(),
                keys: change.columns.iter().filter(|part| key(part)).map(|part| part.name.clone()).collect(),
                table: change.table,
            };
            if each(&done, found)?.is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

fn changed(part: &ColumnChange) -> bool {
    let empty = |cell: &Option<super::Cell>| cell.as_ref().is_none_or(|cell| cell.shown().is_empty());
    (part.old.is_some() || part.new.is_some()) && part.old != part.new && !(empty(&part.old) && empty(&part.new))
}

/// How a row is known to be a record's.
struct OfRecord {
    /// Table of the record.
    table: &'static str,
    /// The record, and whoever was made one with it.
    ids: HashSet<String>,
    /// Rows of [`FOLLOWED`] tables that are theirs. Read backwards, a row that is gone is known by its end before what was done to it.
    own: HashSet<String>,
}

impl OfRecord {
    fn load(read: &Read<'_>, kind: RecordKind, id: Uuid) -> Result<Self, StoreError> {
        let (table, column) = match kind {
            RecordKind::Person => ("person", "person_id"),
            RecordKind::Company => ("company", "company_id"),
            RecordKind::Opportunity => ("opportunity", "opportunity_id"),
        };
        let mut ids = HashSet::from([id.to_string()]);
        if kind != RecordKind::Opportunity {
            let sql = format!(
                "WITH RECURSIVE one (id) AS (SELECT id FROM {table} WHERE merged_into = ?1 UNION SELECT p.id FROM one JOIN {table} p ON p.merged_into = one.id)
                 SELECT id FROM one"
            );
            let mut statement = read.conn().prepare_cached(&sql)?;
            let merged = statement.query_map([Id(id)], |row| row.get::<_, String>(0))?;
            ids.extend(merged.collect::<Result<Vec<_>, _>>()?);
        }
        let mut own = HashSet::new();
        for followed in RECORDED.iter().filter(|recorded| FOLLOWED.contains(&recorded.name)) {
            if !super::columns(read.conn(), followed.name)?.iter().any(|name| name == column) {
                continue;
            }
            let mut statement = read.conn().prepare_cached(&format!("SELECT id FROM {} WHERE {column} = ?1", followed.name))?;
            for id in &ids {
                let rows = statement.query_map([id], |row| row.get::<_, String>(0))?;
                own.extend(rows.collect::<Result<Vec<_>, _>>()?);
            }
        }
        Ok(Self { table, ids, own })
    }

    fn has(&mut self, change: &Row<'_, '_>) -> bool {
        let texts = || change.old.iter().chain(change.new).flatten().filter_map(|value| value.as_str().ok());
        let named = texts().any(|text| text.len() == 36 && self.ids.contains(text));
        let Some(key) = texts().next() else { return false };
        if FOLLOWED.contains(&change.table) {
            if named {
                self.own.insert(key.to_owned());
            }
            return named || self.own.contains(key);
        }
        // A row of the same kind that points here is another record, unless it was made one with this.
        named && (change.table != self.table || self.ids.contains(key))
    }
}
