use super::create::blocking;
use super::fault::in_backup;
use super::list::adopt;
use super::{BackupFault, size};
use crate::App;
use crate::workspace::{KeyFile, Secret, key_of};
use domain::views::backups::{BackupCheck, BackupView};
use std::path::{Path, PathBuf};
use store::container::{self, ContainerError, Manifest};
use store::snapshot::Facts;
use store::{RawKey, snapshot};

/// Opens and reads a backup from end to end without changing anything; one of the desk's own that lies unrecorded in its folder of backups is
/// then listed as verified.
///
/// # Errors
/// [`BackupFault`]: not a backup, damaged, of a later version, or the secret does not open it.
pub async fn verify(app: &App, request: BackupCheck) -> Result<BackupView, BackupFault> {
    let path = PathBuf::from(&request.path);
    let (_, file) = key_file(&path).await?;
    let key = key_for(app, &file, request.secret).await?;
    let aside = app.root().join(format!(".verify-{}", app.ports().ids.new_id()));
    let read = {
        let (path, aside) = (path.clone(), aside.clone());
        blocking(move || unpack(&path, &aside, &key)).await
    };
    let _gone = std::fs::remove_dir_all(&aside);
    let (manifest, facts) = read?;
    adopt(app, &path, false).await?;
    Ok(BackupView {
        id: None,
        path: path.display().to_string(),
        at: manifest.at,
        kind: manifest.kind,
        bytes: size(std::fs::metadata(&path).map_err(ContainerError::Io)?.len()),
        people: Some(facts.people),
        verified: true,
    })
}

/// The manifest and the wrapped keys of a container.
pub(super) async fn key_file(path: &Path) -> Result<(Manifest, KeyFile), BackupFault> {
    let path = path.to_owned();
    let (manifest, bytes) = blocking(move || Ok(container::peek(&path)?)).await?;
    Ok((manifest, KeyFile::parse(&bytes)?))
}

/// The key of a backup: the open desk's where it fits, else what the secret gives.
pub(super) async fn key_for(app: &App, file: &KeyFile, secret: String) -> Result<RawKey, BackupFault> {
    if secret.trim().is_empty()
        && let Ok(desk) = app.desk()
        && file.fits(desk.key())
    {
        return Ok(desk.key().clone());
    }
    Ok(key_of(app, file, Secret::either(secret)).await?)
}

/// Unpacks into a folder and reads every page.
pub(super) fn unpack(path: &Path, folder: &Path, key: &RawKey) -> Result<(Manifest, Facts), BackupFault> {
    std::fs::create_dir_all(folder).map_err(ContainerError::Io)?;
    let manifest = container::unpack(path, folder)?;
    let facts = snapshot::verify(&folder.join("desk.db"), key).map_err(in_backup)?;
    Ok((manifest, facts))
}
