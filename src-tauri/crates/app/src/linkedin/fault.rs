use crate::DeskLocked;
use crate::imports::ImportFault;
use domain::fault::{Fault, Params};
use domain::ports::DesktopError;
use store::StoreError;

/// A task of the queue could not be opened or recorded, or an archive could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum LinkedinFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No task has this id.
    #[error("there is no such task")]
    NotFound,
    /// It was recorded already, or taken out of the queue.
    #[error("the task no longer waits")]
    NotWaiting,
    /// The gate forbids the touch since it was queued.
    #[error("the person may no longer be touched")]
    Forbidden,
    /// The browser or the clipboard.
    #[error(transparent)]
    Desktop(#[from] DesktopError),
    /// An archive that cannot be used.
    #[error(transparent)]
    Archive(#[from] ImportFault),
}

impl Fault for LinkedinFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::NotFound => "linkedin.not_found",
            Self::NotWaiting => "linkedin.not_waiting",
            Self::Forbidden => "linkedin.forbidden",
            Self::Archive(e) => e.code(),
            Self::Desktop(DesktopError::None) => "desktop.none",
            Self::Desktop(DesktopError::Scheme) => "desktop.scheme",
            Self::Desktop(DesktopError::Refused(_)) => "desktop.refused",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Archive(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Archive(e) => e.retryable(),
            _ => false,
        }
    }
}
