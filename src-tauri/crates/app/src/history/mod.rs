//! What was done, and taking it back.

mod list;
mod undo;
mod view;

pub use list::{list, top};
pub use undo::{redo, undo};

use crate::DeskLocked;
use domain::fault::{Fault, Params};
use store::StoreError;
use store::journal::UndoError;

/// Why nothing was taken back, done again or listed.
#[derive(Debug, thiserror::Error)]
pub enum HistoryFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// There is nothing to do, or it cannot be done now.
    #[error(transparent)]
    Undo(#[from] UndoError),
    /// The desk failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for HistoryFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(inner) => inner.code(),
            Self::Undo(inner) => inner.code(),
            Self::Store(inner) => inner.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Locked(inner) => inner.params(),
            Self::Undo(inner) => inner.params(),
            Self::Store(inner) => inner.params(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Locked(_) => false,
            Self::Undo(inner) => inner.retryable(),
            Self::Store(inner) => inner.retryable(),
        }
    }
}
