//! Files kept on records.

use crate::views::exports::ExportDone;
use crate::views::files::{FileRename, FileSave, FileView, FilesAdd, FilesAdded, FilesOf};
use crate::views::{ByIds, Changed};
use crate::{ApiError, App};
use app::files;

/// Files of a record.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn files_list(app: &App, request: FilesOf) -> Result<Vec<FileView>, ApiError> {
    Ok(files::list(app, request).await?)
}

/// Takes files into the desk.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn files_add(app: &App, request: FilesAdd) -> Result<FilesAdded, ApiError> {
    Ok(files::add(app, request).await?)
}

/// Gives a file another name.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn files_rename(app: &App, request: FileRename) -> Result<FileView, ApiError> {
    Ok(files::rename(app, request).await?)
}

/// Puts files into the trash.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn files_remove(app: &App, request: ByIds) -> Result<Changed, ApiError> {
    Ok(files::remove(app, request).await?)
}

/// Writes a file outside the desk.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn files_save(app: &App, request: FileSave) -> Result<ExportDone, ApiError> {
    Ok(files::save(app, request).await?)
}
