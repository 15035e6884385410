//! Blocks of cells pasted into a list.

use crate::views::Changed;
use crate::views::blocks::BlockPaste;
use crate::{ApiError, App};

/// Types a block of cells, all or none.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn block_paste(app: &App, request: BlockPaste) -> Result<Changed, ApiError> {
    Ok(app::blocks::paste(app, request).await?)
}
