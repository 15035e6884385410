//! The open desk: its connections, its lock, its one door to write.

pub(crate) mod connection;
pub(crate) mod open;
mod write;

use crate::edges::Edges;
use crate::listing::Kept;
use crate::lock::DeskLock;
use crate::search::Index;
use crate::{RawKey, Read, StoreError, Tag};
use chrono::{DateTime, Utc};
use deadpool_sqlite::{InteractError, Pool};
use domain::ports::{Clock, Ids};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::sync::broadcast;

/// Name of the encrypted file in the workspace folder.
pub(crate) const DESK_FILE: &str = "desk.db";
/// How long work goes on although somebody waits: less would be spent on commits.
const POLITE: Duration = Duration::from_millis(25);
/// Connections for reading.
const READERS: usize = 4;

/// An open desk. Cheap to clone; all clones are the same desk, and closing one closes them all.
#[derive(Clone)]
pub struct Desk {
    inner: Arc<Inner>,
    edges: Edges,
}

struct Inner {
    root: PathBuf,
    key: RawKey,
    writer: Pool,
    readers: Pool,
    closed: AtomicBool,
    committed: broadcast::Sender<Vec<Tag>>,
    index: Index,
    kept: Kept,
    /// Dropped by `close` after the last connection, or with the desk.
    lock: Mutex<Option<DeskLock>>,
}

impl Inner {
    /// Says what a commit made stale.
    fn tell(&self, tags: BTreeSet<Tag>) {
        self.kept.orders.forget();
        // An error only means that nobody listens.
        let _nobody = self.committed.send(tags.into_iter().collect());
        self.index.wake();
    }
}

impl Desk {
    /// The same desk with another clock and source of ids (tests; the application's own).
    #[must_use]
    pub fn with_edges(&self, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self { inner: Arc::clone(&self.inner), edges: Edges { clock: Some(clock), ids: Some(ids) } }
    }

    /// The workspace folder.
    pub fn root(&self) -> &Path {
        &self.inner.root
    }

    /// The key this desk was opened with: for wrapping it anew.
    pub fn key(&self) -> &RawKey {
        &self.inner.key
    }

    /// Now, as this desk's clock says.
    pub fn now(&self) -> DateTime<Utc> {
        self.edges.now()
    }

    /// Whether it was closed meanwhile.
    pub fn is_closed(&self) -> bool {
        self.inner.closed.load(Ordering::Acquire)
    }

    /// For long work within a write, asked again and again from its beginning on: whether it is time to end it, because somebody else waits
    /// to write, or because it has taken the `longest`.
    pub fn enough(&self, longest: Duration) -> impl Fn() -> bool + use<> {
        let (writer, began) = (self.inner.writer.clone(), Instant::now());
        move || (began.elapsed() > POLITE && writer.status().waiting > 0) || began.elapsed() > longest
    }

    /// The search index.
    pub(crate) fn index(&self) -> &Index {
        &self.inner.index
    }

    /// Cache tags of every committed write, in the order of the commits. A receiver that lags gets `Lagged`: then everything is stale.
    pub fn subscribe(&self) -> broadcast::Receiver<Vec<Tag>> {
        self.inner.committed.subscribe()
    }

    /// Reads one consistent state of the desk. Several reads go on at once, beside a write.
    pub async fn read<T, E>(&self, f: impl FnOnce(&Read<'_>) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let (now, inner) = (self.edges.now(), Arc::clone(&self.inner));
        self.on(&self.inner.readers, move |conn| {
            let began = Instant::now();
            // A deferred transaction: all statements of the closure see the same commit.
            let tx = conn.transaction().map_err(StoreError::from)?;
            let value = f(&Read::new(&tx, now).with_kept(&inner.kept, began))?;
            tx.finish().map_err(StoreError::from)?;
            Ok(value)
        })
        .await
    }

    /// Runs on a connection of this pool, off the async threads.
    async fn on<T, E>(&self, pool: &Pool, f: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        E: From<StoreError> + Send + 'static,
        T: Send + 'static,
    {
        if self.is_closed() {
            return Err(StoreError::Closed.into());
        }
        let conn = pool.get().await.map_err(connection::pool_error)?;
        // `close` may have been waiting for this very connection.
        if self.is_closed() {
            return Err(StoreError::Closed.into());
        }
        match conn.interact(f).await {
            Ok(result) => result,
            Err(InteractError::Panic(_)) => Err(StoreError::Panicked.into()),
            Err(InteractError::Cancelled) => Err(StoreError::Closed.into()),
        }
    }

    /// Closes the desk: waits for what is under way, writes the WAL back into the file, closes every connection, releases the lock.
    /// Later calls on any clone answer [`StoreError::Closed`].
    pub async fn close(self) {
        if self.inner.closed.swap(true, Ordering::AcqRel) {
            return;
        }
        connection::close_all(&self.inner.readers, READERS).await;
        let inner = Arc::clone(&self.inner);
        if tokio::task::spawn_blocking(move || inner.index.close()).await.is_err() {
            tracing::warn!("the search index did not close");
        }
        connection::close_all(&self.inner.writer, 1).await;
        self.inner.index.tidy();
        if let Ok(mut lock) = self.inner.lock.lock() {
            drop(lock.take());
        }
    }
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("closed", &self.is_closed()).finish_non_exhaustive()
    }
}
