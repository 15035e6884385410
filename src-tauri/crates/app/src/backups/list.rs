use super::{BackupFault, view};
use crate::App;
use domain::views::backups::BackupView;
use std::path::Path;

/// The backups the desk knows of and still finds, newest first.
///
/// # Errors
/// [`BackupFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<Vec<BackupView>, BackupFault> {
    let known = app.desk()?.read(store::backups::list).await?;
    Ok(known.into_iter().filter(|backup| Path::new(&backup.path).is_file()).map(|backup| view(backup, None)).collect())
}
