use crate::DeskLocked;
use domain::fault::{Fault, Params};
use store::StoreError;

/// The trash could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum TrashFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// None of these lies in the trash (any more).
    #[error("none of these is in the trash")]
    NotThere,
}

impl Fault for TrashFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::NotThere => "trash.not_there",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
