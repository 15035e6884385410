use super::OpportunitiesFault;
use super::detail::{detail, present};
use super::put::{Place, closing, put};
use super::shift::intent;
use crate::App;
use domain::opportunities::{Closing, Stage};
use domain::views::ById;
use domain::views::opportunities::{OpportunityClose, OpportunityDetail};
use store::{Actor, Intent, Read};
use uuid::Uuid;

/// Ends an opportunity at the won or lost stage of its own pipeline.
///
/// # Errors
/// `opportunities.not_found`, `opportunities.no_end`, `opportunities.unknown_reason`, `opportunities.amount_from_lines`, a [`domain::opportunities::ClosingError`].
pub async fn close(app: &App, request: OpportunityClose) -> Result<OpportunityDetail, OpportunitiesFault> {
    let won = request.won;
    let end = move |read: &Read<'_>, pipeline: Uuid| -> Result<(Stage, Option<Closing>), OpportunitiesFault> {
        let stage = store::pipelines::end_of(read, pipeline, won)?.ok_or(OpportunitiesFault::NoEnd)?;
        let closing = closing(read, &stage, Some(&request.closing))?;
        Ok((stage, closing))
    };
    go(app, request.id, end, |name, stage| intent(name, false, stage)).await
}

/// Opens an opportunity that has ended again: at the stage it was at before its end, where that is still in use, or at the first one. Its day and
/// reason are cleared.
///
/// # Errors
/// `opportunities.not_found`, `opportunities.is_open`, `opportunities.no_open_stage`.
pub async fn reopen(app: &App, request: ById) -> Result<OpportunityDetail, OpportunitiesFault> {
    let id = request.id;
    let back = move |read: &Read<'_>, pipeline: Uuid| {
        let opportunity = present(read, id)?;
        if store::pipelines::stage(read, opportunity.stage_id)?.is_some_and(|stage| stage.kind.code() == "open") {
            return Err(OpportunitiesFault::IsOpen);
        }
        let visits = store::opportunities::visits(read, id, opportunity.stage_since)?;
        let stages = store::pipelines::stages(read, pipeline)?;
        let usable = |stage: &&Stage| stage.kind.code() == "open" && stage.archived_at.is_none();
        let before = visits.iter().rev().find_map(|visit| stages.iter().filter(usable).find(|stage| stage.id == visit.stage));
        let stage = before.or_else(|| stages.iter().find(usable)).cloned().ok_or(OpportunitiesFault::NoOpenStage)?;
        Ok((stage, None))
    };
    let reopened = |name: &str, stage: &Stage| {
        Intent::new("opportunities.reopen").with("name", name).with("to_fr", &stage.name_fr).with("to_en", &stage.name_en)
    };
    go(app, id, back, reopened).await
}

/// Puts an opportunity at the stage of its pipeline that `to` chooses.
async fn go(
    app: &App,
    id: Uuid,
    to: impl Fn(&Read<'_>, Uuid) -> Result<(Stage, Option<Closing>), OpportunitiesFault> + Clone + Send + 'static,
    intent: impl FnOnce(&str, &Stage) -> Intent,
) -> Result<OpportunityDetail, OpportunitiesFault> {
    let now = app.ports().clock.now();
    let desk = app.desk()?;
    let choose = to.clone();
    let (name, stage) = desk
        .read(move |read| {
            let opportunity = present(read, id)?;
            Ok::<_, OpportunitiesFault>((opportunity.name, choose(read, opportunity.pipeline_id)?.0))
        })
        .await?;
    desk.write(Actor::Seller, intent(&name, &stage), move |tx| {
        let opportunity = present(tx, id)?;
        let (stage, closing) = to(tx, opportunity.pipeline_id)?;
        put(tx, opportunity, &stage, Place::AsItIs, closing)
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}
