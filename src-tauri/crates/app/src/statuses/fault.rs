use crate::DeskLocked;
use domain::fault::{Fault, Params, params};
use domain::people::StatusError;
use store::StoreError;

/// Statuses could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum StatusesFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value cannot be taken.
    #[error(transparent)]
    Value(#[from] StatusError),
    /// No such status.
    #[error("there is no such status")]
    NotFound,
    /// The desk gives it itself.
    #[error("the desk gives this status itself")]
    Fixed,
    /// The status has people, and it was not said where they go.
    #[error("{0} people have to go somewhere")]
    HasPeople(u32),
    /// The people cannot go there.
    #[error("not another status that is there")]
    BadTarget,
    /// From or to "do not contact".
    #[error("who must not be contacted stays so, and nobody becomes it with a status")]
    NeverApart,
}

impl Fault for StatusesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Value(e) => e.code(),
            Self::NotFound => "statuses.not_found",
            Self::Fixed => "statuses.fixed",
            Self::HasPeople(_) => "statuses.has_people",
            Self::BadTarget => "statuses.bad_target",
            Self::NeverApart => "statuses.never_apart",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Value(e) => e.params(),
            Self::HasPeople(count) => params([("count", count.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
