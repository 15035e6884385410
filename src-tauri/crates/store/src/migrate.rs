use crate::error::OpenError;
use crate::{RawKey, StoreError, search, snapshot};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use std::path::Path;

const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001_desk.sql")),
    M::up(include_str!("migrations/0002_companies.sql")),
    M::up(include_str!("migrations/0003_contacts.sql")),
    M::up(include_str!("migrations/0004_agenda.sql")),
    M::up(include_str!("migrations/0005_opportunities.sql")),
    M::up(include_str!("migrations/0006_duplicates.sql")),
    M::up(include_str!("migrations/0007_tags.sql")),
    M::up(include_str!("migrations/0008_trash.sql")),
    M::up(include_str!("migrations/0009_saved_views.sql")),
    M::up(include_str!("migrations/0010_custom_fields.sql")),
    M::up(include_str!("migrations/0011_imports.sql")),
    M::up(include_str!("migrations/0012_trash_of_all.sql")),
    M::up(include_str!("migrations/0013_privacy.sql")),
    M::up(include_str!("migrations/0014_scores.sql")),
    M::up(include_str!("migrations/0015_sent_messages.sql")),
    M::up(include_str!("migrations/0016_files.sql")),
    M::up(include_str!("migrations/0017_statuses.sql")),
    M::up(include_str!("migrations/0018_status_references.sql")),
];
const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// Newest schema version this application knows.
pub(crate) fn latest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Schema version of an open file; 0 = empty.
pub(crate) fn version(conn: &Connection) -> rusqlite::Result<u32> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings the file to the newest form; every step commits with its version number.
pub(crate) fn to_latest(conn: &mut Connection) -> Result<(), OpenError> {
    MIGRATIONS.to_latest(conn).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        _ => OpenError::Corrupt,
    })
}

/// Makes an empty file one of an older version.
#[cfg(test)]
pub(crate) fn to_version(conn: &mut Connection, version: usize) {
    MIGRATIONS.to_version(conn, version).unwrap();
}

/// Brings an older file up to date. A verified copy is made first, in the folder of backups; without it nothing is changed.
pub(crate) fn upgrade(root: &Path, conn: &mut Connection, key: &RawKey, from: u32, at: DateTime<Utc>) -> Result<(), OpenError> {
    snapshot::before_upgrade(root, conn, key, from, at).map_err(OpenError::BackupFailed)?;
    to_latest(conn)
}

/// The whole schema of a new desk as SQL text, for `docs/schema.sql`. That of the search index stands at the end.
pub fn schema_text() -> Result<String, StoreError> {
    let mut conn = Connection::open_in_memory()?;
    MIGRATIONS.to_latest(&mut conn).map_err(|_| StoreError::Corrupt)?;
    let mut text = String::from("-- The schema after every migration, written by `cargo xtask schema`. Do not edit.\n\n");
    let mut statement = conn.prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
         ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, name",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let sql: String = row.get(0)?;
        text.push_str(sql.trim_end());
        text.push_str(";\n\n");
    }
    text.push_str(search::SCHEMA);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_applies_to_an_empty_file() {
        MIGRATIONS.validate().unwrap();
    }
}
