use super::{BackupFault, view};
use crate::App;
use domain::views::backups::{BackupCreate, BackupView};
use std::path::{Path, PathBuf};
use store::backups::Backup;
use store::container::{self, ContainerError, Manifest, WORKSPACE_FILE};
use store::snapshot::BACKUP_FOLDER;
use store::{Actor, Intent, StoreError};

/// Writes a verified backup: to the path given (a folder gets a dated name in it), or into the desk's own folder of backups.
///
/// # Errors
/// [`BackupFault::OtherFile`] rather than overwriting what is not a backup.
pub async fn create(app: &App, request: BackupCreate) -> Result<BackupView, BackupFault> {
    write(app, request.path.trim(), "manual").await
}

pub(super) async fn write(app: &App, path: &str, kind: &'static str) -> Result<BackupView, BackupFault> {
    let desk = app.desk()?;
    let at = app.ports().clock.now();
    let id = app.ports().ids.new_id();
    let to = target(app.root(), path, &container::default_name(kind, at))?;
    // Encrypted like the desk itself, and removed whatever happens.
    let copy = app.root().join(format!(".backup-{id}.db"));
    let packed = async {
        let facts = desk.snapshot(copy.clone()).await?;
        let (copy, to, keys) = (copy.clone(), to.clone(), app.root().join(WORKSPACE_FILE));
        let bytes = blocking(move || {
            container::pack(&to, &Manifest::new(kind, at, facts), &copy, &keys)?;
            container::check(&to)?;
            Ok(std::fs::metadata(&to).map_err(ContainerError::Io)?.len())
        })
        .await?;
        Ok::<_, BackupFault>((facts, bytes))
    }
    .await;
    let _gone = std::fs::remove_file(&copy);
    let (facts, bytes) = packed?;
    let backup = Backup {
        id,
        at,
        path: to.display().to_string(),
        kind: kind.to_owned(),
        bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        verified: true,
    };
    let noted = backup.clone();
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("backup.create"), move |tx| store::backups::record(tx, &noted)).await?;
    Ok(view(backup, Some(facts.people)))
}

fn target(root: &Path, path: &str, name: &str) -> Result<PathBuf, BackupFault> {
    let to = match path {
        "" => {
            let folder = root.join(BACKUP_FOLDER);
            std::fs::create_dir_all(&folder).map_err(ContainerError::Io)?;
            folder.join(name)
        }
        path if Path::new(path).is_dir() => Path::new(path).join(name),
        path => std::path::absolute(path).map_err(ContainerError::Io)?,
    };
    if to.exists() && container::peek(&to).is_err() { Err(BackupFault::OtherFile) } else { Ok(to) }
}

pub(super) async fn blocking<T: Send + 'static>(f: impl FnOnce() -> Result<T, BackupFault> + Send + 'static) -> Result<T, BackupFault> {
    tokio::task::spawn_blocking(f).await.unwrap_or(Err(BackupFault::Store(StoreError::Panicked)))
}
