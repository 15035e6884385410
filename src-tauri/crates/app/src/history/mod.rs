//! What was done, and taking it back.

mod changes;
mod export;
mod list;
mod undo;
mod view;

pub use changes::changes;
pub(crate) use changes::{every_change_of, pointed_to, said};
pub use export::{code_words, export, field_name, value};
pub use list::{list, top};
pub use undo::{redo, undo};

use crate::DeskLocked;
use crate::exports::{export_code, export_params};
use domain::fault::{Fault, Params};
use formats::export::ExportError;
use store::StoreError;
use store::journal::UndoError;

/// Why nothing was taken back, done again or listed.
#[derive(Debug, thiserror::Error)]
pub enum HistoryFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// There is nothing to do, or it cannot be done now.
    #[error(transparent)]
    Undo(#[from] UndoError),
    /// The desk failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file of an export.
    #[error(transparent)]
    File(#[from] ExportError),
}

impl Fault for HistoryFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(inner) => inner.code(),
            Self::Undo(inner) => inner.code(),
            Self::Store(inner) => inner.code(),
            Self::File(inner) => export_code(inner),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Locked(inner) => inner.params(),
            Self::Undo(inner) => inner.params(),
            Self::Store(inner) => inner.params(),
            Self::File(inner) => export_params(inner),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Locked(_) => false,
            Self::Undo(inner) => inner.retryable(),
            Self::Store(inner) => inner.retryable(),
            Self::File(inner) => matches!(inner, ExportError::Io(_)),
        }
    }
}
