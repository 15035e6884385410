use domain::fault::{Fault, Params, params};

/// Reading or writing an open desk failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The desk was locked or closed meanwhile.
    #[error("the desk is closed")]
    Closed,
    /// The disk is full; nothing of the change was kept.
    #[error("the disk is full")]
    DiskFull,
    /// The file is damaged (a page fails its authentication code, or SQLite's structure is broken).
    #[error("the desk's file is damaged")]
    Corrupt,
    /// The file cannot be read or written (permissions, unplugged disk).
    #[error("the desk's file cannot be reached")]
    Io,
    /// A stored value is not of the form the desk writes.
    #[error("a stored value of {table}.{column} cannot be understood")]
    Malformed {
        /// Table of the value.
        table: &'static str,
        /// Column of the value.
        column: &'static str,
    },
    /// The search index does not know yet what was written before, and acting on what it finds could leave people out.
    #[error("the search index is not ready")]
    Indexing,
    /// The operation is unknown, or no longer open.
    #[error("there is no such operation")]
    NoOperation,
    /// The work panicked; its transaction was rolled back.
    #[error("the work stopped unexpectedly; nothing of it was kept")]
    Panicked,
    /// Any other answer of SQLite: its extended result code. The message is left out, it may quote data.
    #[error("SQLite refused (code {code})")]
    Sqlite {
        /// Extended result code, <https://sqlite.org/rescode.html>.
        code: i32,
    },
}

impl Fault for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed => "store.closed",
            Self::DiskFull => "store.disk_full",
            Self::Corrupt => "store.corrupt",
            Self::Io => "store.io",
            Self::Malformed { .. } => "store.malformed",
            Self::Indexing => "store.indexing",
            Self::NoOperation => "store.no_operation",
            Self::Panicked => "store.panicked",
            Self::Sqlite { .. } => "store.sqlite",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Malformed { table, column } => params([("table", (*table).to_owned()), ("column", (*column).to_owned())]),
            Self::Sqlite { code } => params([("sqlite", code.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::DiskFull | Self::Io | Self::Indexing)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error() {
            Some(inner) => match inner.code {
                ErrorCode::DiskFull => Self::DiskFull,
                // No room for the index of the log.
                ErrorCode::SystemIoFailure if inner.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => Self::DiskFull,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Corrupt,
                ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::Io,
                _ => Self::Sqlite { code: inner.extended_code },
            },
            // Conversion errors carry the value's position, never worth more to the seller than "a bug": code -1 = type, -2 = no row.
            None if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::Sqlite { code: -2 },
            None => Self::Sqlite { code: -1 },
        }
    }
}

/// A desk could not be created or opened. Nothing was changed, and no other desk was made in its place.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// There is no `desk.db` in this folder.
    #[error("there is no desk here")]
    Missing,
    /// There is a desk here already.
    #[error("there is a desk here already")]
    Exists,
    /// The key does not open this file (the first page fails its authentication code). A damaged first page looks the same: the check
    /// value kept beside the file tells the two apart.
    #[error("this key does not open the desk")]
    WrongKey,
    /// The key is right and the file is damaged.
    #[error("the desk's file is damaged")]
    Corrupt,
    /// The file was written by a later version of the application.
    #[error("the desk is of version {file}, this application knows {app}")]
    NewerVersion {
        /// Schema version of the file.
        file: u32,
        /// Newest schema version this application knows.
        app: u32,
    },
    /// Another process holds the desk.
    #[error("the desk is open in another process")]
    InUse {
        /// That process, when it could be read.
        pid: Option<u32>,
    },
    /// The backup that must precede a change of the file's form could not be made or verified; the form was not changed.
    #[error("the backup before the upgrade failed")]
    BackupFailed(#[source] StoreError),
    /// The folder cannot be read or written.
    #[error("the desk's folder cannot be reached")]
    Io(#[source] std::io::Error),
    /// Any other failure.
    #[error(transparent)]
    Store(StoreError),
}

impl Fault for OpenError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing => "workspace.missing",
            Self::Exists => "workspace.exists",
            Self::WrongKey => "workspace.wrong_key",
            Self::Corrupt => "workspace.corrupt",
            Self::NewerVersion { .. } => "workspace.newer_version",
            Self::InUse { .. } => "workspace.in_use",
            Self::BackupFailed(_) => "workspace.upgrade_backup_failed",
            Self::Io(_) => "workspace.io",
            Self::Store(inner) => inner.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::NewerVersion { file, app } => params([("file", file.to_string()), ("app", app.to_string())]),
            Self::InUse { pid: Some(pid) } => params([("pid", pid.to_string())]),
            Self::Store(inner) | Self::BackupFailed(inner) => inner.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::InUse { .. } | Self::Io(_) => true,
            Self::Store(inner) | Self::BackupFailed(inner) => inner.retryable(),
            _ => false,
        }
    }
}

impl From<std::io::Error> for OpenError {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Corrupt => Self::Corrupt,
            other => Self::Store(other),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}
