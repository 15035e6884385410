//! The desk's file: creating, opening, locking, the sample.

use crate::{ApiError, App, views};
use app::workspace;
use views::workspace::{
    ConfirmRecovery, CreateWorkspace, CreatedWorkspace, RenewRecoveryKey, SetPassphrase, UnlockWorkspace, WorkspaceStatus,
};
use views::{Changed, Nothing};

/// Where the desk stands.
pub async fn workspace_status(app: &App, _: Nothing) -> Result<WorkspaceStatus, ApiError> {
    Ok(workspace::status(app).await?)
}

/// Creates the desk and shows the recovery key once.
pub async fn workspace_create(app: &App, request: CreateWorkspace) -> Result<CreatedWorkspace, ApiError> {
    Ok(workspace::create(app, request).await?)
}

/// Proves that the recovery key was written down.
pub async fn workspace_confirm_recovery(app: &App, request: ConfirmRecovery) -> Result<Nothing, ApiError> {
    Ok(workspace::confirm_recovery(app, request).await?)
}

/// Opens the desk.
pub async fn workspace_unlock(app: &App, request: UnlockWorkspace) -> Result<WorkspaceStatus, ApiError> {
    Ok(workspace::unlock(app, request).await?)
}

/// Closes the desk.
pub async fn workspace_lock(app: &App, _: Nothing) -> Result<Nothing, ApiError> {
    Ok(workspace::lock(app).await?)
}

/// Sets, changes or removes the passphrase.
pub async fn workspace_set_passphrase(app: &App, request: SetPassphrase) -> Result<Nothing, ApiError> {
    Ok(workspace::set_passphrase(app, request).await?)
}

/// Makes a new recovery key and shows it once.
pub async fn workspace_renew_recovery_key(app: &App, request: RenewRecoveryKey) -> Result<CreatedWorkspace, ApiError> {
    Ok(workspace::renew_recovery_key(app, request).await?)
}

/// After a restore, lets messages leave again.
pub async fn workspace_release_hold(app: &App, _: Nothing) -> Result<Nothing, ApiError> {
    Ok(workspace::release_hold(app).await?)
}

/// Fills the desk with invented people.
pub async fn sample_add(app: &App, _: Nothing) -> Result<Changed, ApiError> {
    Ok(workspace::sample_add(app).await?)
}

/// Removes the invented people.
pub async fn sample_remove(app: &App, _: Nothing) -> Result<Changed, ApiError> {
    Ok(workspace::sample_remove(app).await?)
}
