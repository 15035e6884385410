use crate::support::{appointment, fields, of, person, refused, task, text, undo};
use serde_json::{Value, json};
use testkit::TestApp;

async fn add(test: &TestApp, on: &str, id: &str, words: &str) -> Value {
    let mut note = json!({ "personId": null, "companyId": null, "opportunityId": null, "text": words });
    note[on] = json!(id);
    test.clock.advance(chrono::Duration::seconds(1));
    test.call("notes_add", note).await["item"].clone()
}

async fn timeline(test: &TestApp, id: &str, kinds: Value) -> Vec<String> {
    let items = test.call("people_timeline", json!({ "id": id, "before": null, "limit": 50, "kinds": kinds })).await;
    items
        .as_array()
        .unwrap()
        .iter()
        .map(|item| format!("{} {}{}", text(&item["kind"]), text(&item["title"]), text(&item["body"])))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_reworded_removed_and_given_back() {
    let test = TestApp::open().await;
    let (ann, _) = person(&test, "Ann Lee", "Acme").await;
    let note = add(&test, "personId", &ann, "two lines").await;
    test.call("notes_edit", json!({ "id": note["id"], "text": "three lines\r\nof them" })).await;
    assert_eq!(timeline(&test, &ann, json!([])).await, ["note three lines\nof them"]);
    test.call("notes_delete", json!({ "id": note["id"] })).await;
    assert_eq!(timeline(&test, &ann, json!([])).await, [""; 0]);
    assert_eq!(refused(&test, "notes_edit", json!({ "id": note["id"], "text": "x" })).await, "notes.not_found");
    undo(&test).await;
    undo(&test).await;
    assert_eq!(timeline(&test, &ann, json!([])).await, ["note two lines"]);
    assert_eq!(refused(&test, "notes_edit", json!({ "id": note["id"], "text": " " })).await, "notes.empty");
    let nowhere = json!({ "personId": ann, "companyId": ann, "opportunityId": null, "text": "x" });
    assert_eq!(refused(&test, "notes_add", nowhere).await, "notes.on_one");
    let nobody = json!({ "personId": uuid::Uuid::nil(), "companyId": null, "opportunityId": null, "text": "x" });
    assert_eq!(refused(&test, "notes_add", nobody).await, "notes.no_subject");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_timeline_holds_everything_newest_first_and_can_be_narrowed() {
    let test = TestApp::open().await;
    let (ann, acme) = person(&test, "Ann Lee", "Acme").await;
    add(&test, "personId", &ann, "first").await;
    let call = json!({
        "personId": ann, "companyId": null, "opportunityId": null, "outcome": "reached", "minutes": 6, "text": "wants a quote",
        "next": { "values": fields(&[("title", "Quote"), ("due_on", "2026-09-18")]) },
    });
    test.clock.advance(chrono::Duration::seconds(1));
    test.call("calls_log", call).await;
    let done = task(&test, &[("title", "Sample"), ("person_id", &ann), ("due_on", "2026-09-15")]).await;
    test.clock.advance(chrono::Duration::seconds(1));
    test.call("tasks_done", json!({ "ids": [done["id"]], "outcome": "sent" })).await;
    appointment(&test, &[("title", "Visit"), ("starts", "2026-09-16T14:00"), ("people", &ann)]).await;
    test.call("people_update", json!({ "id": ann, "values": fields(&[("status", "interested")]) })).await;
    assert_eq!(
        timeline(&test, &ann, json!([])).await,
        ["task_open Quote", "appointment_planned Visit", "status_changed ", "task_done Samplesent", "call wants a quote", "note first"]
    );
    assert_eq!(timeline(&test, &ann, json!(["notes", "calls"])).await, ["call wants a quote", "note first"]);
    assert_eq!(timeline(&test, &ann, json!(["tasks"])).await, ["task_open Quote", "task_done Samplesent"]);
    assert_eq!(timeline(&test, &ann, json!(["appointments"])).await, ["appointment_planned Visit"]);
    assert_eq!(timeline(&test, &ann, json!(["changes"])).await, ["status_changed "]);
    let detail = test.call("people_get", json!({ "id": ann })).await;
    assert!(detail["row"]["lastContactAt"].is_string(), "they spoke");
    // A company's timeline has its own notes beside those of its people.
    add(&test, "companyId", &acme, "pays late").await;
    let events = test.call("companies_timeline", json!({ "id": acme, "before": null, "limit": 3 })).await;
    let told: Vec<_> =
        events.as_array().unwrap().iter().map(|event| format!("{}: {}", text(&event["name"]), text(&event["item"]["kind"]))).collect();
    assert_eq!(told, ["Ann Lee: task_open", "Ann Lee: appointment_planned", ": note"]);
    let older = json!({ "id": acme, "before": events[2]["item"]["at"], "limit": 50 });
    assert_eq!(test.call("companies_timeline", older).await.as_array().unwrap().len(), 4);
    assert_eq!(timeline(&test, &ann, json!(["notes"])).await, ["note first"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_and_its_next_step_are_taken_back_together() {
    let test = TestApp::open().await;
    let (_, acme) = person(&test, "Ann Lee", "Acme").await;
    let call = json!({
        "personId": null, "companyId": acme, "opportunityId": null, "outcome": "no_answer", "minutes": 0, "text": "",
        "next": { "values": fields(&[("title", "Call again"), ("due_on", "2026-09-16")]) },
    });
    test.call("calls_log", call).await;
    let page = json!({ "filter": "open", "personId": null, "companyId": acme, "opportunityId": null, "offset": 0, "limit": 10 });
    assert_eq!(of(&test.call("tasks_list", page.clone()).await["rows"], "title"), ["Call again"]);
    let events = test.call("companies_timeline", json!({ "id": acme, "before": null, "limit": 10, "kinds": ["calls"] })).await;
    assert_eq!(events[0]["item"]["reason"], json!({ "code": "agenda.call", "params": { "outcome": "no_answer", "minutes": "0" } }));
    undo(&test).await;
    assert_eq!(of(&test.call("tasks_list", page).await["rows"], "title"), [""; 0]);
    assert_eq!(test.call("companies_timeline", json!({ "id": acme, "before": null, "limit": 10 })).await, json!([]));
}
