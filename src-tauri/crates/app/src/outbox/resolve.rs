use super::turn::operation;
use super::{OutboxFault, effects, look};
use crate::App;
use domain::views::outbox::{OutboxDetail, OutboxResolve, OutboxState};
use store::{Actor, Intent, Tx};

/// The seller looked into their mailbox and says what became of a message whose outcome was unknown. One that left is treated as sent; one
/// that did not becomes a draft again, and goes only if it is approved again, with the same Message-ID.
///
/// # Errors
/// [`OutboxFault::NotUnknown`] when the outcome is known, and when the desk is locked or cannot be written.
pub async fn resolve(app: &App, request: OutboxResolve) -> Result<OutboxDetail, OutboxFault> {
    let (desk, now) = (app.desk()?, app.ports().clock.now());
    let (id, was_sent) = (request.id, request.was_sent);
    let operation = desk
        .read(move |read| {
            let run = store::outbox::get(read, id)?.and_then(|message| message.run);
            operation(read, run)
        })
        .await?;
    let work = move |tx: &mut Tx<'_>| {
        let message = store::outbox::get(tx, id)?.ok_or(OutboxFault::NotFound)?;
        if message.state != OutboxState::Unknown || !store::outbox::reconciled(tx, &message, was_sent)? {
            return Err(OutboxFault::NotUnknown);
        }
        if was_sent {
            effects::left(tx, &message)?;
        }
        look::detail(tx, id, now)
    };
    let detail = desk.write_within(operation, Actor::Seller, Intent::new("outbox.resolve"), work).await?;
    app.wake();
    Ok(detail.value)
}
