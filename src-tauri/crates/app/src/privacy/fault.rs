use crate::DeskLocked;
use crate::exports::{export_code, export_params};
use domain::fault::{Fault, Params};
use formats::export::ExportError;
use store::StoreError;

/// Why nothing was erased, or no package written.
#[derive(Debug, thiserror::Error)]
pub enum PrivacyFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// There is no such person.
    #[error("there is no such person")]
    NotFound,
    /// It was not said that it is meant for good.
    #[error("erasing was not confirmed")]
    NotConfirmed,
    /// A day was not written as one.
    #[error("this is not a day")]
    NotADay,
    /// The file.
    #[error(transparent)]
    File(#[from] ExportError),
    /// The desk failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Fault for PrivacyFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(inner) => inner.code(),
            Self::NotFound => "people.not_found",
            Self::NotConfirmed => "privacy.not_confirmed",
            Self::NotADay => "privacy.not_a_day",
            Self::File(inner) => export_code(inner),
            Self::Store(inner) => inner.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::File(inner) => export_params(inner),
            Self::Store(inner) => inner.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::File(inner) => matches!(inner, ExportError::Io(_)),
            Self::Store(inner) => inner.retryable(),
            _ => false,
        }
    }
}
