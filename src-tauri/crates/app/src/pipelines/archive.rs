use super::{PipelinesFault, list};
use crate::App;
use domain::opportunities::{Opportunity, Stage, StageKind};
use domain::views::pipelines::{ArchiveRequest, PipelinesView, StageArchive};
use store::{Actor, Intent, Tx};
use uuid::Uuid;

/// Takes a pipeline without open opportunities out of use, or brings it back.
///
/// # Errors
/// `pipelines.not_found`, `pipelines.has_open`, `pipelines.last_one`.
pub async fn archive_pipeline(app: &App, request: ArchiveRequest) -> Result<PipelinesView, PipelinesFault> {
    let desk = app.desk()?;
    let id = request.id;
    let pipeline = desk.read(move |read| store::pipelines::get(read, id)?.ok_or(PipelinesFault::NotFound)).await?;
    let intent = Intent::new(if request.archived { "pipelines.archive" } else { "pipelines.restore" });
    let intent = intent.with("name_fr", &pipeline.name_fr).with("name_en", &pipeline.name_en);
    desk.write(Actor::Seller, intent, move |tx| {
        let mut pipeline = store::pipelines::get(tx, request.id)?.ok_or(PipelinesFault::NotFound)?;
        if request.archived {
            let mut open = 0;
            for stage in store::pipelines::stages(tx, pipeline.id)?.iter().filter(|stage| stage.kind == StageKind::Open) {
                open += store::pipelines::count_at(tx, stage.id)?;
            }
            if open > 0 {
                return Err(PipelinesFault::HasOpen(open));
            }
            if store::pipelines::all(tx)?.iter().all(|other| other.archived_at.is_some() || other.id == pipeline.id) {
                return Err(PipelinesFault::LastOne);
            }
        }
        pipeline.archived_at = request.archived.then(|| tx.now());
        Ok(store::pipelines::update(tx, &pipeline)?)
    })
    .await?;
    list(app).await
}

/// Takes a stage out of use, or brings it back. Its opportunities go to another stage of the same pipeline and kind, as one undo step with it.
///
/// # Errors
/// `pipelines.not_found`, `pipelines.has_opportunities` where it was not said where they go, `pipelines.bad_target`, `pipelines.last_one`.
pub async fn archive_stage(app: &App, request: StageArchive) -> Result<PipelinesView, PipelinesFault> {
    let desk = app.desk()?;
    let id = request.id;
    let stage = desk.read(move |read| store::pipelines::stage(read, id)?.ok_or(PipelinesFault::NotFound)).await?;
    let intent = Intent::new(if request.archived { "stages.archive" } else { "stages.restore" });
    let intent = intent.with("name_fr", &stage.name_fr).with("name_en", &stage.name_en);
    desk.write(Actor::Seller, intent, move |tx| {
        let mut stage = store::pipelines::stage(tx, request.id)?.ok_or(PipelinesFault::NotFound)?;
        if request.archived {
            let others = store::pipelines::stages(tx, stage.pipeline_id)?;
            let other = |one: &&Stage| one.id != stage.id && one.kind == stage.kind && one.archived_at.is_none();
            if !others.iter().any(|one| other(&one)) {
                return Err(PipelinesFault::LastOne);
            }
            let count = store::pipelines::count_at(tx, stage.id)?;
            if count > 0 {
                let target = request.move_to.ok_or(PipelinesFault::HasOpportunities(count))?;
                let target = others.iter().filter(other).find(|one| one.id == target).ok_or(PipelinesFault::BadTarget)?;
                empty(tx, &stage, target)?;
            }
        }
        stage.archived_at = request.archived.then(|| tx.now());
        Ok(store::pipelines::update_stage(tx, &stage)?)
    })
    .await?;
    list(app).await
}

/// Puts every opportunity of a stage at another one, in their order below its own.
fn empty(tx: &mut Tx<'_>, stage: &Stage, target: &Stage) -> Result<(), PipelinesFault> {
    let mut below: Option<Uuid> = store::opportunities::last_at(tx, target.id)?;
    for id in store::opportunities::at(tx, stage.id)? {
        let Some(opportunity) = store::opportunities::get(tx, id)? else { continue };
        let position = match below {
            Some(after) => store::opportunities::place_after(tx, target.id, after, id)?,
            None => store::opportunities::place_on_top(tx, target.id)?,
        };
        let moved = Opportunity { stage_id: target.id, stage_since: tx.now(), position, ..opportunity };
        store::opportunities::update(tx, &moved)?;
        store::opportunities::record(tx, &moved, Some(stage.id))?;
        below = Some(id);
    }
    Ok(())
}
