use crate::DeskLocked;
use crate::exports::{export_code, export_params};
use domain::fault::{Fault, Params, params};
use domain::files::{LARGEST, NAME};
use formats::export::ExportError;
use store::StoreError;

/// A file could not be added, changed or saved. Nothing was changed then, and nothing was left behind outside the desk.
#[derive(Debug, thiserror::Error)]
pub enum FilesFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file that was to be written.
    #[error(transparent)]
    Written(#[from] ExportError),
    /// What it is to be kept on is not on the desk.
    #[error("there is nothing to keep this on")]
    NoRecord,
    /// No such file on the desk.
    #[error("there is no such file")]
    NotFound,
    /// None was named.
    #[error("no file was named")]
    None,
    /// It cannot be read, or is a folder.
    #[error("{name} cannot be read")]
    Unreadable {
        /// What it is called.
        name: String,
    },
    /// Larger than [`LARGEST`].
    #[error("{name} is too large")]
    TooLarge {
        /// What it is called.
        name: String,
    },
    /// It has no name.
    #[error("a file has a name")]
    NoName,
    /// A name longer than [`NAME`].
    #[error("the name is too long")]
    NameTooLong,
    /// What an old undo brought back: only its name is left.
    #[error("the contents are gone")]
    Gone,
}

impl Fault for FilesFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Written(e) => export_code(e),
            Self::NoRecord => "files.no_record",
            Self::NotFound => "files.not_found",
            Self::None => "files.none",
            Self::Unreadable { .. } => "files.unreadable",
            Self::TooLarge { .. } => "files.too_large",
            Self::NoName => "files.no_name",
            Self::NameTooLong => "files.name_too_long",
            Self::Gone => "files.gone",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Written(e) => export_params(e),
            Self::Unreadable { name } => params([("name", name.clone())]),
            Self::TooLarge { name } => params([("name", name.clone()), ("limit", (LARGEST / 1024 / 1024).to_string())]),
            Self::NameTooLong => params([("limit", NAME.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Written(e) => matches!(e, ExportError::Io(_)),
            Self::Unreadable { .. } => true,
            _ => false,
        }
    }
}
