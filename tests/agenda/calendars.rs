//! Calendar files: written, looked into, taken, kept up to date.

use crate::support::{appointment, fields, of, person, refused, text, undo};
use serde_json::{Value, json};
use std::path::PathBuf;
use testkit::TestApp;

async fn export(test: &TestApp, name: &str, more: Value) -> PathBuf {
    let path = test.folder().join(name);
    let mut request = json!({ "ids": [], "from": null, "to": null, "titlesOnly": false, "path": path });
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    test.call("calendar_export", request).await;
    path
}

async fn check(test: &TestApp, path: &PathBuf) -> Value {
    test.call("calendar_check", json!({ "path": path, "hash": "" })).await
}

/// New, changed, unchanged, cancelled, refused.
fn counts(check: &Value) -> Vec<u64> {
    check["counts"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).collect()
}

async fn take(test: &TestApp, path: &PathBuf) -> u64 {
    test.call("calendar_import", json!({ "path": path, "hash": "" })).await["count"].as_u64().unwrap()
}

async fn year(test: &TestApp) -> Vec<Value> {
    let range = test.call("agenda_range", json!({ "from": "2026-01-01", "to": "2026-12-31" })).await;
    range["appointments"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn appointments_go_out_and_come_into_another_desk_as_they_are() {
    let test = TestApp::open().await;
    let (ann, _) = person(&test, "Ann Lee", "Acme").await;
    test.call("people_update", json!({ "id": ann, "values": fields(&[("email", "ann@acme.example")]) })).await;
    appointment(
        &test,
        &[
            ("title", "Démo; « suite »"),
            ("starts", "2026-10-25T01:30"),
            ("ends", "2026-10-25T04:30"),
            ("place", "12 rue Kléber, Nantes"),
            ("video_link", "https://meet.example/x?a=b"),
            ("notes", "un\ndeux, trois"),
            ("people", &ann),
            ("remind_minutes", "15"),
        ],
    )
    .await;
    appointment(&test, &[("title", "fair"), ("starts", "2026-09-14"), ("ends", "2026-09-16")]).await;
    appointment(&test, &[("title", "New York"), ("starts", "2026-11-02T09:00"), ("time_zone", "America/New_York")]).await;
    let path = export(&test, "all.ics", json!({})).await;
    assert_eq!(counts(&check(&test, &path).await), [0, 0, 3, 0, 0], "nothing new to the desk it came from");
    let other = TestApp::open().await;
    let (_, _) = person(&other, "Somebody Else", "").await;
    let (there, _) = person(&other, "Ann Lee", "Acme").await;
    other.call("people_update", json!({ "id": there, "values": fields(&[("email", "Ann@acme.example")]) })).await;
    let looked = check(&other, &path).await;
    assert_eq!(counts(&looked), [3, 0, 0, 0, 0]);
    assert_eq!(take(&other, &path).await, 3);
    let (before, after) = (year(&test).await, year(&other).await);
    assert_eq!(before.len(), after.len());
    for (one, two) in before.iter().zip(&after) {
        for field in
            ["title", "startsAt", "endsAt", "timeZone", "allDay", "startsOn", "endsOn", "place", "videoLink", "notes", "remindMinutes"]
        {
            assert_eq!(one[field], two[field], "{field}");
        }
        assert_eq!(of(&one["people"], "name"), of(&two["people"], "name"), "met again by their address");
    }
    assert_eq!(counts(&check(&other, &path).await), [0, 0, 3, 0, 0]);
    undo(&other).await;
    assert!(year(&other).await.is_empty(), "taken back in one step");
}

#[tokio::test(flavor = "multi_thread")]
async fn titles_alone_say_nothing_more() {
    let test = TestApp::open().await;
    let (ann, _) = person(&test, "Ann Secret", "Acme").await;
    appointment(
        &test,
        &[("title", "Visit"), ("starts", "2026-09-15T14:00"), ("place", "Secret street"), ("notes", "Secret price"), ("people", &ann)],
    )
    .await;
    let path = export(&test, "titles.ics", json!({ "titlesOnly": true, "from": "2026-09-15", "to": "2026-09-15" })).await;
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.contains("SUMMARY:Visit") && !written.contains("Secret"), "{written}");
    assert_eq!(counts(&check(&test, &path).await), [0, 0, 1, 0, 0], "what a file leaves out says nothing");
    let far = json!({ "ids": [], "from": "2027-01-01", "to": null, "titlesOnly": true, "path": path });
    assert_eq!(refused(&test, "calendar_export", far).await, "calendar.nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_comes_again_changes_what_it_changes_and_no_more() {
    let test = TestApp::open().await;
    let file = |body: &str| format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n");
    let event = |uid: &str, title: &str, hour: u32, more: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\nDTSTART:20260916T{hour:02}0000Z\r\nDTEND:20260916T{hour:02}3000Z\r\n{more}END:VEVENT\r\n"
        )
    };
    let path = test.file("c.ics", file(&(event("a", "one", 8, "") + &event("b", "two", 9, "") + &event("c", "gone", 10, ""))));
    assert_eq!(take(&test, &path).await, 3);
    let gone = year(&test).await.into_iter().find(|one| one["title"] == "gone").unwrap();
    test.call("appointments_delete", json!({ "ids": [gone["id"]] })).await;
    let again = event("a", "one", 11, "SEQUENCE:1\r\n")
        + &event("b", "two", 9, "STATUS:CANCELLED\r\n")
        + &event("c", "gone", 12, "")
        + "BEGIN:VEVENT\r\nSUMMARY:bad\r\nDTSTART;TZID=Mars:20260916T080000\r\nEND:VEVENT\r\n";
    let path = test.file("c.ics", file(&again));
    let looked = check(&test, &path).await;
    assert_eq!(counts(&looked), [0, 1, 1, 1, 1]);
    let rows: Vec<(String, String)> = looked["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(&row["plan"]), row["why"].as_array().unwrap().iter().map(text).collect::<Vec<_>>().join(",")))
        .collect();
    assert_eq!(
        rows,
        [("refused", "bad_zone"), ("changed", "time"), ("cancelled", ""), ("unchanged", "removed")]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    assert_eq!(take(&test, &path).await, 2);
    let now: Vec<(String, String, String)> =
        year(&test).await.iter().map(|one| (text(&one["title"]), text(&one["startsAt"]), text(&one["state"]))).collect();
    assert_eq!(
        now,
        [("two", "2026-09-16T09:00:00Z", "cancelled"), ("one", "2026-09-16T11:00:00Z", "planned")].map(|(a, b, c)| (
            a.to_owned(),
            b.to_owned(),
            c.to_owned()
        ))
    );
    let one = year(&test).await[1].clone();
    test.call("appointments_update", json!({ "id": one["id"], "values": fields(&[("starts", "2026-09-17T10:00")]) })).await;
    assert_eq!(counts(&check(&test, &path).await)[1], 0, "moved here since: the file is older");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_calendar_or_another_one_than_looked_into_is_refused() {
    let test = TestApp::open().await;
    let path = test.file("c.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260916T080000Z\nEND:VEVENT\nEND:VCALENDAR\n");
    let hash = check(&test, &path).await["hash"].clone();
    std::fs::write(&path, "BEGIN:VCALENDAR\nEND:VCALENDAR\n").unwrap();
    assert_eq!(refused(&test, "calendar_import", json!({ "path": path, "hash": hash })).await, "calendar.changed");
    for (content, code) in [("hello", "calendar.no_calendar"), ("BEGIN:VCALENDAR\nBEGIN:VEVENT", "calendar.damaged")] {
        let path = test.file("bad.ics", content);
        assert_eq!(refused(&test, "calendar_check", json!({ "path": path, "hash": "" })).await, code);
    }
    let missing = json!({ "path": test.folder().join("none.ics"), "hash": "" });
    assert_eq!(refused(&test, "calendar_check", missing).await, "calendar.unreadable");
    assert!(year(&test).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_feed_follows_the_calendar_and_says_titles_alone_until_told_otherwise() {
    let test = TestApp::open().await;
    let path = test.folder().join("feed.ics");
    appointment(&test, &[("title", "Visit"), ("starts", "2026-09-15T14:00"), ("place", "Lyon")]).await;
    test.work().await;
    assert!(!path.exists(), "nobody asked for one");
    test.call("setting_set", json!({ "key": "agenda.feed_path", "value": path })).await;
    test.work().await;
    let feed = || std::fs::read_to_string(&path).unwrap();
    assert!(feed().contains("SUMMARY:Visit") && !feed().contains("Lyon"));
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    test.work().await;
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), before, "nothing changed, nothing is written");
    test.call("setting_set", json!({ "key": "agenda.feed_content", "value": "everything" })).await;
    test.work().await;
    assert!(feed().contains("LOCATION:Lyon"));
    let one = appointment(&test, &[("title", "Second"), ("starts", "2026-09-18T14:00")]).await;
    test.work().await;
    assert!(feed().contains("SUMMARY:Second"));
    test.call("appointments_delete", json!({ "ids": [one["row"]["id"]] })).await;
    std::fs::remove_file(&path).unwrap();
    test.work().await;
    assert!(!feed().contains("SUMMARY:Second") && feed().contains("SUMMARY:Visit"), "made anew where it was taken away");
}
