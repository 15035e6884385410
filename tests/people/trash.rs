//! The trash, and quick capture.

use crate::support::{add, find, id, list, names};
use chrono::Duration;
use serde_json::{Value, json};
use testkit::TestApp;

async fn remove(test: &TestApp, person: &Value) {
    test.call("people_delete", json!({ "kind": "ids", "ids": [id(person)] })).await;
}

async fn trash(test: &TestApp) -> Value {
    test.call("trash_list", json!({ "offset": 0, "limit": 500 })).await
}

async fn restore(test: &TestApp, person: &Value, taken: &str) -> Value {
    test.call("trash_restore", json!({ "ids": [id(person)], "taken": taken })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_removed_lies_in_the_trash_and_comes_back_whole() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("company", "Acme"), ("email", "ann@acme.example")]).await;
    remove(&test, &ann).await;
    let lying = trash(&test).await;
    assert_eq!((lying["total"].as_u64(), lying["days"].as_u64()), (Some(1), Some(30)));
    let row = &lying["rows"][0];
    assert_eq!((row["name"].as_str(), row["detail"].as_str(), row["by"].as_str()), (Some("Ann"), Some("Acme"), Some("seller")));
    assert_eq!(row["daysLeft"], 30);
    assert_eq!(restore(&test, &ann, "ask").await["count"], 1);
    assert_eq!(find(&test, "ann").await["row"]["company"], "Acme");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(trash(&test).await["total"], 1, "restoring can be undone too");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_person_blocks_no_address_and_coming_back_to_a_taken_one_is_asked_about() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "info@acme.example")]).await;
    remove(&test, &ann).await;
    let bob = add(&test, &[("first_name", "Bob"), ("email", "info@acme.example")]).await;
    let asked = restore(&test, &ann, "ask").await;
    assert_eq!((asked["count"].as_u64(), asked["taken"][0]["otherName"].as_str()), (Some(0), Some("Bob")));
    assert_eq!(trash(&test).await["total"], 1, "nothing came back yet");
    assert_eq!(restore(&test, &ann, "drop").await["count"], 1);
    assert_eq!(find(&test, "Ann").await["row"]["email"], "");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(restore(&test, &ann, "keep").await["count"], 1);
    assert_eq!(find(&test, "Ann").await["row"]["email"], "info@acme.example");
    assert_eq!(id(&find(&test, "Bob").await), id(&bob));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_thirty_days_the_desk_removes_it_for_good_and_an_older_undo_says_so() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example")]).await;
    let request = json!({ "owner": { "kind": "person", "id": id(&ann) }, "kind": "email", "label": "", "value": "ann@home.example", "postal": null, "first": false });
    test.call("contacts_add", request).await;
    test.call("people_suppress", json!({ "ids": [id(&ann)], "note": "asked" })).await;
    remove(&test, &ann).await;
    let deleting = test.call("history_top", json!({})).await["undo"]["id"].clone();
    test.clock.advance(Duration::days(29));
    test.work().await;
    assert_eq!(trash(&test).await["total"], 1);
    test.clock.advance(Duration::days(2));
    test.work().await;
    assert_eq!(trash(&test).await["total"], 0);
    assert_eq!(test.try_call("trash_restore", json!({ "ids": [id(&ann)], "taken": "ask" })).await.unwrap_err().code, "trash.not_there");
    assert_eq!(
        test.call("history_top", json!({})).await["undo"]["id"],
        deleting,
        "the desk's own upkeep is not what undo takes back first"
    );
    let undone = test.call("history_undo", json!({ "id": deleting })).await;
    assert!(!undone["kept"].as_array().unwrap().is_empty(), "what is gone is told: {undone}");
    assert!(list(&test, "", json!([])).await.is_empty());
    let again = add(&test, &[("first_name", "Anne"), ("email", "ann@home.example")]).await;
    assert_eq!(again["row"]["suppressed"], true, "the do-not-contact list forgets nobody");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_seller_empties_the_trash_of_people_and_companies() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("company", "Acme")]).await;
    test.call("companies_delete", json!({ "kind": "all" })).await;
    remove(&test, &ann).await;
    assert_eq!(trash(&test).await["total"], 2);
    assert_eq!(test.call("trash_empty", json!({})).await["count"], 2);
    assert_eq!(trash(&test).await["total"], 0);
    assert_eq!(test.try_call("trash_empty", json!({})).await.unwrap_err().code, "trash.not_there");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_and_a_postcode_are_enough_and_the_score_says_what_is_missing() {
    let test = TestApp::open().await;
    let note = json!({ "kind": "person", "name": "Ann de La Tour", "postcode": "44000", "phone": "", "note": "met at the lift" });
    let ann = test.call("capture_add", note).await;
    test.call("capture_add", json!({ "kind": "company", "name": "Acme", "postcode": "69002", "phone": "04 72 00 00 00", "note": "" }))
        .await;
    let waiting = test.call("capture_list", json!({})).await;
    assert_eq!(waiting.as_array().unwrap().len(), 2);
    let row = waiting.as_array().unwrap().iter().find(|row| row["kind"] == "person").unwrap();
    assert_eq!((row["place"].as_str(), row["score"].as_u64()), (Some("44000"), Some(35)));
    assert_eq!(names(&list(&test, "", json!([{ "field": "to_qualify", "op": "not_empty", "value": "" }])).await), ["Ann de La Tour"]);
    let timeline = test.call("people_timeline", json!({ "id": ann["id"], "before": null, "limit": 5 })).await;
    assert_eq!(timeline[0]["body"], "met at the lift");
    test.call("capture_done", json!({ "ids": [ann["id"]], "back": false })).await;
    assert_eq!(test.call("capture_list", json!({})).await.as_array().unwrap().len(), 1);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(test.call("capture_list", json!({})).await.as_array().unwrap().len(), 2);
    let nameless = json!({ "kind": "person", "name": " ", "postcode": "1", "phone": "", "note": "" });
    assert_eq!(test.try_call("capture_add", nameless).await.unwrap_err().code, "capture.no_name");
}
