//! Rows that a bulk insert records itself, in the form of SQLite's session extension (`sqlite3session.c`, "CHANGESET FORMAT"). The extension
//! would read each of them back, value by value, at the end of the transaction: a tenth of the time a large import takes.

use crate::StoreError;
use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

/// Code of an insert in a changeset.
const INSERT: u8 = 18;

/// The inserts of one transaction, as a changeset.
#[derive(Default)]
pub(crate) struct Inserted {
    table: &'static str,
    /// What a row has in the columns an insert does not name: their defaults.
    defaults: Vec<u8>,
    changeset: Vec<u8>,
}

impl Inserted {
    /// Adds a row that was put into a table with these values for its first columns.
    pub(crate) fn add(&mut self, conn: &Connection, table: &'static str, values: &[ToSqlOutput<'_>]) -> Result<(), StoreError> {
        if self.table != table {
            self.begin(conn, table, values.len())?;
        }
        self.changeset.extend([INSERT, 0]);
        for value in values {
            put(&mut self.changeset, told(value)?);
        }
        self.changeset.extend_from_slice(&self.defaults);
        Ok(())
    }

    /// What was added.
    pub(crate) fn into_changeset(self) -> Vec<u8> {
        self.changeset
    }

    /// The head of a table: how many columns, which of them are its key, its name.
    fn begin(&mut self, conn: &Connection, table: &'static str, given: usize) -> Result<(), StoreError> {
        let mut statement = conn.prepare_cached("SELECT pk, coalesce(dflt_value, 'NULL') FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<Vec<(u8, String)>, _>>()?;
        self.defaults.clear();
        for (_, default) in columns.iter().skip(given) {
            let value: Value = conn.prepare_cached(&format!("SELECT {default}"))?.query_row([], |row| row.get(0))?;
            put(&mut self.defaults, ValueRef::from(&value));
        }
        self.changeset.push(b'T');
        put_length(&mut self.changeset, columns.len());
        self.changeset.extend(columns.iter().map(|(key, _)| *key));
        self.changeset.extend_from_slice(table.as_bytes());
        self.changeset.push(0);
        self.table = table;
        Ok(())
    }
}

fn told<'v>(value: &'v ToSqlOutput<'_>) -> Result<ValueRef<'v>, StoreError> {
    match value {
        ToSqlOutput::Borrowed(value) => Ok(*value),
        ToSqlOutput::Owned(value) => Ok(ValueRef::from(value)),
        _ => Err(StoreError::Malformed { table: "journal_segment", column: "changeset" }),
    }
}

fn put(to: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Integer(number) => {
            to.push(1);
            to.extend(number.to_be_bytes());
        }
        ValueRef::Real(number) => {
            to.push(2);
            to.extend(number.to_be_bytes());
        }
        ValueRef::Text(text) => put_sized(to, 3, text),
        ValueRef::Blob(blob) => put_sized(to, 4, blob),
        ValueRef::Null => to.push(5),
    }
}

fn put_sized(to: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    to.push(kind);
    put_length(to, bytes.len());
    to.extend_from_slice(bytes);
}

/// SQLite's integer of one to nine bytes, seven bits each, the highest first.
fn put_length(to: &mut Vec<u8>, length: usize) {
    let groups = (usize::BITS - length.leading_zeros()).div_ceil(7).max(1);
    for group in (0..groups).rev() {
        let bits = u8::try_from(length >> (7 * group) & 0x7f).unwrap_or(0x7f);
        to.push(if group == 0 { bits } else { bits | 0x80 });
    }
}

#[cfg(test)]
mod tests {
    use super::put_length;

    #[test]
    fn a_length_is_written_as_sqlite_writes_it() {
        for (length, bytes) in
            [(0, vec![0]), (127, vec![0x7f]), (128, vec![0x81, 0]), (16_383, vec![0xff, 0x7f]), (16_384, vec![0x81, 0x80, 0])]
        {
            let mut written = Vec::new();
            put_length(&mut written, length);
            assert_eq!(written, bytes, "{length}");
        }
    }
}
