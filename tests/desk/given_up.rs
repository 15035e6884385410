//! What was written for somebody who is lost to contact afterwards.

use crate::support::{desk_with_people, outbox, people_of, run_all};
use chrono::Duration;
use serde_json::{Value, json};
use testkit::TestApp;

const HUGO: &str = "Hugo Marchand";

async fn person(test: &TestApp, name: &str) -> Value {
    test.call("people_search", json!({ "text": name, "limit": 1 })).await[0]["id"].clone()
}

/// A desk on which the first messages to two people wait as drafts, and one of the two.
async fn drafted() -> (TestApp, Value) {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let hugo = person(&test, HUGO).await;
    (test, hugo)
}

async fn set_status(test: &TestApp, person: &Value, status: &str) {
    test.call("people_update", json!({ "id": person, "values": [{ "field": "status", "value": status }] })).await;
}

async fn drafts(test: &TestApp) -> [u64; 3] {
    let counts = test.call("outbox_counts", json!({})).await;
    let rows = test.call("today_get", json!({})).await["rows"].as_array().cloned().unwrap();
    let today = |kind: &str| rows.iter().find(|row| row["kind"] == kind).map_or(0, |row| row["count"].as_u64().unwrap());
    let listed = outbox(test).await.iter().filter(|row| row["state"] == "draft" || row["state"] == "held").count() as u64;
    [counts["draft"].as_u64().unwrap() + counts["held"].as_u64().unwrap(), today("drafts") + today("followups"), listed]
}

/// How many are given up, as counted and as listed.
async fn abandoned(test: &TestApp) -> [u64; 2] {
    let request = json!({ "states": ["cancelled"], "runId": null, "followups": false, "offset": 0, "limit": 500 });
    let listed = test.call("outbox_list", request).await.as_array().unwrap().len() as u64;
    [test.call("outbox_counts", json!({})).await["cancelled"].as_u64().unwrap(), listed]
}

/// How many people of the newest run need the seller.
async fn for_you(test: &TestApp) -> u64 {
    test.call("run_list", json!({ "offset": 0, "limit": 10 })).await[0]["forYou"].as_u64().unwrap()
}

async fn followups(test: &TestApp) -> [u64; 3] {
    let list = test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 100 })).await;
    [list["due"].as_u64().unwrap(), list["later"].as_u64().unwrap(), list["rows"].as_array().unwrap().len() as u64]
}

async fn timeline(test: &TestApp, person: &Value) -> Vec<(String, String)> {
    let items = test.call("people_timeline", json!({ "id": person, "before": null, "limit": 50 })).await;
    let words = |item: &Value| (item["kind"].as_str().unwrap().to_owned(), item["reason"]["code"].as_str().unwrap_or_default().to_owned());
    items.as_array().unwrap().iter().map(words).collect()
}

fn says(kind: &str, code: &str) -> (String, String) {
    (kind.to_owned(), code.to_owned())
}

