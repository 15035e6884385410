//! Saved views.

use crate::views::saved::{SavedView, ViewNew, ViewSet};
use crate::views::{ById, ByIds, Changed, Nothing};
use crate::{ApiError, App};

/// Every saved view.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn views_list(app: &App, _: Nothing) -> Result<Vec<SavedView>, ApiError> {
    Ok(app::saved::list(app).await?)
}

/// Keeps a view under a name.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn views_create(app: &App, request: ViewNew) -> Result<SavedView, ApiError> {
    Ok(app::saved::create(app, request).await?)
}

/// Changes a view.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn views_set(app: &App, request: ViewSet) -> Result<SavedView, ApiError> {
    Ok(app::saved::set(app, request).await?)
}

/// Puts views in another order.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn views_order(app: &App, request: ByIds) -> Result<Vec<SavedView>, ApiError> {
    Ok(app::saved::order(app, request).await?)
}

/// Takes a view away.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn views_delete(app: &App, request: ById) -> Result<Changed, ApiError> {
    Ok(app::saved::delete(app, request).await?)
}
