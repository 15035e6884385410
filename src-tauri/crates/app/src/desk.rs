//! The desk as the window and the terminal hold it.

use domain::fault::Fault;
use domain::ports::{Clock, Desktop, Ids, Mailer, SecretStore, Spreadsheet, TextModel};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use store::Desk;
use tokio::sync::{Notify, broadcast};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// The outside world, wired in by the shell or the terminal.
#[derive(Clone)]
pub struct Ports {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Ids and randomness.
    pub ids: Arc<dyn Ids>,
    /// The operating system's keychain.
    pub keychain: Arc<dyn SecretStore>,
    /// SMTP.
    pub mailer: Arc<dyn Mailer>,
    /// OpenAI-compatible endpoints.
    pub model: Arc<dyn TextModel>,
    /// Google Sheets.
    pub spreadsheet: Arc<dyn Spreadsheet>,
    /// Browser, clipboard, notifications.
    pub desktop: Arc<dyn Desktop>,
}

/// Decoration for a bar: at most ten a second, the last always sent. What counts is in the store.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// `import`, `run`, `sheets`, `backup`, `export`, `duplicates`.
    pub kind: &'static str,
    /// What it is about.
    pub id: Uuid,
    /// Done so far.
    pub done: u32,
    /// In all.
    pub of: u32,
}

/// The desk is locked or there is none yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the desk is locked")]
pub struct DeskLocked;

impl Fault for DeskLocked {
    fn code(&self) -> &'static str {
        "workspace.locked"
    }
}

/// One seller's desk. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    root: PathBuf,
    ports: Ports,
    open: RwLock<Option<OpenDesk>>,
    progress: broadcast::Sender<Progress>,
    changes: broadcast::Sender<Vec<store::Tag>>,
    wake: Notify,
    sheets: crate::sheets::Activity,
    searching: crate::duplicates::Searching,
    troubles: crate::work::Troubles,
}

struct OpenDesk {
    desk: Desk,
    secrets: Arc<dyn SecretStore>,
    closing: CancellationToken,
    sending: crate::outbox::Sending,
}

impl App {
    /// A desk in the folder `root`, not opened yet.
    pub fn new(root: impl Into<PathBuf>, ports: Ports) -> Self {
        let (progress, _) = broadcast::channel(256);
        let (changes, _) = broadcast::channel(256);
        Self(Arc::new(Inner {
            root: root.into(),
            ports,
            open: RwLock::new(None),
            progress,
            changes,
            wake: Notify::new(),
            sheets: crate::sheets::Activity::default(),
            searching: crate::duplicates::Searching::default(),
            troubles: crate::work::Troubles::default(),
        }))
    }

    /// Folder of the desk.
    pub fn root(&self) -> &Path {
        &self.0.root
    }

    /// The outside world.
    pub fn ports(&self) -> &Ports {
        &self.0.ports
    }

    /// The open store.
    ///
    /// # Errors
    /// [`DeskLocked`] while the desk is locked.
    pub fn desk(&self) -> Result<Desk, DeskLocked> {
        self.read_open(|open| open.desk.clone())
    }

    /// Where this desk keeps its secrets: the keychain, or the vault inside the desk where there is none.
    ///
    /// # Errors
    /// [`DeskLocked`] while the desk is locked.
    pub fn secrets(&self) -> Result<Arc<dyn SecretStore>, DeskLocked> {
        self.read_open(|open| Arc::clone(&open.secrets))
    }

    /// Cancelled when the desk is being locked: background work stops at its next safe point.
    ///
    /// # Errors
    /// [`DeskLocked`] while the desk is locked.
    pub fn closing(&self) -> Result<CancellationToken, DeskLocked> {
        self.read_open(|open| open.closing.clone())
    }

    /// What sending keeps between two calls.
    ///
    /// # Errors
    /// [`DeskLocked`] while the desk is locked.
    pub(crate) fn sending(&self) -> Result<crate::outbox::Sending, DeskLocked> {
        self.read_open(|open| open.sending.clone())
    }

    /// Puts an opened store in place and forwards its cache tags.
    pub fn set_open(&self, desk: Desk, secrets: Arc<dyn SecretStore>) {
        let closing = CancellationToken::new();
        let (mut from, to, until) = (desk.subscribe(), self.0.changes.clone(), closing.clone());
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = until.cancelled() => break,
                    tags = from.recv() => match tags {
                        Ok(tags) => { let _ = to.send(tags); }
                        Err(broadcast::error::RecvError::Lagged(_)) => { let _ = to.send(store::Tag::ALL.to_vec()); }
                        Err(broadcast::error::RecvError::Closed) => break,
                    },
                }
            }
        });
        let mut open = self.0.open.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(before) = open.replace(OpenDesk { desk, secrets, closing, sending: crate::outbox::Sending::default() }) {
            before.closing.cancel();
        }
        drop(open);
        self.changed(vec![store::Tag::Workspace]);
        self.wake();
    }

    /// Takes the store out (locking); background work is told to stop. The caller closes the desk it gets.
    pub fn take_open(&self) -> Option<Desk> {
        let taken = self.0.open.write().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        let desk = taken.map(|open| {
            open.closing.cancel();
            open.desk
        });
        self.changed(vec![store::Tag::Workspace]);
        desk
    }

    /// What is going on with Google Sheets.
    pub(crate) fn sheets(&self) -> &crate::sheets::Activity {
        &self.0.sheets
    }

    /// The search for duplicates at work.
    pub(crate) fn searching(&self) -> &crate::duplicates::Searching {
        &self.0.searching
    }

    /// Why work that goes on by itself has stopped.
    pub(crate) fn troubles(&self) -> &crate::work::Troubles {
        &self.0.troubles
    }

    /// Cache tags of committed writes.
    pub fn changes(&self) -> broadcast::Receiver<Vec<store::Tag>> {
        self.0.changes.subscribe()
    }

    /// Tells the screens that something outside the store changed (locked, unlocked).
    pub fn changed(&self, tags: Vec<store::Tag>) {
        let _ = self.0.changes.send(tags);
    }

    /// Progress of long work.
    pub fn progress(&self) -> broadcast::Receiver<Progress> {
        self.0.progress.subscribe()
    }

    /// Reports progress of long work.
    pub fn report(&self, progress: Progress) {
        let _ = self.0.progress.send(progress);
    }

    /// Wakes the worker: there may be something due.
    pub fn wake(&self) {
        self.0.wake.notify_waiters();
        self.0.wake.notify_one();
    }

    /// Waits until [`App::wake`].
    pub async fn woken(&self) {
        self.0.wake.notified().await;
    }

    fn read_open<T>(&self, f: impl FnOnce(&OpenDesk) -> T) -> Result<T, DeskLocked> {
        let open = self.0.open.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        open.as_ref().map(f).ok_or(DeskLocked)
    }
}
