use super::account::From;
use chrono::{DateTime, Utc};
use domain::fault::Reason;
use domain::mail::{Address, Content, HeaderText, Kind, Letter, Mailbox, MessageId, OptOut};
use store::outbox::Message;
use store::{Read, StoreError};

/// The bytes of a message, or why it cannot be one. A row that cannot be a message is that message's problem, never the queue's.
pub(super) fn compose(
    read: &Read<'_>,
    message: &Message,
    from: &From,
    date: DateTime<Utc>,
) -> Result<Result<Outgoing, Reason>, StoreError> {
    let thread = store::outbox::thread(read, message)?;
    Ok(build(message, from, date, &thread))
}

/// A message ready for a server.
#[derive(Debug, Clone)]
pub(super) struct Outgoing {
    /// RCPT TO.
    pub(super) to: Address,
    /// RFC 5322.
    pub(super) bytes: Vec<u8>,
}

fn build(message: &Message, from: &From, date: DateTime<Utc>, thread: &[String]) -> Result<Outgoing, Reason> {
    let address = Address::parse(&message.to_address).map_err(|e| Reason::of(&e))?;
    let subject = HeaderText::parse(&message.subject).map_err(|e| Reason::of(&e))?;
    let message_id = MessageId::parse(&message.message_id).map_err(|_| Reason::new("mail.bad_message_id"))?;
    let to = Mailbox { name: HeaderText::cleaned(&message.to_name), address };
    // An id from elsewhere that is none is left out: the letter stands without it.
    let thread: Vec<MessageId> = thread.iter().filter_map(|id| MessageId::parse(id).ok()).collect();
    let personal = message.person.is_some();
    let opt_out = OptOut { address: from.opt_out.clone(), subject: opt_out_subject(&message.language) };
    let letter = Letter {
        from: &from.sender,
        to: &to,
        subject: &subject,
        message_id: &message_id,
        thread: &thread,
        date,
        language: &message.language,
        content: Content { text: &message.text, html: Some(message.html.as_str()).filter(|html| !html.is_empty()) },
        opt_out: personal.then_some(&opt_out),
        kind: if personal { Kind::Person } else { Kind::Notice },
    };
    let bytes = letter.to_bytes().map_err(|e| Reason::of(&e))?;
    Ok(Outgoing { to: to.address, bytes })
}

fn opt_out_subject(language: &str) -> HeaderText {
    HeaderText::cleaned(if language == "fr" { "Désinscription" } else { "Unsubscribe" })
}
