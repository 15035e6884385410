//! Goals of a month.

use crate::views::goals::{GoalSet, GoalsRequest, GoalsView};
use crate::{ApiError, App};

/// Goals of some months, and how far they are reached.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn goals_get(app: &App, request: GoalsRequest) -> Result<GoalsView, ApiError> {
    Ok(app::goals::get(app, request).await?)
}

/// Sets a goal of a month.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn goals_set(app: &App, request: GoalSet) -> Result<GoalsView, ApiError> {
    Ok(app::goals::set(app, request).await?)
}
