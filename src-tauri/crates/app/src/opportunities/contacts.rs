use super::OpportunitiesFault;
use super::detail::{detail, present};
use crate::App;
use domain::opportunities::Contact;
use domain::views::opportunities::{ContactsSet, OpportunityDetail};
use store::{Actor, Intent};
use uuid::Uuid;

/// Writes who has which role in an opportunity. People who are not on the desk at the moment keep theirs.
///
/// # Errors
/// `opportunities.not_found`, `opportunities.no_person`.
pub async fn set_contacts(app: &App, request: ContactsSet) -> Result<OpportunityDetail, OpportunitiesFault> {
    let (id, now) = (request.id, app.ports().clock.now());
    let mut contacts: Vec<Contact> = Vec::new();
    for one in request.contacts {
        // Said twice, the last one counts.
        contacts.retain(|other| other.person_id != one.person);
        contacts.push(Contact { person_id: one.person, role: one.role.role() });
    }
    let desk = app.desk()?;
    let name = desk.read(move |read| Ok::<_, OpportunitiesFault>(present(read, id)?.name)).await?;
    desk.write::<_, OpportunitiesFault>(Actor::Seller, Intent::new("opportunities.contacts").with("name", name), move |tx| {
        present(tx, id)?;
        let people: Vec<Uuid> = contacts.iter().map(|one| one.person_id).collect();
        if store::people::present(tx, &people)?.len() < people.len() {
            return Err(OpportunitiesFault::NoPerson);
        }
        for before in store::opportunities::roles(tx, id)? {
            if store::people::present(tx, &[before.person_id])?.is_empty() {
                contacts.push(before);
            }
        }
        Ok(store::opportunities::set_roles(tx, id, &contacts)?)
    })
    .await?;
    desk.read(move |read| detail(read, id, now)).await
}
