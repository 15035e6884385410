//! Exports.

use crate::views;
use crate::{ApiError, App};

/// Writes people to a file.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn export_people(app: &App, request: views::exports::ExportRequest) -> Result<views::exports::ExportDone, ApiError> {
    Ok(app::exports::people(app, request).await?)
}
