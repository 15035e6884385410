use crate::App;
use chrono::{DateTime, Utc};

/// The desk's own jobs: the daily backup. Tells when the next is due.
pub(super) async fn run(app: &App) -> Option<DateTime<Utc>> {
    match crate::backups::daily(app).await {
        Ok(next) => next,
        Err(error) => {
            tracing::warn!(%error, "the daily backup failed; it is tried again later");
            None
        }
    }
}
