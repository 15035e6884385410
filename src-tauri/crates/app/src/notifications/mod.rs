//! Tells the seller that a run began, could not go on, or ended: by mail through their own account (only when `mail.notify_to` is set), and on
//! the desktop; and shows what the seller wanted to be reminded of.

use crate::App;
use crate::settings::sender;
use domain::fault::Reason;
use domain::mail::{Address, MessageId};
use domain::notifications::{DueReminder, Notification, page};
use domain::settings::Settings;
use domain::views::runs::Receipt;
use domain::writing::Language;
use store::outbox::NewMessage;
use store::{StoreError, Tx};
use uuid::Uuid;

/// What the desktop shows once the write it belongs to has committed. Of runs counts only, no names.
#[derive(Debug)]
#[must_use = "the desktop is told after the commit"]
pub struct Shown(Option<Notification>);

impl Shown {
    /// Shows it, when the seller wants that.
    pub fn show(self, app: &App) {
        if let Self(Some(shown)) = self
            && let Err(error) = app.ports().desktop.notify(&shown.subject, &shown.summary)
        {
            tracing::debug!(%error, "no desktop notification");
        }
    }

    /// There is nothing to show.
    pub fn nothing() -> Self {
        Self(None)
    }

    fn of(settings: &Settings, notification: Notification) -> Self {
        Self(settings.flag("notifications.desktop").then_some(notification))
    }
}

/// Puts the mail that a run began into the outbox, in the write that begins it.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub fn run_started(tx: &mut Tx<'_>, run: Uuid, people: usize) -> Result<Shown, StoreError> {
    let settings = store::settings::load(tx)?;
    let number = store::runs::find(tx, run)?.map_or(0, |run| run.number);
    let told = Notification::run_started(language(&settings), number, u32::try_from(people).unwrap_or(u32::MAX));
    tell(tx, &settings, Some(run), told)
}

/// Puts the mail that a run could not go on into the outbox, in the write that pauses it: with what was done so far. The mail is none of the
/// run's messages, which wait.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub fn run_stopped(tx: &mut Tx<'_>, so_far: &Receipt, waiting: u32, why: &Reason) -> Result<Shown, StoreError> {
    let settings = store::settings::load(tx)?;
    let told = Notification::run_stopped(language(&settings), so_far, &in_words(&settings, why), waiting);
    tell(tx, &settings, None, told)
}

/// Puts the mail that a run ended into the outbox, in the write that ends it.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub fn run_ended(tx: &mut Tx<'_>, receipt: &Receipt) -> Result<Shown, StoreError> {
    let settings = store::settings::load(tx)?;
    let told = Notification::run_ended(language(&settings), receipt);
    tell(tx, &settings, Some(receipt.workflow_id), told)
}

/// That nothing leaves any more until the seller acts. No mail: it would not leave either.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn sending_stopped(tx: &Tx<'_>, why: &Reason) -> Result<Shown, StoreError> {
    let settings = store::settings::load(tx)?;
    let told = Notification::sending_stopped(language(&settings), &in_words(&settings, why));
    Ok(Shown::of(&settings, told))
}

/// What the seller wanted to be reminded of: by the desktop alone, in the words they gave it themselves.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn reminders(tx: &Tx<'_>, due: &[DueReminder]) -> Result<Shown, StoreError> {
    let settings = store::settings::load(tx)?;
    let told = Notification::reminders(language(&settings), due);
    Ok(told.map_or_else(Shown::nothing, |told| Shown::of(&settings, told)))
}

fn tell(tx: &mut Tx<'_>, settings: &Settings, run: Option<Uuid>, told: Notification) -> Result<Shown, StoreError> {
    mail(tx, settings, run, &told)?;
    Ok(Shown::of(settings, told))
}

fn in_words(settings: &Settings, why: &Reason) -> String {
    crate::words::say(language(settings), &why.code, &why.params)
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
