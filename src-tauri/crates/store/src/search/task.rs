//! The thread that keeps the index behind the journal while the desk is open.

use super::file;
use super::follow::{Step, step};
use crate::{Desk, RawKey, StoreError, Tag};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::sync::{broadcast, watch};

/// How long single changes are gathered when nobody searches.
const GATHER: Duration = Duration::from_millis(100);
/// A step of filling: what closing the desk may have to wait for.
const LONGEST: Duration = Duration::from_millis(500);
/// Until a step that failed (a full disk) is tried again.
const AGAIN: Duration = Duration::from_secs(5);
/// A step of this many rows is part of a large change: the next is taken as it comes.
const BULK: usize = 2_000;
/// From this many people and companies on, lists are told when the index has caught up: they may show results of before.
const MANY: usize = 200;

/// The index of an open desk.
pub(crate) struct Index {
    root: PathBuf,
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct Shared {
    calls: Mutex<Calls>,
    called: Condvar,
    reached: watch::Sender<Reached>,
}

/// What the thread is told.
#[derive(Debug, Clone, Copy, Default)]
struct Calls {
    /// Something was committed.
    committed: bool,
    /// Somebody waits.
    wanted: bool,
    /// Somebody was erased: nothing may stay of them in the index.
    purge: bool,
    /// The desk is being closed.
    closed: bool,
}

/// How far the index is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    /// It is being filled from the desk as a whole.
    Filling,
    /// It knows everything up to this segment.
    Upto(i64),
    /// The last step failed; it is tried again.
    Failed,
    /// The file is damaged: it is made anew at the next opening.
    Damaged,
}

impl Index {
    /// Starts behind the desk in this folder. Tags go to `tell`.
    pub(crate) fn start(root: &Path, key: &RawKey, tell: broadcast::Sender<Vec<Tag>>) -> Result<Self, StoreError> {
        let conn = file::open(root, key)?;
        let shared =
            Arc::new(Shared { calls: Mutex::new(Calls::default()), called: Condvar::new(), reached: watch::Sender::new(Reached::Filling) });
        let theirs = Arc::clone(&shared);
        let work = move || {
            theirs.keep_up(conn, &tell);
        };
        let thread = std::thread::Builder::new().name("search".to_owned()).spawn(work).map_err(|_| StoreError::Io)?;
        Ok(Self { root: root.to_owned(), shared, thread: Mutex::new(Some(thread)) })
    }

    /// Something was committed.
    pub(crate) fn wake(&self) {
        self.shared.call(|calls| calls.committed = true);
    }

    /// Somebody was erased: once the index knows it, it is written anew without what it only marked as gone.
    pub(crate) fn purge(&self) {
        self.shared.call(|calls| (calls.committed, calls.purge) = (true, true));
    }

    /// Whether that was done.
    pub(crate) fn is_purged(&self) -> bool {
        !self.shared.lock().purge
    }

    /// Ends the thread and waits for it: half a second at most.
    pub(crate) fn close(&self) {
        self.shared.call(|calls| calls.closed = true);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread
            && thread.join().is_err()
        {
            tracing::warn!("the search index stopped unexpectedly");
        }
    }

    /// To be called when every connection is closed: a damaged index makes room for a new one.
    pub(crate) fn tidy(&self) {
        if *self.shared.reached.borrow() == Reached::Damaged
            && let Err(error) = file::discard(&self.root)
        {
            tracing::warn!(%error, "the damaged search index could not be removed");
        }
    }

    async fn wait_for(&self, segment: i64) -> bool {
        self.shared.call(|calls| calls.wanted = true);
        let mut reached = self.shared.reached.subscribe();
        let there = reached
            .wait_for(|reached| match reached {
                Reached::Filling => false,
                Reached::Upto(upto) => *upto >= segment,
                Reached::Failed | Reached::Damaged => true,
            })
            .await;
        there.is_ok_and(|reached| matches!(*reached, Reached::Upto(_)))
    }
}

impl Drop for Index {
    /// Also where a desk was not closed: a process must not end while the thread is inside the cipher library.
    fn drop(&mut self) {
        self.close();
    }
}

impl Desk {
    /// Waits until the search index knows everything that was committed before this call, `longest` at most; false when it does not yet.
    ///
    /// To be called before reading by words what somebody may just have written.
    pub async fn search_ready(&self, longest: Duration) -> Result<bool, StoreError> {
        let newest: i64 = self
            .read(|read| {
                let mut newest = read.conn().prepare_cached("SELECT coalesce(max(seq), 0) FROM journal_segment")?;
                Ok::<_, StoreError>(newest.query_row([], |row| row.get(0))?)
            })
            .await?;
        Ok(tokio::time::timeout(longest, self.index().wait_for(newest)).await.unwrap_or(false))
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Calls> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn call(&self, what: impl FnOnce(&mut Calls)) {
        what(&mut self.lock());
        self.called.notify_one();
    }

    /// Waits for a call that `is_it`, for `longest` if given.
    fn wait(&self, longest: Option<Duration>, is_it: impl Fn(&Calls) -> bool) {
        let calls = self.lock();
        match longest {
            None => drop(self.called.wait_while(calls, |calls| !is_it(calls))),
            Some(longest) => drop(self.called.wait_timeout_while(calls, longest, |calls| !is_it(calls))),
        }
    }

    /// The thread's work, until the desk is closed.
    fn keep_up(&self, mut conn: Connection, tell: &broadcast::Sender<Vec<Tag>>) {
        let (mut after, mut rows) = (None, 0_usize);
        while !self.lock().closed {
            {
                // What is called from here on asks for another step.
                let mut calls = self.lock();
                (calls.committed, calls.wanted) = (false, false);
            }
            let began = Instant::now();
            match step(&mut conn, after, || began.elapsed() > LONGEST || self.lock().closed) {
                Ok(Step { upto, rows: some, more }) => {
                    (after, rows) = (upto.or(after), rows.saturating_add(some));
                    self.reached.send_replace(upto.map_or(Reached::Filling, Reached::Upto));
                    if more {
                        continue;
                    }
                    if rows >= MANY {
                        // An error only means that nobody listens.
                        let _nobody = tell.send(vec![Tag::People, Tag::Companies]);
                    }
                    let bulk = rows >= BULK;
                    rows = 0;
                    if self.lock().purge {
                        match file::purge(&conn) {
                            Ok(()) => self.lock().purge = false,
                            Err(error) => tracing::warn!(%error, "the search index could not be written anew; it is tried again"),
                        }
                    }
                    self.wait(None, |calls| calls.committed || calls.wanted || calls.closed);
                    if !bulk {
                        self.wait(Some(GATHER), |calls| calls.wanted || calls.closed);
                    }
                }
                Err(StoreError::Corrupt) => {
                    tracing::warn!("the search index is damaged: it is made anew at the next opening");
                    self.reached.send_replace(Reached::Damaged);
                    break;
                }
                Err(error) => {
                    tracing::warn!(%error, "the search index could not be brought up to date");
                    self.reached.send_replace(Reached::Failed);
                    self.wait(Some(AGAIN), |calls| calls.closed);
                }
            }
        }
        if conn.close().is_err() {
            tracing::warn!("the search index did not close cleanly");
        }
    }
}
