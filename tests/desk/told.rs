//! What the seller is told on the desktop and by mail.

use crate::support::{config, desk_with_people, outbox, run_all};
use serde_json::{Value, json};
use testkit::TestApp;

async fn set(test: &TestApp, values: &[(&str, &str)]) {
    for (key, value) in values {
        test.call("setting_set", json!({ "key": key, "value": value })).await;
    }
}

fn titles(test: &TestApp) -> Vec<String> {
    test.desktop.notified.lock().unwrap().iter().map(|(title, _)| title.clone()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desktop_and_a_mail_tell_that_a_run_began_and_that_it_ended() {
    let test = desk_with_people().await;
    set(&test, &[("identity.locale", "en"), ("mail.notify_to", "me@seller.example")]).await;
    run_all(&test, true).await;
    assert_eq!(titles(&test), ["Run 1 has started", "Run 1 is finished"]);
    let mut mails: Vec<_> = outbox(&test).await.iter().filter(|m| m["step"] == "notification").map(|m| m["subject"].clone()).collect();
    mails.sort_by_key(ToString::to_string);
    assert_eq!(mails, ["Run 1 has started", "Run 1 is finished"]);
    assert!(outbox(&test).await.iter().all(|m| m["state"] == "sent"), "what the end of the run left to send is not left for the next time");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seller_who_wants_no_notifications_gets_none() {
    let test = desk_with_people().await;
    set(&test, &[("notifications.desktop", "false")]).await;
    run_all(&test, true).await;
    assert_eq!(titles(&test), Vec::<String>::new());
    assert!(outbox(&test).await.iter().all(|m| m["step"] != "notification"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_whose_sender_was_taken_away_pauses_tells_why_and_goes_on_once_there_is_one() {
    let test = desk_with_people().await;
    let account = [("mail.smtp.host", "127.0.0.1"), ("mail.transport", "smtp"), ("mail.from", "")];
    set(&test, &[("identity.locale", "en")]).await;
    set(&test, &account).await;
    let id = run_all(&test, false).await;
    let paused = test.call("run_get", json!({ "id": id })).await;
    assert_eq!((paused["state"].as_str(), paused["reason"]["code"].as_str()), (Some("paused"), Some("mail.no_sender")), "{paused}");
    let told = test.desktop.notified.lock().unwrap().clone();
    assert!(told.iter().any(|(title, text)| title == "Run 1 could not go on" && text.contains("3 people wait")), "{told:?}");
    test.work().await;
    assert_eq!(titles(&test), ["Run 1 has started", "Run 1 could not go on"], "told once");
    set(&test, &[("mail.from", "Paul Martin <paul@atelier-martin.example>")]).await;
    test.call("run_resume", json!({ "id": id })).await;
    test.work().await;
    let finished = test.call("run_get", json!({ "id": id })).await;
    assert_eq!((finished["state"].as_str(), finished["drafts"].as_u64()), (Some("finished"), Some(2)), "{finished}");
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_that_stops_by_itself_is_told_on_the_desktop_once() {
    let test = desk_with_people().await;
    // Ten in the morning: the messages wait for the evening.
    set(&test, &[("identity.locale", "en"), ("outreach.window", "20:00-21:00")]).await;
    let request = json!({
        "selection": { "kind": "all" }, "config": config(true), "title": "", "sendWithoutApproval": true, "recall": false
    });
    test.call("run_start", request).await;
    test.work().await;
    set(&test, &[("mail.smtp.host", "127.0.0.1"), ("mail.transport", "smtp"), ("mail.from", "")]).await;
    test.work().await;
    test.work().await;
    assert_eq!(titles(&test), ["Run 1 has started", "Sending has stopped"]);
    let states: Vec<Value> = outbox(&test).await.iter().map(|m| m["state"].clone()).collect();
    assert_eq!(states, ["scheduled", "scheduled"], "nothing is lost");
}
