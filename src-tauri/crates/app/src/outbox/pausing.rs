use super::OutboxFault;
use crate::App;
use crate::notifications::Shown;
use domain::fault::Reason;
use store::{Actor, Intent, Read, StoreError, Tag, Tx, meta};

/// Why the mail server cannot be reached at the moment (JSON of the reason); absent once a message got through.
pub(super) const TROUBLE: &str = "mail_trouble";

/// Pauses all sending; what is on its way is finished. The connection is not in trouble for it.
///
/// # Errors
/// [`OutboxFault`] when the desk is locked or cannot be written.
pub async fn pause(app: &App) -> Result<(), OutboxFault> {
    app.desk()?
        .write(Actor::Seller, Intent::new("outbox.pause"), |tx| {
            meta::set(tx, meta::SENDING_PAUSED, "outbox.paused_by_seller")?;
            touch(tx);
            Ok::<_, StoreError>(())
        })
        .await?;
    Ok(())
}

/// Resumes all sending.
///
/// # Errors
/// As [`pause`].
pub async fn resume(app: &App) -> Result<(), OutboxFault> {
    app.desk()?
        .write(Actor::Seller, Intent::new("outbox.resume"), |tx| {
            meta::remove(tx, meta::SENDING_PAUSED)?;
            meta::remove(tx, TROUBLE)?;
            touch(tx);
            Ok::<_, StoreError>(())
        })
        .await?;
    app.wake();
    Ok(())
}

/// Stops everything outgoing by itself until the seller resumes, with what is wrong with the connection. Told once.
pub(super) fn stop(tx: &mut Tx<'_>, why: &Reason) -> Result<Shown, StoreError> {
    let told = meta::get(tx, meta::SENDING_PAUSED)?.is_some_and(|code| code == why.code);
    meta::set(tx, meta::SENDING_PAUSED, &why.code)?;
    trouble(tx, why)?;
    if told { Ok(Shown::nothing()) } else { crate::notifications::sending_stopped(tx, why) }
}

/// Notes what is wrong with the connection, for the health page.
pub(super) fn trouble(tx: &mut Tx<'_>, why: &Reason) -> Result<(), StoreError> {
    meta::set(tx, TROUBLE, &serde_json::to_string(why).unwrap_or_default())?;
    touch(tx);
    Ok(())
}

/// Why the mail server could not be reached last; `None` since a message got through, or when it was never tried.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn trouble_now(read: &Read<'_>) -> Result<Option<Reason>, StoreError> {
    Ok(meta::get(read, TROUBLE)?.and_then(|text| serde_json::from_str(&text).ok()))
}

fn touch(tx: &mut Tx<'_>) {
    for tag in [Tag::Outbox, Tag::Health, Tag::Runs] {
        tx.touch(tag);
    }
}
