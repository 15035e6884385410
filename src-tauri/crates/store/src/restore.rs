//! Puts another desk in the place of the present one, so that a crash at any moment leaves the one or the other.
//!
//! The new files are staged in a folder of the workspace and made complete there. Then a mark is set: from that moment on the exchange is
//! carried forward, if need be by the next start ([`finish_interrupted`], [`crate::Desk::open`]). The files that were replaced stay, encrypted
//! as they were, in `replaced/` until the next restore.
//!
//! The send ledger and the do-not-contact list of the replaced desk go into the new one: an old backup can never make the desk write to
//! somebody twice, or against their will. Nor does it bring back anybody who was erased: the list of erasures goes over too, and is applied
//! to the staged desk.

use crate::desk::open::sync_folder;
use crate::desk::{DESK_FILE, connection};
use crate::lock::DeskLock;
use crate::values::time_text;
use crate::{OpenError, RawKey, StoreError, erasure, failpoint, meta, migrate, search};
use chrono::{DateTime, Utc};
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, params_from_iter};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const STAGING: &str = ".restore";
const MARK: &str = ".restore-ready";
/// Folder of the workspace the replaced files are put aside in, until the next restore.
pub const REPLACED: &str = "replaced";
/// The append-only tables every restore carries over.
const CARRIED: [&str; 5] = ["send_ledger", "suppression", "merge_log", "erasure_key", "erasure"];

/// What was carried over from the replaced desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    /// Rows the new desk did not have.
    pub rows: u32,
    /// False when the replaced desk was damaged and not everything could be read.
    pub complete: bool,
    /// How many rows could not be read, where the damaged desk could at least count them.
    pub unread: Option<u32>,
}

