//! Work that goes on by itself, for the shell and the terminal to drive.

use crate::{ApiError, App};
use app::work;

/// Works until the desk is closed, as the window does.
pub async fn forever(app: &App) {
    work::forever(app).await;
}

/// Works until nothing is due within the next minute.
///
/// # Errors
/// Why work stopped that will be tried again.
pub async fn until_idle(app: &App) -> Result<(), ApiError> {
    Ok(work::until_idle(app).await?)
}

/// Makes one of every group beyond doubt, where that was begun, and nothing else.
pub async fn duplicates(app: &App) {
    work::duplicates(app).await;
}

/// Applies imports to their end and nothing else.
pub async fn imports(app: &App) {
    work::imports(app).await;
}
