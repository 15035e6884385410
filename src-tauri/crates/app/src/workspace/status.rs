use super::{KeyFile, WorkspaceFault, keychain};
use crate::App;
use domain::views::workspace::{DeskState, WorkspaceStatus};
use store::{OpenError, StoreError, meta};

/// Where the desk stands: for the first screen, the lock screen and the banners. Opens nothing.
///
/// # Errors
/// [`WorkspaceFault`] when what is there cannot be understood; a damaged or missing key file is never taken for "no desk yet".
pub async fn status(app: &App) -> Result<WorkspaceStatus, WorkspaceFault> {
    let root = app.root();
    match store::restore::finish_interrupted(root) {
        // Another process is at it, or has the desk open.
        Ok(()) | Err(OpenError::InUse { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let there = root.join("desk.db").exists() || store::restore::is_interrupted(root);
    let keychain = keychain::ask(&app.ports().keychain, |keychain| keychain.check()).await.is_ok();
    let mut status = WorkspaceStatus {
        state: if there { DeskState::Locked } else { DeskState::None },
        locale: None,
        keychain,
        passphrase: false,
        recovery_confirmed: false,
        sample: false,
        held_after_restore: false,
        sending_paused: None,
        folder: root.display().to_string(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    if !there {
        return Ok(status);
    }
    let file = KeyFile::load(root)?;
    status.locale = Some(file.locale);
    status.passphrase = file.passphrase.is_some();
    status.recovery_confirmed = file.recovery_confirmed;
    let Ok(desk) = app.desk() else { return Ok(status) };
    let read = desk.read::<_, StoreError>(|read| {
        Ok((store::sample::is_there(read)?, meta::get(read, meta::HOLD_OUTGOING)?.is_some(), meta::get(read, meta::SENDING_PAUSED)?))
    });
    match read.await {
        Ok((sample, held, paused)) => {
            status.state = DeskState::Open;
            (status.sample, status.held_after_restore, status.sending_paused) = (sample, held, paused);
            Ok(status)
        }
        // Locked in between.
        Err(StoreError::Closed) => Ok(status),
        Err(error) => Err(error.into()),
    }
}

/// Whether the seller proved that they wrote the recovery key down.
pub fn recovery_confirmed(app: &App) -> bool {
    KeyFile::load(app.root()).is_ok_and(|file| file.recovery_confirmed)
}

/// The language of the desk in this folder, which needs no key to be read; none where there is no desk.
pub fn locale(app: &App) -> Option<String> {
    KeyFile::load(app.root()).ok().map(|file| file.locale)
}
