use super::OpportunitiesFault;
use super::detail::{detail, present};
use super::put::{Place, closing, put, stage_in_use};
use crate::App;
use domain::opportunities::{Stage, StageKind};
use domain::views::opportunities::{OpportunityDetail, OpportunityMove};
use store::{Actor, Intent};

/// Puts an opportunity at a stage, or elsewhere in its column. Won and Lost take a day (today) and a reason (Lost needs one); out of them both are
/// cleared. One undo step.
///
/// # Errors
/// `opportunities.not_found`, `opportunities.no_stage`, `opportunities.unknown_reason`, `opportunities.amount_from_lines`, a [`domain::opportunities::ClosingError`].
pub async fn shift(app: &App, request: OpportunityMove) -> Result<OpportunityDetail, OpportunitiesFault> {
    let (id, now) = (request.id, app.ports().clock.now());
    let desk = app.desk()?;
    let asked = request.stage;
    let (name, from, to) = desk
        .read(move |read| {
            let opportunity = present(read, id)?;
            Ok::<_, OpportunitiesFault>((opportunity.name, opportunity.stage_id, stage_in_use(read, asked)?))
        })
        .await?;
    desk.write(Actor::Seller, intent(&name, from == to.id, &to), move |tx| {
        let opportunity = present(tx, id)?;
        let stage = stage_in_use(tx, request.stage)?;
        let closing = closing(tx, &stage, request.closing.as_ref())?;
        let place = request.after.map_or(Place::Top, Place::After);
        put(tx, opportunity, &stage, place, closing)
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}

/// What the history says of a move.
pub(super) fn intent(name: &str, stays: bool, to: &Stage) -> Intent {
    let code = match to.kind {
        StageKind::Open if stays => "opportunities.place",
        StageKind::Open => "opportunities.move",
        StageKind::Won => "opportunities.win",
        StageKind::Lost => "opportunities.lose",
    };
    Intent::new(code).with("name", name).with("to_fr", &to.name_fr).with("to_en", &to.name_en)
}
