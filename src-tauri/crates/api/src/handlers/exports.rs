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

/// Writes companies to a file.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn export_companies(app: &App, request: views::exports::CompaniesExport) -> Result<views::exports::ExportDone, ApiError> {
    Ok(app::exports::companies(app, request).await?)
}

/// Writes opportunities to a file.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn export_opportunities(app: &App, request: views::exports::OpportunitiesExport) -> Result<views::exports::ExportDone, ApiError> {
    Ok(app::exports::opportunities(app, request).await?)
}
