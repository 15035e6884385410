//! Who writes may be known better than when a text was written: a draft made while rehearsing names nobody.

use crate::settings::PRACTICE_DOMAIN;
use domain::mail::{Address, MessageId};
use domain::views::outbox::OutboxState;
use domain::writing::{Identity, closing};
use store::outbox::Message;

/// How a message is signed when it leaves, where that is no longer how it was written.
pub(super) struct Signed {
    pub(super) text: String,
    pub(super) message_id: String,
}

/// Once an attempt began, and where the seller wrote the sender's line, a message stays as it is.
pub(super) fn signed(message: &Message, identity: &Identity) -> Option<Signed> {
    let waits = matches!(message.state, OutboxState::Draft | OutboxState::Held | OutboxState::Scheduled) && message.attempts == 0;
    if !waits || message.person.is_none() {
        return None;
    }
    let practice = format!("@{PRACTICE_DOMAIN}");
    let text = (message.written_by != "seller" || message.text.contains(&practice))
        .then(|| closing::signed_again(&message.text, identity))
        .flatten();
    // An id under the domain of the rehearsal would tell every filter that nobody stands behind it.
    let address = message.message_id.ends_with(&practice).then(|| Address::parse(&identity.email).ok()).flatten();
    let message_id = address.map(|address| MessageId::new(message.id, &address).as_str().to_owned()).filter(|id| *id != message.message_id);
    (text.is_some() || message_id.is_some()).then(|| Signed {
        text: text.unwrap_or_else(|| message.text.clone()),
        message_id: message_id.unwrap_or_else(|| message.message_id.clone()),
    })
}
