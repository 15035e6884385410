use super::create::blocking;
use super::{BackupFault, size, view};
use crate::App;
use crate::workspace::KeyFile;
use domain::views::backups::BackupView;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use store::backups::Backup;
use store::container::{self, ContainerError, Manifest};
use store::snapshot::{BACKUP_ENDING, BACKUP_FOLDER};
use store::{Actor, Intent, StoreError};

/// The backups there are, newest first: those the desk knows of and still finds, and those that lie in its folder of backups and are in no
/// record of this desk (made after the one it was restored from, or copied there). Of the latter only what the file says of itself is known,
/// so they count as not verified until they are read back.
///
/// # Errors
/// [`BackupFault`] when the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<Vec<BackupView>, BackupFault> {
    let known = app.desk()?.read(store::backups::list).await?;
    let folder = app.root().join(BACKUP_FOLDER);
    let mut all = blocking(move || {
        let known: Vec<Backup> = known.into_iter().filter(|backup| Path::new(&backup.path).is_file()).collect();
        let noted: BTreeSet<PathBuf> = known.iter().map(|backup| true_path(Path::new(&backup.path))).collect();
        let mut all: Vec<BackupView> = known.into_iter().map(|backup| view(backup, None)).collect();
        all.extend(
            lying_in(&folder)
                .into_iter()
                .filter(|(path, _)| !noted.contains(&true_path(path)))
                .map(|(path, manifest)| found(&path, manifest)),
        );
        Ok(all)
    })
    .await?;
    all.sort_by_key(|backup| std::cmp::Reverse(backup.at));
    Ok(all)
}

/// Notes a backup that was read back whole and that the desk has no record of. `elsewhere`: also one outside its folder of backups. One under
/// another desk's key stays a stranger: the desk tidies up its own only.
pub(super) async fn adopt(app: &App, path: &Path, elsewhere: bool) -> Result<(), BackupFault> {
    let Ok(desk) = app.desk() else { return Ok(()) };
    let (path, folder, key) = (true_path(path), true_path(&app.root().join(BACKUP_FOLDER)), desk.key().clone());
    if !elsewhere && path.parent() != Some(folder.as_path()) {
        return Ok(());
    }
    let at = path.clone();
    let (manifest, keys, bytes) = blocking(move || {
        let (manifest, keys) = container::peek(&at)?;
        Ok((manifest, keys, fs::metadata(&at).map_err(ContainerError::Io)?.len()))
    })
    .await?;
    if !KeyFile::parse(&keys)?.fits(&key) {
        return Ok(());
    }
    let backup = Backup {
        id: app.ports().ids.new_id(),
        at: manifest.at,
        path: path.display().to_string(),
        kind: manifest.kind,
        bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        verified: true,
    };
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("backup.create"), move |tx| {
        let known = store::backups::list(tx)?.iter().any(|known| true_path(Path::new(&known.path)) == path);
        if known { Ok(()) } else { store::backups::record(tx, &backup) }
    })
    .await?;
    Ok(())
}

/// The readable backups of a folder.
fn lying_in(folder: &Path) -> Vec<(PathBuf, Manifest)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let backups = paths.filter(|path| path.extension().is_some_and(|ending| ending == BACKUP_ENDING) && path.is_file());
    backups.filter_map(|path| container::peek(&path).ok().map(|(manifest, _)| (path, manifest))).collect()
}

fn found(path: &Path, manifest: Manifest) -> BackupView {
    BackupView {
        id: None,
        path: path.display().to_string(),
        at: manifest.at,
        kind: manifest.kind,
        bytes: size(fs::metadata(path).map_or(0, |file| file.len())),
        people: None,
        verified: false,
    }
}

/// One name for one file, however the folder was named.
fn true_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
