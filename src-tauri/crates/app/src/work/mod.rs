//! The work that goes on by itself: imports being applied, runs, follow-ups coming due, messages leaving, upkeep. The window runs it as long
//! as it is open or in the tray; `rain work` runs it in a terminal. Everything durable is in the store, so it can stop anywhere.

mod chores;
mod lanes;
mod troubles;
mod until_idle;

pub use lanes::{duplicates, forever, imports};
pub use troubles::Trouble;
pub use until_idle::until_idle;

pub(crate) use troubles::Troubles;

use crate::App;
use store::{Actor, Intent, StoreError};

/// After the desk is opened, before anything is worked on: what was cut is put back where it can go on, or shown as unknown.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub async fn recover(app: &App) -> Result<(), StoreError> {
    let Ok(desk) = app.desk() else { return Ok(()) };
    desk.write(Actor::Desk, Intent::new("work.recover"), store::runs::put_back_working).await?;
    crate::privacy::finish(app).await?;
    if let Err(error) = crate::imports::sweep(app).await {
        tracing::warn!(%error, "imports are tidied up later");
    }
    crate::outbox::recover(app).await
}
