use crate::DeskLocked;
use crate::companies::CompaniesFault;
use crate::contacts::ContactsFault;
use crate::people::PeopleFault;
use domain::companies::CompanyFieldError;
use domain::contacts::PointError;
use domain::fault::{Fault, Params};
use domain::people::FieldError;
use store::StoreError;

/// Somebody could not be noted, or the list not be read. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum CaptureFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The person.
    #[error(transparent)]
    Person(#[from] PeopleFault),
    /// The company.
    #[error(transparent)]
    Company(#[from] CompaniesFault),
    /// An address or a number.
    #[error(transparent)]
    Contact(#[from] ContactsFault),
    /// No name was given.
    #[error("a name is needed")]
    NoName,
    /// None of them is to be qualified.
    #[error("none of these is on the list")]
    NotThere,
}

impl From<FieldError> for CaptureFault {
    fn from(error: FieldError) -> Self {
        Self::Person(error.into())
    }
}

impl From<CompanyFieldError> for CaptureFault {
    fn from(error: CompanyFieldError) -> Self {
        Self::Company(error.into())
    }
}

impl From<PointError> for CaptureFault {
    fn from(error: PointError) -> Self {
        Self::Contact(error.into())
    }
}

impl Fault for CaptureFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Person(e) => e.code(),
            Self::Company(e) => e.code(),
            Self::Contact(e) => e.code(),
            Self::NoName => "capture.no_name",
            Self::NotThere => "capture.not_there",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Person(e) => e.params(),
            Self::Company(e) => e.params(),
            Self::Contact(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
