use super::detail::detail;
use super::put::stage_in_use;
use super::{OpportunitiesFault, edit};
use crate::App;
use domain::money::Currency;
use domain::opportunities::{Opportunity, Stage, StageKind};
use domain::views::opportunities::{OpportunityDetail, OpportunityNew};
use store::{Actor, Intent, Read};
use uuid::Uuid;

/// Adds an opportunity the seller typed in, on top of its stage. Without a stage it is the first one of the first pipeline in use; without a
/// currency the desk's own.
///
/// # Errors
/// `opportunities.no_name`, `opportunities.no_stage` (also for an end: what is won was something before), a
/// [`domain::opportunities::OpportunityFieldError`] for a value that cannot be taken.
pub async fn create(app: &App, request: OpportunityNew) -> Result<OpportunityDetail, OpportunitiesFault> {
    let values = edit::values_of(request.values)?;
    let (id, now) = (app.ports().ids.new_id(), app.ports().clock.now());
    let name = values.iter().find(|(field, _)| field.code() == "name").map(|(_, value)| value.trim().to_owned()).unwrap_or_default();
    let desk = app.desk()?;
    desk.write(Actor::Seller, Intent::new("opportunities.create").with("name", name), move |tx| {
        let stage = match request.stage {
            Some(stage) => stage_in_use(tx, stage)?,
            None => first_open(tx)?,
        };
        if stage.kind != StageKind::Open {
            return Err(OpportunitiesFault::NoStage);
        }
        let currency = Currency::of_code(store::settings::load(tx)?.text("opportunities.currency")).unwrap_or(Currency::EUR);
        let mut opportunity = Opportunity::new(id, "", &stage, currency, now);
        edit::put(tx, &mut opportunity, &values)?;
        opportunity.position = store::opportunities::place_on_top(tx, stage.id)?;
        store::opportunities::insert(tx, &opportunity)?;
        Ok(store::opportunities::record(tx, &opportunity, None)?)
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}

fn first_open(read: &Read<'_>) -> Result<Stage, OpportunitiesFault> {
    let pipelines = store::pipelines::all(read)?;
    let in_use = pipelines.iter().find(|pipeline| pipeline.archived_at.is_none()).map(|pipeline| pipeline.id);
    let first = |pipeline: Uuid| store::pipelines::first_stage(read, pipeline);
    in_use.map(first).transpose()?.flatten().ok_or(OpportunitiesFault::NoOpenStage)
}
