use super::OutboxFault;
use crate::App;
use crate::settings::sender;
use domain::mail::{Address, MessageId};
use domain::views::outbox::OutboxRow;
use store::outbox::NewMessage;
use store::{Actor, Intent, Tx};

/// Sends the seller a test message: to the address notices go to, or to the sender itself. It leaves at once, also while sending is paused,
/// so that a mended account can be tried.
///
/// # Errors
/// `mail.no_sender` while there is no sender address; otherwise as sending. What became of the message is in the row.
pub async fn send_test(app: &App) -> Result<OutboxRow, OutboxFault> {
    let id = app.ports().ids.new_id();
    let work = move |tx: &mut Tx<'_>| {
        let settings = store::settings::load(tx)?;
        let from = Address::parse(&sender(&settings).1).map_err(|_| OutboxFault::NotReady("mail.no_sender"))?;
        let to = settings.text("mail.notify_to");
        let to = to.rsplit_once('<').map_or(to, |(_, rest)| rest.trim_end_matches('>'));
        let to = Address::parse(to).unwrap_or_else(|_| from.clone());
        let language = settings.text("identity.locale").to_owned();
        let (subject, text) = words(&language);
        let message = NewMessage {
            id,
            step: "test".to_owned(),
            person: None,
            run: None,
            message_id: MessageId::new(id, &from).as_str().to_owned(),
            in_reply_to: String::new(),
            to_name: String::new(),
            to_address: to.as_str().to_owned(),
            to_norm: to.norm(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            html: String::new(),
            language,
            written_by: "template",
            warnings: Vec::new(),
            scheduled: true,
            send_after: None,
        };
        store::outbox::insert(tx, &message)?;
        Ok::<_, OutboxFault>(())
    };
    let desk = app.desk()?;
    desk.write(Actor::Seller, Intent::new("outbox.test"), work).await?;
    super::send_due(app).await?;
    desk.read(move |read| store::outbox::row(read, id)?.ok_or(OutboxFault::NotFound)).await
}

fn words(language: &str) -> (&'static str, &'static str) {
    if language == "fr" {
        ("Rainmaker : message d’essai", "Ce message montre que Rainmaker peut envoyer des e-mails depuis votre compte.\n\nRien à faire.\n")
    } else {
        ("Rainmaker: test message", "This message shows that Rainmaker can send e-mail from your account.\n\nNothing to do.\n")
    }
}
