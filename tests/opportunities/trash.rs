//! Opportunities whose person or company is removed for good.

use crate::support::{add, get};
use serde_json::{Value, json};
use testkit::TestApp;

async fn remove_for_good(test: &TestApp, command: &str, id: &Value) -> u64 {
    test.call(command, json!({ "kind": "ids", "ids": [id] })).await;
    test.call("trash_empty", json!({})).await["count"].as_u64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opportunity_outlives_its_person_and_its_company() {
    let test = TestApp::open().await;
    let ann = test.call("people_create", json!({ "values": [{ "field": "last_name", "value": "Ann" }] })).await["row"]["id"].clone();
    let audit = add(&test, &[("name", "Audit"), ("person", ann.as_str().unwrap()), ("amount", "1500")]).await;
    assert_eq!(remove_for_good(&test, "people_delete", &ann).await, 1);
    let left = get(&test, &audit).await;
    assert_eq!((left["row"]["name"].as_str(), left["row"]["personId"].is_null()), (Some("Audit"), true));

    let study = add(&test, &[("name", "Study"), ("company", "Acme")]).await;
    assert_eq!(remove_for_good(&test, "companies_delete", &study["row"]["companyId"]).await, 1);
    let left = get(&test, &study).await;
    assert_eq!((left["row"]["name"].as_str(), left["row"]["companyId"].is_null()), (Some("Study"), true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_opportunity_lies_in_the_trash_and_leaves_nothing_behind_for_good() {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit"), ("company", "Acme")]).await;
    let id = audit["row"]["id"].clone();
    let task = json!({ "values": [{ "field": "title", "value": "Send the quote" }, { "field": "opportunity_id", "value": id }] });
    test.call("tasks_create", task).await;
    test.call("opportunities_delete", json!({ "kind": "ids", "ids": [id] })).await;
    let lying = test.call("trash_list", json!({ "offset": 0, "limit": 5 })).await["rows"][0].clone();
    assert_eq!((&lying["kind"], &lying["name"], &lying["detail"]), (&json!("opportunity"), &json!("Audit"), &json!("Acme")));
    assert_eq!(test.call("trash_restore", json!({ "ids": [id], "taken": "ask" })).await["count"], 1);
    assert_eq!(get(&test, &audit).await["row"]["name"], "Audit");
    assert_eq!(remove_for_good(&test, "opportunities_delete", &id).await, 1);
    assert!(test.try_call("opportunities_get", json!({ "id": id })).await.is_err());
    let page = json!({ "filter": "open", "personId": null, "companyId": null, "opportunityId": null, "offset": 0, "limit": 10 });
    assert_eq!(test.call("tasks_list", page).await["rows"], json!([]), "its task went with it");
}
