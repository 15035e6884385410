use super::detail::detail;
use super::{PeopleFault, edit};
use crate::App;
use domain::imports::{Incoming, Met};
use domain::people::Person;
use domain::views::people::{PersonDetail, PersonNew};
use store::{Actor, Intent, Read};

/// Adds a person the seller typed in.
///
/// # Errors
/// A [`domain::people::FieldError`] for a value that cannot be taken, `people.no_identity`, `people.already_here` when profile, address,
/// or name and company are those of somebody on the desk.
pub async fn create(app: &App, request: PersonNew) -> Result<PersonDetail, PeopleFault> {
    let values = edit::values_of(request.values)?;
    let (id, now) = (app.ports().ids.new_id(), app.ports().clock.now());
    let desk = app.desk()?;
    let person = desk
        .read(move |read| {
            let mut person = Person::new(id, "manual", now, today(read, now)?);
            edit::put(read, &mut person, &values)?;
            Ok::<_, PeopleFault>(person)
        })
        .await?;
    if !person.is_identified() {
        return Err(PeopleFault::NoIdentity);
    }
    let intent = Intent::new("people.create").with("name", person.name());
    let mut person = person;
    desk.write(Actor::Seller, intent, move |tx| {
        if is_here(tx, &person)? {
            return Err(PeopleFault::AlreadyHere);
        }
        let nobody = Person::new(person.id, "manual", person.created_at, person.added_on);
        edit::settle_company(tx, &nobody, &mut person)?;
        store::people::insert(tx, &person)?;
        edit::settle_status(tx, &nobody, &person)
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}

/// The desk's day at a moment.
pub(crate) fn today(read: &Read<'_>, now: chrono::DateTime<chrono::Utc>) -> Result<chrono::NaiveDate, store::StoreError> {
    let settings = store::settings::load(read)?;
    Ok(domain::time::day(crate::outreach::policy(&settings).zone, now))
}

fn is_here(read: &Read<'_>, person: &Person) -> Result<bool, PeopleFault> {
    let mut people = domain::imports::People::default();
    store::people::similar(read, person, false, |id, known| people.add(id, known))?;
    for other in store::contacts::owners_of_address(read, &person.email_norm)? {
        people.add_address(other, &person.email_norm);
    }
    let mut row = Incoming::new("manual", person.created_at);
    row.person = person.clone();
    Ok(!matches!(people.meet(&row, 0, person.id), Met::New))
}