/// An empty folder inside the workspace for the files of the new desk; what an abandoned restore left there is removed.
pub fn staging(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(STAGING);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Whether an exchange was marked and has not ended: then `desk.db` may be missing for a moment, and is not lost.
pub fn is_interrupted(root: &Path) -> bool {
    root.join(MARK).exists()
}

/// Carries an interrupted exchange forward, if there is one.
pub fn finish_interrupted(root: &Path) -> Result<(), OpenError> {
    if !is_interrupted(root) {
        return Ok(());
    }
    let _lock = DeskLock::take(root)?;
    Ok(roll_forward(root)?)
}

/// Makes the staged desk the desk of this folder. It is brought to the newest form, takes over the ledger and the do-not-contact list of the
/// present desk (when `present_key` opens it) and holds everything outgoing until the seller confirms.
///
/// The present desk must be closed. On an error it is as it was.
pub fn replace(root: &Path, staged_key: &RawKey, present_key: Option<&RawKey>, at: DateTime<Utc>) -> Result<Option<Carried>, OpenError> {
    let _lock = DeskLock::take(root)?;
    roll_forward(root)?;
    let staged = root.join(STAGING).join(DESK_FILE);
    let mut conn = connection::open_existing(&staged, staged_key)?;
    let file = connection::probe(&conn)?;
    if file > migrate::latest() {
        return Err(OpenError::NewerVersion { file, app: migrate::latest() });
    }
    migrate::to_latest(&mut conn)?;
    let present = root.join(DESK_FILE);
    let carried = match present_key {
        Some(key) if present.is_file() => Some(carry_over(&mut conn, &present, key)?),
        _ => None,
    };
    // Nobody who was erased comes back, also none whom the backup itself knows as erased.
    if erasure::apply_again(&mut conn, at)? > 0 {
        // The journal does not tell of it, so an index that follows the journal would know them still.
        search::discard(root)?;
    }
    conn.execute(
        "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [meta::HOLD_OUTGOING, &time_text(at)],
    )?;
    conn.close().map_err(|(_, error)| error)?;
    fs::File::open(&staged)?.sync_all()?;
    sync_folder(&root.join(STAGING))?;
    failpoint!("restore.staged");
    let mark = fs::File::create(root.join(MARK))?;
    mark.sync_all()?;
    sync_folder(root)?;
    failpoint!("restore.marked");
    roll_forward(root)?;
    Ok(carried)
}

/// Moves every staged file into its place; each step may be the last one a crash allows, and is then repeated or found done.
pub(crate) fn roll_forward(root: &Path) -> io::Result<()> {
    if !is_interrupted(root) {
        return Ok(());
    }
    let (staging, replaced) = (root.join(STAGING), root.join(REPLACED));
    fs::create_dir_all(&replaced)?;
    if staging.join(DESK_FILE).exists() {
        // The log of the old file must be gone before the new file has its name: SQLite would replay it.
        for name in [DESK_FILE, "desk.db-wal"] {
            move_if_there(&root.join(name), &replaced.join(name))?;
            failpoint!("restore.moved_out");
        }
        remove_if_there(&root.join("desk.db-shm"))?;
        fs::rename(staging.join(DESK_FILE), root.join(DESK_FILE))?;
        failpoint!("restore.moved_in");
    }
    if staging.is_dir() {
        for entry in fs::read_dir(&staging)? {
            let entry = entry?;
            move_if_there(&root.join(entry.file_name()), &replaced.join(entry.file_name()))?;
            failpoint!("restore.file_out");
            fs::rename(entry.path(), root.join(entry.file_name()))?;
            failpoint!("restore.file_in");
        }
        fs::remove_dir_all(&staging)?;
    }
    sync_folder(&replaced)?;
    sync_folder(root)?;
    failpoint!("restore.unmark");
    remove_if_there(&root.join(MARK))?;
    sync_folder(root)
}

fn move_if_there(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Adds the rows of the present desk's append-only tables that the staged one does not have. A damaged desk gives what can be read of it.
fn carry_over(staged: &mut Connection, present: &Path, key: &RawKey) -> Result<Carried, OpenError> {
    let opened = connection::open_existing(present, key).and_then(|from| connection::probe(&from).map(|_| from));
    let from = match opened {
        Ok(from) => from,
        // It does not open at all: there is nothing to carry, and the restore is the remedy.
        Err(OpenError::WrongKey | OpenError::Corrupt) => return Ok(Carried { rows: 0, complete: false, unread: None }),
        Err(other) => return Err(other),
    };
    let mut carried = Carried { rows: 0, complete: true, unread: Some(0) };
    let tx = staged.transaction()?;
    for table in CARRIED {
        // A desk of an older form has no such table, and nothing to carry.
        let there = from.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?1)", [table], |row| row.get(0));
        if matches!(there, Ok(false)) {
            continue;
        }
        match carry_table(&tx, &from, table) {
            Ok(rows) => carried.rows += rows,
            Err(Interrupted::Reading { added, read }) => {
                carried.rows += added;
                carried.complete = false;
                // Counting may take another way through the file (an index) than reading the rows did.
                let all = from.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, u32>(0)).ok();
                carried.unread = carried.unread.zip(all).map(|(sum, all)| sum.saturating_add(all.saturating_sub(read)));
            }
            Err(Interrupted::Writing(error)) => return Err(error.into()),
        }
    }
    tx.commit()?;
    Ok(carried)
}

enum Interrupted {
    /// The replaced desk could not be read further.
    Reading {
        /// Rows that were new.
        added: u32,
        /// Rows that were read, new or not.
        read: u32,
    },
    Writing(StoreError),
}

fn carry_table(to: &Connection, from: &Connection, table: &str) -> Result<u32, Interrupted> {
    let writing = |error: rusqlite::Error| Interrupted::Writing(error.into());
    let (mut added, mut read) = (0, 0);
    // Columns are only ever appended: those of the older form are in both.
    let Ok(mut select) = from.prepare(&format!("SELECT * FROM {table} ORDER BY rowid")) else {
        return Err(Interrupted::Reading { added: 0, read: 0 });
    };
    let names = select.column_names().join(", ");
    let marks = vec!["?"; select.column_count()].join(", ");
    let mut insert = to.prepare(&format!("INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING")).map_err(writing)?;
    let width = select.column_count();
    let Ok(mut rows) = select.query([]) else { return Err(Interrupted::Reading { added: 0, read: 0 }) };
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(added),
            Err(_) => return Err(Interrupted::Reading { added, read }),
        };
        let mut values = Vec::with_capacity(width);
        for at in 0..width {
            let Ok(value) = row.get_ref(at) else { return Err(Interrupted::Reading { added, read }) };
            values.push(ToSqlOutput::Borrowed(value));
        }
        let new = insert.execute(params_from_iter(values)).map_err(writing)?;
        read += 1;
        added += u32::from(new > 0);
    }
}
