//! Tells the seller that a run began, paused by itself, ended or failed: by mail through their own account (only when `mail.notify_to` is set), and on the
//! desktop.

use crate::App;
use crate::settings::sender;
use domain::fault::Reason;
use domain::mail::{Address, MessageId};
use domain::notifications::{Notification, page};
use domain::settings::Settings;
use domain::views::runs::Receipt;
use domain::writing::Language;
use store::outbox::NewMessage;
use store::{StoreError, Tx};
use uuid::Uuid;

/// Puts the mail that a run began into the outbox, in the write that begins it.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub fn run_started(tx: &mut Tx<'_>, run: Uuid, people: usize) -> Result<(), StoreError> {
    let settings = store::settings::load(tx)?;
    let number = store::runs::find(tx, run)?.map_or(0, |run| run.number);
    mail(tx, &settings, Some(run), &Notification::run_started(language(&settings), number, u32::try_from(people).unwrap_or(u32::MAX)))
}

/// Puts the mail that a run paused by itself into the outbox, in the write that pauses it, and returns what the desktop shows of it. The mail
/// is none of the run's messages, which wait.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub fn run_paused(tx: &mut Tx<'_>, run: Uuid, why: &Reason) -> Result<(Notification, Settings), StoreError> {
    let settings = store::settings::load(tx)?;
    let (language, number) = (language(&settings), store::runs::find(tx, run)?.map_or(0, |run| run.number));
    let counts = store::runs::counts(tx, run)?;
    let why = crate::words::say(language, &why.code, &why.params);
    let notification = Notification::run_paused(language, number, &why, counts.waiting + counts.working);
    mail(tx, &settings, None, &notification)?;
    Ok((notification, settings))
}

/// Puts the mail that a run ended into the outbox, in the write that ends it.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub fn run_ended(tx: &mut Tx<'_>, receipt: &Receipt) -> Result<(), StoreError> {
    let settings = store::settings::load(tx)?;
    mail(tx, &settings, Some(receipt.workflow_id), &ended(&settings, receipt))
}

/// Shows on the desktop that a run ended, when the seller wants it. Counts only, no names.
pub fn desktop_run_ended(app: &App, settings: &Settings, receipt: &Receipt) {
    desktop(app, settings, &ended(settings, receipt));
}

/// Shows it on the desktop, when the seller wants it.
pub fn desktop(app: &App, settings: &Settings, shown: &Notification) {
    if settings.flag("notifications.desktop")
        && let Err(error) = app.ports().desktop.notify(&shown.subject, &shown.summary)
    {
        tracing::debug!(%error, "no desktop notification");
    }
}

fn ended(settings: &Settings, receipt: &Receipt) -> Notification {
    Notification::run_ended(language(settings), receipt, settings.text("mail.transport") == "practice")
}

fn language(settings: &Settings) -> Language {
    Language::of_code(settings.text("identity.locale")).unwrap_or(Language::Fr)
}

fn mail(tx: &mut Tx<'_>, settings: &Settings, run: Option<Uuid>, notification: &Notification) -> Result<(), StoreError> {
    let to = settings.text("mail.notify_to");
    let bare = to.rsplit_once('<').map_or(to, |(_, rest)| rest.trim_end_matches('>'));
    let (Ok(to), Ok(from)) = (Address::parse(bare), Address::parse(&sender(settings).1)) else { return Ok(()) };
    let (id, language) = (tx.new_id(), language(settings));
    store::outbox::insert(
        tx,
        &NewMessage {
            id,
            step: "notification".to_owned(),
            person: None,
            run,
            message_id: MessageId::new(id, &from).as_str().to_owned(),
            in_reply_to: String::new(),
            to_name: String::new(),
            to_address: to.as_str().to_owned(),
            to_norm: to.norm(),
            subject: notification.subject.clone(),
            text: notification.text(language),
            html: page(notification, language),
            language: language.code().to_owned(),
            written_by: "template",
            warnings: Vec::new(),
            scheduled: true,
            send_after: None,
        },
    )
}
