//! What the seller does with messages: approve, hold, call back, give up, try again, edit.

use super::OutboxFault;
use crate::App;
use crate::outreach::{Gate, stopped};
use crate::settings::identity;
use chrono::{DateTime, Duration, Utc};
use domain::fault::Reason;
use domain::mail::HeaderText;
use domain::outreach::Step;
use domain::views::outbox::{OutboxAct, OutboxActed, OutboxDetail, OutboxEdit, OutboxRefusal, OutboxState};
use domain::writing::{Language, check};
use store::outbox::Message;
use store::{Actor, Intent, StoreError, Tx};
use uuid::Uuid;

/// Lets drafts and held messages leave, after the time in which they can be called back. What the gate forbids by then is told when its
/// time comes: the gate is asked last, not first.
///
/// # Errors
/// [`OutboxFault`] when the desk is locked or cannot be written; a message that cannot be approved is listed in the answer.
pub async fn approve(app: &App, request: OutboxAct) -> Result<OutboxActed, OutboxFault> {
    leave(app, request, "outbox.approve", |tx, message, at| {
        if let Some(unfit) = unfit(message) {
            return Ok(Err(unfit));
        }
        if let Some(rule) = given_up(tx, message)? {
            return Ok(Err(rule));
        }
        Ok(store::outbox::approve(tx, message.id, at)?.then_some(()).ok_or_else(too_late))
    })
    .await
}

/// Schedules failed messages again, with the same Message-IDs.
///
/// # Errors
/// As [`approve`].
pub async fn retry(app: &App, request: OutboxAct) -> Result<OutboxActed, OutboxFault> {
    leave(app, request, "outbox.retry", |tx, message, at| match unfit(message) {
        Some(unfit) => Ok(Err(unfit)),
        None => Ok(store::outbox::retry(tx, message.id, at)?.then_some(()).ok_or_else(too_late)),
    })
    .await
}

/// Holds messages back.
///
/// # Errors
/// As [`approve`].
pub async fn hold(app: &App, request: OutboxAct) -> Result<OutboxActed, OutboxFault> {
    each(app, request, "outbox.hold", |tx, message| match given_up(tx, message)? {
        Some(rule) => Ok(Err(rule)),
        None => Ok(store::outbox::hold(tx, message.id)?.then_some(()).ok_or_else(too_late)),
    })
    .await
}

/// Undo send: back to drafts, as long as the attempt has not begun.
///
/// # Errors
/// As [`approve`].
pub async fn recall(app: &App, request: OutboxAct) -> Result<OutboxActed, OutboxFault> {
    each(app, request, "outbox.recall", |tx, message| Ok(store::outbox::recall(tx, message.id)?.then_some(()).ok_or_else(too_late))).await
}

/// Gives messages up that have not left; a follow-up given up is stopped with it.
///
/// # Errors
/// As [`approve`].
pub async fn discard(app: &App, request: OutboxAct) -> Result<OutboxActed, OutboxFault> {
    each(app, request, "outbox.discard", |tx, message| {
        let done = store::outbox::discard(tx, message.id)?;
        if done && matches!(message.step.parse(), Ok(Step::Followup(_))) {
            store::followups::given_up(tx, message.id)?;
        }
        Ok(done.then_some(()).ok_or_else(too_late))
    })
    .await
}

/// Changes the text of a message that has not left; it is checked again, and a text that cannot be sent is refused.
///
/// # Errors
/// [`OutboxFault::Text`] with what to mend, [`OutboxFault::TooLate`] once the attempt has begun.
pub async fn edit(app: &App, request: OutboxEdit) -> Result<OutboxDetail, OutboxFault> {
    let id = request.id;
    let now = app.ports().clock.now();
    let work = move |tx: &mut Tx<'_>| {
        let message = store::outbox::get(tx, id)?.ok_or(OutboxFault::NotFound)?;
        HeaderText::parse(&request.subject).map_err(|e| OutboxFault::Text(Reason::of(&e)))?;
        let subject = request.subject.trim();
        if let Some(missing) = missing(subject, &request.text) {
            return Err(OutboxFault::Text(missing));
        }
        let warnings = warnings(tx, &message, subject, &request.text)?;
        // A draft may be left half written; what is approved already may not.
        if message.state == OutboxState::Scheduled
            && let Some(unfit) = check::forbidding(subject, &request.text, &warnings)
        {
            return Err(OutboxFault::Text(unfit.clone()));
        }
        if !store::outbox::edit(tx, id, subject, &request.text, &warnings)? {
            return Err(OutboxFault::TooLate);
        }
        super::look::detail(tx, id, now)
    };
    Ok(app.desk()?.write(Actor::Seller, Intent::new("outbox.edit"), work).await?.value)
}

