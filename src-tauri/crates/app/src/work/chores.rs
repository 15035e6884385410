use crate::App;
use chrono::{DateTime, Utc};

/// The desk's own jobs: the daily backup. Tells when the next is due.
pub(super) async fn run(app: &App) -> Option<DateTime<Utc>> {
    app.attempted("backup", crate::backups::daily(app).await).flatten()
}
