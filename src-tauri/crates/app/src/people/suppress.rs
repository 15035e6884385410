use super::detail::present;
use super::{PeopleFault, bulk};
use crate::App;
use domain::contacts::PointKind;
use domain::people::{Meaning, Person, Status};
use domain::text::clean_line;
use domain::views::Changed;
use domain::views::outreach::Suppress;
use store::suppression::{Entry, Scope};
use store::{Intent, Read, Tx};

/// Puts people on the do-not-contact list, by person, profile and every address and number, and gives them that status. The list is outside undo.
///
/// # Errors
/// `people.nobody`; when the desk is locked or cannot be written.
pub async fn suppress(app: &App, request: Suppress) -> Result<Changed, PeopleFault> {
    let note = clean_line(&request.note);
    let intent = Intent::new("people.suppress").with("count", request.ids.len());
    let done = bulk::in_chunks(&app.desk()?, request.ids, intent, move |tx, id| {
        let person = present(tx, id)?;
        block(tx, &person, &note)?;
        // Who is in one of the seller's own statuses that count as this stays in it.
        if person.status.meaning != Meaning::DoNotContact {
            set_status(tx, &person, Meaning::DoNotContact)?;
        }
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
        lift(tx, &person, &note)?;
        if person.status.meaning == Meaning::DoNotContact {
            let meaning = if person.last_contact_at.is_some() { Meaning::Contacted } else { Meaning::New };
            set_status(tx, &person, meaning)?;
        }
        Ok(true)
    })
    .await;
    app.wake();
    done
}

/// Enters a person on the do-not-contact list under each of their keys, every address and number they have, by the seller's will.
pub(crate) fn block(tx: &mut Tx<'_>, person: &Person, note: &str) -> Result<(), store::StoreError> {
    for (scope, key) in keys(tx, person)? {
        // One that is on the list by itself stays there by itself.
        if !is_own(person, scope, &key) && store::suppression::held_key(tx, scope, &key)?.is_some() {
            continue;
        }
        store::suppression::append(tx, &Entry { scope, key: &key, block: true, reason: "seller", note })?;
    }
    Ok(())
}

/// Lifts what holds against a person. Of their other addresses and numbers it lifts what was entered with the person: one that bounced, or opted
/// out by itself, stays on the list.
fn lift(tx: &mut Tx<'_>, person: &Person, note: &str) -> Result<(), store::StoreError> {
    let with_person = store::suppression::held_key(tx, Scope::Person, &person.id.to_string())?.map(|held| held.at);
    for (scope, key) in keys(tx, person)? {
        let entered = store::suppression::held_key(tx, scope, &key)?.map(|held| held.at);
        if is_own(person, scope, &key) || (entered.is_some() && entered == with_person) {
            store::suppression::append(tx, &Entry { scope, key: &key, block: false, reason: "seller", note })?;
        }
    }
    Ok(())
}

/// Whether a key is the person, their profile or their first address: what the gate asks about.
fn is_own(person: &Person, scope: Scope, key: &str) -> bool {
    match scope {
        Scope::Email => key == person.email_norm,
        Scope::Phone => false,
        Scope::Domain | Scope::Linkedin | Scope::Person => true,
    }
}

fn keys(read: &Read<'_>, person: &Person) -> Result<Vec<(Scope, String)>, store::StoreError> {
    let mut keys = vec![(Scope::Person, person.id.to_string())];
    if !person.email_norm.is_empty() {
        keys.push((Scope::Email, person.email_norm.clone()));
    }
    if !person.linkedin_slug.is_empty() {
        keys.push((Scope::Linkedin, person.linkedin_slug.clone()));
    }
    for (kind, key) in store::contacts::every_key(read, person.id)? {
        let scope = if kind == PointKind::Email { Scope::Email } else { Scope::Phone };
        if !keys.contains(&(scope, key.clone())) {
            keys.push((scope, key));
        }
    }
    Ok(keys)
}

fn set_status(tx: &mut Tx<'_>, person: &Person, meaning: Meaning) -> Result<(), PeopleFault> {
    store::people::status_changed(tx, person.id, person.status, Status::of(meaning), None)?;
    Ok(store::people::set_field(tx, person.id, domain::people::PersonField::Status, "typed")?)
}
