//! What was done, and taking it back.

use crate::{ApiError, App, views};
use app::history;
use views::Nothing;
use views::exports::ExportDone;
use views::history::{ChangesExport, ChangesPage, ChangesRows, HistoryRequest, HistoryTop, OperationView, UndoRequest, UndoneView};

/// What was done.
pub async fn history_list(app: &App, request: HistoryRequest) -> Result<Vec<OperationView>, ApiError> {
    Ok(history::list(app, request).await?)
}

/// What undo and redo would do.
pub async fn history_top(app: &App, _: Nothing) -> Result<HistoryTop, ApiError> {
    Ok(history::top(app).await?)
}

/// Takes an operation back.
pub async fn history_undo(app: &App, request: UndoRequest) -> Result<UndoneView, ApiError> {
    Ok(history::undo(app, request).await?)
}

/// Does it again.
pub async fn history_redo(app: &App, _: Nothing) -> Result<UndoneView, ApiError> {
    Ok(history::redo(app).await?)
}

/// What changed, field by field.
pub async fn history_changes(app: &App, request: ChangesPage) -> Result<ChangesRows, ApiError> {
    Ok(history::changes(app, request).await?)
}

/// Writes what changed to a file.
pub async fn history_export(app: &App, request: ChangesExport) -> Result<ExportDone, ApiError> {
    Ok(history::export(app, request).await?)
}
