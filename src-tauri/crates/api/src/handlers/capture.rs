//! Quick capture.

use crate::views::capture::{CaptureDone, CaptureNew, Captured, ToQualify};
use crate::views::{Changed, Nothing};
use crate::{ApiError, App};

/// Notes a person or a company in two seconds.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn capture_add(app: &App, request: CaptureNew) -> Result<Captured, ApiError> {
    Ok(app::capture::add(app, request).await?)
}

/// People and companies to qualify.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn capture_list(app: &App, _: Nothing) -> Result<Vec<ToQualify>, ApiError> {
    Ok(app::capture::list(app).await?)
}

/// Says that somebody is qualified.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn capture_done(app: &App, request: CaptureDone) -> Result<Changed, ApiError> {
    Ok(app::capture::done(app, request).await?)
}
