use super::{all, count_at, reasons, stages};
use crate::{Read, StoreError};
use domain::opportunities::{CloseReason, Stage};
use domain::views::pipelines::{CloseReasonView, PipelineView, PipelinesView, StageView};

/// Every pipeline and every reason.
pub fn view(read: &Read<'_>) -> Result<PipelinesView, StoreError> {
    let pipelines = all(read)?.into_iter().map(|pipeline| {
        let stages = stages(read, pipeline.id)?.iter().map(|stage| stage_view(read, stage)).collect::<Result<_, _>>()?;
        Ok(PipelineView {
            id: pipeline.id,
            name_fr: pipeline.name_fr,
            name_en: pipeline.name_en,
            archived: pipeline.archived_at.is_some(),
            stages,
        })
    });
    Ok(PipelinesView {
        pipelines: pipelines.collect::<Result<_, StoreError>>()?,
        reasons: reasons(read)?.into_iter().map(reason_view).collect(),
    })
}

/// A stage, with how many opportunities it has.
pub fn stage_view(read: &Read<'_>, stage: &Stage) -> Result<StageView, StoreError> {
    Ok(StageView {
        id: stage.id,
        pipeline: stage.pipeline_id,
        name_fr: stage.name_fr.clone(),
        name_en: stage.name_en.clone(),
        colour: stage.colour.clone(),
        probability: stage.probability,
        rotten_days: stage.rotten_days,
        kind: stage.kind.into(),
        archived: stage.archived_at.is_some(),
        opportunities: count_at(read, stage.id)?,
    })
}

fn reason_view(reason: CloseReason) -> CloseReasonView {
    CloseReasonView {
        id: reason.id,
        kind: reason.kind.into(),
        name_fr: reason.name_fr,
        name_en: reason.name_en,
        archived: reason.archived_at.is_some(),
    }
}
