use crate::support::{merge, merge_keeping, sent, split, touched, twice, undo, why};
use serde_json::{Value, json};
use testkit::TestApp;

#[tokio::test]
async fn whoever_was_written_to_under_either_identity_gets_no_first_message_whatever_is_merged_split_and_undone() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    sent(&test, other, "benoit@beal-emballage.example", "first").await;
    assert!(!touched(&test, one).await && touched(&test, other).await);
    merge_keeping(&test, one, &[other], &[("email", one)]).await;
    assert_eq!(why(&test, one).await.0, "never");
    assert!(touched(&test, one).await, "the other’s message counts");
    let merged = undo(&test, &Value::Null).await;
    assert!(touched(&test, one).await && touched(&test, other).await, "undo changes nothing about that");
    test.call("history_redo", json!({})).await;
    assert!(touched(&test, one).await);
    split(&test, other).await;
    assert!(touched(&test, one).await && touched(&test, other).await, "nor does a split");
    assert_eq!(merged["kept"], json!([]));
}

#[tokio::test]
async fn a_message_to_the_merged_record_counts_for_both_after_a_split() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    merge_keeping(&test, one, &[other], &[("email", one)]).await;
    sent(&test, one, "b.lefevre@beal.example", "first").await;
    split(&test, other).await;
    assert_eq!((why(&test, one).await.0, why(&test, other).await.0), ("never".into(), "never".into()));
    assert!(touched(&test, one).await && touched(&test, other).await);
}

#[tokio::test]
async fn what_comes_after_a_split_is_each_ones_own_again() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    merge(&test, one, &[other]).await;
    split(&test, other).await;
    sent(&test, other, "benoit@beal-emballage.example", "first").await;
    assert!(touched(&test, other).await && !touched(&test, one).await);
}

#[tokio::test]
async fn a_chain_of_merges_counts_as_a_whole() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    let third = crate::support::person(&test, &[("first_name", "B."), ("last_name", "Lefèvre"), ("email", "bl@third.example")]).await;
    sent(&test, other, "benoit@beal-emballage.example", "first").await;
    merge_keeping(&test, one, &[other], &[("email", one)]).await;
    merge_keeping(&test, third, &[one], &[("email", third)]).await;
    assert!(touched(&test, third).await, "through the one between");
    split(&test, one).await;
    assert!(touched(&test, third).await && touched(&test, one).await);
    split(&test, other).await;
    assert!(touched(&test, other).await && touched(&test, one).await);
}

#[tokio::test]
async fn who_must_not_be_contacted_makes_a_record_that_must_not_be_for_good() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    test.call("people_suppress", json!({ "ids": [other], "note": "asked on the phone" })).await;
    merge_keeping(&test, one, &[other], &[("email", one), ("status", one)]).await;
    let merged = crate::support::get(&test, one).await;
    assert_eq!((&merged["row"]["status"], &merged["row"]["suppressed"]), (&json!("do_not_contact"), &json!(true)));
    assert_eq!(why(&test, one).await, ("never".into(), "gate.suppressed".into()));
    undo(&test, &Value::Null).await;
    assert_eq!((why(&test, one).await.1, why(&test, other).await.1), ("gate.suppressed".into(), "gate.suppressed".into()));
}

#[tokio::test]
async fn an_opt_out_of_the_merged_record_holds_for_both_after_a_split() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    merge_keeping(&test, one, &[other], &[("email", one)]).await;
    test.call("people_suppress", json!({ "ids": [one], "note": "" })).await;
    split(&test, other).await;
    assert_eq!((why(&test, one).await.1, why(&test, other).await.1), ("gate.suppressed".into(), "gate.suppressed".into()));
}

#[tokio::test]
async fn a_bounced_address_says_nothing_about_the_other_one() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    crate::support::write(&test, |tx| {
        let entry = store::suppression::Entry {
            scope: store::suppression::Scope::Email,
            key: "benoit@beal-emballage.example",
            block: true,
            reason: "bounced",
            note: "5.1.1",
        };
        store::suppression::append(tx, &entry)
    })
    .await;
    merge_keeping(&test, one, &[other], &[("email", one)]).await;
    assert_ne!(why(&test, one).await.1, "gate.suppressed");
}
