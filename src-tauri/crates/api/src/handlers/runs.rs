//! Runs.

use crate::{ApiError, App, views};
use app::runs;
use views::exports::ExportDone;
use views::runs::{
    Preflight, PreflightRequest, Receipt, ReceiptExport, RunConfigText, RunListRequest, RunLogLine, RunLogRequest, RunPeopleRequest,
    RunPersonView, RunRest, RunStart, RunView,
};
use views::settings::ModelPreview;
use views::{ById, Nothing};

/// The configuration a new run starts from.
pub async fn run_default_config(app: &App, _: Nothing) -> Result<String, ApiError> {
    Ok(runs::default_config(app).await?)
}

/// Keeps a configuration for the next runs.
pub async fn run_keep_config(app: &App, request: RunConfigText) -> Result<String, ApiError> {
    Ok(runs::keep_config(app, request.config).await?)
}

/// What a run would do.
pub async fn run_preflight(app: &App, request: PreflightRequest) -> Result<Preflight, ApiError> {
    Ok(runs::preflight(app, request).await?)
}

/// Exactly what would be sent to the model for the first person.
pub async fn run_model_preview(app: &App, request: PreflightRequest) -> Result<ModelPreview, ApiError> {
    Ok(runs::model_preview(app, request).await?)
}

/// Starts a run.
pub async fn run_start(app: &App, request: RunStart) -> Result<RunView, ApiError> {
    Ok(runs::start(app, request).await?)
}

/// Runs, newest first.
pub async fn run_list(app: &App, request: RunListRequest) -> Result<Vec<RunView>, ApiError> {
    Ok(runs::list(app, request).await?)
}

/// A run.
pub async fn run_get(app: &App, request: ById) -> Result<RunView, ApiError> {
    Ok(runs::get(app, request.id).await?)
}

/// People of a run.
pub async fn run_people(app: &App, request: RunPeopleRequest) -> Result<Vec<RunPersonView>, ApiError> {
    Ok(runs::people(app, request).await?)
}

/// Log of a run.
pub async fn run_log(app: &App, request: RunLogRequest) -> Result<Vec<RunLogLine>, ApiError> {
    Ok(runs::log(app, request).await?)
}

/// What of a run has not happened yet.
pub async fn run_rest(app: &App, request: ById) -> Result<RunRest, ApiError> {
    Ok(runs::rest(app, request.id).await?)
}

/// Pauses a run.
pub async fn run_pause(app: &App, request: ById) -> Result<RunView, ApiError> {
    Ok(runs::pause(app, request.id).await?)
}

/// Goes on with a run.
pub async fn run_resume(app: &App, request: ById) -> Result<RunView, ApiError> {
    Ok(runs::resume(app, request.id).await?)
}

/// Cancels the rest of a run.
pub async fn run_cancel(app: &App, request: ById) -> Result<RunView, ApiError> {
    Ok(runs::cancel(app, request.id).await?)
}

/// The receipt of a run.
pub async fn run_receipt(app: &App, request: ById) -> Result<Receipt, ApiError> {
    Ok(runs::receipt(app, request.id).await?)
}

/// Saves the receipt of a run as JSON.
pub async fn run_receipt_export(app: &App, request: ReceiptExport) -> Result<ExportDone, ApiError> {
    Ok(runs::export_receipt(app, request).await?)
}
