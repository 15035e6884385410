use crate::support::{appointment, set, task, undo};
use chrono::Duration;
use serde_json::{Value, json};
use testkit::TestApp;

fn shown(test: &TestApp) -> Vec<(String, String)> {
    std::mem::take(&mut *test.desktop.notified.lock().unwrap())
}

async fn today(test: &TestApp) -> Vec<Value> {
    test.call("today_get", json!({})).await["rows"].as_array().unwrap().iter().filter(|row| row["group"] != "set_up").cloned().collect()
}

fn said(rows: &[Value]) -> Vec<(&str, &str)> {
    rows.iter().map(|row| (row["group"].as_str().unwrap(), row["kind"].as_str().unwrap())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_is_shown_once_at_its_time_whatever_the_desk_does_in_between() {
    let test = TestApp::open().await;
    appointment(&test, &[("title", "Visit Acme"), ("starts", "2026-09-15T14:30"), ("remind_minutes", "30")]).await;
    test.work().await;
    assert_eq!(shown(&test), [], "not yet");
    test.clock.advance(Duration::hours(4));
    test.work().await;
    assert_eq!(shown(&test), [("Reminder: 14:30".to_owned(), "Visit Acme".to_owned())]);
    test.clock.advance(Duration::minutes(10));
    test.work().await;
    assert_eq!(shown(&test), [], "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_or_taken_back_reminds_of_nothing_and_another_time_reminds_again() {
    let test = TestApp::open().await;
    let call = task(&test, &[("title", "Call"), ("due_on", "2026-09-15"), ("remind_at", "2026-09-15T12:00")]).await;
    let quote = task(&test, &[("title", "Quote"), ("due_on", "2026-09-15"), ("remind_at", "2026-09-15T12:00")]).await;
    appointment(&test, &[("title", "Undone"), ("starts", "2026-09-15T12:05"), ("remind_minutes", "10")]).await;
    undo(&test).await;
    test.call("tasks_done", json!({ "ids": [quote["id"]], "outcome": "" })).await;
    test.clock.advance(Duration::hours(3));
    test.work().await;
    assert_eq!(shown(&test), [("Reminder".to_owned(), "Call".to_owned())]);
    set(&test, &call, &[("remind_at", "2026-09-15T15:00")]).await;
    test.clock.advance(Duration::hours(3));
    test.work().await;
    assert_eq!(shown(&test).len(), 1, "put to another time, it is shown then");
}

#[tokio::test(flavor = "multi_thread")]
async fn several_reminders_are_one_notification_and_none_where_the_seller_wants_none() {
    let test = TestApp::open().await;
    test.call("setting_set", json!({ "key": "identity.locale", "value": "fr" })).await;
    for title in ["un", "deux", "trois", "quatre", "cinq"] {
        task(&test, &[("title", title), ("due_on", "2026-09-15"), ("due_time", "16:00"), ("remind_at", "2026-09-15T12:00")]).await;
    }
    test.clock.advance(Duration::hours(3));
    test.work().await;
    let one = shown(&test);
    assert_eq!((one.len(), one[0].0.as_str(), one[0].1.lines().count()), (1, "5 rappels", 5), "{one:?}");
    assert!(one[0].1.starts_with("16:00 ") && one[0].1.ends_with('…'));
    test.call("setting_set", json!({ "key": "notifications.desktop", "value": "false" })).await;
    task(&test, &[("title", "six"), ("remind_at", "2026-09-15T13:30")]).await;
    test.clock.advance(Duration::hours(1));
    test.work().await;
    assert_eq!(shown(&test), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn today_shows_what_has_its_hour_and_the_tasks_that_are_due() {
    let test = TestApp::open().await;
    appointment(&test, &[("title", "Visit Acme"), ("starts", "2026-09-15T14:30"), ("place", "Lyon")]).await;
    appointment(&test, &[("title", "over"), ("starts", "2026-09-15T08:00")]).await;
    appointment(&test, &[("title", "tomorrow"), ("starts", "2026-09-16T08:00")]).await;
    task(&test, &[("title", "Call Marie"), ("due_on", "2026-09-15"), ("due_time", "11:30")]).await;
    task(&test, &[("title", "Send the quote"), ("due_on", "2026-09-15")]).await;
    task(&test, &[("title", "late"), ("due_on", "2026-09-10")]).await;
    task(&test, &[("title", "some day")]).await;
    let rows = today(&test).await;
    assert_eq!(said(&rows), [("fixed", "task"), ("fixed", "appointment"), ("by_hand", "tasks")]);
    assert_eq!((rows[0]["what"]["params"]["title"].as_str(), rows[0]["at"].as_str()), (Some("Call Marie"), Some("2026-09-15T09:30:00Z")));
    assert_eq!((rows[1]["names"].clone(), rows[2]["count"].as_u64()), (json!(["Lyon"]), Some(2)));
    assert_eq!(rows[2]["names"], json!(["late", "Send the quote"]));
    test.clock.advance(Duration::hours(2));
    let rows = today(&test).await;
    assert_eq!((said(&rows).len(), rows[1]["count"].as_u64()), (2, Some(3)), "a task whose hour has passed is one of those due");
}
