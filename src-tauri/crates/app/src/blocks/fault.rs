use super::MOST;
use crate::DeskLocked;
use domain::fault::{Fault, Params, params};
use store::StoreError;

/// A block could not be pasted. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum BlockFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// More than [`MOST`] rows.
    #[error("the block is larger than {MOST} rows")]
    TooLarge,
    /// A value of a row cannot be taken, or the row cannot be changed: the code is that of the reason.
    #[error("row {row}: {why}")]
    Row {
        /// Which row of the block, from 1.
        row: usize,
        /// The field, as it was asked for; empty where it is not one field's fault.
        column: String,
        /// Why.
        why: Box<dyn Fault + Send + Sync>,
    },
}

impl Fault for BlockFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::TooLarge => "blocks.too_large",
            Self::Row { why, .. } => why.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::TooLarge => params([("limit", MOST.to_string())]),
            Self::Row { row, column, why } => {
                let mut said = why.params();
                said.extend(params([("row", row.to_string()), ("column", column.clone())]));
                said
            }
            Self::Locked(_) => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Row { why, .. } => why.retryable(),
            Self::Locked(_) | Self::TooLarge => false,
        }
    }
}
