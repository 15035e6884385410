use crate::DeskLocked;
use domain::fault::Fault;
use store::StoreError;

/// Follow-ups could not be listed, drafted or stopped.
#[derive(Debug, thiserror::Error)]
pub enum FollowupFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for FollowupFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