async fn message(test: &TestApp, person: &Value, step: &str) -> Value {
    outbox(test).await.into_iter().find(|row| row["person"]["id"] == *person && row["step"] == step).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_draft_is_given_up_while_its_person_is_lost_and_back_when_that_is_undone() {
    let test = desk_with_people().await;
    let run = run_all(&test, false).await;
    let hugo = person(&test, HUGO).await;
    let (before, planned) = (drafts(&test).await, followups(&test).await);
    assert_eq!(before, [2; 3]);

    set_status(&test, &hugo, "lost").await;
    assert_eq!((drafts(&test).await, abandoned(&test).await), ([1; 3], [1; 2]), "counters, Today and the list agree");
    assert_eq!(followups(&test).await[2], planned[2] - 1);
    let given_up = message(&test, &hugo, "first").await;
    assert_eq!((given_up["state"].as_str(), given_up["reason"]["code"].as_str()), (Some("cancelled"), Some("gate.status_stop")));
    assert_eq!(given_up["reason"]["params"]["status"], "lost");
    let told = timeline(&test, &hugo).await;
    assert!(told.contains(&says("email_stopped", "gate.status_stop")), "{told:?}");
    assert!(told.contains(&says("followup_stopped", "gate.status_stop")), "{told:?}");
    let line = people_of(&test, &run).await.into_iter().find(|row| row["person"]["id"] == hugo).unwrap();
    assert_eq!((line["outboxState"].as_str(), line["reason"]["code"].as_str()), (Some("cancelled"), Some("gate.status_stop")));
    assert_eq!(test.call("run_get", json!({ "id": run })).await["drafts"], 1);

    let refused = test.call("outbox_approve", json!({ "ids": [given_up["id"]] })).await;
    assert_eq!((refused["changed"].as_u64(), refused["refused"][0]["reason"]["code"].as_str()), (Some(0), Some("gate.status_stop")));
    assert!(test.call("people_get", json!({ "id": hugo })).await["row"]["next"].is_null());

    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!((drafts(&test).await, followups(&test).await, abandoned(&test).await), (before, planned, [0; 2]));
    assert!(timeline(&test, &hugo).await.iter().any(|(kind, _)| kind == "email_draft"));
    test.call("history_redo", json!({})).await;
    assert_eq!(drafts(&test).await, [1; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_drafted_before_an_answer_is_not_left_in_any_list() {
    let test = desk_with_people().await;
    run_all(&test, true).await;
    test.clock.advance(Duration::days(10));
    test.work().await;
    let hugo = person(&test, HUGO).await;
    let (before, due) = (drafts(&test).await, followups(&test).await);
    assert_eq!((before, due[0]), ([2; 3], 2));

    set_status(&test, &hugo, "interested").await;
    assert_eq!((drafts(&test).await, followups(&test).await[0]), ([1; 3], 1));
    let given_up = message(&test, &hugo, "followup-1").await;
    assert_eq!((given_up["state"].as_str(), given_up["reason"]["code"].as_str()), (Some("cancelled"), Some("gate.status_stop")));
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!((drafts(&test).await, followups(&test).await), (before, due));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_back_waits_for_the_seller_on_today_as_in_the_outbox() {
    let (test, hugo) = drafted().await;
    let id = message(&test, &hugo, "first").await["id"].clone();
    test.call("outbox_hold", json!({ "ids": [id] })).await;
    assert_eq!(drafts(&test).await, [2; 3]);
    set_status(&test, &hugo, "converted").await;
    assert_eq!(drafts(&test).await, [1; 3], "also what is held is given up");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opt_out_outlives_the_undo_of_its_status_and_so_does_what_it_gave_up() {
    let (test, hugo) = drafted().await;
    test.call("people_suppress", json!({ "ids": [hugo], "note": "by phone" })).await;
    assert_eq!(message(&test, &hugo, "first").await["reason"]["code"], "gate.suppressed");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(drafts(&test).await, [1; 3]);
    test.call("people_allow", json!({ "ids": [hugo], "note": "they wrote back" })).await;
    assert_eq!(drafts(&test).await, [2; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn removing_people_gives_up_their_drafts_and_undo_brings_both_back() {
    let (test, hugo) = drafted().await;
    test.call("people_delete", json!({ "kind": "ids", "ids": [hugo] })).await;
    assert_eq!(drafts(&test).await, [1; 3]);
    assert_eq!(message(&test, &hugo, "first").await["reason"]["code"], "gate.deleted");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(drafts(&test).await, [2; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_draft_for_somebody_contacted_otherwise_is_over_with_the_follow_up_planned_for_it() {
    let (test, hugo) = drafted().await;
    let planned = followups(&test).await;
    set_status(&test, &hugo, "contacted").await;
    assert_eq!((drafts(&test).await, followups(&test).await[2]), ([1; 3], planned[2] - 1));
    let told = timeline(&test, &hugo).await;
    assert!(told.contains(&says("followup_stopped", "gate.nothing_to_follow")), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_of_a_run_taken_back_is_told_as_stopped() {
    let test = desk_with_people().await;
    let run = run_all(&test, true).await;
    let hugo = person(&test, HUGO).await;
    assert!(timeline(&test, &hugo).await.contains(&says("followup_scheduled", "followup.due")));
    let operation = test.call("run_get", json!({ "id": run })).await["operation"].clone();
    test.call("history_undo", json!({ "id": operation })).await;
    let told = timeline(&test, &hugo).await;
    assert!(!told.iter().any(|(kind, _)| kind == "followup_scheduled"), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_in_the_list_counts_whoever_needs_the_seller_once_until_nobody_does() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let queue = test.call("linkedin_queue", json!({})).await["waiting"].as_u64().unwrap();
    assert_eq!((drafts(&test).await, queue), ([2; 3], 2));
    assert_eq!(for_you(&test).await, 3, "one of the two with a draft waits in the queue too");
    set_status(&test, &person(&test, HUGO).await, "lost").await;
    assert_eq!(for_you(&test).await, 2);
    for row in outbox(&test).await {
        test.call("outbox_discard", json!({ "ids": [row["id"]] })).await;
    }
    assert_eq!(for_you(&test).await, queue);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_run_asks_for_nobody() {
    let test = desk_with_people().await;
    test.call("setting_set", json!({ "key": "outreach.window", "value": "18:00-19:00" })).await;
    let run = run_all(&test, true).await;
    assert_ne!(for_you(&test).await, 0);
    test.call("run_cancel", json!({ "id": run })).await;
    test.work().await;
    assert_eq!(test.call("run_get", json!({ "id": run })).await["state"], "cancelled");
    assert_eq!(for_you(&test).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_seller_gave_up_says_so() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let hugo = person(&test, HUGO).await;
    test.call("outbox_discard", json!({ "ids": [message(&test, &hugo, "first").await["id"]] })).await;
    let given = message(&test, &hugo, "first").await;
    assert_eq!((given["state"].as_str(), given["reason"]["code"].as_str()), (Some("cancelled"), Some("outbox.given_up")));
    assert_eq!(abandoned(&test).await, [1; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waited_to_leave_is_given_up_with_its_run_and_says_so() {
    let test = desk_with_people().await;
    test.call("setting_set", json!({ "key": "outreach.window", "value": "18:00-19:00" })).await;
    let run = run_all(&test, true).await;
    assert_eq!(abandoned(&test).await, [0; 2]);
    test.call("run_cancel", json!({ "id": run })).await;
    test.work().await;
    let rows = outbox(&test).await;
    let why: Vec<&str> = rows.iter().map(|row| row["reason"]["code"].as_str().unwrap()).collect();
    assert_eq!((abandoned(&test).await, why), ([2; 2], vec!["outbox.run_cancelled"; 2]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_says_on_which_message_it_waits() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let hugo = person(&test, HUGO).await;
    let awaits = async || {
        let list = test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 100 })).await;
        list["rows"].as_array().unwrap().iter().find(|row| row["person"]["id"] == hugo).unwrap()["awaits"].clone()
    };
    let first = message(&test, &hugo, "first").await["id"].clone();
    assert_eq!(awaits().await, json!({ "id": first, "state": "draft" }));
    test.call("outbox_approve", json!({ "ids": [first] })).await;
    test.clock.advance(Duration::minutes(5));
    test.work().await;
    assert_eq!(awaits().await, Value::Null, "it has left: only the day is waited for");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_opted_out_or_was_lost_is_left_in_the_linkedin_queue() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let (camille, thibault) = (person(&test, "Camille Faure").await, person(&test, "Thibault Roussel").await);
    let queue = async || {
        let queue = test.call("linkedin_queue", json!({})).await;
        let names = queue["tasks"].as_array().unwrap().iter().map(|task| task["person"]["name"].as_str().unwrap().to_owned());
        (queue["waiting"].as_u64().unwrap(), names.collect::<Vec<String>>())
    };
    let listed = async || for_you(&test).await;
    assert_eq!((queue().await.0, listed().await), (2, 3));
    let shown = test.call("linkedin_queue", json!({})).await["tasks"].clone();
    let in_queue = async || timeline(&test, &camille).await.iter().any(|(kind, _)| kind == "linkedin_waiting");
    assert!(in_queue().await);
    test.call("people_suppress", json!({ "ids": [camille], "note": "by phone" })).await;
    assert!(!in_queue().await, "the timeline does not say so either");
    assert_eq!((queue().await, listed().await), ((1, vec!["Thibault Roussel".to_owned()]), 2), "nor is Camille for her draft");
    set_status(&test, &thibault, "lost").await;
    assert_eq!((queue().await, listed().await), ((0, Vec::new()), 1));
    assert!(test.call("people_get", json!({ "id": thibault })).await["row"]["next"].is_null());
    set_status(&test, &thibault, "interested").await;
    assert_eq!(queue().await.0, 1, "back with the status");
    // A window that still shows what was there before.
    for task in shown.as_array().unwrap() {
        let opened = test.try_call("linkedin_open", json!({ "id": task["id"] })).await.map(|_| ()).map_err(|refused| refused.code);
        let wanted = if task["person"]["id"] == camille { Err("linkedin.forbidden".to_owned()) } else { Ok(()) };
        assert_eq!(opened, wanted, "{task}");
    }
    assert_eq!(test.desktop.opened.lock().unwrap().len(), 1);
}
