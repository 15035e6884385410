use super::{KeyFile, WorkspaceFault};
use crate::App;
use domain::views::Nothing;

/// Closes the desk without locking it: quitting. The keychain opens it again.
pub async fn close(app: &App) {
    if let Some(desk) = app.take_open() {
        desk.close().await;
    }
}

/// Closes the desk: background work stops at its next safe point, the file is closed, its key forgotten. Where there is a passphrase, it is
/// what opens the desk again.
///
/// # Errors
/// [`WorkspaceFault`] when the lock could not be noted; the desk is closed all the same.
pub async fn lock(app: &App) -> Result<Nothing, WorkspaceFault> {
    let Some(desk) = app.take_open() else { return Ok(Nothing {}) };
    desk.close().await;
    let mut file = KeyFile::load(app.root())?;
    if file.passphrase.is_some() && !file.locked {
        file.locked = true;
        file.save(app.root())?;
    }
    Ok(Nothing {})
}
