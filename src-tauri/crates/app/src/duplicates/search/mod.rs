//! The search for duplicates: on a thread of its own, beside everything else.

mod groups;
mod scan;

use super::{DuplicatesFault, list};
use crate::App;
use chrono::TimeDelta;
use domain::views::duplicates::{DuplicateProgress, DuplicateWork, DuplicatesState};
use std::sync::{Mutex, PoisonError};
use store::{Actor, Intent};
use tokio_util::sync::CancellationToken;

/// Without an import in between, a search is repeated once a day at most.
const DAY: TimeDelta = TimeDelta::hours(24);

/// A search at work in this process; nothing of it is kept.
#[derive(Debug, Default)]
pub(crate) struct Searching(Mutex<Option<Work>>);

#[derive(Debug)]
struct Work {
    stop: CancellationToken,
    told: DuplicateProgress,
}

impl Searching {
    /// How far the search at work is.
    pub(super) fn progress(&self) -> Option<DuplicateProgress> {
        self.lock().as_ref().map(|work| work.told.clone())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Work>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the place of the search; `None` when there is one at work.
    fn take(&self, closing: &CancellationToken) -> Option<CancellationToken> {
        let mut work = self.lock();
        if work.is_some() {
            return None;
        }
        let stop = closing.child_token();
        *work = Some(Work { stop: stop.clone(), told: DuplicateProgress { state: DuplicateWork::Running, done: 0, of: 0 } });
        Some(stop)
    }

    /// Notes how far this search is, unless it was stopped.
    fn note(&self, stop: &CancellationToken, state: DuplicateWork, done: u32, of: u32) {
        if let Some(work) = self.lock().as_mut().filter(|_| !stop.is_cancelled()) {
            work.told = DuplicateProgress { state, done, of };
        }
    }

    /// The search is over, or has been stopped: another may begin, even while the thread of this one ends its last step.
    fn over(&self, stop: &CancellationToken) {
        let mut work = self.lock();
        // After a stop another one may be at work already, and that one is not stopped.
        if work.as_ref().is_some_and(|work| work.stop.is_cancelled() == stop.is_cancelled()) {
            *work = None;
        }
    }

    fn stop(&self) -> bool {
        let stopped = self.lock().take();
        stopped.inspect(|work| work.stop.cancel()).is_some()
    }
}

/// Begins a search, unless one is at work.
///
/// # Errors
/// When the desk is locked or cannot be read, `duplicates.no_thread`.
pub async fn search(app: &App) -> Result<DuplicatesState, DuplicatesFault> {
    begin(app)?;
    list::state(app).await
}

/// Begins a search where one is due: nobody has searched yet, an import has ended since, or the last is a day old and something has changed.
///
/// # Errors
/// As [`search`].
pub async fn search_if_due(app: &App) -> Result<(), DuplicatesFault> {
    let now = app.ports().clock.now();
    let due = app
        .desk()?
        .read(move |read| {
            if store::duplicates::busy(read)? {
                return Ok(false);
            }
            Ok::<_, DuplicatesFault>(match store::duplicates::last(read)? {
                None => store::people::anybody(read)?,
                Some((search, at)) => {
                    store::duplicates::import_since(read, search)? || (now - at >= DAY && store::duplicates::stale(read)?)
                }
            })
        })
        .await?;
    if due { begin(app) } else { Ok(()) }
}

/// Stops what is at work: a search, or the merging of all groups beyond doubt (what is merged stays and can be undone).
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn stop(app: &App) -> Result<DuplicatesState, DuplicatesFault> {
    let desk = app.desk()?;
    if app.searching().stop() {
        app.changed(vec![store::Tag::Duplicates]);
    }
    if let Some(all) = desk.read(store::duplicates::open_all).await? {
        desk.write(Actor::Seller, Intent::new("duplicates.stop"), move |tx| store::duplicates::end_all(tx, all.id, true)).await?;
        app.wake();
    }
    list::state(app).await
}

fn begin(app: &App) -> Result<(), DuplicatesFault> {
    let closing = app.closing()?;
    let Some(stop) = app.searching().take(&closing) else { return Ok(()) };
    app.changed(vec![store::Tag::Duplicates]);
    let (theirs, at_work, runtime) = (app.clone(), stop.clone(), tokio::runtime::Handle::current());
    let thread = std::thread::Builder::new().name("duplicates".to_owned()).spawn(move || {
        let ended = runtime.block_on(scan::scan(&theirs, &at_work));
        theirs.searching().over(&at_work);
        if let Err(error) = ended {
            tracing::warn!(%error, "the search for duplicates ended early; it is tried again later");
        }
        theirs.changed(vec![store::Tag::Duplicates]);
    });
    if thread.is_err() {
        app.searching().over(&stop);
        return Err(DuplicatesFault::NoThread);
    }
    Ok(())
}
