use super::{PipelinesFault, list};
use crate::App;
use domain::views::ByIds;
use domain::views::pipelines::PipelinesView;
use store::{Actor, Intent};

/// Puts pipelines in the order of their ids.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn reorder_pipelines(app: &App, request: ByIds) -> Result<PipelinesView, PipelinesFault> {
    let desk = app.desk()?;
    let write = desk.write(Actor::Seller, Intent::new("pipelines.reorder"), move |tx| {
        Ok::<_, PipelinesFault>(store::pipelines::put_in_order(tx, &request.ids)?)
    });
    write.await?;
    list(app).await
}

/// Puts the stages of a pipeline in the order of their ids; the ends stand behind the open ones all the same.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn reorder_stages(app: &App, request: ByIds) -> Result<PipelinesView, PipelinesFault> {
    let desk = app.desk()?;
    let write = desk.write(Actor::Seller, Intent::new("stages.reorder"), move |tx| {
        Ok::<_, PipelinesFault>(store::pipelines::put_stages_in_order(tx, &request.ids)?)
    });
    write.await?;
    list(app).await
}
