use super::changeset::{Changes, Row};
use super::pack::unpack;
use crate::StoreError;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

const MALFORMED: StoreError = StoreError::Malformed { table: "journal_segment", column: "items" };

/// Columns by table, asked for once: an open desk always has the newest form.
static KNOWN: Mutex<BTreeMap<&'static str, Vec<String>>> = Mutex::new(BTreeMap::new());

/// The names a changeset's tables and columns had when it was made. Stored as JSON, `{"v":1,"tables":{"person":["id",…]}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Names {
    v: u32,
    tables: BTreeMap<String, Vec<String>>,
}

impl Default for Names {
    fn default() -> Self {
        Self { v: 1, tables: BTreeMap::new() }
    }
}

impl Names {
    /// Adds a table's columns, in their order.
    pub(crate) fn learn(&mut self, conn: &Connection, table: &'static str) -> Result<(), StoreError> {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let columns = match known.get(table) {
            Some(columns) => columns.clone(),
            None => {
                let columns = columns(conn, table)?;
                known.insert(table, columns.clone());
                columns
            }
        };
        self.tables.insert(table.to_owned(), columns);
        Ok(())
    }

    pub(crate) fn has(&self, table: &str) -> bool {
        self.tables.contains_key(table)
    }

    /// Where each of these columns of a table stands, if the table has it.
    pub(crate) fn positions(&self, table: &str, columns: &[&str]) -> Vec<Option<usize>> {
        let all = self.tables.get(table).map(Vec::as_slice).unwrap_or_default();
        columns.iter().map(|column| all.iter().position(|name| name == column)).collect()
    }

    pub(crate) fn encode(&self) -> Result<Vec<u8>, StoreError> {
        serde_json::to_vec(self).map_err(|_| MALFORMED)
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        let names: Self = serde_json::from_slice(bytes).map_err(|_| MALFORMED)?;
        if names.v == 1 { Ok(names) } else { Err(MALFORMED) }
    }
}

/// The columns a table has now; empty when there is no such table.
pub(crate) fn columns(conn: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(names)
}

/// A value of a changeset. Text is kept as bytes: a column may hold text that is not UTF-8.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Real(f64),
    Text(Vec<u8>),
    Blob(Vec<u8>),
}

impl From<ValueRef<'_>> for Cell {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(n) => Self::Int(n),
            ValueRef::Real(x) => Self::Real(x),
            ValueRef::Text(bytes) => Self::Text(bytes.to_vec()),
            ValueRef::Blob(bytes) => Self::Blob(bytes.to_vec()),
        }
    }
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.as_value()))
    }
}

impl Cell {
    pub(super) fn as_value(&self) -> ValueRef<'_> {
        match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Real(x) => ValueRef::Real(*x),
            Self::Text(bytes) => ValueRef::Text(bytes),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }
    }

    /// As text for the history; what is not text or a number is named, not shown.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Null => String::new(),
            Self::Int(n) => n.to_string(),
            Self::Real(x) => x.to_string(),
            Self::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Self::Blob(bytes) => format!("({} bytes)", bytes.len()),
        }
    }
}

/// A column's part in a change.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ColumnChange {
    pub(crate) name: String,
    pub(crate) key: bool,
    pub(crate) old: Option<Cell>,
    pub(crate) new: Option<Cell>,
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Insert,
    Update,
    Delete,
}

impl Kind {
    /// SQLite's number of it.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Insert => 18,
            Self::Update => 23,
            Self::Delete => 9,
        }
    }

    /// By SQLite's number of it.
    pub(crate) fn of_code(code: u8) -> Option<Self> {
        match code {
            18 => Some(Self::Insert),
            23 => Some(Self::Update),
            9 => Some(Self::Delete),
            _ => None,
        }
    }
}

/// One row's change, by name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    pub(crate) table: String,
    pub(crate) kind: Kind,
    pub(crate) columns: Vec<ColumnChange>,
}

impl Change {
    /// The key's columns with their values.
    pub(crate) fn key(&self) -> impl Iterator<Item = (&str, &Cell)> {
        self.columns
            .iter()
            .filter(|column| column.key)
            .filter_map(|column| Some((column.name.as_str(), column.old.as_ref().or(column.new.as_ref())?)))
    }

