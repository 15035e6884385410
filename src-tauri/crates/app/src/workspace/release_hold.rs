use super::WorkspaceFault;
use crate::App;
use domain::views::Nothing;
use store::{Actor, Intent, StoreError, Tag, meta};

/// After a restore: the seller has looked, messages may leave again.
///
/// # Errors
/// [`WorkspaceFault`] when the desk is locked or cannot be written.
pub async fn release_hold(app: &App) -> Result<Nothing, WorkspaceFault> {
    app.desk()?
        .write::<_, StoreError>(Actor::Seller, Intent::new("workspace.release_hold"), |tx| {
            tx.touch(Tag::Workspace);
            tx.touch(Tag::Outbox);
            tx.touch(Tag::Health);
            meta::remove(tx, meta::HOLD_OUTGOING)
        })
        .await?;
    app.wake();
    Ok(Nothing {})
}
