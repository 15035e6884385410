use crate::DeskLocked;
use crate::workspace::WorkspaceFault;
use domain::fault::{Fault, Params, params};
use store::container::ContainerError;
use store::{OpenError, StoreError};

/// Why a backup was not made, cannot be used, or was not restored. The desk is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The key could not be had, or the desk not opened.
    #[error(transparent)]
    Workspace(#[from] WorkspaceFault),
    /// The container.
    #[error(transparent)]
    Container(#[from] ContainerError),
    /// The desk failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is another file under this name, which is not a backup.
    #[error("there is another file under this name")]
    OtherFile,
    /// The desk in the backup does not open or is damaged.
    #[error("the desk in the backup is damaged")]
    Damaged,
    /// The present desk is locked: its ledger and its do-not-contact list must be read before it is replaced.
    #[error("the present desk is locked")]
    UnlockFirst,
}

impl Fault for BackupFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(inner) => inner.code(),
            Self::Workspace(inner) => inner.code(),
            Self::Store(inner) => inner.code(),
            Self::Container(ContainerError::NotABackup) => "backup.not_a_backup",
            Self::Container(ContainerError::Damaged) | Self::Damaged => "backup.damaged",
            Self::Container(ContainerError::Newer { .. }) => "backup.newer_version",
            Self::Container(ContainerError::Io(_)) => "backup.io",
            Self::OtherFile => "backup.other_file",
            Self::UnlockFirst => "backup.unlock_first",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Workspace(inner) => inner.params(),
            Self::Store(inner) => inner.params(),
            Self::Container(ContainerError::Newer { file, app }) => params([("file", file.to_string()), ("app", app.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Workspace(inner) => inner.retryable(),
            Self::Store(inner) => inner.retryable(),
            Self::Container(ContainerError::Io(_)) => true,
            _ => false,
        }
    }
}

/// What opening says of the desk in a backup: its key was checked before.
pub(super) fn in_backup(error: OpenError) -> BackupFault {
    match error {
        OpenError::WrongKey | OpenError::Corrupt | OpenError::Missing => BackupFault::Damaged,
        other => BackupFault::Workspace(other.into()),
    }
}
