//! What LinkedIn's archive says of who wrote to whom, on the timelines of those it was with.

use crate::support::{find, id};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use testkit::TestApp;

fn archive() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/imports/linkedin-archive.zip")
}

async fn timeline(test: &TestApp, person: &Value, kinds: Value) -> Vec<(String, String, String)> {
    let request = json!({ "id": id(person), "before": null, "limit": 50, "kinds": kinds });
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = test.call("people_timeline", request).await;
    items.as_array().unwrap().iter().map(|item| (text(&item["at"]), text(&item["kind"]), text(&item["body"]))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_and_invitations_stand_on_the_timeline_at_their_time_and_go_in_one_step() {
    let test = TestApp::open().await;
    assert_eq!(test.import(&archive()).await["created"], 1);
    let told = test.call("linkedin_archive", json!({ "path": archive() })).await;
    let count = |name: &str| told[name].as_u64().unwrap();
    assert_eq!(["entered", "known", "people", "strangers", "unknown", "leftOut"].map(count), [3, 0, 1, 1, 0, 1]);
    let ann = find(&test, "Ann Lee").await;
    let happened = timeline(&test, &ann, json!(["linkedin"])).await;
    let expected = [
        ("2025-06-02T08:00:00Z", "linkedin_received", "Oui, \"demain\" ; =1+1"),
        ("2025-06-01T14:03:22Z", "linkedin_written", "Bonjour Ann,\nà bientôt"),
        ("2025-05-30T09:05:00Z", "linkedin_invited", "Bonjour,\nnous nous sommes croisés"),
    ];
    assert_eq!(happened, expected.map(|(at, kind, body)| (at.to_owned(), kind.to_owned(), body.to_owned())));
    let privacy = test.call("privacy_get", json!({ "id": id(&ann) })).await;
    assert_eq!((privacy["heardOn"].as_str(), privacy["heardBy"].as_str()), (Some("2025-06-02"), Some("linkedin")), "she answered");
    assert!(timeline(&test, &ann, json!(["changes"])).await.iter().all(|(_, kind, _)| !kind.starts_with("linkedin")));
    let again = test.call("linkedin_archive", json!({ "path": archive() })).await;
    assert_eq!((again["entered"].as_u64(), again["known"].as_u64(), again["operation"].is_null()), (Some(0), Some(3), true), "{again}");
    test.call("history_undo", json!({ "id": told["operation"] })).await;
    assert!(timeline(&test, &ann, json!(["linkedin"])).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_of_the_archive_brings_them_with_the_people_and_one_undo_takes_all_back() {
    let test = TestApp::open().await;
    let open = json!({ "path": archive(), "readAs": "auto", "mode": "both" });
    let checked = test.call("import_open", open.clone()).await;
    assert_eq!(checked["correspondenceFiles"], json!(["Invitations.csv", "messages.csv"]), "{checked}");
    assert!(!checked["ignoredFiles"].as_array().unwrap().contains(&json!("messages.csv")));
    test.call("import_apply", json!({ "id": checked["id"], "correspondence": true })).await;
    api::work::imports(&test.app).await;
    let done = test.call("import_get", json!({ "id": checked["id"] })).await;
    assert_eq!(done["correspondence"], json!({ "entered": 3, "people": 1, "strangers": 1, "failure": null }));
    assert_eq!(timeline(&test, &find(&test, "Ann Lee").await, json!(["linkedin"])).await.len(), 3);
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(test.call("people_count", json!({ "text": "", "filters": [], "sort": "name", "descending": false })).await["total"], 0);
    // Without the wish nothing of it is read; and an archive that is gone loses no people.
    let plain = test.import(&archive()).await;
    assert!(plain["correspondence"].is_null());
    let copy = test.file("copy.zip", std::fs::read(archive()).unwrap());
    let again = test.call("import_open", json!({ "path": copy, "readAs": "auto", "mode": "both" })).await;
    std::fs::remove_file(test.folder().join("copy.zip")).unwrap();
    test.call("import_apply", json!({ "id": again["id"], "correspondence": true })).await;
    api::work::imports(&test.app).await;
    let done = test.call("import_get", json!({ "id": again["id"] })).await;
    assert_eq!(
        (done["state"].as_str(), done["correspondence"]["failure"]["code"].as_str()),
        (Some("applied"), Some("imports.unreadable_file"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_archive_is_refused() {
    let test = TestApp::open().await;
    let path = test.file("x.zip", "hello");
    let refused = test.try_call("linkedin_archive", json!({ "path": path })).await.unwrap_err();
    assert_eq!(refused.code, "imports.archive_damaged");
}
