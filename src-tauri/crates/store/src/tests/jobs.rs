use super::{new_desk, noon};
use crate::jobs::{self, NewJob};
use crate::{Actor, Desk, Intent, StoreError, Tx};
use chrono::TimeDelta;

fn job(key: &str, minutes: i64) -> NewJob {
    NewJob {
        kind: "test".into(),
        payload: "{}".into(),
        queue: "mail".into(),
        run_at: noon() + TimeDelta::minutes(minutes),
        idem_key: key.into(),
    }
}

async fn write<T: Send + 'static>(desk: &Desk, f: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static) -> T {
    desk.write(Actor::Desk, Intent::new("jobs"), f).await.unwrap().value
}

#[tokio::test]
async fn a_job_with_a_known_key_is_found_instead_of_added() {
    let (_folder, desk) = new_desk().await;
    let first = write(&desk, |tx| tx.enqueue(&job("a", 0))).await;
    let second = write(&desk, |tx| tx.enqueue(&job("a", 9))).await;
    assert!(first.new && !second.new);
    assert_eq!(first.id, second.id);
}

#[tokio::test]
async fn jobs_are_claimed_when_due_oldest_first_and_only_once() {
    let (_folder, desk) = new_desk().await;
    write(&desk, |tx| {
        tx.enqueue(&job("later", 30))?;
        tx.enqueue(&job("second", 0))?;
        tx.enqueue(&job("first", -5))
    })
    .await;
    let lease = noon() + TimeDelta::minutes(5);
    let mut claimed = Vec::new();
    while let Some(job) = write(&desk, move |tx| jobs::claim(tx, "mail", noon(), lease)).await {
        claimed.push(job.idem_key);
    }
    assert_eq!(claimed, ["first", "second"]);
    assert!(write(&desk, move |tx| jobs::claim(tx, "ai", noon(), lease)).await.is_none());
}

#[tokio::test]
async fn a_job_whose_worker_died_is_due_again_when_its_lease_ends() {
    let (_folder, desk) = new_desk().await;
    write(&desk, |tx| tx.enqueue(&job("a", 0))).await;
    let lease = noon() + TimeDelta::minutes(5);
    write(&desk, move |tx| jobs::claim(tx, "mail", noon(), lease)).await.unwrap();
    assert_eq!(desk.read(jobs::next_due).await.unwrap(), Some(lease));
    let again = write(&desk, move |tx| jobs::claim(tx, "mail", lease, lease + TimeDelta::minutes(5))).await.unwrap();
    assert_eq!(again.attempts, 2);
}

#[tokio::test]
async fn a_job_ends_done_or_fails_and_is_tried_again() {
    let (_folder, desk) = new_desk().await;
    let lease = noon() + TimeDelta::minutes(5);
    let failed = write(&desk, move |tx| {
        for key in ["a", "b"] {
            tx.enqueue(&job(key, 0))?;
        }
        let mut take = || jobs::claim(tx, "mail", noon(), lease).map(Option::unwrap);
        let (a, b) = (take()?, take()?);
        jobs::complete(tx, a.id)?;
        jobs::retry(tx, b.id, noon() + TimeDelta::hours(1), "mail.busy")?;
        Ok(b.id)
    })
    .await;
    assert_eq!(desk.read(jobs::next_due).await.unwrap(), Some(noon() + TimeDelta::hours(1)));
    assert_eq!(desk.read(jobs::failing).await.unwrap(), 1);
    write(&desk, move |tx| jobs::complete(tx, failed)).await;
    assert_eq!((desk.read(jobs::failing).await.unwrap(), desk.read(jobs::next_due).await.unwrap()), (0, None));
}
