use super::detail::{detail, present};
use super::{OpportunitiesFault, edit};
use crate::App;
use domain::views::opportunities::{OpportunityDetail, OpportunityUpdate};
use store::{Actor, Intent};

/// Types values on an opportunity; all or none are written, in one undo step.
///
/// # Errors
/// `opportunities.not_found`, `opportunities.no_name`, `opportunities.amount_from_lines`, a [`domain::opportunities::OpportunityFieldError`] for a
/// value that cannot be taken.
pub async fn update(app: &App, request: OpportunityUpdate) -> Result<OpportunityDetail, OpportunitiesFault> {
    let (id, now) = (request.id, app.ports().clock.now());
    let values = edit::values_of(request.values)?;
    let desk = app.desk()?;
    let name = desk.read(move |read| Ok::<_, OpportunitiesFault>(present(read, id)?.name)).await?;
    let intent = match values.as_slice() {
        [(field, _)] => Intent::new("opportunities.edit").with("name", name).with("field", field.code()),
        _ => Intent::new("opportunities.edit_several").with("name", name),
    };
    desk.write(Actor::Seller, intent, move |tx| {
        let opportunity = present(tx, id)?;
        edit::apply(tx, opportunity, &values)
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}
