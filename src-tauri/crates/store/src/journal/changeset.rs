//! Reads a changeset of SQLite's session extension row by row, in place: SQLite's own iterator copies every value of every row.
//!
//! The form is SQLite's (`sqlite3session.c`, "CHANGESET FORMAT"): tables as `T`, the number of columns, which of them are the key, the name;
//! behind each its rows as kind, indirectness and the values before and after.

use super::change::Kind;
use crate::StoreError;
use rusqlite::types::ValueRef;

const MALFORMED: StoreError = StoreError::Malformed { table: "journal_segment", column: "changeset" };

type Values<'a> = Vec<Option<ValueRef<'a>>>;

/// The rows of a changeset, in their order.
pub(super) struct Changes<'a> {
    bytes: Bytes<'a>,
    /// The head of the present table, and the row read last, as they stand.
    head: &'a [u8],
    raw: &'a [u8],
    table: &'a str,
    keys: &'a [u8],
    old: Values<'a>,
    new: Values<'a>,
}

/// One row's change. A value that is not told (an update tells the key and what changed) is `None`.
pub(super) struct Row<'r, 'a> {
    pub(super) table: &'a str,
    pub(super) kind: Kind,
    /// For each column whether it belongs to the key: not 0.
    pub(super) keys: &'a [u8],
    /// Empty for an insert.
    pub(super) old: &'r [Option<ValueRef<'a>>],
    /// Empty for a delete.
    pub(super) new: &'r [Option<ValueRef<'a>>],
}

impl<'a> Changes<'a> {
    pub(super) fn of(changeset: &'a [u8]) -> Self {
        Self { bytes: Bytes(changeset), head: &[], raw: &[], table: "", keys: &[], old: Vec::new(), new: Vec::new() }
    }

    /// The next row; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Row<'_, 'a>>, StoreError> {
        while self.bytes.0.first() == Some(&b'T') {
            let before = self.bytes.0;
            self.bytes.byte()?;
            let columns = self.bytes.length()?;
            self.keys = self.bytes.take(columns)?;
            self.table = self.bytes.name()?;
            self.head = taken(before, self.bytes.0);
        }
        if self.bytes.0.is_empty() {
            return Ok(None);
        }
        let before = self.bytes.0;
        let kind = Kind::of_code(self.bytes.byte()?).ok_or(MALFORMED)?;
        let _indirect = self.bytes.byte()?;
        let told = |yes| if yes { self.keys.len() } else { 0 };
        self.bytes.values(told(kind != Kind::Insert), &mut self.old)?;
        self.bytes.values(told(kind != Kind::Delete), &mut self.new)?;
        self.raw = taken(before, self.bytes.0);
        Ok(Some(Row { table: self.table, kind, keys: self.keys, old: &self.old, new: &self.new }))
    }
}

impl<'a> Changes<'a> {
    /// The bytes of the row read last, and of the head of its table.
    pub(super) fn raw(&self) -> (&'a [u8], &'a [u8]) {
        (self.head, self.raw)
    }
}

fn taken<'a>(before: &'a [u8], after: &[u8]) -> &'a [u8] {
    before.get(..before.len() - after.len()).unwrap_or_default()
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn values(&mut self, count: usize, values: &mut Values<'a>) -> Result<(), StoreError> {
        values.clear();
        for _ in 0..count {
            values.push(self.value()?);
        }
        Ok(())
    }

    fn value(&mut self) -> Result<Option<ValueRef<'a>>, StoreError> {
        Ok(match self.byte()? {
            0 => None,
            1 => Some(ValueRef::Integer(i64::from_be_bytes(self.eight()?))),
            2 => Some(ValueRef::Real(f64::from_be_bytes(self.eight()?))),
            3 => Some(ValueRef::Text(self.sized()?)),
            4 => Some(ValueRef::Blob(self.sized()?)),
            5 => Some(ValueRef::Null),
            _ => return Err(MALFORMED),
        })
    }

    /// Bytes behind their number.
    fn sized(&mut self) -> Result<&'a [u8], StoreError> {
        let length = self.length()?;
        self.take(length)
    }

    /// Text up to a byte of 0.
    fn name(&mut self) -> Result<&'a str, StoreError> {
        let end = self.0.iter().position(|byte| *byte == 0).ok_or(MALFORMED)?;
        let name = std::str::from_utf8(self.take(end)?).map_err(|_| MALFORMED)?;
        self.byte()?;
        Ok(name)
    }

    fn eight(&mut self) -> Result<[u8; 8], StoreError> {
        self.take(8)?.try_into().map_err(|_| MALFORMED)
    }

    /// SQLite's integer of one to nine bytes, seven bits each, the highest first. A length needs five at most.
    fn length(&mut self) -> Result<usize, StoreError> {
        let mut length = 0_usize;
        for _ in 0..5 {
            let byte = self.byte()?;
            length = length << 7 | usize::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Ok(length);
            }
        }
        Err(MALFORMED)
    }

    fn byte(&mut self) -> Result<u8, StoreError> {
        let (first, rest) = self.0.split_first().ok_or(MALFORMED)?;
        self.0 = rest;
        Ok(*first)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], StoreError> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(MALFORMED)?;
        self.0 = rest;
        Ok(taken)
    }
}
