use super::PrivacyFault;
use super::card::{basis_of, card, channel_of};
use crate::App;
use chrono::NaiveDate;
use domain::people::Person;
use domain::privacy::Channel;
use domain::text::clean_line;
use domain::views::privacy::{ConsentSet, PrivacySet, PrivacyView};
use store::privacy::Consent;
use store::suppression::{Entry, Scope};
use store::{Actor, Intent, Tx};

/// Notes how it stands with somebody's privacy. What they refuse on a channel enters the do-not-contact list too, which no undo takes back;
/// what they agree to lifts it there.
///
/// # Errors
/// `people.not_found`, `privacy.not_a_day`; when the desk is locked or cannot be written.
pub async fn set(app: &App, request: PrivacySet) -> Result<PrivacyView, PrivacyFault> {
    let (desk, at, id) = (app.desk()?, app.ports().clock.now(), request.id);
    let name = desk.read(move |read| Ok::<_, PrivacyFault>(store::people::get(read, id)?.ok_or(PrivacyFault::NotFound)?.label())).await?;
    let code = if request.consent.is_some() { "privacy.consent" } else { "privacy.set" };
    desk.write(Actor::Seller, Intent::new(code).with("name", name), move |tx| {
        let person = store::people::get(tx, id)?.filter(|person| person.deleted_at.is_none()).ok_or(PrivacyFault::NotFound)?;
        let mut noted = store::privacy::noted(tx, id)?;
        let before = noted.clone();
        if let Some(basis) = request.basis {
            noted.basis = basis_of(basis);
        }
        if let Some(day) = &request.informed_on {
            noted.informed_on = day_of(day)?;
        }
        if let Some(day) = &request.heard_on {
            noted.heard_on = day_of(day)?;
        }
        if let Some(how) = &request.heard_how {
            noted.heard_how = clean_line(how);
        }
        if noted != before {
            store::privacy::note(tx, id, &noted)?;
        }
        if let Some(said) = request.consent {
            let today = crate::agenda::now(tx, at)?.today();
            consent(tx, person, &said, today)?;
        }
        Ok::<_, PrivacyFault>(())
    })
    .await?;
    app.wake();
    desk.read(move |read| card(read, id, at)).await
}

fn day_of(text: &str) -> Result<Option<NaiveDate>, PrivacyFault> {
    match text.trim() {
        "" => Ok(None),
        day => day.parse().map(Some).map_err(|_| PrivacyFault::NotADay),
    }
}

fn consent(tx: &mut Tx<'_>, mut person: Person, said: &ConsentSet, today: NaiveDate) -> Result<(), PrivacyFault> {
    let channel = channel_of(said.channel);
    let note = clean_line(&said.note);
    let entry = said.given.map(|given| Consent { channel, given, on: today, note: note.clone() });
    store::privacy::set_consent(tx, person.id, channel, entry.as_ref())?;
    let keys = keys_of(tx, &person, channel)?;
    match said.given {
        Some(false) => {
            for (scope, key) in &keys {
                store::suppression::append(tx, &Entry { scope: *scope, key, block: true, reason: "opted_out", note: &note })?;
            }
        }
        Some(true) => {
            for (scope, key) in &keys {
                if store::suppression::held_key(tx, *scope, key)?.is_some_and(|held| held.reason == "opted_out") {
                    store::suppression::append(tx, &Entry { scope: *scope, key, block: false, reason: "seller", note: &note })?;
                }
            }
        }
        None => {}
    }
    // Consent to e-mail is what a private address needs.
    if channel == Channel::Email {
        let (at, how) = if said.given == Some(true) { (Some(tx.now()), note) } else { (None, String::new()) };
        if person.consent_at.is_some() != at.is_some() {
            (person.consent_at, person.consent_note) = (at, how);
            store::people::update(tx, &person)?;
        }
    }
    Ok(())
}

/// What of the do-not-contact list a channel is about. Letters have no entry there: what was noted is what counts.
fn keys_of(tx: &Tx<'_>, person: &Person, channel: Channel) -> Result<Vec<(Scope, String)>, PrivacyFault> {
    let mut keys = Vec::new();
    match channel {
        Channel::Linkedin if !person.linkedin_slug.is_empty() => keys.push((Scope::Linkedin, person.linkedin_slug.clone())),
        Channel::Email | Channel::Phone => {
            let wanted = if channel == Channel::Email { domain::contacts::PointKind::Email } else { domain::contacts::PointKind::Phone };
            let scope = if channel == Channel::Email { Scope::Email } else { Scope::Phone };
            let first = if channel == Channel::Email { &person.email_norm } else { &person.phone_norm };
            if !first.is_empty() {
                keys.push((scope, first.clone()));
            }
            for (kind, key) in store::contacts::every_key(tx, person.id)? {
                if kind == wanted && !key.is_empty() && !keys.iter().any(|(_, known)| *known == key) {
                    keys.push((scope, key));
                }
            }
        }
        _ => {}
    }
    Ok(keys)
}
