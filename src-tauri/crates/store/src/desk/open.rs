use super::connection::{self, Purpose};
use super::{DESK_FILE, Desk, Inner, READERS};
use crate::edges::Edges;
use crate::listing::Kept;
use crate::lock::DeskLock;
use crate::search::{self, Index};
use crate::{OpenError, RawKey, StoreError, failpoint, migrate, restore};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use tokio::sync::broadcast;

impl Desk {
    /// Makes a new, empty desk in this folder (which is made too) and opens it. Refuses where there is one: [`OpenError::Exists`].
    ///
    /// The file appears whole under its name, or not at all.
    pub async fn create(root: &Path, key: &RawKey, at: DateTime<Utc>) -> Result<Desk, OpenError> {
        let (folder, with) = (root.to_owned(), key.clone());
        blocking(move || {
            std::fs::create_dir_all(&folder)?;
            let lock = DeskLock::take(&folder)?;
            restore::roll_forward(&folder)?;
            create_file(&folder, &with)?;
            start(folder, with, lock, at)
        })
        .await
    }

    /// Opens the desk of this folder, bringing its form up to date after a verified backup. `at` names that backup.
    pub async fn open(root: &Path, key: &RawKey, at: DateTime<Utc>) -> Result<Desk, OpenError> {
        let (folder, with) = (root.to_owned(), key.clone());
        blocking(move || {
            if !folder.is_dir() {
                return Err(OpenError::Missing);
            }
            let lock = DeskLock::take(&folder)?;
            restore::roll_forward(&folder)?;
            if !folder.join(DESK_FILE).is_file() {
                return Err(OpenError::Missing);
            }
            start(folder, with, lock, at)
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(f: impl FnOnce() -> Result<T, OpenError> + Send + 'static) -> Result<T, OpenError> {
    tokio::task::spawn_blocking(f).await.unwrap_or(Err(OpenError::Store(StoreError::Panicked)))
}

fn create_file(root: &Path, key: &RawKey) -> Result<(), OpenError> {
    let file = root.join(DESK_FILE);
    if file.exists() {
        return Err(OpenError::Exists);
    }
    let unfinished = root.join("desk.db.new");
    if unfinished.exists() {
        std::fs::remove_file(&unfinished)?;
    }
    let mut conn = Connection::open(&unfinished)?;
    connection::prepare(&conn, key, Purpose::Write)?;
    migrate::to_latest(&mut conn)?;
    conn.close().map_err(|(_, error)| error)?;
    failpoint!("create.made");
    std::fs::rename(&unfinished, &file)?;
    sync_folder(root)?;
    Ok(())
}

/// Everything between "the lock is ours and the file is there" and an open desk.
fn start(root: PathBuf, key: RawKey, lock: DeskLock, at: DateTime<Utc>) -> Result<Desk, OpenError> {
    let path = root.join(DESK_FILE);
    let mut conn = connection::open_existing(&path, &key)?;
    let file = connection::probe(&conn)?;
    let app = migrate::latest();
    if file > app {
        return Err(OpenError::NewerVersion { file, app });
    }
    if file < app {
        migrate::upgrade(&root, &mut conn, &key, file, at)?;
    }
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(OpenError::Store(StoreError::Io));
    }
    search::prepare(&root, &key, &conn)?;
    conn.close().map_err(|(_, error)| error)?;
    let writer = connection::pool(&root, &key, Purpose::Write, 1)?;
    let readers = connection::pool(&root, &key, Purpose::Read, READERS)?;
    let committed = broadcast::Sender::new(256);
    let inner = Inner {
        index: Index::start(&root, &key, committed.clone())?,
        root,
        key,
        writer,
        readers,
        closed: AtomicBool::new(false),
        committed,
        kept: Kept::default(),
        lock: Mutex::new(Some(lock)),
    };
    Ok(Desk { inner: Arc::new(inner), edges: Edges::default() })
}

/// Makes a rename durable. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { std::fs::File::open(folder)?.sync_all() } else { Ok(()) }
}
