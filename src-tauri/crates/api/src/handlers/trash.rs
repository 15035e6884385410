//! The trash.

use crate::views::trash::{Restored, TrashPage, TrashRestore, TrashRows};
use crate::views::{Changed, Nothing};
use crate::{ApiError, App};

/// What was removed.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn trash_list(app: &App, request: TrashPage) -> Result<TrashRows, ApiError> {
    Ok(app::trash::list(app, request).await?)
}

/// Brings removed people and companies back.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn trash_restore(app: &App, request: TrashRestore) -> Result<Restored, ApiError> {
    Ok(app::trash::restore(app, request).await?)
}

/// Removes what is in the trash for good.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn trash_empty(app: &App, _: Nothing) -> Result<Changed, ApiError> {
    Ok(app::trash::empty(app).await?)
}
