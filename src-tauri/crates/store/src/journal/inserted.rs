//! Rows that a bulk insert records itself, in the form of SQLite's session extension (`sqlite3session.c`, "CHANGESET FORMAT"). The extension
//! would read each of them back, value by value, at the end of the transaction: a fifth of the time a large import takes.

use super::change::Kind;
use super::changeset::{put_head, put_value};
use crate::StoreError;
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

const MALFORMED: StoreError = StoreError::Malformed { table: "journal_segment", column: "changeset" };

/// The inserts of one transaction, as a changeset.
#[derive(Default)]
pub(crate) struct Inserted(Vec<Table>);

/// The rows put into one table, behind its head.
pub(crate) struct Table {
    name: &'static str,
    given: usize,
    /// The statement that puts a row in.
    pub(crate) insert: String,
    /// What a row has in the columns an insert does not name: their defaults.
    defaults: Vec<u8>,
    changeset: Vec<u8>,
    rows: u32,
}

impl Inserted {
    /// The rows put into a table with values for its first `given` columns.
    pub(crate) fn rows_of(&mut self, conn: &Connection, name: &'static str, given: usize) -> Result<&mut Table, StoreError> {
        let at = match self.0.iter().position(|table| table.name == name && table.given == given) {
            Some(at) => at,
            None => {
                self.0.push(Table::begin(conn, name, given)?);
                self.0.len() - 1
            }
        };
        self.0.get_mut(at).ok_or(MALFORMED)
    }

    /// The tables, each with how many rows were added.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (&'static str, u32)> {
        self.0.iter().map(|table| (table.name, table.rows))
    }

    /// What was added, table by table, the last one first: taken back in this order, what goes is referred to by nothing that is still there.
    pub(crate) fn into_changeset(self) -> Vec<u8> {
        let mut tables = self.0.into_iter().rev().map(|table| table.changeset);
        let mut changeset = tables.next().unwrap_or_default();
        tables.for_each(|rows| changeset.extend(rows));
        changeset
    }
}

impl Table {
    fn begin(conn: &Connection, name: &'static str, given: usize) -> Result<Self, StoreError> {
        let mut statement = conn.prepare_cached("SELECT pk, coalesce(dflt_value, 'NULL'), name FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns = statement.query_map([name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let columns = columns.collect::<Result<Vec<(u8, String, String)>, _>>()?;
        let names: Vec<&str> = columns.iter().take(given).map(|(_, _, name)| name.as_str()).collect();
        let insert = format!("INSERT INTO {name} ({}) VALUES ({})", names.join(", "), vec!["?"; given].join(", "));
        let mut defaults = Vec::new();
        for (_, default, _) in columns.iter().skip(given) {
            let value: Value = conn.prepare_cached(&format!("SELECT {default}"))?.query_row([], |row| row.get(0))?;
            put_value(&mut defaults, Some(ValueRef::from(&value)));
        }
        let mut changeset = Vec::new();
        put_head(&mut changeset, name, columns.iter().map(|(key, ..)| *key));
        Ok(Self { name, given, insert, defaults, changeset, rows: 0 })
    }

    /// Records a row that was put in.
    pub(crate) fn add(&mut self, values: &[ToSqlOutput<'_>]) -> Result<(), StoreError> {
        self.rows += 1;
        self.changeset.extend([Kind::Insert.code(), 0]);
        for value in values {
            put_value(&mut self.changeset, Some(told(value)?));
        }
        self.changeset.extend_from_slice(&self.defaults);
        Ok(())
    }
}

fn told<'v>(value: &'v ToSqlOutput<'_>) -> Result<ValueRef<'v>, StoreError> {
    match value {
        ToSqlOutput::Borrowed(value) => Ok(*value),
        ToSqlOutput::Owned(value) => Ok(ValueRef::from(value)),
        _ => Err(MALFORMED),
    }
}
