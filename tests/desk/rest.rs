//! What is told of giving up the rest of a run is what giving it up does.

use crate::support::{config, desk_with_people, outbox, run_all};
use serde_json::{Value, json};
use testkit::TestApp;

/// More people than any page of a list holds.
const MANY: usize = 520;

async fn rest(test: &TestApp, run: &Value, names: [&str; 3]) -> [u64; 3] {
    let rest = test.call("run_rest", json!({ "id": run })).await;
    names.map(|name| rest[name].as_u64().unwrap())
}

async fn undone(test: &TestApp, run: &Value) -> [u64; 3] {
    rest(test, run, ["undoneMessages", "undoneFollowups", "undoneNotes"]).await
}

async fn cancelled(test: &TestApp, run: &Value) -> [u64; 3] {
    rest(test, run, ["waiting", "cancelledMessages", "cancelledFollowups"]).await
}

async fn waiting(test: &TestApp) -> [u64; 3] {
    let counts = test.call("outbox_counts", json!({})).await;
    let followups = test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 1 })).await;
    let notes = test.call("linkedin_queue", json!({})).await;
    let n = |value: &Value| value.as_u64().unwrap();
    [
        n(&counts["draft"]) + n(&counts["held"]) + n(&counts["scheduled"]),
        n(&followups["due"]) + n(&followups["later"]),
        n(&notes["waiting"]),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_an_undo_takes_back_is_counted_however_many_there_are() {
    let test = TestApp::open().await;
    let people: String =
        (0..MANY).map(|n| format!("Ada{n},Byron{n},ada{n}@acme{n}.example,https://www.linkedin.com/in/ada-byron-{n}\n")).collect();
    let file = test.file("people.csv", format!("First Name,Last Name,Email,LinkedIn URL\n{people}"));
    test.import(&file).await;
    let run = run_all(&test, false).await;
    assert_eq!((undone(&test, &run).await, waiting(&test).await), ([MANY as u64; 3], [MANY as u64; 3]));

    let one = test.call("people_search", json!({ "text": "Byron7", "limit": 1 })).await[0]["id"].clone();
    test.call("people_update", json!({ "id": one, "values": [{ "field": "status", "value": "lost" }] })).await;
    assert_eq!(undone(&test, &run).await, [MANY as u64 - 1; 3], "what waited for somebody lost is over already");

    let operation = test.call("run_get", json!({ "id": run })).await["operation"].clone();
    test.call("history_undo", json!({ "id": operation })).await;
    assert_eq!((undone(&test, &run).await, waiting(&test).await), ([0; 3], [0; 3]));
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_gives_up_what_was_told_held_messages_too_and_no_draft() {
    let test = desk_with_people().await;
    test.call("setting_set", json!({ "key": "outreach.window", "value": "20:00-21:00" })).await;
    let request = json!({
        "selection": { "kind": "all" }, "config": config(true), "title": "", "sendWithoutApproval": true, "recall": false
    });
    let run = test.call("run_start", request).await["id"].clone();
    assert_eq!(cancelled(&test, &run).await, [3, 0, 0]);
    test.work().await;
    let held = outbox(&test).await[0]["id"].clone();
    test.call("outbox_hold", json!({ "ids": [held] })).await;
    assert_eq!(cancelled(&test, &run).await, [0, 2, 2]);
    test.call("outbox_recall", json!({ "ids": [held] })).await;
    assert_eq!(cancelled(&test, &run).await, [0, 1, 1]);

    test.call("run_cancel", json!({ "id": run })).await;
    test.work().await;
    assert_eq!((cancelled(&test, &run).await, waiting(&test).await), ([0; 3], [1, 1, 2]), "the draft, its follow-up and the notes stay");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_left_stays_sent_and_a_run_that_does_not_exist_is_said() {
    let test = desk_with_people().await;
    let run = run_all(&test, true).await;
    assert_eq!(test.call("run_rest", json!({ "id": run })).await["sent"], 2);
    let unknown = test.try_call("run_rest", json!({ "id": uuid::Uuid::nil() })).await;
    assert_eq!(unknown.unwrap_err().code, "runs.not_found");
}
