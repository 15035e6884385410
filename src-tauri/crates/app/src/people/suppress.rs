use super::detail::present;
use super::{PeopleFault, bulk};
use crate::App;
use domain::people::{Person, Status};
use domain::text::clean_line;
use domain::views::Changed;
use domain::views::outreach::Suppress;
use store::suppression::{Entry, Scope};
use store::{Intent, Tx};

/// Puts people on the do-not-contact list, by person, address and profile, and gives them that status. The list is outside undo.
///
/// # Errors
/// `people.nobody`; when the desk is locked or cannot be written.
pub async fn suppress(app: &App, request: Suppress) -> Result<Changed, PeopleFault> {
    let note = clean_line(&request.note);
    let intent = Intent::new("people.suppress").with("count", request.ids.len());
    let done = bulk::in_chunks(&app.desk()?, request.ids, intent, move |tx, id| {
        let person = present(tx, id)?;
        block(tx, &person, &note)?;
        set_status(tx, person, Status::DoNotContact)?;
        Ok(true)
    })
    .await;
    app.wake();
    done
}

/// Takes people off the do-not-contact list. Who opted out is taken off only with a note about why.
///
/// # Errors
/// `people.nobody`, `people.allow_needs_note`; when the desk is locked or cannot be written.
pub async fn allow(app: &App, request: Suppress) -> Result<Changed, PeopleFault> {
    let note = clean_line(&request.note);
    let intent = Intent::new("people.allow").with("count", request.ids.len());
    let desk = app.desk()?;
    if note.is_empty() {
        let ids = request.ids.clone();
        desk.read(move |read| {
            for id in ids {
                let person = present(read, id)?;
                let held = store::suppression::held(read, id, &person.email_norm, &person.linkedin_slug)?;
                if held.is_some_and(|held| held.reason != "seller") {
                    return Err(PeopleFault::AllowNeedsNote);
                }
            }
            Ok(())
        })
        .await?;
    }
    let done = bulk::in_chunks(&desk, request.ids, intent, move |tx, id| {
        let person = present(tx, id)?;
        if store::suppression::held(tx, id, &person.email_norm, &person.linkedin_slug)?.is_none() {
            return Ok(false);
        }
        append(tx, &person, false, &note)?;
        if person.status == Status::DoNotContact {
            let status = if person.last_contact_at.is_some() { Status::Contacted } else { Status::New };
            set_status(tx, person, status)?;
        }
        Ok(true)
    })
    .await;
    app.wake();
    done
}

/// Enters a person on the do-not-contact list under each of their keys, by the seller's will.
pub(crate) fn block(tx: &mut Tx<'_>, person: &Person, note: &str) -> Result<(), store::StoreError> {
    append(tx, person, true, note)
}

fn append(tx: &mut Tx<'_>, person: &Person, block: bool, note: &str) -> Result<(), store::StoreError> {
    let id = person.id.to_string();
    let keys = [(Scope::Person, id.as_str()), (Scope::Email, &person.email_norm), (Scope::Linkedin, &person.linkedin_slug)];
    for (scope, key) in keys.into_iter().filter(|(_, key)| !key.is_empty()) {
        store::suppression::append(tx, &Entry { scope, key, block, reason: "seller", note })?;
    }
    Ok(())
}

fn set_status(tx: &mut Tx<'_>, mut person: Person, status: Status) -> Result<(), PeopleFault> {
    if person.status == status {
        return Ok(());
    }
    store::activity::status_changed(tx, person.id, person.status.code(), status.code(), None)?;
    person.status = status;
    store::people::update(tx, &person)?;
    Ok(store::people::set_field(tx, person.id, domain::people::PersonField::Status, "typed")?)
}
