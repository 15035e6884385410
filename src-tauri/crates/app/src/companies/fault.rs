use crate::DeskLocked;
use domain::companies::{CompanyField, CompanyFieldError};
use domain::fault::{Fault, Params, params};
use store::StoreError;

/// Something about companies could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum CompaniesFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value cannot be taken.
    #[error(transparent)]
    Field(#[from] CompanyFieldError),
    /// No such company on the desk.
    #[error("there is no such company")]
    NotFound,
    /// None was chosen.
    #[error("no company was chosen")]
    None,
    /// A company without a name.
    #[error("a company needs a name")]
    NoName,
    /// The same company is on the desk already.
    #[error("this company is here already")]
    AlreadyHere,
    /// A value that cannot be the same for several companies.
    #[error("{} is one company's own", .0.code())]
    NotForSeveral(CompanyField),
}

impl Fault for CompaniesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Field(e) => e.code(),
            Self::NotFound => "companies.not_found",
            Self::None => "companies.none",
            Self::NoName => "companies.no_name",
            Self::AlreadyHere => "companies.already_here",
            Self::NotForSeveral(_) => "companies.not_for_several",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Field(e) => e.params(),
            Self::NotForSeveral(field) => params([("field", field.code().to_owned())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
