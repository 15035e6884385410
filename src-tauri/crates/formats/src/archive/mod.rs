//! LinkedIn's data export: `Basic_LinkedInDataExport_MM-DD-YYYY.zip` or `Complete_…`.
//!
//! Nothing is unpacked to disk: the connections are read into memory, under limits that a zip bomb passes at once. The
//! names of LinkedIn's files have changed in case, spaces and underscores over the years, and people zip the folder
//! again, so names are compared without them and folders are ignored.

mod error;
mod names;
mod reader;

pub use error::ArchiveError;
pub(crate) use reader::Archive;
pub use reader::Connections;

use std::{fs::File, path::Path};

/// Reads the connections out of LinkedIn's archive.
///
/// # Errors
/// See [`ArchiveError`].
pub fn read_connections(path: &Path) -> Result<Connections, ArchiveError> {
    let file = File::open(path).map_err(|error| ArchiveError::Io(error.kind()))?;
    Archive::open(file)?.connections()
}
