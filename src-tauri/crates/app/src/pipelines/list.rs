use super::PipelinesFault;
use crate::App;
use domain::views::pipelines::PipelinesView;

/// Every pipeline with its stages, and every reason.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn list(app: &App) -> Result<PipelinesView, PipelinesFault> {
    app.desk()?.read(|read| Ok(store::pipelines::view(read)?)).await
}
