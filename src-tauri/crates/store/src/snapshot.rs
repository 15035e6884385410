//! Copies of the desk's file that were read back whole.

use crate::desk::{DESK_FILE, connection};
use crate::values::time_text;
use crate::{Desk, OpenError, RawKey, StoreError, container, failpoint, migrate};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// Folder of the desk's own backups, inside the workspace folder.
pub const BACKUP_FOLDER: &str = "backups";
/// Ending of a backup's name.
pub const BACKUP_ENDING: &str = "rainbackup";

/// What a copy holds, counted by reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Schema version.
    pub schema: u32,
    /// Size of the file.
    pub bytes: u64,
    /// People that are not deleted.
    pub people: u32,
    /// Rows of the tables that matter, summed: people, companies, timeline, ledger, suppression, outbox.
    pub rows: i64,
}

impl Desk {
    /// Copies the desk as it is now to a new encrypted file under the same key, reads the copy back whole and compares it.
    /// The desk stays usable meanwhile. A copy that cannot be proved good is removed.
    pub async fn snapshot(&self, to: PathBuf) -> Result<Facts, StoreError> {
        if self.is_closed() {
            return Err(StoreError::Closed);
        }
        let (path, key) = (self.root().join(DESK_FILE), self.key().clone());
        let work = move || {
            let conn = connection::open_existing(&path, &key).map_err(within)?;
            copy(&conn, &key, &to)
        };
        tokio::task::spawn_blocking(work).await.unwrap_or(Err(StoreError::Panicked))
    }
}

/// Opens a desk's file apart from any workspace and reads every page of it: authentication codes, structure, row counts.
///
/// [`OpenError::WrongKey`], [`OpenError::Corrupt`] and [`OpenError::NewerVersion`] say what is wrong with it.
pub fn verify(file: &Path, key: &RawKey) -> Result<Facts, OpenError> {
    let conn = connection::open_existing(file, key)?;
    let schema = connection::probe(&conn)?;
    let app = migrate::latest();
    if schema > app {
        return Err(OpenError::NewerVersion { file: schema, app });
    }
    read_back(&conn, file)
}

fn read_back(conn: &Connection, file: &Path) -> Result<Facts, OpenError> {
    // One row per damaged page; none when all are well.
    let mut damaged = conn.prepare("PRAGMA cipher_integrity_check")?;
    if damaged.exists([])? {
        return Err(OpenError::Corrupt);
    }
    let structure: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if structure != "ok" {
        return Err(OpenError::Corrupt);
    }
    let bytes = std::fs::metadata(file)?.len();
    Ok(count(conn, bytes)?)
}

fn count(conn: &Connection, bytes: u64) -> rusqlite::Result<Facts> {
    conn.query_row(
        "SELECT (SELECT count(*) FROM person WHERE deleted_at IS NULL),
                (SELECT count(*) FROM person) + (SELECT count(*) FROM company) + (SELECT count(*) FROM activity)
              + (SELECT count(*) FROM send_ledger) + (SELECT count(*) FROM suppression) + (SELECT count(*) FROM outbox)",
        [],
        |row| Ok(Facts { schema: migrate::version(conn)?, bytes, people: row.get(0)?, rows: row.get(1)? }),
    )
}

fn within(error: OpenError) -> StoreError {
    match error {
        OpenError::Store(inner) => inner,
        OpenError::Io(_) => StoreError::Io,
        _ => StoreError::Corrupt,
    }
}

fn copy(conn: &Connection, key: &RawKey, to: &Path) -> Result<Facts, StoreError> {
    let Some(name) = to.to_str() else { return Err(StoreError::Io) };
    if to.exists() {
        std::fs::remove_file(to).map_err(|_| StoreError::Io)?;
    }
    let made = (|| {
        // Holds the counts and the copy to the same state.
        let before = count(conn, 0)?;
        conn.execute("VACUUM INTO ?1", [name])?;
        failpoint!("backup.copied");
        let facts = verify(to, key).map_err(within)?;
        // Work may have gone on between the count and the copy, which only adds to the tables counted or takes people away.
        if facts.schema != before.schema || (facts.rows == 0 && before.rows > 0) {
            return Err(StoreError::Corrupt);
        }
        std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(|_| StoreError::Io)?;
        Ok(facts)
    })();
    if made.is_err() {
        let _gone = std::fs::remove_file(to);
    }
    made
}

/// The verified backup that precedes a change of the file's form. The desk is locked by the caller and not open elsewhere.
pub(crate) fn before_upgrade(root: &Path, conn: &Connection, key: &RawKey, from: u32, at: DateTime<Utc>) -> Result<(), StoreError> {
    let folder = root.join(BACKUP_FOLDER);
    std::fs::create_dir_all(&folder).map_err(|_| StoreError::Io)?;
    let unfinished = folder.join(".before-upgrade.db");
    let facts = copy(conn, key, &unfinished)?;
    let manifest = container::Manifest::new("before_migration", at, facts);
    let stamp: String = time_text(at).chars().filter(char::is_ascii_alphanumeric).take(15).collect();
    let packed = container::pack(
        &folder.join(format!("{stamp}-before-upgrade-from-{from}.{BACKUP_ENDING}")),
        &manifest,
        &unfinished,
        &root.join(container::WORKSPACE_FILE),
    );
    let _gone = std::fs::remove_file(&unfinished);
    packed.map_err(|_| StoreError::Io)
}