    /// The key as one text, its parts joined by `/`.
    pub(crate) fn row(&self) -> String {
        self.key().map(|(_, cell)| cell.shown()).collect::<Vec<_>>().join("/")
    }
}

/// A change of one value, as the history shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedChange {
    /// Table.
    pub table: String,
    /// Key of the row; parts joined by `/`.
    pub row: String,
    /// Column.
    pub column: String,
    /// Before; `None` when the row was inserted.
    pub old: Option<String>,
    /// After; `None` when the row was deleted.
    pub new: Option<String>,
}

/// A row that a segment inserted, deleted, or changed in one of the watched columns.
pub(crate) struct Touch<'a> {
    pub(crate) table: &'a str,
    pub(crate) kind: Kind,
    /// Its key: the first column.
    pub(crate) key: &'a str,
    new: &'a [Option<ValueRef<'a>>],
    old: &'a [Option<ValueRef<'a>>],
    columns: &'a [Option<usize>],
}

impl Touch<'_> {
    /// What the row has in the watched column of this number since the change; nothing for NULL and for what did not change.
    pub(crate) fn text(&self, column: usize) -> Option<&str> {
        let at = self.columns.get(column).copied().flatten()?;
        told(self.new, at)?.as_str().ok()
    }

    /// What it had before the change, of a row that is gone.
    pub(crate) fn was(&self, column: usize) -> Option<&str> {
        let at = self.columns.get(column).copied().flatten()?;
        told(self.old, at)?.as_str().ok()
    }
}

/// Calls `each` for the rows of these tables that a segment touched; `packed` is its changeset as it is stored.
pub(crate) fn for_each_touched(
    packed: &[u8],
    items: &[u8],
    watched: &[(&str, &[&str])],
    mut each: impl FnMut(Touch<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if packed.is_empty() {
        return Ok(());
    }
    let names = Names::decode(items)?;
    let watched: Vec<(&str, Vec<Option<usize>>)> =
        watched.iter().map(|(table, columns)| (*table, names.positions(table, columns))).filter(|(table, _)| names.has(table)).collect();
    if watched.is_empty() {
        return Ok(());
    }
    let changeset = unpack(packed)?;
    let mut changes = Changes::of(&changeset);
    while let Some(row) = changes.next()? {
        let Some((table, columns)) = watched.iter().find(|(table, _)| *table == row.table) else { continue };
        if row.kind == Kind::Update && !columns.iter().flatten().any(|at| told(row.new, *at).is_some()) {
            continue;
        }
        let key = if row.kind == Kind::Insert { told(row.new, 0) } else { told(row.old, 0) };
        if let Some(Ok(key)) = key.map(|key| key.as_str()) {
            each(Touch { table, kind: row.kind, key, new: row.new, old: row.old, columns })?;
        }
    }
    Ok(())
}

/// Reads a changeset, unpacked, by name.
pub(crate) fn decode(changeset: &[u8], names: &Names) -> Result<Vec<Change>, StoreError> {
    let mut decoded = Vec::new();
    let mut changes = Changes::of(changeset);
    while let Some(row) = changes.next()? {
        decoded.push(decode_row(&row, names)?);
    }
    Ok(decoded)
}

/// One row of a changeset, by name.
pub(super) fn decode_row(row: &Row<'_, '_>, names: &Names) -> Result<Change, StoreError> {
    let columns = names.tables.get(row.table).filter(|columns| columns.len() == row.keys.len()).ok_or(MALFORMED)?;
    let cell = |values, at| told(values, at).map(Cell::from);
    let part = |(at, (name, key)): (usize, (&String, &u8))| ColumnChange {
        name: name.clone(),
        key: *key != 0,
        old: cell(row.old, at),
        new: cell(row.new, at),
    };
    let columns = columns.iter().zip(row.keys).enumerate().map(part).collect();
    Ok(Change { table: row.table.to_owned(), kind: row.kind, columns })
}

fn told<'a>(values: &[Option<ValueRef<'a>>], at: usize) -> Option<ValueRef<'a>> {
    values.get(at).copied().flatten()
}
