use domain::views::exports::ExportDone;
use formats::export::ExportError;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// A file to be written: beside its place first, then renamed over it, so that half a file never stands under its name. What is not
/// finished is taken away.
#[derive(Debug)]
pub(crate) struct Target {
    path: PathBuf,
    part: PathBuf,
}

impl Target {
    pub(crate) fn new(path: PathBuf) -> Self {
        let mut part = path.clone().into_os_string();
        part.push(".part");
        Self { path, part: PathBuf::from(part) }
    }

    /// Opens the file beside the place.
    pub(crate) fn create(&self) -> Result<File, ExportError> {
        Ok(File::create(&self.part)?)
    }

    /// Puts the written file in its place.
    pub(crate) fn finish(self, file: BufWriter<File>, rows: u32) -> Result<ExportDone, ExportError> {
        let mut file = file.into_inner().map_err(|error| ExportError::Io(error.error().kind()))?;
        file.flush()?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        drop(file);
        std::fs::rename(&self.part, &self.path)?;
        Ok(ExportDone { path: self.path.to_string_lossy().into_owned(), rows, bytes: bytes as f64 })
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        // After a rename there is nothing here any more.
        let _gone = std::fs::remove_file(&self.part);
    }
}
