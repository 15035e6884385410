//! Fields the seller adds.

use crate::views::custom::{CustomField, CustomNew, CustomPut, CustomSet};
use crate::views::{ById, ByIds, Changed, Nothing};
use crate::{ApiError, App};

/// Every field the seller added.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn fields_list(app: &App, _: Nothing) -> Result<Vec<CustomField>, ApiError> {
    Ok(app::custom::list(app).await?)
}

/// Adds a field.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn fields_create(app: &App, request: CustomNew) -> Result<CustomField, ApiError> {
    Ok(app::custom::create(app, request).await?)
}

/// Changes a field.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn fields_set(app: &App, request: CustomSet) -> Result<Vec<CustomField>, ApiError> {
    Ok(app::custom::set(app, request).await?)
}

/// Puts fields in another order.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn fields_order(app: &App, request: ByIds) -> Result<Vec<CustomField>, ApiError> {
    Ok(app::custom::order(app, request).await?)
}

/// Takes a field away.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn fields_delete(app: &App, request: ById) -> Result<Changed, ApiError> {
    Ok(app::custom::delete(app, request).await?)
}

/// Types values of fields on records.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn fields_put(app: &App, request: CustomPut) -> Result<Changed, ApiError> {
    Ok(app::custom::put(app, request).await?)
}
