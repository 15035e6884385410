//! Ways to reach a person or a company.

use crate::views::contacts::{ContactPointView, ContactsOf, PointAdd, PointRef, PointSet};
use crate::{ApiError, App};

/// Every way to reach a person or a company.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn contacts_list(app: &App, request: ContactsOf) -> Result<Vec<ContactPointView>, ApiError> {
    Ok(app::contacts::list(app, request).await?)
}

/// Adds an address, a number, a link or a postal address.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn contacts_add(app: &App, request: PointAdd) -> Result<Vec<ContactPointView>, ApiError> {
    Ok(app::contacts::add(app, request).await?)
}

/// Changes one of them.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn contacts_set(app: &App, request: PointSet) -> Result<Vec<ContactPointView>, ApiError> {
    Ok(app::contacts::set(app, request).await?)
}

/// Takes one of them away.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn contacts_remove(app: &App, request: PointRef) -> Result<Vec<ContactPointView>, ApiError> {
    Ok(app::contacts::remove(app, request).await?)
}

/// Uses one of them first.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn contacts_first(app: &App, request: PointRef) -> Result<Vec<ContactPointView>, ApiError> {
    Ok(app::contacts::first(app, request).await?)
}
