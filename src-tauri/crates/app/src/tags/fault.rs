use crate::DeskLocked;
use crate::companies::CompaniesFault;
use domain::fault::{Fault, Params};
use domain::tags::NameError;
use store::StoreError;

/// Something about tags or lists could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum TagsFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The companies that were chosen.
    #[error(transparent)]
    Companies(#[from] CompaniesFault),
    /// A name cannot be taken.
    #[error(transparent)]
    Name(#[from] NameError),
    /// No such tag (any more).
    #[error("there is no such tag")]
    NotFound,
    /// No such list (any more), or it holds the other kind.
    #[error("there is no such list")]
    NoList,
    /// Another one has this name.
    #[error("another one is called so")]
    NameTaken,
    /// Nobody was chosen.
    #[error("nobody was chosen")]
    Nobody,
    /// A tag cannot be merged with itself.
    #[error("these are one tag")]
    SameTag,
}

impl Fault for TagsFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Companies(e) => e.code(),
            Self::Name(e) => e.code(),
            Self::NotFound => "tags.not_found",
            Self::NoList => "lists.not_found",
            Self::NameTaken => "tags.name_taken",
            Self::Nobody => "people.nobody",
            Self::SameTag => "tags.same_tag",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Companies(e) => e.params(),
            Self::Name(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
