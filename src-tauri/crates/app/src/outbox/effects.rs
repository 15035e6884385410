//! What follows from a message that left, or from an address that does not exist, in the same write as the result.

use domain::fault::Reason;
use domain::outreach::Step;
use domain::people::Meaning;
use domain::views::duplicates::DuplicateKind;
use domain::views::people::EmailStatus;
use store::outbox::Message;
use store::suppression::{Entry, Scope};
use store::{StoreError, Tag, Tx};

/// The message left: the person is contacted, their timeline says so, and what comes next is planned.
pub(super) fn left(tx: &mut Tx<'_>, message: &Message) -> Result<(), StoreError> {
    let (Some(person), Ok(step)) = (message.person, message.step.parse::<Step>()) else { return Ok(()) };
    // While it was on its way they may have been made one with somebody.
    let person = store::merging::standing(tx, DuplicateKind::Person, person)?.unwrap_or(person);
    let Some(before) = store::people::get(tx, person)? else { return Ok(()) };
    store::people::written_to(tx, person, &message.subject)?;
    if before.status.meaning == Meaning::New {
        store::people::status_changed(tx, person, before.status, Meaning::Contacted.into(), message.run)?;
    }
    crate::followups::after_sent(tx, message.id, person, message.run, step)
}

/// The server says the address does not exist: nobody is to write there again, from this person or another.
pub(super) fn bounced(tx: &mut Tx<'_>, message: &Message, why: &Reason) -> Result<(), StoreError> {
    let Some(person) = message.person else { return Ok(()) };
    let person = store::merging::standing(tx, DuplicateKind::Person, person)?.unwrap_or(person);
    let note = why.params.get("status").or_else(|| why.params.get("code")).cloned().unwrap_or_default();
    store::suppression::append(tx, &Entry { scope: Scope::Email, key: &message.to_norm, block: true, reason: "bounced", note: &note })?;
    store::contacts::mark_bounced(tx, &message.to_norm)?;
    if let Some(mut who) = store::people::get(tx, person)?
        && who.email_norm == message.to_norm
    {
        who.email_status = EmailStatus::Bounced;
        store::people::update(tx, &who)?;
    }
    tx.touch(Tag::People);
    Ok(())
}
