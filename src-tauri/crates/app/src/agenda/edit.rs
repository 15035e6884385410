//! What typing values on a task or an appointment does.

use super::AgendaFault;
use domain::agenda::{AgendaFieldError, Appointment, AppointmentField, Now, Task, TaskField};
use domain::views::people::FieldValue;
use store::{Read, Tx};

/// Puts values on a task, in an order in which each finds what it needs: the day before its time, the time before its zone.
pub(super) fn put_on_task(task: &mut Task, values: &[FieldValue], now: Now) -> Result<(), AgendaFault> {
    let mut known = Vec::with_capacity(values.len());
    for value in values {
        known.push((TaskField::of_code(&value.field)?, value.value.as_str()));
    }
    known.sort_by_key(|(field, _)| match field {
        TaskField::DueOn => 0,
        TaskField::DueTime => 1,
        TaskField::TimeZone => 2,
        TaskField::RemindAt => 3,
        _ => 4,
    });
    for (field, value) in known {
        field.set(task, value, now.at, now.zone)?;
    }
    Ok(task.check()?)
}

/// Puts values on an appointment.
pub(super) fn put_on_appointment(to: &mut Appointment, values: Vec<FieldValue>) -> Result<(), AgendaFault> {
    let known = values.into_iter().map(|value| Ok((AppointmentField::of_code(&value.field)?, value.value)));
    let known = known.collect::<Result<Vec<_>, AgendaFieldError>>()?;
    Ok(AppointmentField::put(to, &known)?)
}

/// The name of the only field among these values, for the sentence of the history.
pub(super) fn only_field(values: &[FieldValue]) -> Option<String> {
    match values {
        [one] => Some(one.field.clone()),
        _ => None,
    }
}

/// Who and what a task is about must be on the desk; what it was about before may have left.
pub(super) fn about_known(read: &Read<'_>, task: &Task, before: Option<&Task>) -> Result<(), AgendaFault> {
    let person = task.person_id.filter(|id| before.and_then(|before| before.person_id) != Some(*id));
    people_known(read, person.as_slice())?;
    company_known(read, task.company_id.filter(|id| before.and_then(|before| before.company_id) != Some(*id)))
}

/// Who comes to an appointment must be on the desk; who came before may have left.
pub(super) fn with_known(tx: &Tx<'_>, one: &Appointment, before: Option<&Appointment>) -> Result<(), AgendaFault> {
    let known = before.map(|before| before.people.as_slice()).unwrap_or_default();
    let new: Vec<_> = one.people.iter().copied().filter(|id| !known.contains(id)).collect();
    people_known(tx, &new)?;
    company_known(tx, one.company_id.filter(|id| before.and_then(|before| before.company_id) != Some(*id)))
}

fn people_known(read: &Read<'_>, ids: &[uuid::Uuid]) -> Result<(), AgendaFault> {
    if ids.is_empty() || store::people::present(read, ids)?.len() == ids.len() { Ok(()) } else { Err(AgendaFault::NoPerson) }
}

fn company_known(read: &Read<'_>, id: Option<uuid::Uuid>) -> Result<(), AgendaFault> {
    match id {
        Some(id) if store::companies::present(read, &[id])?.is_empty() => Err(AgendaFault::NoCompany),
        _ => Ok(()),
    }
}
