//! What undo takes back of a run and of its messages, and what redo brings again.

use crate::support::{config, desk_with_people, outbox, run_all, run_with};
use serde_json::{Value, json};
use testkit::TestApp;

async fn states(test: &TestApp) -> Vec<String> {
    let mut states: Vec<_> = outbox(test).await.iter().map(|m| m["state"].as_str().unwrap().to_owned()).collect();
    states.sort();
    states
}

/// A desk on which a run wrote two drafts and nothing else.
async fn drafts_alone() -> TestApp {
    let test = desk_with_people().await;
    let mut config: Value = serde_json::from_str(&config(false)).unwrap();
    config["actions"]["sendLinkedInConnections"] = json!(false);
    config["actions"]["scheduleFollowups"] = json!(false);
    run_with(&test, &config).await;
    assert_eq!(states(&test).await, ["draft"; 2]);
    test
}

#[tokio::test(flavor = "multi_thread")]
async fn giving_up_a_message_that_no_follow_up_hangs_on_is_an_undo_step_too() {
    let test = drafts_alone().await;
    let ids: Vec<_> = outbox(&test).await.iter().map(|m| m["id"].clone()).collect();
    test.call("outbox_discard", json!({ "ids": [ids[0]] })).await;
    test.call("outbox_discard", json!({ "ids": [ids[1]] })).await;
    let history = test.call("history_list", json!({ "before": null, "limit": 5 })).await;
    assert_eq!((&history[0]["intent"]["code"], &history[0]["rows"]), (&json!("outbox.discard"), &json!(1)), "{history}");
    let undone = test.call("history_undo", json!({ "id": null })).await;
    assert_eq!((undone["restored"].as_u64(), states(&test).await), (Some(1), vec!["cancelled".to_owned(), "draft".to_owned()]));
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(states(&test).await, ["draft"; 2]);
    test.call("history_redo", json!({})).await;
    assert_eq!(states(&test).await, ["cancelled", "draft"]);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(states(&test).await, ["draft"; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_held_back_is_held_back_again_once_its_end_is_taken_back() {
    let test = drafts_alone().await;
    let id = outbox(&test).await[0]["id"].clone();
    test.call("outbox_hold", json!({ "ids": [id] })).await;
    test.call("outbox_discard", json!({ "ids": [id] })).await;
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(states(&test).await, ["draft", "held"]);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(states(&test).await, ["cancelled"; 2]);
    test.call("history_redo", json!({})).await;
    assert_eq!(states(&test).await, ["draft", "held"], "also with its run");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_wrote_drafts_alone_is_taken_back_and_done_again() {
    let test = drafts_alone().await;
    let undone = test.call("history_undo", json!({ "id": null })).await;
    assert_eq!((&undone["operation"]["intent"]["code"], undone["restored"].as_u64()), (&json!("runs.run"), Some(2)), "{undone}");
    assert_eq!(states(&test).await, ["cancelled"; 2]);
    test.call("history_redo", json!({})).await;
    assert_eq!(states(&test).await, ["draft"; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_given_up_twice_over_waits_for_both_to_be_taken_back() {
    let test = drafts_alone().await;
    let id = outbox(&test).await[0]["id"].clone();
    test.call("outbox_discard", json!({ "ids": [id] })).await;
    let history = test.call("history_list", json!({ "before": null, "limit": 5 })).await;
    let run = history.as_array().unwrap().iter().find(|step| step["intent"]["code"] == "runs.run").unwrap()["id"].clone();
    test.call("history_undo", json!({ "id": run })).await;
    assert_eq!(states(&test).await, ["cancelled"; 2]);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(states(&test).await, ["cancelled"; 2], "its run is still taken back");
    test.call("history_redo", json!({})).await;
    test.call("history_redo", json!({})).await;
    assert_eq!(states(&test).await, ["cancelled", "draft"], "the run stands again, and so does what the seller gave up");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(states(&test).await, ["draft"; 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_given_up_takes_its_follow_up_along_and_undo_brings_both_back() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let planned = || async { test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 10 })).await["later"].as_u64() };
    assert_eq!(planned().await, Some(2));
    let drafts = outbox(&test).await;
    test.call("outbox_discard", json!({ "ids": [drafts[0]["id"]] })).await;
    assert_eq!(planned().await, Some(1));
    let states = || async { outbox(&test).await.iter().map(|m| m["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>() };
    assert!(states().await.contains(&"cancelled".to_owned()));
    test.clock.advance(chrono::Duration::minutes(1));
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!((planned().await, states().await), (Some(2), vec!["draft".to_owned(); 2]));
    test.call("history_redo", json!({})).await;
    assert_eq!(planned().await, Some(1));
    assert!(states().await.contains(&"cancelled".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_what_one_message_changed_when_it_left_leaves_the_other_drafts() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let drafts = outbox(&test).await;
    test.call("outbox_approve", json!({ "ids": [drafts[0]["id"]] })).await;
    test.clock.advance(chrono::Duration::minutes(1));
    test.work().await;
    let states = || async {
        let mut states: Vec<_> = outbox(&test).await.iter().map(|m| m["state"].as_str().unwrap().to_owned()).collect();
        states.sort();
        states
    };
    assert_eq!(states().await, ["draft", "sent"]);
    let history = test.call("history_list", json!({ "before": null, "limit": 1 })).await;
    assert_eq!(history[0]["intent"]["code"], "outbox.sent", "{history}");
    test.call("history_undo", json!({ "id": history[0]["id"] })).await;
    assert_eq!(states().await, ["draft", "sent"], "only the status and the follow-up go back");
    let undone = test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(undone["operation"]["intent"]["code"], "runs.run", "the key takes back what the seller did");
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_a_run_takes_back_its_drafts_its_notes_and_its_follow_ups_and_redo_brings_them_again() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    test.call("history_undo", json!({ "id": null })).await;
    assert!(outbox(&test).await.iter().all(|m| m["state"] == "cancelled"));
    assert_eq!(test.call("linkedin_queue", json!({})).await["waiting"], 0);
    assert_eq!(test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 10 })).await["later"], 0);
    test.call("history_redo", json!({})).await;
    assert!(outbox(&test).await.iter().all(|m| m["state"] == "draft"));
    assert_eq!(test.call("linkedin_queue", json!({})).await["waiting"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_taken_back_after_its_follow_ups_were_drafted_leaves_none_to_come() {
    let test = desk_with_people().await;
    let run = run_all(&test, true).await;
    let open = || async {
        let list = test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 10 })).await;
        (list["due"].as_u64(), list["later"].as_u64(), list["rows"].as_array().map(Vec::len))
    };
    test.clock.advance(chrono::Duration::days(8));
    test.work().await;
    assert_eq!(open().await, (Some(2), Some(0), Some(2)));
    let drafts: Vec<_> = outbox(&test).await.iter().filter(|m| m["state"] == "draft").map(|m| m["id"].clone()).collect();
    test.call("setting_set", json!({ "key": "outreach.recall_seconds", "value": "0" })).await;
    test.call("outbox_approve", json!({ "ids": [drafts[0]] })).await;
    test.work().await;
    assert_eq!(open().await, (Some(1), Some(1), Some(2)), "the second follow-up of the one that left is planned");
    let operation = test.call("run_get", json!({ "id": run })).await["operation"].clone();
    test.call("history_undo", json!({ "id": operation })).await;
    assert_eq!(open().await, (Some(0), Some(0), Some(0)));
    test.clock.advance(chrono::Duration::days(30));
    test.work().await;
    let states: Vec<_> = outbox(&test).await.iter().map(|m| m["state"].clone()).filter(|s| s != "sent").collect();
    assert_eq!(states, [json!("cancelled")], "nothing is drafted for a run that was taken back");
}

#[tokio::test(flavor = "multi_thread")]
async fn undo_passes_over_the_drafting_of_follow_ups_and_takes_back_what_the_seller_did() {
    let test = desk_with_people().await;
    run_all(&test, true).await;
    test.clock.advance(chrono::Duration::days(8));
    test.work().await;
    let history = test.call("history_list", json!({ "before": null, "limit": 5 })).await;
    assert_eq!((&history[0]["intent"]["code"], &history[0]["undoable"]), (&json!("followups.draft"), &json!(false)), "{history}");
    let undone = test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(undone["operation"]["intent"]["code"], "runs.run");
}
