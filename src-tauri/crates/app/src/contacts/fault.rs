use crate::DeskLocked;
use crate::companies::CompaniesFault;
use crate::people::PeopleFault;
use domain::contacts::PointError;
use domain::fault::{Fault, Params};
use store::StoreError;

/// A way to reach somebody could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum ContactsFault {
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
    /// A value cannot be taken.
    #[error(transparent)]
    Value(#[from] PointError),
    /// It is not there (any more).
    #[error("there is no such address, number or link")]
    NotFound,
    /// The person or company has it already.
    #[error("it is here already")]
    AlreadyHere,
    /// The do-not-contact list says otherwise.
    #[error("it is on the do-not-contact list")]
    StillSuppressed,
    /// A link or a postal address cannot opt out.
    #[error("only addresses and numbers can opt out")]
    CannotOptOut,
    /// A company's first postal address is its head office.
    #[error("the head office is edited with the company")]
    HeadOffice,
}

impl Fault for ContactsFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Person(e) => e.code(),
            Self::Company(e) => e.code(),
            Self::Value(e) => e.code(),
            Self::NotFound => "contacts.not_found",
            Self::AlreadyHere => "contacts.already_here",
            Self::StillSuppressed => "contacts.still_suppressed",
            Self::CannotOptOut => "contacts.cannot_opt_out",
            Self::HeadOffice => "contacts.head_office",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Person(e) => e.params(),
            Self::Company(e) => e.params(),
            Self::Value(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
