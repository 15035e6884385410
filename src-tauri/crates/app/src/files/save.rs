use super::FilesFault;
use super::record::present;
use crate::App;
use crate::exports::Target;
use domain::files::{numbered, safe};
use domain::views::exports::ExportDone;
use domain::views::files::FileSave;
use formats::export::ExportError;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use store::{Read, StoreError};

/// Writes a file outside the desk, in the clear, where the seller says, and nowhere else.
///
/// # Errors
/// `files.not_found`, `files.gone`, `exports.unwritable_file`.
pub async fn save(app: &App, request: FileSave) -> Result<ExportDone, FilesFault> {
    app.desk()?
        .read(move |read| {
            let file = present(read, request.id)?;
            let target = Target::new(place(PathBuf::from(request.path), &file.name));
            let mut output = BufWriter::new(target.create()?);
            if !write_contents(read, &file.hash, &mut output)? {
                return Err(FilesFault::Gone);
            }
            Ok(target.finish(output, 1)?)
        })
        .await
}

/// Why contents could not be copied.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CopyError {
    /// They could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// They could not be written.
    #[error(transparent)]
    File(#[from] ExportError),
}

impl From<CopyError> for FilesFault {
    fn from(error: CopyError) -> Self {
        match error {
            CopyError::Store(error) => error.into(),
            CopyError::File(error) => error.into(),
        }
    }
}

/// Copies contents to where they are to be; `false`, and nothing is written, when they are gone.
pub(crate) fn write_contents(read: &Read<'_>, hash: &str, output: &mut impl Write) -> Result<bool, CopyError> {
    store::files::copy(read, hash, |bytes| Ok(output.write_all(bytes).map_err(ExportError::from)?))
}

/// In a folder the file gets its own name, with a number where that is taken.
fn place(path: PathBuf, name: &str) -> PathBuf {
    if !path.is_dir() {
        return path;
    }
    free(&path, &safe(name))
}

fn free(folder: &Path, name: &str) -> PathBuf {
    let names = std::iter::once(name.to_owned()).chain((2..).map(|n| numbered(name, n)));
    names.map(|name| folder.join(name)).find(|path| !path.exists()).unwrap_or_else(|| folder.join(name))
}
