//! What typing values on a person does, for one person and for several.

use super::detail::present;
use super::{PeopleFault, block};
use crate::blocks::Refused;
use domain::contacts::phone_norm;
use domain::people::{FieldError, Meaning, Person, PersonField};
use domain::text::fold_company;
use domain::views::people::FieldValue;
use std::slice;
use store::{Read, Tx};
use uuid::Uuid;

/// Values as the seller typed them, by field.
pub(super) type Values = Vec<(PersonField, String)>;

/// Reads the names of fields.
pub(super) fn values_of(values: Vec<FieldValue>) -> Result<Values, FieldError> {
    values
        .into_iter()
        .map(|value| match PersonField::of_code(&value.field).filter(|field| field.is_typed()) {
            Some(field) => Ok((field, value.value)),
            None => Err(FieldError::Unknown),
        })
        .collect()
}

/// Types values on a person: all or none. Each changed value counts as typed from now on. `false` when nothing changed.
pub(super) fn apply(tx: &mut Tx<'_>, mut person: Person, values: &Values) -> Result<bool, PeopleFault> {
    let before = person.clone();
    put(tx, &mut person, values)?;
    if !person.is_identified() {
        return Err(PeopleFault::NoIdentity);
    }
    settle_company(tx, &before, &mut person)?;
    if before.status.meaning == Meaning::DoNotContact && person.status.meaning != Meaning::DoNotContact && is_suppressed(tx, &before)? {
        return Err(PeopleFault::StillSuppressed);
    }
    let changed: Vec<PersonField> = PersonField::ALL.into_iter().filter(|field| field.get(&before) != field.get(&person)).collect();
    if changed.is_empty() {
        return Ok(false);
    }
    if before.email_norm != person.email_norm && before.consent_at.is_some() {
        // Consent was for the address it was given for.
        person.consent_at = None;
        person.consent_note.clear();
    }
    store::people::update(tx, &person)?;
    for field in changed {
        store::people::set_field(tx, person.id, field, "typed")?;
    }
    settle_status(tx, &before, &person)?;
    Ok(true)
}

/// Types values on the person with this id, as [`apply`] does; a refusal names the field.
pub(crate) fn type_on(tx: &mut Tx<'_>, id: Uuid, values: Vec<FieldValue>) -> Result<bool, Refused<PeopleFault>> {
    let mut person = present(tx, id)?;
    let values = values_of(values).map_err(PeopleFault::from)?;
    apply(tx, person.clone(), &values).map_err(|fault| {
        let field = match fault {
            PeopleFault::StillSuppressed => Some(PersonField::Status),
            _ => values.iter().find(|value| put(tx, &mut person, slice::from_ref(value)).is_err()).map(|(field, _)| *field),
        };
        Refused { field: field.map(PersonField::code), fault }
    })
}

/// Puts values on a person; a number belongs to the desk's country where it does not say another.
pub(super) fn put(tx: &Read<'_>, person: &mut Person, values: &[(PersonField, String)]) -> Result<(), PeopleFault> {
    for (field, value) in values {
        if *field == PersonField::Status {
            person.status = store::statuses::all(tx)?.named(value).ok_or(FieldError::Status)?;
            continue;
        }
        field.set(person, value)?;
        if *field == PersonField::Phone && !person.phone.is_empty() {
            person.phone_norm = phone_norm(&person.phone, &crate::contacts::home(tx)?);
        }
    }
    Ok(())
}

/// What a new status brings: a line on the timeline, and for "do not contact" the list.
pub(super) fn settle_status(tx: &mut Tx<'_>, before: &Person, person: &Person) -> Result<(), PeopleFault> {
    if before.status == person.status {
        return Ok(());
    }
    store::people::status_changed(tx, person.id, before.status, person.status, None)?;
    if person.status.meaning == Meaning::DoNotContact && !is_suppressed(tx, person)? {
        block(tx, person, "")?;
    }
    Ok(())
}

/// Finds or makes the company that was typed. The same name in another writing corrects the company's own name.
pub(super) fn settle_company(tx: &mut Tx<'_>, before: &Person, person: &mut Person) -> Result<(), PeopleFault> {
    if person.company == before.company {
        return Ok(());
    }
    if person.company.is_empty() {
        person.company_id = None;
        return Ok(());
    }
    if let Some(id) = before.company_id
        && fold_company(&before.company) == fold_company(&person.company)
    {
        store::companies::rename(tx, id, &person.company)?;
        return Ok(());
    }
    let company = store::companies::find_or_create(tx, &person.company, "", "manual")?;
    person.company_id = Some(company.id);
    person.company = company.name;
    Ok(())
}

fn is_suppressed(tx: &Tx<'_>, person: &Person) -> Result<bool, PeopleFault> {
    Ok(store::suppression::held(tx, person.id, &person.email_norm, &person.linkedin_slug)?.is_some())
}
