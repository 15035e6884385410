//! Putting an opportunity at a stage: what every way to do so has in common.

use super::{OpportunitiesFault, edit, this_day};
use domain::opportunities::{Closing, Opportunity, Stage, StageKind, enter};
use domain::views::opportunities::ClosingRequest;
use store::{Read, Tx};
use uuid::Uuid;

/// A stage that is in use, of a pipeline that is.
pub(super) fn stage_in_use(read: &Read<'_>, stage: Uuid) -> Result<Stage, OpportunitiesFault> {
    let stage = store::pipelines::stage(read, stage)?.filter(|stage| stage.archived_at.is_none()).ok_or(OpportunitiesFault::NoStage)?;
    let pipeline = store::pipelines::get(read, stage.pipeline_id)?;
    if pipeline.is_some_and(|pipeline| pipeline.archived_at.is_none()) { Ok(stage) } else { Err(OpportunitiesFault::NoStage) }
}

/// How it ended, if its reason is one of this end.
pub(super) fn closing(read: &Read<'_>, stage: &Stage, asked: Option<&ClosingRequest>) -> Result<Option<Closing>, OpportunitiesFault> {
    let Some(asked) = asked.filter(|_| stage.kind != StageKind::Open) else { return Ok(None) };
    if let Some(reason) = asked.reason
        && store::pipelines::reason(read, reason)?.is_none_or(|reason| reason.kind != stage.kind)
    {
        return Err(OpportunitiesFault::UnknownReason);
    }
    Ok(Some(Closing { on: asked.on, reason_id: asked.reason, note: asked.note.clone(), amount: asked.amount.clone() }))
}

/// Puts an opportunity at a stage, `after` another card of it or on top, and records the move. `false` when nothing changed.
pub(super) fn put(
    tx: &mut Tx<'_>,
    mut opportunity: Opportunity,
    stage: &Stage,
    place: Place,
    closing: Option<Closing>,
) -> Result<bool, OpportunitiesFault> {
    let before = opportunity.clone();
    let today = this_day(&store::settings::load(tx)?, tx.now());
    enter(&mut opportunity, stage, closing, tx.now(), today)?;
    edit::keep_to_lines(tx, &before, &opportunity)?;
    let moved = before.stage_id != opportunity.stage_id;
    opportunity.position = match place {
        Place::After(after) => store::opportunities::place_after(tx, stage.id, after, opportunity.id)?,
        Place::Top => store::opportunities::place_on_top(tx, stage.id)?,
        Place::AsItIs if moved => store::opportunities::place_on_top(tx, stage.id)?,
        Place::AsItIs => opportunity.position,
    };
    if opportunity == before {
        return Ok(false);
    }
    store::opportunities::update(tx, &opportunity)?;
    if moved {
        store::opportunities::record(tx, &opportunity, Some(before.stage_id))?;
    }
    Ok(true)
}

/// Where a card goes in its column.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// Below this card.
    After(Uuid),
    /// Above all.
    Top,
    /// On top of another column; where it is in its own.
    AsItIs,
}
