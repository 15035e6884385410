use super::FilesFault;
use super::record::{all_of, name};
use crate::App;
use domain::views::files::{FileView, FilesOf};

/// Files kept on a record, newest first.
///
/// # Errors
/// `files.no_record`; when the desk is locked or cannot be read.
pub async fn list(app: &App, request: FilesOf) -> Result<Vec<FileView>, FilesFault> {
    app.desk()?
        .read(move |read| {
            name(read, &request.of)?;
            Ok(all_of(read, &request.of)?)
        })
        .await
}
