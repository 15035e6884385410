use super::next::next_steps;
use super::rows;
use crate::{Read, StoreError, custom, suppression, tags};
use domain::people::Person;
use domain::views::custom::CustomOf;
use domain::views::people::{NextStep, PersonRow};
use domain::views::tags::TagView;
use uuid::Uuid;

/// Rows of a list for these ids, in their order; people removed meanwhile are left out.
pub fn views(read: &Read<'_>, ids: &[Uuid]) -> Result<Vec<PersonRow>, StoreError> {
    let people = rows::many(read, ids)?;
    let (mut next, mut tags) = (next_steps(read, ids)?, tags::of_people(read, ids)?);
    let mut custom = custom::of_all(read, CustomOf::People, ids)?;
    let blocks = suppression::any(read)?;
    people
        .into_iter()
        .map(|person| {
            let suppressed = blocks && is_suppressed(read, &person)?;
            let (next, tags) = (next.remove(&person.id), tags.remove(&person.id).unwrap_or_default());
            let custom = custom.remove(&person.id).unwrap_or_default();
            Ok(PersonRow { custom, ..row(person, suppressed, next, tags) })
        })
        .collect()
}

/// The row of one person, who may be removed.
pub fn view(read: &Read<'_>, person: Person) -> Result<PersonRow, StoreError> {
    let suppressed = is_suppressed(read, &person)?;
    let next = next_steps(read, &[person.id])?.remove(&person.id);
    let tags = tags::of_people(read, &[person.id])?.remove(&person.id).unwrap_or_default();
    let custom = custom::of_all(read, CustomOf::People, &[person.id])?.remove(&person.id).unwrap_or_default();
    Ok(PersonRow { custom, ..row(person, suppressed, next, tags) })
}

fn is_suppressed(read: &Read<'_>, person: &Person) -> Result<bool, StoreError> {
    Ok(suppression::held(read, person.id, &person.email_norm, &person.linkedin_slug)?.is_some())
}

fn row(person: Person, suppressed: bool, next: Option<NextStep>, tags: Vec<TagView>) -> PersonRow {
    PersonRow {
        id: person.id,
        first_name: person.first_name,
        last_name: person.last_name,
        title: person.title,
        company: person.company,
        company_id: person.company_id,
        email: person.email,
        email_status: person.email_status,
        suppressed,
        phone: person.phone,
        linkedin_url: person.linkedin_url,
        location: person.location,
        status: person.status.key(),
        status_since: person.status_since,
        last_contact_at: person.last_contact_at,
        next,
        added_on: person.added_on,
        sample: person.sample,
        tags,
        custom: Vec::new(),
    }
}
