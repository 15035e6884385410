use crate::support::{draft, merge, merge_keeping, message, sent, split, twice, undo, write};
use chrono::NaiveDate;
use domain::views::outbox::OutboxState;
use serde_json::{Value, json};
use store::followups::NewFollowup;
use testkit::TestApp;
use uuid::Uuid;

async fn plan(test: &TestApp, person: Uuid, n: u32, day: u32) -> Uuid {
    let id = Uuid::now_v7();
    let new = NewFollowup { id, person, run: None, n, due_on: NaiveDate::from_ymd_opt(2026, 10, day).unwrap() };
    write(test, move |tx| store::followups::insert(tx, &new)).await;
    id
}

async fn planned(test: &TestApp) -> Vec<(Value, Value)> {
    let list = test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 100 })).await;
    list["rows"].as_array().unwrap().iter().map(|item| (item["person"]["id"].clone(), item["n"].clone())).collect()
}

#[tokio::test]
async fn of_two_first_messages_one_stays_at_the_address_kept_and_a_split_gives_both_back() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    let mine = draft(&test, one, "b.lefevre@beal.example", "first").await;
    let theirs = draft(&test, other, "benoit@beal-emballage.example", "first").await;
    merge_keeping(&test, one, &[other], &[("email", other)]).await;
    let (kept, given_up) = (message(&test, mine).await, message(&test, theirs).await);
    assert_eq!((kept.state, kept.person, kept.to_norm.as_str()), (OutboxState::Draft, Some(one), "benoit@beal-emballage.example"));
    assert_eq!((given_up.state, given_up.person), (OutboxState::Cancelled, Some(one)));
    split(&test, other).await;
    let (mine, theirs) = (message(&test, mine).await, message(&test, theirs).await);
    assert_eq!((mine.state, mine.person, mine.to_norm.as_str()), (OutboxState::Draft, Some(one), "b.lefevre@beal.example"));
    assert_eq!((theirs.state, theirs.person, theirs.to_norm.as_str()), (OutboxState::Draft, Some(other), "benoit@beal-emballage.example"));
}

#[tokio::test]
async fn a_first_message_to_somebody_who_had_one_is_given_up_and_undo_brings_it_back_as_a_draft() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    sent(&test, other, "benoit@beal-emballage.example", "first").await;
    let waiting = draft(&test, one, "b.lefevre@beal.example", "first").await;
    merge(&test, one, &[other]).await;
    assert_eq!(message(&test, waiting).await.state, OutboxState::Cancelled);
    undo(&test, &Value::Null).await;
    assert_eq!(message(&test, waiting).await.state, OutboxState::Draft, "it waits for the seller, and the gate still says never");
    assert_eq!(crate::support::why(&test, one).await.0, "never");
}

#[tokio::test]
async fn a_message_of_the_other_goes_on_for_the_merged_record_alone() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    let theirs = draft(&test, other, "benoit@beal-emballage.example", "first").await;
    merge_keeping(&test, one, &[other], &[("email", one)]).await;
    let goes_on = message(&test, theirs).await;
    assert_eq!((goes_on.state, goes_on.person, goes_on.to_norm.as_str()), (OutboxState::Draft, Some(one), "b.lefevre@beal.example"));
}

#[tokio::test]
async fn of_two_followups_the_one_that_is_furthest_stays_and_a_split_plans_both_again() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    for (who, address) in [(one, "b.lefevre@beal.example"), (other, "benoit@beal-emballage.example")] {
        sent(&test, who, address, "first").await;
    }
    plan(&test, one, 1, 5).await;
    plan(&test, other, 2, 9).await;
    assert_eq!(planned(&test).await.len(), 2);
    merge(&test, one, &[other]).await;
    assert_eq!(planned(&test).await, [(json!(one), json!(2))]);
    split(&test, other).await;
    assert_eq!(planned(&test).await, [(json!(one), json!(1)), (json!(other), json!(2))]);
}

#[tokio::test]
async fn of_two_linkedin_notes_the_older_stays() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    for (who, text) in [(other, "first"), (one, "second")] {
        write(&test, move |tx| store::linkedin::insert(tx, Uuid::now_v7(), who, None, text)).await;
        test.clock.advance(chrono::TimeDelta::minutes(1));
    }
    merge(&test, one, &[other]).await;
    let queue = test.call("linkedin_queue", json!({})).await;
    let tasks = queue["tasks"].as_array().unwrap();
    assert_eq!(tasks.len(), 1);
    assert_eq!((&tasks[0]["note"], &tasks[0]["person"]["id"]), (&json!("first"), &json!(one)));
}