/// Why a message as it stands may not leave.
fn unfit(message: &Message) -> Option<Reason> {
    let forbidding = || check::forbidding(&message.subject, &message.text, &message.warnings).cloned();
    missing(&message.subject, &message.text).or_else(forbidding)
}

/// What a message cannot leave without.
fn missing(subject: &str, text: &str) -> Option<Reason> {
    match (subject.trim(), text.trim()) {
        (_, "") => Some(Reason::new("mail.no_text")),
        ("", _) => Some(Reason::new("mail.no_subject")),
        _ => None,
    }
}

/// What an edited text fails, as for any text that was not written by a template.
fn warnings(tx: &Tx<'_>, message: &Message, subject: &str, text: &str) -> Result<Vec<Reason>, StoreError> {
    let Some(person) = message.person else { return Ok(Vec::new()) };
    let Some(target) = store::runs::targets(tx, &[person])?.into_iter().next() else { return Ok(Vec::new()) };
    let settings = store::settings::load(tx)?;
    let language = Language::of_code(&message.language).unwrap_or(Language::Fr);
    Ok(check::check_edit(subject, text, &target.recipient, &identity(&settings), language))
}

/// Why nothing comes of a draft any more: its person answered, opted out, was removed.
fn given_up(tx: &Tx<'_>, message: &Message) -> Result<Option<Reason>, StoreError> {
    let (Some(person), Ok(step), true) = (message.person, message.step.parse(), store::outbox::is_over(tx, message.id)?) else {
        return Ok(None);
    };
    stopped(tx, &Gate::load(tx, tx.now())?, person, step, Some(message.id))
}

fn too_late() -> Reason {
    Reason::new("outbox.too_late")
}

type Done = Result<Result<(), Reason>, StoreError>;

/// For acts after which messages leave.
async fn leave(
    app: &App,
    request: OutboxAct,
    intent: &'static str,
    act: impl Fn(&mut Tx<'_>, &Message, DateTime<Utc>) -> Done + Send + 'static,
) -> Result<OutboxActed, OutboxFault> {
    let now = app.ports().clock.now();
    let desk = app.desk()?;
    let seconds = desk.read(|read| Ok::<_, StoreError>(store::settings::load(read)?.number("outreach.recall_seconds"))).await?;
    let at = now + Duration::seconds(seconds.into());
    let mut acted = each(app, request, intent, move |tx, message| act(tx, message, at)).await?;
    acted.recall_until = (acted.changed > 0).then_some(at);
    app.wake();
    Ok(acted)
}

async fn each(
    app: &App,
    request: OutboxAct,
    intent: &'static str,
    act: impl Fn(&mut Tx<'_>, &Message) -> Done + Send + 'static,
) -> Result<OutboxActed, OutboxFault> {
    let work = move |tx: &mut Tx<'_>| {
        let mut acted = OutboxActed { changed: 0, refused: Vec::new(), recall_until: None };
        for id in request.ids {
            match one(tx, id, &act)? {
                Ok(()) => acted.changed += 1,
                Err(reason) => acted.refused.push(OutboxRefusal { id, reason: reason.into() }),
            }
        }
        Ok::<_, OutboxFault>(acted)
    };
    Ok(app.desk()?.write(Actor::Seller, Intent::new(intent), work).await?.value)
}

fn one(tx: &mut Tx<'_>, id: Uuid, act: &impl Fn(&mut Tx<'_>, &Message) -> Done) -> Done {
    let Some(message) = store::outbox::get(tx, id)? else { return Ok(Err(Reason::new("outbox.not_found"))) };
    match message.state {
        OutboxState::Sending | OutboxState::Sent | OutboxState::Unknown => Ok(Err(too_late())),
        _ => act(tx, &message),
    }
}
