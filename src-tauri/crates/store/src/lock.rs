use crate::error::OpenError;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

/// Name of the lock file beside `desk.db`. Its content is the holder's process id; the lock itself is the operating system's and ends
/// with the process however it ends.
pub(crate) const LOCK_FILE: &str = "desk.lock";

/// The right to have this desk open. Released when dropped.
#[derive(Debug)]
pub(crate) struct DeskLock {
    _file: File,
}

impl DeskLock {
    /// Takes the lock, or says who has it.
    pub(crate) fn take(root: &Path) -> Result<Self, OpenError> {
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(root.join(LOCK_FILE))?;
        match file.try_lock() {
            Ok(()) => {
                file.set_len(0)?;
                file.rewind()?;
                write!(file, "{}", std::process::id())?;
                Ok(Self { _file: file })
            }
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                // On Windows a locked file cannot be read: then the holder stays unnamed.
                let pid = file.read_to_string(&mut text).ok().and_then(|_| text.trim().parse().ok());
                Err(OpenError::InUse { pid })
            }
            Err(TryLockError::Error(error)) => Err(OpenError::Io(error)),
        }
    }
}
