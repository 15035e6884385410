use crate::support::{appointment, fields, of, person, refused, text, titles, undo};
use serde_json::{Value, json};
use testkit::TestApp;

async fn range(test: &TestApp, from: &str, to: &str) -> Value {
    test.call("agenda_range", json!({ "from": from, "to": to })).await
}

async fn update(test: &TestApp, one: &Value, values: &[(&str, &str)]) -> Value {
    test.call("appointments_update", json!({ "id": one["row"]["id"], "values": fields(values) })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_of_some_days_holds_what_touches_them() {
    let test = TestApp::open().await;
    appointment(&test, &[("title", "late"), ("starts", "2026-09-14T23:30"), ("ends", "2026-09-15T00:30")]).await;
    appointment(&test, &[("title", "fair"), ("starts", "2026-09-14"), ("ends", "2026-09-16")]).await;
    appointment(&test, &[("title", "early"), ("starts", "2026-09-16T00:00")]).await;
    appointment(&test, &[("title", "far"), ("starts", "2026-09-17T00:00")]).await;
    crate::support::task(&test, &[("title", "call"), ("due_on", "2026-09-15"), ("due_time", "16:30")]).await;
    crate::support::task(&test, &[("title", "next day"), ("due_on", "2026-09-16"), ("due_time", "00:15")]).await;
    let day = range(&test, "2026-09-15", "2026-09-15").await;
    assert_eq!(
        (of(&day["appointments"], "title"), of(&day["tasks"], "title")),
        (vec!["fair".to_owned(), "late".to_owned()], vec!["call".to_owned()])
    );
    let two = range(&test, "2026-09-15", "2026-09-16").await;
    assert_eq!(of(&two["appointments"], "title"), ["fair", "late", "early"]);
    assert_eq!(two["appointments"][0]["startsOn"], "2026-09-14");
    assert_eq!(refused(&test, "agenda_range", json!({ "from": "2026-09-15", "to": "2026-09-14" })).await, "agenda.range");
    assert_eq!(refused(&test, "agenda_range", json!({ "from": "2026-09-15", "to": "2029-09-14" })).await, "agenda.range");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_is_moved_with_its_length_and_stays_an_hour_when_the_clocks_change() {
    let test = TestApp::open().await;
    let one =
        appointment(&test, &[("title", "Visit"), ("starts", "2026-03-28T09:00"), ("ends", "2026-03-28T10:30"), ("remind_minutes", "15")])
            .await;
    assert_eq!((&one["row"]["startsAt"], &one["row"]["endsAt"]), (&json!("2026-03-28T08:00:00Z"), &json!("2026-03-28T09:30:00Z")));
    let moved = update(&test, &one, &[("starts", "2026-03-29T09:00")]).await;
    assert_eq!((&moved["row"]["startsAt"], &moved["row"]["endsAt"]), (&json!("2026-03-29T07:00:00Z"), &json!("2026-03-29T08:30:00Z")));
    let october = update(&test, &one, &[("starts", "2026-10-25T02:30")]).await;
    assert_eq!(october["row"]["startsAt"], "2026-10-25T00:30:00Z", "the first of the two");
    let whole = update(&test, &one, &[("starts", "2026-10-25"), ("ends", "2026-10-25")]).await;
    assert_eq!(
        (&whole["row"]["startsAt"], &whole["row"]["endsAt"]),
        (&json!("2026-10-24T22:00:00Z"), &json!("2026-10-25T23:00:00Z")),
        "25 hours"
    );
    for _ in 0..3 {
        undo(&test).await;
    }
    let back = test.call("appointments_get", json!({ "id": one["row"]["id"] })).await;
    assert_eq!(back["row"], one["row"]);
    let top = test.call("history_top", json!({})).await;
    assert_eq!(top["undo"]["intent"]["code"], "appointments.create");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_falls_together_is_told_and_free_times_are_offered() {
    let test = TestApp::open().await;
    let one = appointment(&test, &[("title", "one"), ("starts", "2026-09-15T14:00"), ("ends", "2026-09-15T15:00")]).await;
    assert_eq!(one["conflicts"], json!([]));
    let two = appointment(&test, &[("title", "two"), ("starts", "2026-09-15T14:45")]).await;
    assert_eq!(of(&two["conflicts"], "title"), ["one"]);
    appointment(&test, &[("title", "fair"), ("starts", "2026-09-15")]).await;
    let ask = json!({ "startsAt": "2026-09-15T12:15:00Z", "endsAt": "2026-09-15T13:15:00Z", "except": null });
    let busy = test.call("agenda_busy", ask).await;
    assert_eq!(of(&busy["conflicts"], "title"), ["one", "two"], "whole days are in nobody's way");
    assert_eq!(busy["free"][0], json!({ "startsAt": "2026-09-15T13:45:00Z", "endsAt": "2026-09-15T14:45:00Z" }));
    let cancelled = json!({ "id": two["row"]["id"], "state": "cancelled", "outcome": "", "next": null });
    test.call("appointments_close", cancelled).await;
    let one = test.call("appointments_get", json!({ "id": one["row"]["id"] })).await;
    assert_eq!(one["conflicts"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn how_it_went_and_what_comes_next_are_one_step() {
    let test = TestApp::open().await;
    let (ann, _) = person(&test, "Ann Lee", "Acme").await;
    let (bob, _) = person(&test, "Bob Roy", "Other").await;
    let people = format!("{ann},{bob}");
    let one = appointment(&test, &[("title", "Visit"), ("starts", "2026-09-15T14:00"), ("people", &people)]).await;
    assert_eq!(
        (of(&one["row"]["people"], "name"), &one["row"]["company"]["name"]),
        (vec!["Ann Lee".to_owned(), "Bob Roy".to_owned()], &json!("Acme"))
    );
    let next = json!({ "values": fields(&[("title", "Send the quote"), ("due_on", "2026-09-18")]) });
    let close = json!({ "id": one["row"]["id"], "state": "done", "outcome": "They want two lines", "next": next });
    let done = test.call("appointments_close", close).await;
    assert_eq!((text(&done["row"]["state"]), text(&done["row"]["outcome"])), ("done".to_owned(), "They want two lines".to_owned()));
    assert_eq!(titles(&test, "open").await, ["Send the quote"]);
    let bad = json!({ "id": one["row"]["id"], "state": "no_show", "outcome": "", "next": { "values": fields(&[("title", " ")]) } });
    assert_eq!(refused(&test, "appointments_close", bad).await, "agenda.no_title");
    assert_eq!(test.call("appointments_get", json!({ "id": one["row"]["id"] })).await["row"]["state"], "done", "nothing of it was written");
    undo(&test).await;
    assert_eq!(titles(&test, "open").await, [""; 0]);
    assert_eq!(test.call("appointments_get", json!({ "id": one["row"]["id"] })).await["row"]["state"], "planned");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_come_and_go_and_only_that_is_in_the_history() {
    let test = TestApp::open().await;
    let (ann, _) = person(&test, "Ann Lee", "Acme").await;
    let (bob, _) = person(&test, "Bob Roy", "").await;
    let one = appointment(&test, &[("title", "Visit"), ("starts", "2026-09-15T14:00"), ("people", &ann)]).await;
    let both = update(&test, &one, &[("people", &format!("{ann},{bob}"))]).await;
    assert_eq!(of(&both["row"]["people"], "name"), ["Ann Lee", "Bob Roy"]);
    let list = test.call("history_list", json!({ "before": null, "limit": 1 })).await;
    assert_eq!(list[0]["intent"], json!({ "code": "appointments.edit", "params": { "name": "Visit", "field": "people" } }));
    test.call("people_delete", json!({ "kind": "ids", "ids": [ann] })).await;
    let now = test.call("appointments_get", json!({ "id": one["row"]["id"] })).await;
    assert_eq!(of(&now["row"]["people"], "name"), ["Bob Roy"], "who was removed is not named");
    undo(&test).await;
    undo(&test).await;
    let now = test.call("appointments_get", json!({ "id": one["row"]["id"] })).await;
    assert_eq!(of(&now["row"]["people"], "name"), ["Ann Lee"]);
    test.call("appointments_delete", json!({ "ids": [one["row"]["id"]] })).await;
    assert_eq!(range(&test, "2026-09-15", "2026-09-15").await["appointments"], json!([]));
    undo(&test).await;
    assert_eq!(of(&range(&test, "2026-09-15", "2026-09-15").await["appointments"], "title"), ["Visit"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_before_the_beginning_is_refused() {
    let test = TestApp::open().await;
    let new = |values: &[(&str, &str)]| json!({ "values": fields(values) });
    let upside_down = new(&[("title", "x"), ("starts", "2026-09-15T14:00"), ("ends", "2026-09-15T13:00")]);
    assert_eq!(refused(&test, "appointments_create", upside_down).await, "agenda.end_before_start");
    assert_eq!(refused(&test, "appointments_create", new(&[("title", "x")])).await, "agenda.no_start");
    assert_eq!(range(&test, "2026-09-15", "2026-09-15").await["appointments"], json!([]));
}
