use crate::DeskLocked;
use domain::fault::{Fault, Params, params};
use domain::people::{FieldError, PersonField};
use store::StoreError;

/// Something about people could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum PeopleFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value cannot be taken.
    #[error(transparent)]
    Field(#[from] FieldError),
    /// There is no such person, or they were removed.
    #[error("there is no such person")]
    NotFound,
    /// Nobody was chosen.
    #[error("nobody was chosen")]
    Nobody,
    /// Nothing would be left to know the person by.
    #[error("a person needs a name, an address or a profile")]
    NoIdentity,
    /// The same person is on the desk already.
    #[error("this person is here already")]
    AlreadyHere,
    /// A value that cannot be the same for several people.
    #[error("{} is one person's own", .0.code())]
    NotForSeveral(PersonField),
    /// On the do-not-contact list: the status follows the list.
    #[error("this person is on the do-not-contact list")]
    StillSuppressed,
    /// Somebody who opted out is taken off the list only with a word about why.
    #[error("lifting an opt-out needs a note")]
    AllowNeedsNote,
    /// A note without text.
    #[error("the note is empty")]
    EmptyNote,
    /// There is no address that consent could be for.
    #[error("this person has no address")]
    NoAddress,
}

impl Fault for PeopleFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Field(e) => e.code(),
            Self::NotFound => "people.not_found",
            Self::Nobody => "people.nobody",
            Self::NoIdentity => "people.no_identity",
            Self::AlreadyHere => "people.already_here",
            Self::NotForSeveral(_) => "people.not_for_several",
            Self::StillSuppressed => "people.still_suppressed",
            Self::AllowNeedsNote => "people.allow_needs_note",
            Self::EmptyNote => "people.empty_note",
            Self::NoAddress => "people.no_address",
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
