//! Google Sheets.

use crate::{ApiError, App, views};
use app::sheets;
use views::Nothing;
use views::sheets::{SheetsAttach, SheetsConnecting, SheetsCreate, SheetsPush, SheetsPushed, SheetsStatus};

/// Where it stands.
pub async fn sheets_status(app: &App, request: Nothing) -> Result<SheetsStatus, ApiError> {
    Ok(sheets::status(app, request).await?)
}

/// Opens Google's consent page.
pub async fn sheets_connect(app: &App, request: Nothing) -> Result<SheetsConnecting, ApiError> {
    Ok(sheets::connect(app, request).await?)
}

/// Creates a spreadsheet.
pub async fn sheets_create(app: &App, request: SheetsCreate) -> Result<SheetsStatus, ApiError> {
    Ok(sheets::create(app, request).await?)
}

/// Uses an existing spreadsheet.
pub async fn sheets_attach(app: &App, request: SheetsAttach) -> Result<SheetsStatus, ApiError> {
    Ok(sheets::attach(app, request).await?)
}

/// Writes people to the spreadsheet.
pub async fn sheets_push(app: &App, request: SheetsPush) -> Result<SheetsPushed, ApiError> {
    Ok(sheets::push(app, request).await?)
}

/// Stops a push or a connection attempt.
pub async fn sheets_cancel(app: &App, request: Nothing) -> Result<Nothing, ApiError> {
    Ok(sheets::cancel(app, request).await?)
}

/// Withdraws access.
pub async fn sheets_disconnect(app: &App, request: Nothing) -> Result<SheetsStatus, ApiError> {
    Ok(sheets::disconnect(app, request).await?)
}
