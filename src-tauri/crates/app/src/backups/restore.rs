use super::BackupFault;
use super::create::blocking;
use super::list::adopt;
use super::verify::{key_file, key_for, unpack};
use crate::App;
use crate::workspace::vault::{VAULT_FILE, Vault};
use crate::workspace::{self, KeyFile, Secret, WorkspaceFault, key_of};
use domain::fault::Reason;
use domain::views::backups::{BackupCheck, RestoredDesk};
use std::path::{Path, PathBuf};
use store::container::ContainerError;
use store::restore::{self as exchange, Carried};
use store::{OpenError, RawKey};

/// Replaces the desk by the one in a backup, which is read whole before anything is touched. The present desk's ledger and do-not-contact list
/// go into it, and everything outgoing is held until the seller confirms. On an error the present desk stays, open as it was.
///
/// # Errors
/// [`BackupFault`]; [`BackupFault::UnlockFirst`] when the present desk is locked and neither the keychain nor this secret opens it.
pub async fn restore(app: &App, request: BackupCheck) -> Result<RestoredDesk, BackupFault> {
    let path = PathBuf::from(&request.path);
    let (_, mut file) = key_file(&path).await?;
    let key = key_for(app, &file, request.secret.clone()).await?;
    let present = present_key(app, request.secret).await?;
    let root = app.root().to_owned();
    let was_there = root.join("desk.db").exists();
    file.locked = false;
    stage(app, &root, &path, &file, &key, present.as_ref()).await?;

    let was_open = app.take_open();
    if let Some(desk) = &was_open {
        desk.clone().close().await;
    }
    let (new, old, at) = (key.clone(), present.clone(), app.ports().clock.now());
    let exchanged =
        blocking(move || exchange::replace(&root, &new, old.as_ref(), at).map_err(|error| BackupFault::Workspace(error.into()))).await;
    let carried = match exchanged {
        Ok(carried) => carried,
        Err(fault) => {
            if let (Some(old), true) = (&present, was_open.is_some()) {
                workspace::open(app, &KeyFile::load(app.root())?, old).await?;
            }
            return Err(fault);
        }
    };
    workspace::remember(app, &file, &key).await;
    workspace::open(app, &file, &key).await?;
    // The desk stands restored: that it cannot note where from takes nothing of it back.
    if let Err(error) = adopt(app, &path, true).await {
        tracing::warn!(%error, "the restored backup could not be noted");
    }
    let notice = if was_there { unread(carried.as_ref()) } else { None };
    if notice.is_some() {
        tracing::warn!("the replaced desk was damaged: not all of its ledger could be carried over");
    }
    Ok(RestoredDesk {
        status: workspace::status(app).await?,
        replaced: was_there.then(|| app.root().join(exchange::REPLACED).display().to_string()),
        carried: carried.map_or(0, |carried| carried.rows),
        notice: notice.map(Into::into),
    })
}

/// What of the replaced desk's ledger could not be read, where something could not.
fn unread(carried: Option<&Carried>) -> Option<Reason> {
    match carried {
        Some(Carried { complete: true, .. }) => None,
        Some(Carried { unread: Some(rows), .. }) => Some(Reason::new("backup.ledger_unread").with("count", rows)),
        _ => Some(Reason::new("backup.ledger_unreadable")),
    }
}

/// Unpacks and verifies the new desk where it will be exchanged from, with its key file and the services' secrets under its key.
async fn stage(app: &App, root: &Path, path: &Path, file: &KeyFile, key: &RawKey, present: Option<&RawKey>) -> Result<(), BackupFault> {
    let (root, path, file, key, present) = (root.to_owned(), path.to_owned(), file.clone(), key.clone(), present.cloned());
    let ids = app.ports().ids.clone();
    blocking(move || {
        std::fs::create_dir_all(&root).map_err(ContainerError::Io)?;
        let staging = exchange::staging(&root).map_err(ContainerError::Io)?;
        unpack(&path, &staging, &key)?;
        file.save(&staging)?;
        if let Some(present) = present
            && root.join(VAULT_FILE).exists()
        {
            let rewrapped = Vault::new(&root, &present, ids).rewrapped(&key).map_err(WorkspaceFault::from)?;
            if let Some(bytes) = rewrapped {
                std::fs::write(staging.join(VAULT_FILE), bytes).map_err(ContainerError::Io)?;
            }
        }
        Ok(())
    })
    .await
}

/// The key of the desk that is to be replaced: `None` where there is none, or where its own key file is lost or damaged.
async fn present_key(app: &App, secret: String) -> Result<Option<RawKey>, BackupFault> {
    if let Ok(desk) = app.desk() {
        return Ok(Some(desk.key().clone()));
    }
    exchange::finish_interrupted(app.root()).map_err(WorkspaceFault::from)?;
    if !app.root().join("desk.db").exists() {
        return Ok(None);
    }
    let file = match KeyFile::load(app.root()) {
        Ok(file) => file,
        Err(WorkspaceFault::KeyFileMissing | WorkspaceFault::KeyFileDamaged) => return Ok(None),
        Err(WorkspaceFault::Open(OpenError::Io(error))) => return Err(ContainerError::Io(error).into()),
        Err(other) => return Err(other.into()),
    };
    for secret in [Secret::either(secret), Secret::Keychain] {
        if let Ok(key) = key_of(app, &file, secret).await {
            return Ok(Some(key));
        }
    }
    Err(BackupFault::UnlockFirst)
}
