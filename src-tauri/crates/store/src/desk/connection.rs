use super::DESK_FILE;
use crate::{OpenError, RawKey, StoreError, migrate, search};
use deadpool_sqlite::{Config, Hook, HookError, InteractError, Pool, PoolError, QueueMode, Runtime};
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::Path;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The writer.
    Write,
    /// One of the readers: it cannot write even by mistake.
    Read,
}

/// Gives a fresh connection its key and settings. The key is the first statement that reaches the file, as SQLCipher asks.
pub(crate) fn prepare(conn: &Connection, key: &RawKey, purpose: Purpose) -> rusqlite::Result<()> {
    // For this process, so for attached files too. Most processors have instructions for SHA-256, few have them for SQLCipher's SHA-512.
    conn.execute_batch("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256")?;
    conn.pragma_update(None, "key", key.literal().as_str())?;
    // cipher_log_level: SQLCipher would write what it meets to the terminal.
    // temp_store: nothing of a sort or an index build reaches a plaintext temporary file.
    // fullfsync: on macOS fsync alone does not reach the disk.
    conn.execute_batch(
        "PRAGMA cipher_log_level = NONE;
         PRAGMA busy_timeout = 5000;
         PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA cell_size_check = ON;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    // A page read again is decrypted and verified again: what work touches at random should stay in memory. Negative: KiB.
    let (cache, checkpoint) = if purpose == Purpose::Write { (-65_536, 8_000) } else { (-8_192, 1_000) };
    conn.pragma_update(None, "cache_size", cache)?;
    // Pages after which the WAL goes back into the file, by whoever commits then: often enough for readers, seldom enough for bulk work.
    conn.pragma_update(None, "wal_autocheckpoint", checkpoint)?;
    conn.set_prepared_statement_cache_capacity(256);
    // Filters compare as the domain does: without accents and case.
    folds_as(conn, "fold", domain::text::fold)?;
    folds_as(conn, "fold_words", domain::text::fold_words)?;
    match purpose {
        Purpose::Write => Ok(()),
        Purpose::Read => conn.pragma_update(None, "query_only", true),
    }
}

/// Gives SQL a way of folding text.
fn folds_as(conn: &Connection, name: &str, fold: fn(&str) -> String) -> rusqlite::Result<()> {
    conn.create_scalar_function(name, 1, FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC, move |context| {
        Ok(context.get_raw(0).as_str().map(fold).unwrap_or_default())
    })
}

/// A connection outside the pools, to a file that must exist.
pub(crate) fn open_existing(path: &Path, key: &RawKey) -> Result<Connection, OpenError> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    prepare(&conn, key, Purpose::Write).map_err(first_read)?;
    Ok(conn)
}

/// With a wrong key the first page fails its authentication code, which SQLite reports as "not a database".
fn first_read(error: rusqlite::Error) -> OpenError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::WrongKey,
        _ => error.into(),
    }
}

/// A pool of connections to the desk of this folder. Readers have the search index beside it.
pub(crate) fn pool(root: &Path, key: &RawKey, purpose: Purpose, size: usize) -> Result<Pool, StoreError> {
    let (root, key) = (root.to_owned(), key.clone());
    let config = Config::new(root.join(DESK_FILE));
    let builder = match config.builder(Runtime::Tokio1) {
        Ok(builder) => builder,
        Err(never) => match never {},
    };
    builder
        .max_size(size)
        // The connection that was used last has in memory what is asked for next.
        .queue_mode(QueueMode::Lifo)
        .post_create(Hook::async_fn(move |conn, _| {
            let (root, key) = (root.clone(), key.clone());
            Box::pin(async move {
                let made = move |conn: &mut Connection| {
                    prepare(conn, &key, purpose)?;
                    if purpose == Purpose::Read { search::attach(conn, &root, &key) } else { Ok(()) }
                };
                match conn.interact(made).await {
                    Ok(done) => done.map_err(HookError::Backend),
                    Err(_) => Err(HookError::message("connection")),
                }
            })
        }))
        .build()
        .map_err(|_| StoreError::Io)
}

/// Why the pool gave no connection.
pub(crate) fn pool_error(error: PoolError) -> StoreError {
    match error {
        PoolError::Backend(inner) | PoolError::PostCreateHook(HookError::Backend(inner)) => inner.into(),
        PoolError::Closed => StoreError::Closed,
        _ => StoreError::Io,
    }
}

/// Takes every connection of a pool out of use and closes it before returning: SQLite deletes WAL files by name, so a connection that
/// lingers could delete those of the file that takes this one's place.
pub(crate) async fn close_all(pool: &Pool, size: usize) {
    let mut held = Vec::with_capacity(size);
    for _ in 0..size {
        match pool.get().await {
            Ok(conn) => held.push(conn),
            Err(_) => break,
        }
    }
    for conn in &held {
        let closed = conn
            .interact(|conn| {
                let Ok(nothing) = Connection::open_in_memory() else { return };
                // Fails harmlessly on a query_only connection.
                let _checkpoint = conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
                if std::mem::replace(conn, nothing).close().is_err() {
                    tracing::warn!("a connection did not close cleanly");
                }
            })
            .await;
        if matches!(closed, Err(InteractError::Panic(_))) {
            tracing::warn!("a connection did not close");
        }
    }
    pool.close();
}

/// Reads the first page and gives the file's schema version.
pub(crate) fn probe(conn: &Connection) -> Result<u32, OpenError> {
    match conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, u32>(0)).map_err(first_read)? {
        0 => Err(OpenError::Corrupt),
        _ => Ok(migrate::version(conn)?),
    }
}
