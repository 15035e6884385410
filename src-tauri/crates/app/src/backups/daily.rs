use super::BackupFault;
use super::create::write;
use crate::App;
use chrono::{DateTime, TimeDelta, Utc};
use store::{Actor, Intent, Read, StoreError};

const EVERY: TimeDelta = TimeDelta::hours(24);
/// Automatic backups that are kept.
const KEPT: usize = 7;

/// When the day's backup is due; `None` while the desk has nobody in it.
///
/// # Errors
/// [`StoreError`] when the desk cannot be read.
pub fn next_daily(read: &Read<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    if let Some(last) = store::backups::last_automatic(read)? {
        return Ok(Some(last + EVERY));
    }
    Ok((store::people::total(read)? > 0).then_some(DateTime::UNIX_EPOCH))
}

/// Makes the day's backup when it is due, and removes the oldest of those the desk made by itself. Tells when the next is due; `None` while
/// the desk is locked or has nobody in it.
///
/// # Errors
/// [`BackupFault`] when it could not be made.
pub async fn daily(app: &App) -> Result<Option<DateTime<Utc>>, BackupFault> {
    let Ok(desk) = app.desk() else { return Ok(None) };
    let due = desk.read(next_daily).await?;
    if due.is_none_or(|due| due > app.ports().clock.now()) {
        return Ok(due);
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
    Ok(desk.read(next_daily).await?)
}
