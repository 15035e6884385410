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
