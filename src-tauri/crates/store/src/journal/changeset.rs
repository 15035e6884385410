//! Changesets of SQLite's session extension: read row by row, in place (SQLite's own iterator copies every value of every row), and the parts
//! they are written of.
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

/// Writes the head of a table: how many columns, for each whether it belongs to the key (not 0), the name.
pub(super) fn put_head(out: &mut Vec<u8>, table: &str, keys: impl ExactSizeIterator<Item = u8>) {
    out.push(b'T');
    put_length(out, keys.len());
    out.extend(keys);
    out.extend_from_slice(table.as_bytes());
    out.push(0);
}

/// Writes a value; `None` is one that is not told.
pub(super) fn put_value(out: &mut Vec<u8>, value: Option<ValueRef<'_>>) {
    match value {
        None => out.push(0),
        Some(ValueRef::Integer(number)) => {
            out.push(1);
            out.extend(number.to_be_bytes());
        }
        Some(ValueRef::Real(number)) => {
            out.push(2);
            out.extend(number.to_be_bytes());
        }
        Some(ValueRef::Text(text)) => put_sized(out, 3, text),
        Some(ValueRef::Blob(blob)) => put_sized(out, 4, blob),
        Some(ValueRef::Null) => out.push(5),
    }
}

fn put_sized(out: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    out.push(kind);
    put_length(out, bytes.len());
    out.extend_from_slice(bytes);
}

/// SQLite's integer of one to nine bytes, seven bits each, the highest first.
fn put_length(out: &mut Vec<u8>, length: usize) {
    let groups = (usize::BITS - length.leading_zeros()).div_ceil(7).max(1);
    for group in (0..groups).rev() {
        let bits = u8::try_from(length >> (7 * group) & 0x7f).unwrap_or(0x7f);
        out.push(if group == 0 { bits } else { bits | 0x80 });
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, put_length};

    #[test]
    fn a_length_is_written_as_sqlite_writes_it_and_read_back() {
        for (length, bytes) in [
            (0, vec![0]),
            (127, vec![0x7f]),
            (128, vec![0x81, 0]),
            (16_383, vec![0xff, 0x7f]),
            (16_384, vec![0x81, 0x80, 0]),
            (300_000_000, vec![0x81, 0x8f, 0x86, 0xc6, 0]),
        ] {
            let mut written = Vec::new();
            put_length(&mut written, length);
            assert_eq!(written, bytes, "{length}");
            assert_eq!(Bytes(&written).length().ok(), Some(length));
        }
    }
}
