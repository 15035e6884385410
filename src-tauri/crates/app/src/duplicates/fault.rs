use crate::DeskLocked;
use domain::fault::{Fault, Params, params};
use store::StoreError;

/// Nothing was found, made one or taken apart.
#[derive(Debug, thiserror::Error)]
pub enum DuplicatesFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// One of the records is not on the desk.
    #[error("a record is not there any more")]
    NotFound,
    /// Fewer than two records.
    #[error("it takes two records")]
    TooFew,
    /// More records than can be looked at side by side.
    #[error("these are too many records at once")]
    TooMany,
    /// An invented record and a real one.
    #[error("an invented record is never made one with a real one")]
    Invented,
    /// A field that cannot be chosen, or a record that is none of these.
    #[error("this value cannot be chosen")]
    BadChoice {
        /// The field as asked for.
        field: String,
    },
    /// All groups beyond doubt are being made one.
    #[error("groups are being merged")]
    Merging,
    /// There is no group beyond doubt.
    #[error("there is no group beyond doubt")]
    NoneExact,
    /// The record was not made one with another, nor another with it.
    #[error("this record was not merged")]
    NotMerged,
    /// The thread of the search could not be started.
    #[error("the search could not be started")]
    NoThread,
}

impl Fault for DuplicatesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::NotFound => "duplicates.not_found",
            Self::TooFew => "duplicates.too_few",
            Self::TooMany => "duplicates.too_many",
            Self::Invented => "duplicates.invented",
            Self::BadChoice { .. } => "duplicates.bad_choice",
            Self::Merging => "duplicates.merging",
            Self::NoneExact => "duplicates.none_exact",
            Self::NotMerged => "duplicates.not_merged",
            Self::NoThread => "duplicates.no_thread",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::BadChoice { field } => params([("field", field.clone())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Merging | Self::NoThread => true,
            _ => false,
        }
    }
}
