use std::{fs::Metadata, path::Path, time::SystemTime};

use serde::{Deserialize, Serialize};

use super::TableError;

/// What tells whether a file is still the one that was read: size and modification time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Size in bytes.
    pub size: u64,
    /// Last modification, where the file system keeps one.
    pub modified: Option<SystemTime>,
}

impl Fingerprint {
    /// Reads the fingerprint of a file.
    ///
    /// # Errors
    /// [`TableError::Io`] where the file is gone or not accessible.
    pub fn of(path: &Path) -> Result<Self, TableError> {
        Ok(Self::from_metadata(&std::fs::metadata(path)?))
    }

    pub(super) fn from_metadata(metadata: &Metadata) -> Self {
        Self { size: metadata.len(), modified: metadata.modified().ok() }
    }
}
