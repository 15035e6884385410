use super::BackupFault;
use super::create::write;
use crate::App;
use chrono::{DateTime, TimeDelta, Utc};
use store::{Actor, Intent, StoreError};

const EVERY: TimeDelta = TimeDelta::hours(24);
/// Automatic backups that are kept.
const KEPT: usize = 7;

/// Makes the day's backup when it is due, and removes the oldest of those the desk made by itself. Tells when the next is due; `None` while
/// the desk is locked or has nobody in it.
///
/// # Errors
/// [`BackupFault`] when it could not be made.
pub async fn daily(app: &App) -> Result<Option<DateTime<Utc>>, BackupFault> {
    let Ok(desk) = app.desk() else { return Ok(None) };
    let (last, people) =
        desk.read::<_, StoreError>(|read| Ok((store::backups::last_automatic(read)?, store::people::total(read)?))).await?;
    let now = app.ports().clock.now();
    match last {
        Some(last) if last + EVERY > now => return Ok(Some(last + EVERY)),
        None if people == 0 => return Ok(None),
        _ => {}
    }
    write(app, "", "automatic").await?;
    let known = desk.read(store::backups::list).await?;
    for old in known.into_iter().filter(|backup| backup.kind == "automatic").skip(KEPT) {
        match std::fs::remove_file(&old.path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => continue,
            _ => {}
        }
        desk.write::<_, StoreError>(Actor::Desk, Intent::new("backup.forget"), move |tx| store::backups::forget(tx, old.id)).await?;
    }
    // As it was written down: times are kept to the millisecond.
    Ok(desk.read(store::backups::last_automatic).await?.map(|last| last + EVERY))
}
