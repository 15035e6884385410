use super::{KEPT, TrashFault};
use crate::App;
use chrono::{DateTime, TimeDelta, Utc};
use domain::views::Changed;
use store::{Actor, Intent};

/// Removed for good in one write: each has a row in many tables.
const CHUNK: usize = 50;

/// Removes everything in the trash for good, at the seller's word.
///
/// # Errors
/// `trash.not_there` when it is empty.
pub async fn empty(app: &App) -> Result<Changed, TrashFault> {
    // What was removed in this very moment too.
    let done = erase(app, Actor::Seller, app.ports().clock.now() + TimeDelta::seconds(1)).await?;
    if done.count == 0 { Err(TrashFault::NotThere) } else { Ok(done) }
}

/// Removes for good what has been in the trash for 30 days: the desk's own upkeep.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn sweep(app: &App) -> Result<(), TrashFault> {
    erase(app, Actor::Desk, app.ports().clock.now() - KEPT).await.map(drop)
}

async fn erase(app: &App, actor: Actor, before: DateTime<Utc>) -> Result<Changed, TrashFault> {
    let desk = app.desk()?;
    let gone = desk.read(move |read| store::trash::older(read, before)).await?;
    if gone.is_empty() {
        return Ok(Changed { count: 0, operation: None });
    }
    let operation = desk.begin_operation(actor, Intent::new("trash.emptied").with("count", gone.len())).await?;
    let (mut count, mut outcome) = (0_u32, Ok(()));
    for some in gone.chunks(CHUNK) {
        let some = some.to_vec();
        let done = desk
            .write_in(operation, move |tx| {
                let mut erased = 0_u32;
                for (id, kind) in some {
                    erased += u32::from(store::trash::erase(tx, kind, id)?);
                }
                Ok::<_, TrashFault>(erased)
            })
            .await;
        match done {
            Ok(erased) => count = count.saturating_add(erased),
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
    }
    // Also after a failure: what was written is a whole operation.
    desk.finish_operation(operation).await?;
    outcome?;
    Ok(Changed { count, operation: (count > 0).then_some(operation.0) })
}
