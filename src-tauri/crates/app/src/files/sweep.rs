use super::FilesFault;
use crate::App;

/// Takes out contents that no file has had for 30 days: the desk's own upkeep.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn sweep(app: &App) -> Result<(), FilesFault> {
    let now = app.ports().clock.now();
    app.desk()?.sweep_files(now).await?;
    Ok(())
}
