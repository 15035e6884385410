use crate::DeskLocked;
use domain::fault::{Fault, Params};
use domain::tags::NameError;
use store::StoreError;

/// A saved view could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum SavedFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A name cannot be taken.
    #[error(transparent)]
    Name(#[from] NameError),
    /// No such view (any more).
    #[error("there is no such view")]
    NotFound,
    /// Another one of the same list has this name.
    #[error("another view is called so")]
    NameTaken,
}

impl Fault for SavedFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Name(e) => e.code(),
            Self::NotFound => "views.not_found",
            Self::NameTaken => "views.name_taken",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Name(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
