use crate::DeskLocked;
use crate::agenda::AgendaFault;
use crate::custom::CustomFault;
use domain::agenda::NOTES;
use domain::fault::{Fault, Params, params};
use store::StoreError;

/// A note could not be written or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum NotesFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The next step that goes with it cannot be taken.
    #[error(transparent)]
    Next(#[from] AgendaFault),
    /// Those it was to stand on.
    #[error(transparent)]
    Chosen(#[from] CustomFault),
    /// It stands on nothing, or on several things.
    #[error("a note stands on one thing")]
    OnOne,
    /// What it is to stand on is not on the desk.
    #[error("there is nothing to note this on")]
    NoSubject,
    /// No such note.
    #[error("there is no such note")]
    NotFound,
    /// A note without text.
    #[error("the note is empty")]
    Empty,
    /// Longer than [`NOTES`].
    #[error("the note is too long")]
    TooLong,
}

impl Fault for NotesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Next(e) => e.code(),
            Self::Chosen(e) => e.code(),
            Self::OnOne => "notes.on_one",
            Self::NoSubject => "notes.no_subject",
            Self::NotFound => "notes.not_found",
            Self::Empty => "notes.empty",
            Self::TooLong => "notes.too_long",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Next(e) => e.params(),
            Self::Chosen(e) => e.params(),
            Self::TooLong => params([("limit", NOTES.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}
