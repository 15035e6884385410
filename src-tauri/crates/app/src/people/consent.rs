use super::PeopleFault;
use super::detail::{detail, present};
use crate::App;
use domain::text::clean_line;
use domain::views::outreach::RecordConsent;
use domain::views::people::PersonDetail;
use store::{Actor, Intent};

/// Records how somebody agreed to be written to at a private address; with an empty note withdraws it.
///
/// # Errors
/// `people.not_found`, `people.no_address`.
pub async fn consent(app: &App, request: RecordConsent) -> Result<PersonDetail, PeopleFault> {
    let (id, now, note) = (request.id, app.ports().clock.now(), clean_line(&request.note));
    let desk = app.desk()?;
    let name = desk.read(move |read| Ok::<_, PeopleFault>(present(read, id)?.name())).await?;
    let code = if note.is_empty() { "people.consent_withdrawn" } else { "people.consent" };
    desk.write(Actor::Seller, Intent::new(code).with("name", name), move |tx| {
        let mut person = present(tx, id)?;
        if person.email.is_empty() && !note.is_empty() {
            return Err(PeopleFault::NoAddress);
        }
        person.consent_at = (!note.is_empty()).then(|| tx.now());
        person.consent_note = note;
        store::people::update(tx, &person)?;
        Ok(())
    })
    .await?;
    app.wake();
    desk.read(move |read| detail(read, id, now)).await
}
