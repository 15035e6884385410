use super::{OpportunitiesFault, gauge};
use crate::App;
use crate::people::explain_stops;
use chrono::{DateTime, Utc};
use domain::opportunities::{Line, Opportunity};
use domain::views::ById;
use domain::views::opportunities::{LineView, OpportunityDetail, OpportunityEvent};
use domain::views::people::TimelinePage;
use store::Read;
use uuid::Uuid;

/// Everything about one opportunity.
///
/// # Errors
/// `opportunities.not_found`; when the desk is locked or cannot be read.
pub async fn get(app: &App, request: ById) -> Result<OpportunityDetail, OpportunitiesFault> {
    let now = app.ports().clock.now();
    app.desk()?.read(move |read| detail(read, request.id, now)).await
}

/// A page of what happened with an opportunity and its people, newest first.
///
/// # Errors
/// `opportunities.not_found`; when the desk is locked or cannot be read.
pub async fn timeline(app: &App, request: TimelinePage) -> Result<Vec<OpportunityEvent>, OpportunitiesFault> {
    let now = app.ports().clock.now();
    app.desk()?
        .read(move |read| {
            let opportunity = present(read, request.id)?;
            let mut events = store::opportunities::timeline(read, &opportunity, request.before, request.limit, &request.kinds)?;
            explain_stops(read, now, events.iter_mut().filter_map(|event| Some((event.person?, &mut event.item))))?;
            Ok(events)
        })
        .await
}

/// An opportunity that is on the desk.
pub(super) fn present(read: &Read<'_>, id: Uuid) -> Result<Opportunity, OpportunitiesFault> {
    store::opportunities::get(read, id)?.filter(|one| one.deleted_at.is_none()).ok_or(OpportunitiesFault::NotFound)
}

pub(super) fn detail(read: &Read<'_>, id: Uuid, now: DateTime<Utc>) -> Result<OpportunityDetail, OpportunitiesFault> {
    let opportunity = present(read, id)?;
    Ok(OpportunityDetail {
        row: store::opportunities::view(read, id, gauge(read, now)?)?.ok_or(OpportunitiesFault::NotFound)?,
        reason: opportunity.close_reason_id,
        close_note: opportunity.close_note,
        notes: opportunity.notes,
        lines: store::opportunities::lines(read, id)?.into_iter().map(line).collect(),
        contacts: store::opportunities::contacts(read, id)?,
        history: store::opportunities::visits(read, id, now)?,
    })
}

#[expect(clippy::cast_precision_loss, reason = "quantities and prices are bounded far below 2^53")]
fn line(line: Line) -> LineView {
    LineView { name: line.name, quantity: line.quantity as f64, unit_price: line.unit_price as f64, vat_rate: line.vat_rate }
}
