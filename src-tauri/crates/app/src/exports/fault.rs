use crate::DeskLocked;
use crate::companies::CompaniesFault;
use crate::opportunities::OpportunitiesFault;
use domain::fault::{Fault, Params, params};
use formats::export::ExportError;
use store::StoreError;

/// Records could not be exported; no file was left behind, and one that was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ExportFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The companies that were chosen.
    #[error(transparent)]
    Companies(#[from] CompaniesFault),
    /// The opportunities that were chosen.
    #[error(transparent)]
    Opportunities(#[from] OpportunitiesFault),
    /// The file.
    #[error(transparent)]
    File(#[from] ExportError),
    /// Nobody was chosen.
    #[error("nobody was chosen")]
    Nobody,
}

impl Fault for ExportFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Companies(e) => e.code(),
            Self::Opportunities(e) => e.code(),
            Self::File(e) => export_code(e),
            Self::Nobody => "people.nobody",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Companies(e) => e.params(),
            Self::Opportunities(e) => e.params(),
            Self::File(e) => export_params(e),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Companies(e) => e.retryable(),
            Self::Opportunities(e) => e.retryable(),
            Self::File(e) => matches!(e, ExportError::Io(_)),
            _ => false,
        }
    }
}

/// Code of a file that could not be written.
pub(crate) fn export_code(error: &ExportError) -> &'static str {
    match error {
        ExportError::Io(_) => "exports.unwritable_file",
        ExportError::TooManyRows { .. } => "exports.too_many_rows",
        ExportError::TooManyCells { .. } => "exports.too_many_cells",
        ExportError::CellTooLong { .. } => "exports.cell_too_long",
    }
}

/// Its figures.
pub(crate) fn export_params(error: &ExportError) -> Params {
    match error {
        ExportError::Io(_) => Params::new(),
        ExportError::TooManyRows { limit } => params([("limit", limit.to_string())]),
        ExportError::TooManyCells { row } => params([("row", row.to_string())]),
        ExportError::CellTooLong { row, column, limit } => {
            params([("row", row.to_string()), ("column", column.to_string()), ("limit", limit.to_string())])
        }
    }
}
