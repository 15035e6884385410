use super::put::{Place, closing, put, stage_in_use};
use super::selection::chosen;
use super::{OpportunitiesFault, edit, this_day};
use crate::{App, chunks};
use domain::money::Currency;
use domain::opportunities::{Closing, Stage};
use domain::opportunities::{Opportunity, OpportunityField, enter};
use domain::views::Changed;
use domain::views::opportunities::OpportunitiesBulk;
use store::Intent;
use uuid::Uuid;

/// Opportunities changed in one write.
const CHUNK: usize = 200;

/// Types the same values on several opportunities, puts them at a stage, or both, as one undo step. An amount that follows lines stays as it is.
///
/// # Errors
/// `opportunities.none`, `opportunities.not_for_several`, `opportunities.no_stage`, a [`domain::opportunities::ClosingError`], a
/// [`domain::opportunities::OpportunityFieldError`]; nothing is changed then.
pub async fn bulk_update(app: &App, request: OpportunitiesBulk) -> Result<Changed, OpportunitiesFault> {
    let values = edit::values_of(request.values)?;
    if let Some((field, _)) = values.iter().find(|(field, _)| field.is_ones_own()) {
        return Err(OpportunitiesFault::NotForSeveral(*field));
    }
    let now = app.ports().clock.now();
    let (desk, ids) = chosen(app, request.selection).await?;
    // Tried on nothing, so that what cannot be is refused before the first one is changed.
    let asked = (request.stage, request.closing);
    let tried = values.clone();
    let to = desk
        .read(move |read| {
            let any = store::pipelines::all(read)?.first().map(|pipeline| store::pipelines::first_stage(read, pipeline.id)).transpose()?;
            let mut none = Opportunity::new(Uuid::nil(), "-", &any.flatten().ok_or(OpportunitiesFault::NoOpenStage)?, Currency::EUR, now);
            tried.iter().try_for_each(|(field, value)| field.set(&mut none, value))?;
            people_and_companies_exist(read, &tried)?;
            let Some(stage) = asked.0 else { return Ok(None) };
            let stage = stage_in_use(read, stage)?;
            let closing = closing(read, &stage, asked.1.as_ref())?;
            none.stage_id = Uuid::nil();
            enter(&mut none, &stage, closing.clone(), now, this_day(&store::settings::load(read)?, now))?;
            Ok::<_, OpportunitiesFault>(Some((stage, closing)))
        })
        .await?;
    let intent = intent(ids.len(), &values, to.as_ref());
    chunks::in_chunks(&desk, CHUNK, ids, intent, move |tx, id| {
        let Some(opportunity) = store::opportunities::get(tx, id)?.filter(|one| one.deleted_at.is_none()) else { return Ok(false) };
        let mut changed = match edit::apply(tx, opportunity, &values) {
            Err(OpportunitiesFault::AmountFromLines) => false,
            done => done?,
        };
        if let Some((stage, closing)) = &to
            && let Some(opportunity) = store::opportunities::get(tx, id)?
            && (opportunity.stage_id != stage.id || closing.is_some())
        {
            changed |= put(tx, opportunity, stage, Place::AsItIs, closing.clone())?;
        }
        Ok(changed)
    })
    .await
}

fn people_and_companies_exist(read: &store::Read<'_>, values: &edit::Values) -> Result<(), OpportunitiesFault> {
    for (field, value) in values.iter().filter(|(_, value)| !value.trim().is_empty()) {
        let id = Uuid::parse_str(value.trim()).ok();
        match (field, id) {
            (OpportunityField::Company, Some(id)) if !store::companies::is_there(read, id)? => return Err(OpportunitiesFault::NoCompany),
            (OpportunityField::Person, None) => return Err(OpportunitiesFault::NoPerson),
            (OpportunityField::Person, Some(id)) if store::people::present(read, &[id])?.is_empty() => {
                return Err(OpportunitiesFault::NoPerson);
            }
            _ => {}
        }
    }
    Ok(())
}

fn intent(count: usize, values: &edit::Values, to: Option<&(Stage, Option<Closing>)>) -> Intent {
    match to {
        Some((stage, _)) => {
            Intent::new("opportunities.bulk_move").with("count", count).with("to_fr", &stage.name_fr).with("to_en", &stage.name_en)
        }
        None => {
            let fields = values.iter().map(|(field, _)| field.code()).collect::<Vec<_>>().join(", ");
            Intent::new("opportunities.bulk_edit").with("count", count).with("fields", fields)
        }
    }
}
