use super::chores;
use crate::App;
use chrono::{DateTime, Utc};
use domain::views::runs::RunState;
use std::future::Future;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Longest sleep: clocks change and machines sleep, so nothing is trusted to wake by itself.
const LONGEST: Duration = Duration::from_secs(20);

/// Works until the desk is closed: a lane for runs and imports, one for messages, one for upkeep, side by side.
pub async fn forever(app: &App) {
    let Ok(closing) = app.closing() else { return };
    if let Err(error) = super::recover(app).await {
        tracing::error!(%error, "recovery failed; it is tried again when the desk is opened");
        return;
    }
    tokio::join!(lane(app, &closing, || runs_and_imports(app)), lane(app, &closing, || messages(app)), lane(app, &closing, || upkeep(app)),);
}

/// Repeats some work, asleep in between until something is due, the desk is woken, or it closes.
async fn lane<F: Future<Output = Option<DateTime<Utc>>>>(app: &App, closing: &CancellationToken, work: impl Fn() -> F) {
    while !closing.is_cancelled() {
        let next = work().await;
        let now = app.ports().clock.now();
        let sleep = next.and_then(|at| (at - now).to_std().ok().or(Some(Duration::ZERO))).unwrap_or(LONGEST).min(LONGEST);
        tokio::select! {
            () = closing.cancelled() => break,
            () = app.woken() => {}
            () = tokio::time::sleep(sleep) => {}
        }
    }
}

/// Applies imports that were begun. A failure is logged and tried again later; the rows stay as they are.
pub async fn imports(app: &App) {
    let Ok(desk) = app.desk() else { return };
    for id in desk.read(store::imports::applying).await.unwrap_or_default() {
        if let Err(error) = crate::imports::work(app, id).await {
            tracing::warn!(%error, import = %id, "an import stopped; it goes on later");
        }
    }
}

/// Applies imports, then works runs.
pub(super) async fn runs_and_imports(app: &App) -> Option<DateTime<Utc>> {
    imports(app).await;
    let desk = app.desk().ok()?;
    for run in desk.read(store::runs::open_runs).await.unwrap_or_default() {
        if run.state != RunState::Paused
            && let Err(error) = crate::runs::work(app, run.id).await
        {
            tracing::warn!(%error, run = %run.id, "a run stopped; it goes on later");
        }
    }
    None
}

/// Lets due messages leave; tells when the next one is due.
pub(super) async fn messages(app: &App) -> Option<DateTime<Utc>> {
    match crate::outbox::send_due(app).await {
        Ok(next) => next,
        Err(error) => {
            tracing::warn!(%error, "sending stopped; it goes on later");
            None
        }
    }
}

/// Drafts follow-ups whose day has come, then the desk's own jobs.
pub(super) async fn upkeep(app: &App) -> Option<DateTime<Utc>> {
    if let Err(error) = crate::followups::draft_due(app).await {
        tracing::warn!(%error, "follow-ups are drafted later");
    }
    chores::run(app).await
}
