//! Pipelines, their stages, and the reasons opportunities end for.

use crate::views;
use crate::views::pipelines::{
    ArchiveRequest, CloseReasonNew, CloseReasonUpdate, PipelineNew, PipelineUpdate, PipelinesView, StageArchive, StageNew, StageUpdate,
};
use crate::{ApiError, App};

/// Pipelines with their stages, and the reasons opportunities end for.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn pipelines_list(app: &App, _request: views::Nothing) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::list(app).await?)
}

/// Adds a pipeline.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn pipelines_create(app: &App, request: PipelineNew) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::create_pipeline(app, request).await?)
}

/// Gives a pipeline other names.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn pipelines_update(app: &App, request: PipelineUpdate) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::update_pipeline(app, request).await?)
}

/// Takes a pipeline out of use, or brings it back.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn pipelines_archive(app: &App, request: ArchiveRequest) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::archive_pipeline(app, request).await?)
}

/// Puts pipelines in another order.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn pipelines_reorder(app: &App, request: views::ByIds) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::reorder_pipelines(app, request).await?)
}

/// Adds a stage to a pipeline.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn stages_create(app: &App, request: StageNew) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::create_stage(app, request).await?)
}

/// Changes a stage.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn stages_update(app: &App, request: StageUpdate) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::update_stage(app, request).await?)
}

/// Takes a stage out of use, or brings it back.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn stages_archive(app: &App, request: StageArchive) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::archive_stage(app, request).await?)
}

/// Puts the stages of a pipeline in another order.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn stages_reorder(app: &App, request: views::ByIds) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::reorder_stages(app, request).await?)
}

/// Adds a reason opportunities end for.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn reasons_create(app: &App, request: CloseReasonNew) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::create_reason(app, request).await?)
}

/// Gives a reason other names.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn reasons_update(app: &App, request: CloseReasonUpdate) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::update_reason(app, request).await?)
}

/// Takes a reason out of use, or brings it back.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn reasons_archive(app: &App, request: ArchiveRequest) -> Result<PipelinesView, ApiError> {
    Ok(app::pipelines::archive_reason(app, request).await?)
}
