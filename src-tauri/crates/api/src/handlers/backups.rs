//! Backups.

use crate::{ApiError, App, views};
use app::backups;
use views::Nothing;
use views::backups::{BackupCheck, BackupCreate, BackupView, RestoredDesk};

/// Backups the desk knows.
pub async fn backup_list(app: &App, _: Nothing) -> Result<Vec<BackupView>, ApiError> {
    Ok(backups::list(app).await?)
}

/// Writes a verified backup.
pub async fn backup_create(app: &App, request: BackupCreate) -> Result<BackupView, ApiError> {
    Ok(backups::create(app, request).await?)
}

/// Reads a backup back.
pub async fn backup_verify(app: &App, request: BackupCheck) -> Result<BackupView, ApiError> {
    Ok(backups::verify(app, request).await?)
}

/// Replaces the desk by a backup.
pub async fn backup_restore(app: &App, request: BackupCheck) -> Result<RestoredDesk, ApiError> {
    Ok(backups::restore(app, request).await?)
}
