//! Health.

use crate::{ApiError, App, views};
use views::Nothing;
use views::health::HealthView;

/// Health of the desk and its connections.
pub async fn health_get(app: &App, _: Nothing) -> Result<HealthView, ApiError> {
    Ok(app::health::health(app).await?)
}
