use crate::StoreError;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Read;
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

    /// Where these columns of a table stand.
    pub(crate) fn positions(&self, table: &str, columns: &[&str]) -> Vec<usize> {
        let all = self.tables.get(table).map(Vec::as_slice).unwrap_or_default();
        all.iter().enumerate().filter(|(_, name)| columns.contains(&name.as_str())).map(|(at, _)| at).collect()
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
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Real(x) => ValueRef::Real(*x),
            Self::Text(bytes) => ValueRef::Text(bytes),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl Cell {
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
    pub(crate) fn of(action: Action) -> Result<Self, StoreError> {
        match action {
            Action::SQLITE_INSERT => Ok(Self::Insert),
            Action::SQLITE_UPDATE => Ok(Self::Update),
            Action::SQLITE_DELETE => Ok(Self::Delete),
            _ => Err(MALFORMED),
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

/// Each row of these tables that a segment inserted, deleted, or changed in one of these columns, with its key: the first column.
pub(crate) fn for_each_touched(
    changeset: &[u8],
    items: &[u8],
    watched: &[(&str, &[&str])],
    mut each: impl FnMut(&str, Kind, &str) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if changeset.is_empty() {
        return Ok(());
    }
    let names = Names::decode(items)?;
    let watched: Vec<(&str, Vec<usize>)> =
        watched.iter().map(|(table, columns)| (*table, names.positions(table, columns))).filter(|(table, _)| names.has(table)).collect();
    if watched.is_empty() {
        return Ok(());
    }
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(item) = changes.next()? {
        let operation = item.op()?;
        let Some((table, columns)) = watched.iter().find(|(table, _)| *table == operation.table_name()) else { continue };
        let kind = Kind::of(operation.code())?;
        // Columns that an update did not change are undefined, which the binding reports as an error.
        if kind == Kind::Update && !columns.iter().any(|at| item.new_value(*at).is_ok()) {
            continue;
        }
        let key = if kind == Kind::Insert { item.new_value(0)? } else { item.old_value(0)? };
        if let Ok(key) = key.as_str() {
            each(table, kind, key)?;
        }
    }
    Ok(())
}

/// Reads a changeset by name.
pub(crate) fn decode(changeset: &[u8], names: &Names) -> Result<Vec<Change>, StoreError> {
    let mut decoded = Vec::new();
    if changeset.is_empty() {
        return Ok(decoded);
    }
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(item) = changes.next()? {
        decoded.push(decode_item(item, names)?);
    }
    Ok(decoded)
}

fn decode_item(item: &ChangesetItem, names: &Names) -> Result<Change, StoreError> {
    let operation = item.op()?;
    let table = operation.table_name();
    let columns = names.tables.get(table).ok_or(MALFORMED)?;
    let kind = Kind::of(operation.code())?;
    let keys = item.pk()?;
    let mut parts = Vec::with_capacity(columns.len());
    for (at, key) in keys.iter().enumerate() {
        let name = columns.get(at).ok_or(MALFORMED)?;
        let old = if kind == Kind::Insert { None } else { defined(item.old_value(at))? };
        let new = if kind == Kind::Delete { None } else { defined(item.new_value(at))? };
        parts.push(ColumnChange { name: name.clone(), key: *key != 0, old, new });
    }
    Ok(Change { table: table.to_owned(), kind, columns: parts })
}

/// An update leaves columns that did not change undefined, which the binding reports as a bad index.
fn defined(value: rusqlite::Result<ValueRef<'_>>) -> Result<Option<Cell>, StoreError> {
    match value {
        Ok(value) => Ok(Some(value.into())),
        Err(rusqlite::Error::InvalidColumnIndex(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
