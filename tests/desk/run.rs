use crate::support::{config, desk_with_people, outbox, people_of, run_all};
use serde_json::{Value, json};
use testkit::TestApp;

async fn status_of(test: &testkit::TestApp, name: &str) -> Value {
    let found = test.call("people_search", json!({ "text": name, "limit": 5 })).await;
    found[0]["status"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_writes_to_everybody_and_every_one_is_accounted_for() {
    let test = desk_with_people().await;
    let id = run_all(&test, true).await;
    let receipt = test.call("run_receipt", json!({ "id": id })).await;
    assert_eq!(receipt["prospectsProcessed"], 3, "{receipt}");
    assert_eq!(receipt["emailsGenerated"], 2);
    assert_eq!((receipt["emailsSent"].as_u64(), receipt["emailsPractised"].as_u64()), (Some(2), Some(2)), "{receipt}");
    assert_eq!(receipt["linkedinConnections"], 2);
    assert_eq!(receipt["followupsScheduled"], 2);
    assert_eq!(receipt["notContacted"], 0);
    let states: Vec<_> = outbox(&test).await.iter().map(|m| m["state"].clone()).collect();
    assert_eq!(states, [json!("sent"), json!("sent")]);
    assert_eq!(status_of(&test, "Camille").await, "contacted");
    assert_eq!(status_of(&test, "Thibault").await, "new", "nobody wrote to them");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_trust_everything_stays_a_draft_until_it_is_approved() {
    let test = desk_with_people().await;
    let id = run_all(&test, false).await;
    let receipt = test.call("run_receipt", json!({ "id": id })).await;
    assert_eq!((receipt["emailsSent"].as_u64(), receipt["emailsDrafted"].as_u64()), (Some(0), Some(2)));
    let drafts = outbox(&test).await;
    assert!(drafts.iter().all(|m| m["state"] == "draft"));
    test.call("setting_set", json!({ "key": "outreach.recall_seconds", "value": "0" })).await;
    test.call("outbox_approve", json!({ "ids": [drafts[0]["id"]] })).await;
    test.work().await;
    let sent = outbox(&test).await.iter().filter(|m| m["state"] == "sent").count();
    assert_eq!(sent, 1);
    assert_eq!(test.call("run_receipt", json!({ "id": id })).await, receipt, "a receipt never changes");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_written_to_twice_whatever_is_undone() {
    let test = desk_with_people().await;
    run_all(&test, true).await;
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(status_of(&test, "Camille").await, "new", "undo gave the status back");
    let second = run_all(&test, true).await;
    let receipt = test.call("run_receipt", json!({ "id": second })).await;
    assert_eq!(receipt["emailsSent"], 0, "{receipt}");
    let sent = outbox(&test).await.iter().filter(|m| m["state"] == "sent").count();
    assert_eq!(sent, 2);
    let people = test.call("run_people", json!({ "id": second, "state": null, "offset": 0, "limit": 10 })).await;
    let reasons: Vec<_> = people.as_array().unwrap().iter().map(|p| p["reason"]["code"].clone()).collect();
    assert_eq!(reasons.iter().filter(|r| **r == "gate.already_touched").count(), 2, "{people}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_people_with_one_address_only_the_first_is_written_to() {
    let test = desk_with_people().await;
    let hugo = test.call("people_search", json!({ "text": "Hugo", "limit": 1 })).await;
    let values = json!([{ "field": "email", "value": "Camille.Faure@atelier-lumen.example" }]);
    test.call("people_update", json!({ "id": hugo[0]["id"], "values": values })).await;
    let run = run_all(&test, true).await;
    assert_eq!(outbox(&test).await.len(), 1, "both had their turn in one commit");
    let reasons: Vec<_> = people_of(&test, &run).await.iter().map(|p| p["reason"]["code"].clone()).collect();
    assert_eq!(reasons.iter().filter(|r| **r == "gate.duplicate_address").count(), 1, "{reasons:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pre_flight_sheet_adds_up_and_promises_what_the_run_does() {
    let test = desk_with_people().await;
    let sheet = test.call("run_preflight", json!({ "selection": { "kind": "all" }, "config": config(true) })).await;
    let out: u64 = sheet["out"].as_array().unwrap().iter().map(|o| o["count"].as_u64().unwrap()).sum();
    assert_eq!(sheet["chosen"].as_u64().unwrap(), sheet["writtenTo"].as_u64().unwrap() + out);
    assert_eq!((sheet["writtenTo"].as_u64(), sheet["linkedinNotes"].as_u64()), (Some(2), Some(2)));
    assert_eq!(sheet["messages"].as_array().unwrap().len(), 2);
    let promised = sheet["messages"][0]["text"].clone();
    run_all(&test, true).await;
    let mut kept = false;
    for message in outbox(&test).await {
        let detail = test.call("outbox_get", json!({ "id": message["id"] })).await;
        kept |= detail["text"] == promised;
    }
    assert!(kept, "the message shown is the message sent");
    let again = test.call("run_preflight", json!({ "selection": { "kind": "all" }, "config": config(true) })).await;
    assert_eq!(
        (again["writtenTo"].as_u64(), again["linkedinNotes"].as_u64()),
        (Some(0), Some(0)),
        "who waits in the queue is not handed over again"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_key_of_the_configuration_is_named_and_nothing_starts() {
    let test = desk_with_people().await;
    let request = json!({
        "selection": { "kind": "all" }, "config": r#"{"actions":{"sendEmail":true}}"#, "title": "", "sendWithoutApproval": true, "recall": false
    });
    let error = test.try_call("run_start", request).await.unwrap_err();
    assert!(format!("{error:?}").contains("actions.sendEmail"), "{error:?}");
    assert_eq!(test.call("run_list", json!({ "offset": 0, "limit": 10 })).await, json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_is_drafted_on_its_day_and_never_leaves_by_itself() {
    let test = desk_with_people().await;
    run_all(&test, true).await;
    test.clock.advance(chrono::Duration::days(8));
    test.work().await;
    let due = test.call("followup_list", json!({ "due": true, "offset": 0, "limit": 10 })).await;
    assert_eq!(due["due"], 2, "{due}");
    assert!(due["rows"].as_array().unwrap().iter().all(|f| f["state"] == "drafted"));
    let drafts: Vec<_> = outbox(&test).await.into_iter().filter(|m| m["step"] == "followup-1").collect();
    assert!(drafts.iter().all(|m| m["state"] == "draft"), "{drafts:?}");
    test.call("setting_set", json!({ "key": "outreach.recall_seconds", "value": "0" })).await;
    test.call("outbox_approve", json!({ "ids": [drafts[0]["id"]] })).await;
    test.work().await;
    let later = test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 10 })).await;
    let second = later["rows"].as_array().unwrap().iter().filter(|f| f["n"] == 2).count();
    assert_eq!(second, 1, "the next one is planned: {later}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_stops_the_follow_up() {
    let test = desk_with_people().await;
    run_all(&test, true).await;
    let camille = test.call("people_search", json!({ "text": "Camille", "limit": 1 })).await;
    let values = json!([{ "field": "status", "value": "interested" }]);
    test.call("people_update", json!({ "id": camille[0]["id"], "values": values })).await;
    test.clock.advance(chrono::Duration::days(8));
    test.work().await;
    let drafts: Vec<_> = outbox(&test).await.into_iter().filter(|m| m["step"] == "followup-1").collect();
    assert_eq!(drafts.len(), 1, "only the one nothing was heard of: {drafts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_linkedin_queue_counts_what_the_seller_sends() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let queue = test.call("linkedin_queue", json!({})).await;
    assert_eq!((queue["waiting"].as_u64(), queue["today"].as_u64()), (Some(2), Some(0)));
    let first = queue["tasks"][0].clone();
    test.call("linkedin_open", json!({ "id": first["id"] })).await;
    assert_eq!(test.desktop.copied.lock().unwrap().last().unwrap().as_str(), first["note"].as_str().unwrap());
    assert_eq!(test.desktop.opened.lock().unwrap().last().unwrap().as_str(), first["url"].as_str().unwrap());
    let after = test.call("linkedin_record", json!({ "id": first["id"], "outcome": "sent" })).await;
    assert_eq!((after["waiting"].as_u64(), after["today"].as_u64()), (Some(1), Some(1)));
    let again = test.try_call("linkedin_record", json!({ "id": first["id"], "outcome": "sent" })).await.unwrap_err();
    assert_eq!(again.code, "linkedin.not_waiting");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_run_sends_nothing_until_it_goes_on() {
    let test = desk_with_people().await;
    let request = json!({
        "selection": { "kind": "all" }, "config": config(true), "title": "", "sendWithoutApproval": true, "recall": false
    });
    let run = test.call("run_start", request).await;
    test.call("run_pause", json!({ "id": run["id"] })).await;
    test.work().await;
    assert!(outbox(&test).await.iter().all(|m| m["state"] != "sent"));
    test.call("run_resume", json!({ "id": run["id"] })).await;
    test.work().await;
    assert_eq!(test.call("run_get", json!({ "id": run["id"] })).await["state"], "finished");
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_that_wait_for_tomorrow_say_why_and_stay_while_their_run_is_paused() {
    let test = desk_with_people().await;
    test.call("setting_set", json!({ "key": "outreach.min_gap_seconds", "value": "0" })).await;
    test.call("setting_set", json!({ "key": "outreach.daily_cap", "value": "1" })).await;
    let run = run_all(&test, true).await;
    let waiting = |messages: Vec<Value>| messages.into_iter().find(|m| m["state"] == "scheduled").unwrap();
    assert_eq!(waiting(outbox(&test).await)["reason"]["code"], "gate.daily_cap");

    test.call("run_pause", json!({ "id": run })).await;
    test.call("setting_set", json!({ "key": "outreach.daily_cap", "value": "9" })).await;
    test.work().await;
    assert_eq!(waiting(outbox(&test).await)["reason"]["code"], "gate.run_paused");

    test.call("run_resume", json!({ "id": run })).await;
    test.work().await;
    assert!(outbox(&test).await.iter().all(|m| m["state"] == "sent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn health_names_the_moment_at_which_the_gate_lets_the_next_message_go() {
    let test = desk_with_people().await;
    test.call("setting_set", json!({ "key": "outreach.window", "value": "18:00-19:00" })).await;
    let run = run_all(&test, true).await;
    assert_eq!(test.call("health_get", json!({})).await["nextSendAt"], "2026-09-15T16:00:00Z");
    test.call("run_pause", json!({ "id": run })).await;
    assert_eq!(test.call("health_get", json!({})).await["nextSendAt"], Value::Null, "a paused run sends nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_of_the_seller_is_no_fault_of_the_mail_account() {
    let test = desk_with_people().await;
    for (key, value) in [("mail.transport", "smtp"), ("mail.smtp.host", "mail.firm.example"), ("mail.from", "me@firm.example")] {
        test.call("setting_set", json!({ "key": key, "value": value })).await;
    }
    let mail = async || {
        let health = test.call("health_get", json!({})).await;
        let part = health["parts"].as_array().unwrap().iter().find(|part| part["name"] == "mail").unwrap().clone();
        (part["state"].as_str().unwrap().to_owned(), health["paused"]["params"]["reason"].clone())
    };
    assert_eq!(mail().await, ("ok".to_owned(), Value::Null));
    test.call("outbox_pause", json!({})).await;
    assert_eq!(mail().await, ("ok".to_owned(), json!("outbox.paused_by_seller")));
    test.call("outbox_resume", json!({})).await;
    assert_eq!(mail().await, ("ok".to_owned(), Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_linkedin_note_that_waits_is_the_next_step_after_a_draft_to_read() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let next = async |name: &str| {
        let person = test.call("people_search", json!({ "text": name, "limit": 1 })).await[0]["id"].clone();
        let next = test.call("people_get", json!({ "id": person })).await["row"]["next"].clone();
        (next["kind"].as_str().unwrap().to_owned(), next["linkedin"].as_bool().unwrap())
    };
    let says = |kind: &str, linkedin: bool| (kind.to_owned(), linkedin);
    assert_eq!(next("Camille Faure").await, says("draft", true));
    assert_eq!(next("Thibault Roussel").await, says("linkedin", true));
    assert_eq!(next("Hugo Marchand").await, says("draft", false));
    let drafts: Vec<Value> = outbox(&test).await.iter().map(|row| row["id"].clone()).collect();
    test.call("outbox_approve", json!({ "ids": drafts })).await;
    assert_eq!(next("Camille Faure").await, says("linkedin", true), "the e-mail leaves by itself, and the follow-up comes later");
    assert_eq!(next("Hugo Marchand").await, says("scheduled", false));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_run_accounts_for_everybody_and_is_one_step_of_the_history() {
    let test = desk_with_people().await;
    let request = json!({
        "selection": { "kind": "all" }, "config": config(true), "title": "", "sendWithoutApproval": true, "recall": false
    });
    // The messages wait for the evening, their follow-ups are planned.
    test.call("setting_set", json!({ "key": "outreach.window", "value": "20:00-21:00" })).await;
    let run = test.call("run_start", request).await;
    test.work().await;
    test.call("run_cancel", json!({ "id": run["id"] })).await;
    test.work().await;
    let history = test.call("history_list", json!({ "before": null, "limit": 50 })).await.to_string();
    assert!(history.contains("runs.run") && !history.contains("runs.control"), "{history}");
    let receipt = test.call("run_receipt", json!({ "id": run["id"] })).await;
    assert_eq!(receipt["state"], "cancelled");
    assert_eq!((receipt["prospectsProcessed"].as_u64(), receipt["emailsSent"].as_u64()), (Some(3), Some(0)));
    assert_eq!(test.call("followup_list", json!({ "due": false, "offset": 0, "limit": 10 })).await["later"], 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_known_by_a_profile_alone_is_called_by_it() {
    let test = TestApp::open().await;
    let values = json!([{ "field": "linkedin_url", "value": "https://www.linkedin.com/in/zoe-lambert" }]);
    test.call("people_create", json!({ "values": values })).await;
    let run = run_all(&test, false).await;
    assert_eq!(people_of(&test, &run).await[0]["person"]["name"], "zoe-lambert");
    let receipt = test.call("run_receipt", json!({ "id": run })).await;
    assert_eq!(receipt["logs"][1]["person"]["name"], "zoe-lambert", "{receipt}");
    let queue = test.call("linkedin_queue", json!({})).await;
    assert_eq!(queue["tasks"][0]["person"]["name"], "zoe-lambert", "{queue}");
}
