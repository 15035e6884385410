//! Children that are killed: at named points, and at any moment.

use super::{add_person, assert_sound, edit, key, new_desk, noon, nth, value};
use crate::{Actor, Desk, Intent, OperationId, StoreError};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const ROLE: &str = "STORE_TEST_CHILD";
const FOLDER: &str = "STORE_TEST_FOLDER";

/// Whether this process is the child that plays this part.
pub(super) fn child(role: &str) -> bool {
    std::env::var(ROLE).as_deref() == Ok(role)
}

pub(super) fn child_folder() -> PathBuf {
    PathBuf::from(std::env::var(FOLDER).unwrap())
}

fn command(role: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--nocapture", "--test-threads=1", &format!("child_{role}")]).env(ROLE, role).env(FOLDER, folder);
    command
}

/// Plays a part in a process of its own that ends at this point; whether it did not end by itself.
pub(super) fn run_child(role: &str, folder: &Path, failpoint: &str) -> bool {
    let output = command(role, folder).env("RAINMAKER_FAILPOINT", failpoint).output().unwrap();
    !output.status.success() && output.status.code().is_none()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

#[test]
fn killed_before_a_commit_nothing_of_it_is_there_and_after_it_all_of_it() {
    for (point, people) in [("write.before_commit", "0"), ("write.after_commit", "1")] {
        let runtime = runtime();
        let (folder, desk) = runtime.block_on(new_desk());
        runtime.block_on(desk.close());
        assert!(run_child("write", folder.path(), point));
        runtime.block_on(async {
            let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
            assert_eq!(value(&desk, "SELECT count(*) FROM person").await, people, "{point}");
            assert_eq!(value(&desk, "SELECT count(*) FROM operation").await, people, "{point}");
            assert_sound(&desk).await;
        });
    }
}

#[test]
#[ignore = "run as a child process by the test above"]
fn child_write() {
    if child("write") {
        runtime().block_on(async {
            let desk = Desk::open(&child_folder(), &key(), noon()).await.unwrap();
            edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
        });
    }
}

#[test]
fn killed_at_any_moment_every_acknowledged_write_is_there() {
    let runtime = runtime();
    let (folder, desk) = runtime.block_on(new_desk());
    runtime.block_on(desk.close());
    let mut acknowledged = 0u128;
    for round in 0..8u64 {
        let mut running =
            command("write_many", folder.path()).env("STORE_TEST_FROM", acknowledged.to_string()).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(running.stdout.take().unwrap()).lines();
        let wanted = 5 + round * 7;
        let mut got = 0;
        while got < wanted {
            let line = lines.next().unwrap().unwrap();
            // The test runner's own words share the line of the first one.
            if let Some(n) = line.split("ack ").nth(1).and_then(|n| n.trim().parse().ok()) {
                acknowledged = n;
                got += 1;
            }
        }
        std::thread::sleep(Duration::from_millis(round % 3));
        running.kill().unwrap();
        running.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            if let Some(n) = line.split("ack ").nth(1).and_then(|n| n.trim().parse().ok()) {
                acknowledged = n;
            }
        }
        runtime.block_on(async {
            let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
            let there: u128 = value(&desk, "SELECT count(*) FROM person").await.parse().unwrap();
            assert!(there == acknowledged || there == acknowledged + 1, "{there} people, {acknowledged} acknowledged");
            assert_sound(&desk).await;
            acknowledged = there;
            desk.close().await;
        });
    }
}

#[test]
#[ignore = "run as a child process by the test above"]
fn child_write_many() {
    if child("write_many") {
        let from: u128 = std::env::var("STORE_TEST_FROM").unwrap().parse().unwrap();
        runtime().block_on(async {
            let desk = Desk::open(&child_folder(), &key(), noon()).await.unwrap();
            for n in from + 1.. {
                edit(&desk, move |tx| add_person(tx, nth(n), "Ada", "Byron", None)).await;
                println!("ack {n}");
            }
        });
    }
}

async fn long_operation(desk: &Desk) -> OperationId {
    let operation = desk.begin_operation(Actor::Seller, Intent::new("people.bulk")).await.unwrap();
    for chunk in 0..6 {
        desk.write_in::<_, StoreError>(operation, move |tx| {
            (0..20).try_for_each(|n| add_person(tx, nth(chunk * 100 + n), "Bulk", "Person", None))
        })
        .await
        .unwrap();
    }
    desk.finish_operation(operation).await.unwrap();
    operation
}

#[test]
fn an_undo_cut_in_the_middle_is_finished_by_the_next_start() {
    for nth_step in [1, 3, 6] {
        let runtime = runtime();
        let (folder, desk) = runtime.block_on(new_desk());
        runtime.block_on(async {
            edit(&desk, |tx| add_person(tx, nth(9000), "Mine", "Before", None)).await;
            long_operation(&desk).await;
            desk.close().await;
        });
        assert!(run_child("undo", folder.path(), &format!("undo.step:{nth_step}")));
        runtime.block_on(async {
            let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
            let left: u32 = value(&desk, "SELECT count(*) FROM person").await.parse().unwrap();
            assert_eq!(left, 1 + 20 * (6 - nth_step));
            let undone = desk.resume_undo().await.unwrap().unwrap();
            assert_eq!((undone.restored, undone.kept.len()), (120, 0));
            assert_eq!(value(&desk, "SELECT group_concat(first_name) FROM person").await, "Mine");
            assert_eq!(desk.resume_undo().await.unwrap(), None);
            desk.redo(None).await.unwrap();
            assert_eq!(value(&desk, "SELECT count(*) FROM person").await, "121");
            assert_sound(&desk).await;
        });
    }
}

#[test]
#[ignore = "run as a child process by the test above"]
fn child_undo() {
    if child("undo") {
        runtime().block_on(async {
            let desk = Desk::open(&child_folder(), &key(), noon()).await.unwrap();
            desk.undo(None).await.unwrap();
        });
    }
}

#[test]
fn a_second_process_is_told_that_the_desk_is_in_use() {
    let runtime = runtime();
    let (folder, _desk) = runtime.block_on(new_desk());
    let output = command("second", folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains(&format!("in use by {}", std::process::id())), "{said}");
}

#[test]
#[ignore = "run as a child process by the test above"]
fn child_second() {
    if child("second") {
        runtime().block_on(async {
            match Desk::open(&child_folder(), &key(), noon()).await {
                Err(crate::OpenError::InUse { pid: Some(pid) }) => println!("in use by {pid}"),
                other => println!("{other:?}"),
            }
        });
    }
}
