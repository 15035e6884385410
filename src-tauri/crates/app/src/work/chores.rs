//! The desk's own jobs: entered as rows, claimed with a lease, and tried again later and later when they fail.

use crate::App;
use crate::backups::{BackupFault, daily, next_daily};
use chrono::{DateTime, TimeDelta, Utc};
use domain::fault::Fault;
use store::jobs::{Job, NewJob};
use store::{Actor, Intent, StoreError, jobs};

const QUEUE: &str = "upkeep";
const BACKUP: &str = "backup.daily";
/// Whoever works on a job longer than this has died.
const LEASE: TimeDelta = TimeDelta::hours(1);

/// Enters the jobs whose day comes and does those that are due. Tells when the next is.
pub(super) async fn run(app: &App) -> Option<DateTime<Utc>> {
    app.attempted("trash", crate::trash::sweep(app).await);
    app.attempted("files", crate::files::sweep(app).await);
    app.attempted("scores", crate::scores::nightly(app).await);
    app.attempted("jobs", plan(app).await)?;
    while let Some(job) = app.attempted("jobs", claim(app).await).flatten() {
        // There is one kind so far.
        let outcome = daily(app).await.map(|_| ());
        app.attempted("jobs", finish(app, &job, &outcome).await)?;
        app.attempted(BACKUP, outcome);
    }
    app.attempted("jobs", next(app).await).flatten()
}

/// The day's backup becomes a job. By its day: what was made, or given up, on one day keeps nothing from being made on the next.
async fn plan(app: &App) -> Result<(), BackupFault> {
    let (desk, now) = (app.desk()?, app.ports().clock.now());
    let Some(due) = desk.read(next_daily).await? else { return Ok(()) };
    let idem_key = format!("{BACKUP}:{}", due.max(now).date_naive());
    let key = idem_key.clone();
    if desk.read(move |read| jobs::known(read, &key)).await? {
        return Ok(());
    }
    let job = NewJob { kind: BACKUP.to_owned(), payload: "{}".to_owned(), queue: QUEUE.to_owned(), run_at: due, idem_key };
    desk.write(Actor::Desk, Intent::new("jobs.plan"), move |tx| tx.enqueue(&job)).await?;
    Ok(())
}

async fn claim(app: &App) -> Result<Option<Job>, BackupFault> {
    let (desk, now) = (app.desk()?, app.ports().clock.now());
    if desk.read(jobs::next_due).await?.is_none_or(|due| due > now) {
        return Ok(None);
    }
    Ok(desk.write(Actor::Desk, Intent::new("jobs.claim"), move |tx| jobs::claim(tx, QUEUE, now, now + LEASE)).await?.value)
}

async fn finish(app: &App, job: &Job, outcome: &Result<(), BackupFault>) -> Result<(), BackupFault> {
    let (id, again) = (job.id, app.ports().clock.now() + pause(job.attempts));
    let failure = outcome.as_ref().err().map(Fault::code);
    app.desk()?
        .write::<_, StoreError>(Actor::Desk, Intent::new("jobs.finish"), move |tx| match failure {
            None => jobs::complete(tx, id),
            Some(code) => jobs::retry(tx, id, again, code),
        })
        .await?;
    Ok(())
}

async fn next(app: &App) -> Result<Option<DateTime<Utc>>, BackupFault> {
    Ok(app.desk()?.read(jobs::next_due).await?)
}

/// How long a job that failed so often rests: a minute, five, twenty-five, then an hour each time.
fn pause(attempts: u32) -> TimeDelta {
    TimeDelta::minutes(5_i64.saturating_pow(attempts.saturating_sub(1)).min(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_fails_rests_longer_each_time_and_an_hour_at_most() {
        assert_eq!([1, 2, 3, 4, 40].map(|attempts| pause(attempts).num_minutes()), [1, 5, 25, 60, 60]);
    }
}
