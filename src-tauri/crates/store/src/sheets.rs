//! Which person stands in which sheet, and what was last written there.

use crate::values::{At, Id};
use crate::{Read, StoreError, Tag, Tx};
use std::collections::HashMap;
use uuid::Uuid;

/// Fingerprints of the rows last written to a spreadsheet, by person.
pub fn hashes(read: &Read<'_>, spreadsheet: &str) -> Result<HashMap<Uuid, String>, StoreError> {
    let mut statement = read.conn().prepare_cached("SELECT person_id, row_hash FROM sheet_row WHERE spreadsheet_id = ?1")?;
    let rows = statement.query_map([spreadsheet], |row| Ok((row.get::<_, Id>(0)?.0, row.get::<_, String>(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Remembers rows that were written: the link between row and person, and the fingerprint of what stands there.
pub fn record(tx: &mut Tx<'_>, spreadsheet: &str, rows: &[(Uuid, String)]) -> Result<(), StoreError> {
    let at = At(tx.now());
    let mut statement = tx.conn().prepare_cached(
        "INSERT INTO sheet_row (spreadsheet_id, person_id, row_hash, pushed_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (spreadsheet_id, person_id) DO UPDATE SET row_hash = excluded.row_hash, pushed_at = excluded.pushed_at",
    )?;
    for (person, hash) in rows {
        statement.execute(rusqlite::params![spreadsheet, Id(*person), hash, at])?;
    }
    drop(statement);
    tx.touch(Tag::Sheets);
    Ok(())
}
