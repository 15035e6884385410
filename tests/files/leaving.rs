//! Files are removed, come back, and leave for good.

use crate::support::{add, bytes, holds, list, names, person, rows, saved};
use chrono::Duration;
use serde_json::{Value, json};
use testkit::TestApp;

const SECRET: &str = "a sentence that stands in this file and nowhere else";

async fn undo(test: &TestApp) -> Value {
    test.call("history_undo", json!({ "id": null })).await
}

async fn sweep(test: &TestApp) {
    app::trash::sweep(&test.app).await.unwrap();
    app::files::sweep(&test.app).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn adding_renaming_and_removing_are_taken_back_and_done_again() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    let content = bytes(300_000);
    add(&test, &ann, &[&test.file("offer.pdf", &content)]).await;
    let id = list(&test, "person", &ann).await[0]["id"].clone();
    test.call("files_rename", json!({ "id": id, "name": "quote.pdf" })).await;
    let removed = test.call("files_remove", json!({ "ids": [id] })).await;
    assert!(removed["operation"].is_string() && names(&test, &ann).await.is_empty());
    assert_eq!(test.try_call("files_remove", json!({ "ids": [id] })).await.unwrap_err().code, "files.not_found");
    undo(&test).await;
    assert_eq!(names(&test, &ann).await, ["quote.pdf"]);
    undo(&test).await;
    assert_eq!(names(&test, &ann).await, ["offer.pdf"]);
    undo(&test).await;
    assert_eq!(names(&test, &ann).await, Vec::<String>::new());
    sweep(&test).await;
    test.call("history_redo", json!({})).await;
    assert_eq!(saved(&test, &list(&test, "person", &ann).await[0], "out.pdf").await, content, "what is in it waited for the redo");
    let told = test.call("history_list", json!({ "before": null, "limit": 50 })).await;
    assert!(!told.to_string().contains("offer.pdf"), "the history keeps no name of a file: {told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_file_lies_in_the_trash_and_its_contents_leave_for_good_after_it() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    add(&test, &ann, &[&test.file("offer.txt", SECRET)]).await;
    let file = list(&test, "person", &ann).await[0].clone();
    test.call("files_remove", json!({ "ids": [file["id"]] })).await;
    let lying = test.call("trash_list", json!({ "offset": 0, "limit": 5 })).await["rows"][0].clone();
    assert_eq!(
        (lying["kind"].as_str(), lying["name"].as_str(), lying["detail"].as_str()),
        (Some("file"), Some("offer.txt"), Some("Ann Lee"))
    );
    test.call("trash_restore", json!({ "ids": [file["id"]], "taken": "ask" })).await;
    assert_eq!(saved(&test, &file, "out.txt").await, SECRET.as_bytes());
    test.call("files_remove", json!({ "ids": [file["id"]] })).await;
    test.clock.advance(Duration::days(31));
    sweep(&test).await;
    assert_eq!((rows(&test, "file").await, holds(&test, SECRET).await), (0, true), "an undo within 30 days finds it");
    let emptied = test.call("history_list", json!({ "before": null, "limit": 1 })).await[0]["id"].clone();
    test.call("history_undo", json!({ "id": emptied })).await;
    test.call("trash_restore", json!({ "ids": [file["id"]], "taken": "ask" })).await;
    sweep(&test).await;
    test.clock.advance(Duration::days(31));
    sweep(&test).await;
    assert_eq!(saved(&test, &file, "out.txt").await, SECRET.as_bytes(), "what somebody has stays");
    test.call("files_remove", json!({ "ids": [file["id"]] })).await;
    for _ in 0..2 {
        test.clock.advance(Duration::days(31));
        sweep(&test).await;
    }
    assert_eq!((rows(&test, "file_content").await, rows(&test, "file_chunk").await, holds(&test, SECRET).await), (0, 0, false));
    // An older step of the history still brings the row back: it says what it has lost.
    let emptied = test.call("history_list", json!({ "before": null, "limit": 1 })).await[0]["id"].clone();
    test.call("history_undo", json!({ "id": emptied })).await;
    test.call("trash_restore", json!({ "ids": [file["id"]], "taken": "ask" })).await;
    assert_eq!(list(&test, "person", &ann).await[0]["there"], false);
    let request = json!({ "id": file["id"], "path": test.folder().join("gone.txt") });
    assert_eq!(test.try_call("files_save", request).await.unwrap_err().code, "files.gone");
    assert!(!test.folder().join("gone.txt").exists() && !test.folder().join("gone.txt.part").exists());
    add(&test, &ann, &[&test.file("offer.txt", SECRET)]).await;
    assert_eq!(saved(&test, &file, "back.txt").await, SECRET.as_bytes(), "the same file added again mends it");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_erased_person_had_is_gone_at_once_and_nobody_else_loses_theirs() {
    let test = TestApp::open().await;
    let (ann, bob) = (person(&test, "Wanda", "Kowalczyk").await, person(&test, "Bob", "Roe").await);
    let (own, shared, undone) = (
        test.file("passport-kowalczyk.txt", SECRET),
        test.file("terms.txt", b"terms of both"),
        test.file("undone.txt", format!("{SECRET}, twice")),
    );
    add(&test, &ann, &[&own, &shared]).await;
    add(&test, &bob, &[&shared]).await;
    add(&test, &ann, &[&undone]).await;
    undo(&test).await;
    let removed = list(&test, "person", &ann).await.into_iter().find(|file| file["name"] == "passport-kowalczyk.txt").unwrap();
    test.call("files_remove", json!({ "ids": [removed["id"]] })).await;
    assert!(holds(&test, SECRET).await && holds(&test, "passport").await);
    test.call("privacy_erase", json!({ "ids": [ann], "forGood": true })).await;
    for word in [SECRET, "passport", "kowalczyk", "undone.txt"] {
        assert!(!holds(&test, word).await, "{word}");
    }
    assert_eq!((rows(&test, "file").await, rows(&test, "file_content").await), (1, 1));
    assert_eq!(saved(&test, &list(&test, "person", &bob).await[0], "out.txt").await, b"terms of both");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_brings_no_file_back_of_somebody_who_was_erased_since() {
    let test = TestApp::open().await;
    let ann = person(&test, "Wanda", "Kowalczyk").await;
    add(&test, &ann, &[&test.file("passport.txt", SECRET)]).await;
    let backup = test.call("backup_create", json!({ "path": "" })).await["path"].clone();
    test.call("privacy_erase", json!({ "ids": [ann], "forGood": true })).await;
    test.call("backup_restore", json!({ "path": backup, "secret": "" })).await;
    assert!(!holds(&test, SECRET).await && !holds(&test, "passport").await);
}
