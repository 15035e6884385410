use super::crash::{child, child_folder, run_child};
use super::{add_person, edit, key, new_desk, noon, nth, value};
use crate::{Desk, Intent, RawKey, StoreError, restore};
use std::path::Path;
use tempfile::TempDir;

fn other_key() -> RawKey {
    RawKey::new([9; 32])
}

const LEDGER: &str = "INSERT INTO send_ledger (id, at, event, channel, step) VALUES";
const BLOCKED: &str = "INSERT INTO suppression (id, at, action, scope, key, reason) VALUES";

/// A folder with the present desk ("New", closed) and, staged, an older one ("Old") under another key.
async fn two_desks() -> TempDir {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| {
        add_person(tx, nth(1), "New", "Desk", None)?;
        tx.conn().execute_batch(&format!(
            "{LEDGER} ('both', '2026-01', 'sent', 'email', 'first'), ('late', '2026-02', 'sent', 'email', 'first');
             {BLOCKED} ('stop', '2026-02', 'block', 'email', 'a@b.example', 'opted_out');"
        ))?;
        Ok(())
    })
    .await;
    desk.close().await;
    let aside = tempfile::tempdir().unwrap();
    let old = Desk::create(aside.path(), &other_key(), noon()).await.unwrap();
    edit(&old, |tx| {
        add_person(tx, nth(2), "Old", "Desk", None)?;
        tx.conn().execute_batch(&format!("{LEDGER} ('both', '2026-01', 'sent', 'email', 'first');"))?;
        Ok(())
    })
    .await;
    let staging = restore::staging(folder.path()).unwrap();
    old.snapshot(staging.join("desk.db")).await.unwrap();
    std::fs::write(staging.join("workspace.json"), "old").unwrap();
    std::fs::write(folder.path().join("workspace.json"), "new").unwrap();
    folder
}

#[tokio::test]
async fn a_restored_desk_keeps_the_ledger_and_the_do_not_contact_list_of_the_one_it_replaced() {
    let folder = two_desks().await;
    let carried = restore::replace(folder.path(), &other_key(), Some(&key()), noon()).unwrap();
    assert_eq!(carried, Some(restore::Carried { rows: 2, complete: true, unread: Some(0) }));
    let desk = Desk::open(folder.path(), &other_key(), noon()).await.unwrap();
    assert_eq!(value(&desk, "SELECT group_concat(first_name) FROM person").await, "Old");
    assert_eq!(value(&desk, "SELECT group_concat(id) FROM (SELECT id FROM send_ledger ORDER BY id)").await, "both,late");
    assert_eq!(value(&desk, "SELECT key FROM suppression").await, "a@b.example");
    assert_eq!(value(&desk, "SELECT count(*) FROM meta WHERE key = 'hold_outgoing'").await, "1");
    assert_eq!(std::fs::read_to_string(folder.path().join("workspace.json")).unwrap(), "old");
}

/// SQLCipher checks every page by itself: one damaged page stops the reading there, and the desk still opens.
#[tokio::test]
async fn a_damaged_desk_s_ledger_is_carried_as_far_as_it_reads_and_the_rest_is_counted() {
    let folder = two_desks().await;
    let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
    edit(&desk, |tx| {
        let many = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)";
        tx.conn().execute_batch(&format!(
            "{many} INSERT INTO send_ledger (id, at, event, channel, step) SELECT 'more-' || n, '2026-03', 'sent', 'email', 'first' FROM n;"
        ))?;
        Ok(())
    })
    .await;
    desk.close().await;
    let file = folder.path().join("desk.db");
    let whole = std::fs::read(&file).unwrap();
    let (page, staged) = (4096, folder.path().join(".restore/desk.db"));
    let old = std::fs::read(&staged).unwrap();
    // From the end, where the newest rows are, until a page is met that the ledger cannot be read without.
    for number in (1..whole.len() / page).rev() {
        let mut damaged = whole.clone();
        damaged[number * page + 100] ^= 1;
        std::fs::write(&file, damaged).unwrap();
        std::fs::create_dir_all(folder.path().join(".restore")).unwrap();
        std::fs::write(&staged, &old).unwrap();
        let carried = restore::replace(folder.path(), &other_key(), Some(&key()), noon()).unwrap().unwrap();
        if !carried.complete {
            assert!(carried.rows < 2002, "{carried:?}");
            assert!(carried.unread.is_none_or(|rows| rows > 0 && rows + carried.rows == 2002), "{carried:?}");
            return;
        }
        assert_eq!((carried.rows, carried.unread), (2002, Some(0)), "page {number}");
    }
    panic!("no page of the ledger was met");
}

#[tokio::test]
async fn a_desk_that_is_open_is_not_replaced() {
    let folder = two_desks().await;
    let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
    let refused = restore::replace(folder.path(), &other_key(), Some(&key()), noon());
    assert!(matches!(refused, Err(crate::OpenError::InUse { .. })));
    assert_eq!(value(&desk, "SELECT first_name FROM person").await, "New");
}

#[test]
fn killed_at_any_step_a_restore_leaves_the_old_desk_or_the_new_one_whole() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let points = [
        ("restore.staged", "New"),
        ("restore.marked", "Old"),
        ("restore.moved_out", "Old"),
        ("restore.moved_out:2", "Old"),
        ("restore.moved_in", "Old"),
        ("restore.file_out", "Old"),
        ("restore.file_in", "Old"),
        ("restore.unmark", "Old"),
    ];
    for (point, expected) in points {
        let folder = runtime.block_on(two_desks());
        let died = run_child("replace", folder.path(), point);
        assert!(died, "{point} was not reached");
        runtime.block_on(async {
            let new_key = if expected == "Old" { other_key() } else { key() };
            let desk = Desk::open(folder.path(), &new_key, noon()).await.unwrap_or_else(|error| panic!("{point}: {error}"));
            assert_eq!(value(&desk, "SELECT group_concat(first_name) FROM person").await, expected, "{point}");
            assert_eq!(value(&desk, "SELECT count(*) FROM send_ledger").await, "2", "{point}");
            let wrapped = std::fs::read_to_string(folder.path().join("workspace.json")).unwrap();
            assert_eq!(wrapped, expected.to_lowercase(), "{point}: the key file belongs to the desk");
            assert_whole(&desk, folder.path()).await;
            desk.close().await;
        });
    }
}

async fn assert_whole(desk: &Desk, folder: &Path) {
    super::assert_sound(desk).await;
    assert!(!restore::is_interrupted(folder));
    desk.write::<_, StoreError>(crate::Actor::Seller, Intent::new("x"), |tx| add_person(tx, nth(50), "After", "wards", None))
        .await
        .unwrap();
}

#[test]
#[ignore = "run as a child process by the test above"]
fn child_replace() {
    if child("replace") {
        restore::replace(&child_folder(), &other_key(), Some(&key()), noon()).unwrap();
    }
}
