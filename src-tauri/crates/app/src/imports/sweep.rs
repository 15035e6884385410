use super::ImportFault;
use super::open::is_reading;
use crate::App;
use chrono::Duration;
use domain::fault::Reason;
use store::{Actor, Desk, Intent};
use uuid::Uuid;

/// Rows deleted in one write.
const CHUNK: u32 = 5_000;
/// How long the rows of an import are kept: as long as its rejects can be fetched and its plan looked at.
const KEPT_DAYS: i64 = 30;

/// Tidies up: imports whose reading was cut off (the process ended) are marked as failed, rows of imports older than 30 days go. Called
/// when the desk has been opened.
///
/// # Errors
/// When the desk is locked or cannot be written.
pub async fn sweep(app: &App) -> Result<(), ImportFault> {
    let (desk, now) = (app.desk()?, app.ports().clock.now());
    let (cut, old) = desk.read(move |read| store::imports::stale(read, now, now - Duration::days(KEPT_DAYS))).await?;
    let cut: Vec<Uuid> = cut.into_iter().filter(|id| !is_reading(*id)).collect();
    for id in &cut {
        let id = *id;
        let reason = Reason::new("imports.interrupted");
        desk.write(Actor::Desk, Intent::new("imports.discard"), move |tx| store::imports::set_failed(tx, id, &reason)).await?;
    }
    for id in old.iter().chain(&cut) {
        expire(&desk, *id).await?;
        clear(&desk, *id).await?;
    }
    Ok(())
}

/// A checked import that nobody wrote for a month can no longer be written.
async fn expire(desk: &Desk, id: Uuid) -> Result<(), ImportFault> {
    desk.write(Actor::Desk, Intent::new("imports.discard"), move |tx| {
        store::imports::drop_text(tx, id)?;
        store::imports::stop(tx, id)?;
        Ok::<_, ImportFault>(())
    })
    .await?;
    Ok(())
}

/// Deletes the staged rows of an import.
pub(super) async fn clear(desk: &Desk, id: Uuid) -> Result<(), ImportFault> {
    while desk.write(Actor::Desk, Intent::new("imports.discard"), move |tx| store::imports::clear(tx, id, CHUNK)).await?.value {}
    Ok(())
}
