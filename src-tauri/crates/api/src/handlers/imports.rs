//! Imports.

use crate::views;
use crate::{ApiError, App};

/// Reads and checks a file without writing anything.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_open(app: &App, request: views::imports::ImportOpen) -> Result<views::imports::ImportView, ApiError> {
    Ok(app::imports::open(app, request).await?)
}

/// Checks the file again with other columns or another mode.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_remap(app: &App, request: views::imports::ImportRemap) -> Result<views::imports::ImportView, ApiError> {
    Ok(app::imports::remap(app, request).await?)
}

/// An import.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_get(app: &App, request: views::ById) -> Result<views::imports::ImportView, ApiError> {
    Ok(app::imports::get(app, request).await?)
}

/// Imports, newest first.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_list(app: &App, _request: views::Nothing) -> Result<Vec<views::imports::ImportView>, ApiError> {
    Ok(app::imports::list(app).await?)
}

/// Rows of the check.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_rows(app: &App, request: views::imports::ImportRowsRequest) -> Result<Vec<views::imports::ImportRowView>, ApiError> {
    Ok(app::imports::rows(app, request).await?)
}

/// Writes a checked import (in the background).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_apply(app: &App, request: views::imports::ImportApply) -> Result<views::imports::ImportView, ApiError> {
    Ok(app::imports::apply(app, request).await?)
}

/// Stops an import.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_cancel(app: &App, request: views::ById) -> Result<views::imports::ImportView, ApiError> {
    Ok(app::imports::cancel(app, request).await?)
}

/// Saves the rejected rows as CSV.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_rejects(app: &App, request: views::imports::ImportRejects) -> Result<views::exports::ExportDone, ApiError> {
    Ok(app::imports::rejects(app, request).await?)
}

/// The beginning of a file as it would be read.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_preview(app: &App, request: views::imports::ImportPreviewRequest) -> Result<views::imports::ImportPreview, ApiError> {
    Ok(app::imports::preview(app, request).await?)
}

/// Reads the file again with other settings.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_reread(app: &App, request: views::imports::ImportReread) -> Result<views::imports::ImportView, ApiError> {
    Ok(app::imports::reread(app, request).await?)
}

/// Corrects a cell of the check.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_row_edit(app: &App, request: views::imports::ImportRowEdit) -> Result<views::imports::ImportRowChanged, ApiError> {
    Ok(app::imports::edit_row(app, request).await?)
}

/// Takes a row out of an import, or back in.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_row_leave(app: &App, request: views::imports::ImportRowLeave) -> Result<views::imports::ImportRowChanged, ApiError> {
    Ok(app::imports::leave_row(app, request).await?)
}

/// Decides conflicts between the desk and the file.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_row_choose(app: &App, request: views::imports::ImportRowChoose) -> Result<views::imports::ImportView, ApiError> {
    Ok(app::imports::choose(app, request).await?)
}

/// Takes an import off the list, with what only it brought.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn import_delete(app: &App, request: views::ById) -> Result<views::imports::ImportDeleted, ApiError> {
    Ok(app::imports::delete(app, request).await?)
}
