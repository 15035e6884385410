use domain::fault::Reason;
use domain::ports::OAuthTokens;
use domain::views::sheets::SheetsProgress;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// What this process is doing with Sheets; nothing of it is kept.
#[derive(Default)]
pub struct Activity {
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Default)]
pub(super) struct State {
    /// Number of the connection attempt under way, and what stops it.
    pub(super) connecting: Option<(u64, CancellationToken)>,
    /// Attempts so far.
    pub(super) attempts: u64,
    /// Stops the push under way, and how far it is.
    pub(super) push: Option<(CancellationToken, SheetsProgress)>,
    /// Why the last connection attempt failed.
    pub(super) trouble: Option<Reason>,
    /// Token for calls, while the desk it was fetched for is open.
    pub(super) access: Option<(CancellationToken, OAuthTokens)>,
}

impl Activity {
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells those who wait for a connection attempt that it is over.
    pub(super) fn attempt_over(&self) {
        self.changed.notify_waiters();
    }

    /// Waits until no connection attempt is under way.
    pub(super) async fn no_attempt(&self) {
        loop {
            let changed = self.changed.notified();
            if self.state().connecting.is_none() {
                return;
            }
            changed.await;
        }
    }
}
