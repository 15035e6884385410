use super::RunFault;
use crate::App;
use crate::exports::{Target, export_code, export_params};
use domain::fault::{Fault, Params};
use domain::views::exports::ExportDone;
use domain::views::runs::ReceiptExport;
use formats::export::ExportError;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// A receipt could not be saved; no file was left behind, and one that was there before is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptFault {
    /// There is no receipt to save.
    #[error(transparent)]
    Run(#[from] RunFault),
    /// The file.
    #[error(transparent)]
    File(#[from] ExportError),
}

impl Fault for ReceiptFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Run(e) => e.code(),
            Self::File(e) => export_code(e),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Run(e) => e.params(),
            Self::File(e) => export_params(e),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Run(e) => e.retryable(),
            Self::File(e) => matches!(e, ExportError::Io(_)),
        }
    }
}

/// Saves the receipt of a run as indented JSON, in the clear, where the seller asks: the names are those of the earlier system.
///
/// # Errors
/// [`RunFault::NotFound`], [`RunFault::NotOver`], `exports.unwritable_file`.
pub async fn export_receipt(app: &App, request: ReceiptExport) -> Result<ExportDone, ReceiptFault> {
    let receipt = super::receipt(app, request.id).await?;
    let written = tokio::task::spawn_blocking(move || {
        let target = Target::new(PathBuf::from(request.path));
        let mut file = BufWriter::new(target.create()?);
        let text = serde_json::to_vec_pretty(&receipt).map_err(|_| ExportError::Io(std::io::ErrorKind::InvalidData))?;
        file.write_all(&text).and_then(|()| file.write_all(b"\n"))?;
        target.finish(file, receipt.prospects_processed)
    });
    Ok(written.await.unwrap_or(Err(ExportError::Io(std::io::ErrorKind::Interrupted)))?)
}
