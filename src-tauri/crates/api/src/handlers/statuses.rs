//! Statuses of people.

use crate::views;
use crate::views::statuses::{StatusDelete, StatusNew, StatusOrder, StatusUpdate, StatusesView};
use crate::{ApiError, App};

/// Every status, in the seller's order.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn statuses_list(app: &App, _request: views::Nothing) -> Result<StatusesView, ApiError> {
    Ok(app::statuses::list(app).await?)
}

/// Adds a status.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn statuses_create(app: &App, request: StatusNew) -> Result<StatusesView, ApiError> {
    Ok(app::statuses::create(app, request).await?)
}

/// Changes a status.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn statuses_update(app: &App, request: StatusUpdate) -> Result<StatusesView, ApiError> {
    Ok(app::statuses::update(app, request).await?)
}

/// Puts statuses in another order.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn statuses_reorder(app: &App, request: StatusOrder) -> Result<StatusesView, ApiError> {
    Ok(app::statuses::reorder(app, request).await?)
}

/// Deletes a status; its people go to another one.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn statuses_delete(app: &App, request: StatusDelete) -> Result<StatusesView, ApiError> {
    Ok(app::statuses::delete(app, request).await?)
}
