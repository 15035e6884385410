use crate::support::{of, person, refused, set, task, text, titles, undo};
use serde_json::json;
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn tasks_stand_by_their_time_and_those_of_the_day_before_the_hours_of_that_day() {
    // Tuesday, 15 September 2026, ten in Paris.
    let test = TestApp::open().await;
    for (title, on, time) in [
        ("later", "2026-09-30", ""),
        ("at three", "2026-09-15", "15:00"),
        ("at nine", "2026-09-15", "09:00"),
        ("today", "2026-09-15", ""),
        ("yesterday", "2026-09-14", ""),
        ("tomorrow", "2026-09-16", "00:30"),
        ("sunday", "2026-09-20", ""),
        ("some day", "", ""),
    ] {
        task(&test, &[("title", title), ("due_on", on), ("due_time", if on.is_empty() { "" } else { time })]).await;
    }
    assert_eq!(titles(&test, "open").await, ["yesterday", "today", "at nine", "at three", "tomorrow", "sunday", "later", "some day"]);
    assert_eq!(titles(&test, "overdue").await, ["yesterday", "at nine"]);
    assert_eq!(titles(&test, "today").await, ["yesterday", "today", "at nine", "at three"]);
    assert_eq!(titles(&test, "week").await, ["yesterday", "today", "at nine", "at three", "tomorrow", "sunday"]);
    let page = json!({ "filter": "open", "personId": null, "companyId": null, "opportunityId": null, "offset": 1, "limit": 2 });
    let list = test.call("tasks_list", page).await;
    assert_eq!(of(&list["rows"], "title"), ["today", "at nine"]);
    assert_eq!(of(&list["rows"], "group"), ["today", "overdue"]);
    assert_eq!((list["last"].as_bool(), &list["counts"]), (Some(false), &json!({ "overdue": 2, "today": 2, "open": 8 })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_is_done_once_taken_up_again_and_each_is_one_step() {
    let test = TestApp::open().await;
    let one = task(&test, &[("title", "Call Ann"), ("kind", "call"), ("due_on", "2026-09-15")]).await;
    let two = task(&test, &[("title", "Quote")]).await;
    let ids = json!([one["id"], two["id"]]);
    let done = test.call("tasks_done", json!({ "ids": ids, "outcome": "She agrees" })).await;
    assert_eq!(done["count"], 2);
    assert_eq!(titles(&test, "open").await, [""; 0]);
    assert_eq!(test.call("tasks_done", json!({ "ids": ids, "outcome": "" })).await["count"], 0, "they are done already");
    let shown = test.call("tasks_get", json!({ "id": one["id"] })).await;
    assert_eq!((text(&shown["outcome"]), text(&shown["group"])), ("She agrees".to_owned(), "done".to_owned()));
    test.call("tasks_reopen", json!({ "ids": [one["id"]] })).await;
    assert_eq!((titles(&test, "open").await, titles(&test, "done").await), (vec!["Call Ann".to_owned()], vec!["Quote".to_owned()]));
    undo(&test).await;
    undo(&test).await;
    assert_eq!(titles(&test, "open").await, ["Call Ann", "Quote"], "both are open again, in one step");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_off_keeps_its_hour_over_the_change_of_the_clocks() {
    let test = TestApp::open().await;
    let one = task(&test, &[("title", "Call"), ("due_on", "2026-10-24"), ("due_time", "09:00"), ("remind_at", "2026-10-24T08:45")]).await;
    assert_eq!(one["dueAt"], "2026-10-24T07:00:00Z");
    test.call("tasks_postpone", json!({ "ids": [one["id"]], "to": null, "days": 2 })).await;
    let later = test.call("tasks_get", json!({ "id": one["id"] })).await;
    assert_eq!(
        (&later["dueOn"], &later["dueAt"], &later["remindAt"]),
        (&json!("2026-10-26"), &json!("2026-10-26T08:00:00Z"), &json!("2026-10-26T07:45:00Z"))
    );
    // What is long overdue is put off from today.
    let old = task(&test, &[("title", "Old"), ("due_on", "2026-01-05")]).await;
    test.call("tasks_postpone", json!({ "ids": [old["id"]], "to": null, "days": 1 })).await;
    assert_eq!(test.call("tasks_get", json!({ "id": old["id"] })).await["dueOn"], "2026-09-16");
    undo(&test).await;
    assert_eq!(test.call("tasks_get", json!({ "id": old["id"] })).await["dueOn"], "2026-01-05");
    assert_eq!(titles(&test, "overdue").await, ["Old"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_cannot_be_taken_changes_nothing() {
    let test = TestApp::open().await;
    let new = |values: &[(&str, &str)]| json!({ "values": crate::support::fields(values) });
    for (values, code) in [
        (&[("due_on", "2026-09-15")][..], "agenda.no_title"),
        (&[("title", "x"), ("due_time", "09:00")], "agenda.time_without_day"),
        (&[("title", "x"), ("due_on", "tomorrow")], "agenda.bad_date"),
        (&[("title", "x"), ("person_id", "0198a0b0-0000-7000-8000-000000000000")], "agenda.no_such_person"),
        (&[("title", "x"), ("company_id", "0198a0b0-0000-7000-8000-000000000000")], "agenda.no_such_company"),
        (&[("title", "x"), ("colour", "red")], "agenda.unknown_field"),
        (&[("title", "x"), ("kind", "dance")], "agenda.unknown_word"),
    ] {
        assert_eq!(refused(&test, "tasks_create", new(values)).await, code, "{values:?}");
    }
    let one = task(&test, &[("due_time", "09:00"), ("title", "x"), ("due_on", "2026-09-15")]).await;
    let bad = json!({ "id": one["id"], "values": crate::support::fields(&[("title", "y"), ("due_time", "9 o'clock")]) });
    assert_eq!(refused(&test, "tasks_update", bad).await, "agenda.bad_time");
    assert_eq!(titles(&test, "open").await, ["x"]);
    assert_eq!(set(&test, &one, &[("due_on", "")]).await["group"], "no_date");
    test.call("tasks_delete", json!({ "ids": [one["id"]] })).await;
    assert_eq!(refused(&test, "tasks_get", json!({ "id": one["id"] })).await, "tasks.not_found");
    undo(&test).await;
    assert_eq!(titles(&test, "open").await, ["x"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_step_of_a_person_is_the_earliest_thing_with_a_day() {
    let test = TestApp::open().await;
    let (ann, acme) = person(&test, "Ann Lee", "Acme").await;
    task(&test, &[("title", "some day"), ("person_id", &ann)]).await;
    let next = || async { test.call("people_get", json!({ "id": ann })).await["row"]["next"].clone() };
    assert_eq!((text(&next().await["kind"]), text(&next().await["title"])), ("task".to_owned(), "some day".to_owned()));
    let call = task(&test, &[("title", "call"), ("person_id", &ann), ("due_on", "2026-09-20")]).await;
    crate::support::appointment(&test, &[("title", "visit"), ("starts", "2026-09-18T09:00"), ("people", &ann)]).await;
    assert_eq!((text(&next().await["kind"]), text(&next().await["title"])), ("appointment".to_owned(), "visit".to_owned()));
    set(&test, &call, &[("due_on", "2026-09-17")]).await;
    assert_eq!(text(&next().await["title"]), "call");
    let company = test.call("companies_get", json!({ "id": acme })).await;
    assert_eq!((text(&company["next"]["name"]), text(&company["next"]["step"]["title"])), ("Ann Lee".to_owned(), "call".to_owned()));
    // Tasks of a company are its own and those of its people.
    task(&test, &[("title", "contract"), ("company_id", &acme)]).await;
    let page = json!({ "filter": "open", "personId": null, "companyId": acme, "opportunityId": null, "offset": 0, "limit": 10 });
    let list = test.call("tasks_list", page).await;
    assert_eq!(of(&list["rows"], "title"), ["call", "some day", "contract"]);
    assert_eq!(list["rows"][0]["company"]["name"], "Acme");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_of_words_is_read_in_the_desks_zone() {
    let test = TestApp::open().await;
    let read = test.call("tasks_read", json!({ "text": "appeler Marie demain 14h" })).await;
    assert_eq!(read, json!({ "title": "appeler Marie", "kind": "call", "dueOn": "2026-09-16", "dueTime": "14:00", "priority": "normal" }));
    // Late in the evening of Paris it is tomorrow already.
    test.clock.advance(chrono::Duration::hours(14) + chrono::Duration::minutes(30));
    let read = test.call("tasks_read", json!({ "text": "call Marie tomorrow" })).await;
    assert_eq!(read["dueOn"], "2026-09-17");
}
