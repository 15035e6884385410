use super::{add_person, edit, key, new_desk, noon, nth, value};
use crate::{Desk, OpenError, RawKey};
use std::fs;

#[tokio::test]
async fn a_desk_is_never_created_over_another() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Ada", "Byron", None)).await;
    desk.close().await;
    assert!(matches!(Desk::create(folder.path(), &key(), noon()).await, Err(OpenError::Exists)));
    let desk = Desk::open(folder.path(), &key(), noon()).await.unwrap();
    assert_eq!(value(&desk, "SELECT count(*) FROM person").await, "1");
}

#[tokio::test]
async fn opening_where_there_is_no_desk_creates_none() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Desk::open(folder.path(), &key(), noon()).await, Err(OpenError::Missing)));
    assert!(!folder.path().join("desk.db").exists());
    assert!(matches!(Desk::open(&folder.path().join("nowhere"), &key(), noon()).await, Err(OpenError::Missing)));
}

#[tokio::test]
async fn the_wrong_key_and_a_later_version_are_told_apart_and_change_nothing() {
    let (folder, desk) = new_desk().await;
    desk.close().await;
    let wrong = Desk::open(folder.path(), &RawKey::new([8; 32]), noon()).await;
    assert!(matches!(wrong, Err(OpenError::WrongKey)), "{wrong:?}");
    let conn = crate::desk::connection::open_existing(&folder.path().join("desk.db"), &key()).unwrap();
    conn.execute_batch("PRAGMA user_version = 900").unwrap();
    conn.close().unwrap();
    let newer = Desk::open(folder.path(), &key(), noon()).await;
    assert!(matches!(newer, Err(OpenError::NewerVersion { file: 900, .. })), "{newer:?}");
}

#[tokio::test]
async fn a_second_opening_is_told_who_has_the_desk() {
    let (folder, desk) = new_desk().await;
    let second = Desk::open(folder.path(), &key(), noon()).await;
    assert!(matches!(second, Err(OpenError::InUse { pid: Some(pid) }) if pid == std::process::id()), "{second:?}");
    desk.close().await;
    Desk::open(folder.path(), &key(), noon()).await.unwrap();
}

#[tokio::test]
async fn one_flipped_bit_anywhere_is_noticed_by_a_verification() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| (0..500).try_for_each(|n| add_person(tx, nth(n), "Ada", "Byron", None))).await;
    desk.close().await;
    let file = folder.path().join("desk.db");
    let good = fs::read(&file).unwrap();
    crate::snapshot::verify(&file, &key()).unwrap();
    let pages = good.len() / 4096;
    for page in [1, pages / 3, pages / 2, pages - 1] {
        let mut bad = good.clone();
        bad[page * 4096 + 123] ^= 0x10;
        fs::write(&file, &bad).unwrap();
        let verdict = crate::snapshot::verify(&file, &key());
        assert!(matches!(verdict, Err(OpenError::Corrupt)), "page {page} of {pages}: {verdict:?}");
    }
}

#[tokio::test]
async fn no_name_reaches_the_disk_readable() {
    let (folder, desk) = new_desk().await;
    edit(&desk, |tx| add_person(tx, nth(1), "Canarybird", "Zwitscher", None)).await;
    // While open (log, shared memory, lock file), in a copy, and after closing.
    assert_no_plaintext(folder.path());
    desk.snapshot(folder.path().join("copy.db")).await.unwrap();
    desk.close().await;
    assert_no_plaintext(folder.path());
}

fn assert_no_plaintext(folder: &std::path::Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        for canary in [&b"anarybird"[..], b"witscher", b"acme.example", b"CREATE TABLE", b"SQLite format"] {
            assert!(!bytes.windows(canary.len()).any(|part| part == canary), "{} holds plaintext", path.display());
        }
    }
}
