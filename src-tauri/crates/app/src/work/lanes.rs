use super::chores;
use crate::App;
use crate::imports::ImportFault;
use crate::runs::RunFault;
use chrono::{DateTime, Utc};
use domain::views::runs::RunState;
use std::future::Future;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// The daily backup reads and writes the whole desk: not while the seller waits for their first screen.
const SETTLED: Duration = Duration::from_secs(60);
/// Longest sleep: clocks change and machines sleep, so nothing is trusted to wake by itself.
const LONGEST: Duration = Duration::from_secs(20);

/// Works until the desk is closed: a lane for runs and imports, one for messages, one for upkeep, one for duplicates, side by side.
pub async fn forever(app: &App) {
    let Ok(closing) = app.closing() else { return };
    if let Err(error) = super::recover(app).await {
        tracing::error!(%error, "recovery failed; it is tried again when the desk is opened");
        return;
    }
    let opened = Instant::now();
    tokio::join!(
        lane(app, &closing, || async {
            runs_and_imports(app).await;
            None
        }),
        lane(app, &closing, || messages(app)),
        lane(app, &closing, || upkeep(app, opened.elapsed() >= SETTLED)),
        lane(app, &closing, || async {
            duplicates(app).await;
            if opened.elapsed() >= SETTLED {
                app.attempted("duplicates.search", crate::duplicates::search_if_due(app).await);
            }
            None
        }),
    );
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

/// Applies imports that were begun. A failure is noted and tried again later; the rows stay as they are.
pub async fn imports(app: &App) {
    app.attempted("imports", all_imports(app).await);
}

async fn all_imports(app: &App) -> Result<(), ImportFault> {
    for id in app.desk()?.read(store::imports::applying).await? {
        crate::imports::work(app, id).await?;
    }
    Ok(())
}

/// Applies imports, then works runs; whether one of those ended.
pub(super) async fn runs_and_imports(app: &App) -> bool {
    imports(app).await;
    app.attempted("runs", all_runs(app).await).unwrap_or(false)
}

async fn all_runs(app: &App) -> Result<bool, RunFault> {
    let mut ended = Ok(false);
    for run in app.desk()?.read(store::runs::open_runs).await?.into_iter().filter(|run| run.state != RunState::Paused) {
        // One that cannot go on does not keep the others.
        match crate::runs::work(app, run.id).await {
            Ok(over) => ended = ended.map(|before| before || over),
            Err(error) => ended = Err(error),
        }
    }
    ended
}

/// Makes one of every group beyond doubt, where that was begun.
pub async fn duplicates(app: &App) {
    app.attempted("duplicates", crate::duplicates::work(app).await);
}

/// Lets due messages leave; tells when the next one is due.
pub(super) async fn messages(app: &App) -> Option<DateTime<Utc>> {
    app.attempted("messages", crate::outbox::send_due(app).await).flatten()
}

/// Reminds the seller, drafts follow-ups whose day has come; then, where there is time for them, the desk's own jobs. Tells what is due next.
pub(super) async fn upkeep(app: &App, chores: bool) -> Option<DateTime<Utc>> {
    let reminder = app.attempted("reminders", crate::agenda::remind_due(app).await).flatten();
    app.attempted("followups", crate::followups::draft_due(app).await);
    app.attempted("calendar_feed", crate::agenda::write_feed(app).await);
    let job = if chores { chores::run(app).await } else { None };
    [reminder, job].into_iter().flatten().min()
}
