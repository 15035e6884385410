//! Tasks, appointments and notes that were removed, and those whose company is gone for good.

use crate::support::{appointment, of, person, task, text, titles};
use serde_json::{Value, json};
use testkit::TestApp;

async fn trash(test: &TestApp) -> Value {
    test.call("trash_list", json!({ "offset": 0, "limit": 500 })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_removed_of_the_agenda_comes_back_from_the_trash() {
    let test = TestApp::open().await;
    let (ann, _) = person(&test, "Ann Lee", "Acme").await;
    let call = task(&test, &[("title", "Call Ann"), ("due_on", "2026-09-15")]).await;
    let met = appointment(&test, &[("title", "Lunch"), ("starts", "2026-09-16T12:00"), ("ends", "2026-09-16T13:00")]).await;
    let note = json!({ "personId": ann, "companyId": null, "opportunityId": null, "text": "Likes mustard" });
    let noted = test.call("notes_add", note).await["item"].clone();
    test.call("tasks_delete", json!({ "ids": [call["id"]] })).await;
    test.call("appointments_delete", json!({ "ids": [met["row"]["id"]] })).await;
    test.call("notes_delete", json!({ "id": noted["id"] })).await;
    let mut lying: Vec<(String, String, String)> = trash(&test).await["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(&row["kind"]), text(&row["name"]), text(&row["detail"])))
        .collect();
    lying.sort();
    let row = |kind: &str, name: &str, detail: &str| (kind.to_owned(), name.to_owned(), detail.to_owned());
    assert_eq!(lying[0], row("appointment", "Lunch", "2026-09-16"));
    assert_eq!((lying[1].0.as_str(), lying[1].1.as_str()), ("note", "Likes mustard"));
    assert_eq!(lying[2], row("task", "Call Ann", "2026-09-15"));
    let ids: Vec<Value> = trash(&test).await["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(test.call("trash_restore", json!({ "ids": ids, "taken": "ask" })).await["count"], 3);
    assert_eq!(titles(&test, "all").await, ["Call Ann"]);
    let timeline = test.call("people_timeline", json!({ "id": ann, "before": null, "limit": 5 })).await;
    assert!(of(&timeline, "body").contains(&"Likes mustard".to_owned()), "{timeline}");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(trash(&test).await["total"], 3, "restoring is one step");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_with_people_outlives_its_company_and_one_with_nobody_does_not() {
    let test = TestApp::open().await;
    let (ann, acme) = person(&test, "Ann Lee", "Acme").await;
    let times = [("starts", "2026-09-16T12:00"), ("ends", "2026-09-16T13:00"), ("company_id", acme.as_str())];
    let with = appointment(&test, &[&times[..], &[("title", "With Ann"), ("people", ann.as_str())]].concat()).await;
    let alone = appointment(&test, &[&times[..], &[("title", "Alone")]].concat()).await;
    test.call("companies_delete", json!({ "kind": "ids", "ids": [acme] })).await;
    assert_eq!(test.call("trash_empty", json!({})).await["count"], 1);
    let left = test.call("appointments_get", json!({ "id": with["row"]["id"] })).await["row"].clone();
    assert_eq!(of(&left["people"], "name"), ["Ann Lee"]);
    assert!(left["company"].is_null(), "{left}");
    assert!(test.try_call("appointments_get", json!({ "id": alone["row"]["id"] })).await.is_err());
}
