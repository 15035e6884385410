//! What typing values on an opportunity does, for one and for several.

use super::OpportunitiesFault;
use super::detail::present;
use crate::blocks::Refused;
use domain::opportunities::{Opportunity, OpportunityField, OpportunityFieldError};
use domain::text::clean_line;
use domain::views::people::FieldValue;
use std::slice;
use store::{Read, Tx};
use uuid::Uuid;

/// Values as the seller typed them, by field; a currency before the amount that is read in it.
pub(super) type Values = Vec<(OpportunityField, String)>;

/// Reads the names of fields.
pub(super) fn values_of(values: Vec<FieldValue>) -> Result<Values, OpportunityFieldError> {
    let known = |value: FieldValue| Some((OpportunityField::of_code(&value.field)?, value.value));
    let mut values: Values =
        values.into_iter().map(|value| known(value).ok_or(OpportunityFieldError::Unknown)).collect::<Result<_, _>>()?;
    values.sort_by_key(|(field, _)| *field != OpportunityField::Currency);
    Ok(values)
}

/// Types values on an opportunity: all or none. `false` when nothing changed.
pub(super) fn apply(tx: &mut Tx<'_>, mut opportunity: Opportunity, values: &Values) -> Result<bool, OpportunitiesFault> {
    let before = opportunity.clone();
    put(tx, &mut opportunity, values)?;
    keep_to_lines(tx, &before, &opportunity)?;
    if opportunity == before {
        return Ok(false);
    }
    Ok(store::opportunities::update(tx, &opportunity)?)
}

/// Refuses another amount where it follows the lines.
pub(super) fn keep_to_lines(read: &Read<'_>, before: &Opportunity, after: &Opportunity) -> Result<(), OpportunitiesFault> {
    let typed = after.amount != before.amount && after.currency == before.currency;
    if typed && store::opportunities::has_lines(read, after.id)? { Err(OpportunitiesFault::AmountFromLines) } else { Ok(()) }
}

/// Types values on the opportunity with this id, as [`apply`] does; a refusal names the field.
pub(crate) fn type_on(tx: &mut Tx<'_>, id: Uuid, values: Vec<FieldValue>) -> Result<bool, Refused<OpportunitiesFault>> {
    let mut opportunity = present(tx, id)?;
    let values = values_of(values).map_err(OpportunitiesFault::from)?;
    apply(tx, opportunity.clone(), &values).map_err(|fault| {
        let field = match fault {
            OpportunitiesFault::AmountFromLines => Some(OpportunityField::Amount),
            _ => values.iter().find(|value| put(tx, &mut opportunity, slice::from_ref(value)).is_err()).map(|(field, _)| *field),
        };
        Refused { field: field.map(OpportunityField::code), fault }
    })
}

/// Puts values on an opportunity, which needs a name then. A company that is not on the desk is made.
pub(super) fn put(tx: &mut Tx<'_>, opportunity: &mut Opportunity, values: &[(OpportunityField, String)]) -> Result<(), OpportunitiesFault> {
    for (field, value) in values {
        field.set(opportunity, value)?;
    }
    if opportunity.name.is_empty() {
        return Err(OpportunitiesFault::NoName);
    }
    for (field, value) in values {
        match field {
            OpportunityField::Company => opportunity.company_id = company(tx, &clean_line(value))?,
            OpportunityField::Person => {
                let person = person(tx, value.trim())?;
                opportunity.person_id = person.as_ref().map(|person| person.id);
                // Whoever one talks to works somewhere.
                if opportunity.company_id.is_none() {
                    opportunity.company_id = person.and_then(|person| person.company_id);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn company(tx: &mut Tx<'_>, value: &str) -> Result<Option<Uuid>, OpportunitiesFault> {
    if value.is_empty() {
        return Ok(None);
    }
    match Uuid::parse_str(value) {
        Ok(id) if store::companies::is_there(tx, id)? => Ok(Some(id)),
        Ok(_) => Err(OpportunitiesFault::NoCompany),
        Err(_) => Ok(Some(store::companies::find_or_create(tx, value, "", "manual")?.id)),
    }
}

fn person(read: &Read<'_>, value: &str) -> Result<Option<domain::people::Person>, OpportunitiesFault> {
    if value.is_empty() {
        return Ok(None);
    }
    let id = Uuid::parse_str(value).map_err(|_| OpportunitiesFault::NoPerson)?;
    let person = store::people::get(read, id)?.filter(|person| person.deleted_at.is_none());
    person.map(Some).ok_or(OpportunitiesFault::NoPerson)
}
