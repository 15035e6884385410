use crate::support::{edit, ended, groups, merge, person, search, undo};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use testkit::TestApp;
use uuid::Uuid;

async fn pair(test: &TestApp) -> (Uuid, Uuid) {
    let one = [("first_name", "Bob"), ("last_name", "Ashdown"), ("company", "Kestrel Facilities"), ("location", "Reading")];
    let other = [("first_name", "Robert"), ("last_name", "Ashdown"), ("company", "Kestrel Facilities Ltd"), ("location", "Reading")];
    (person(test, &one).await, person(test, &other).await)
}

const PAIR: [&str; 2] = ["Bob Ashdown", "Robert Ashdown"];

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_twice_is_found_with_its_score_and_its_reasons() {
    let test = TestApp::open().await;
    pair(&test).await;
    person(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("company", "Kestrel Facilities")]).await;
    let state = search(&test).await;
    assert_eq!((&state["probablePeople"], &state["stale"]), (&json!(1), &json!(false)));
    let page = test.call("duplicates_list", json!({ "kind": "person", "verdict": "probable", "offset": 0, "limit": 10 })).await;
    let group = &page["groups"][0];
    assert!((50..100).contains(&group["score"].as_u64().unwrap()), "{group}");
    let reasons: Vec<(&str, &str)> =
        group["reasons"].as_array().unwrap().iter().map(|why| (why["part"].as_str().unwrap(), why["likeness"].as_str().unwrap())).collect();
    assert!(reasons.contains(&("first_name", "nickname")) && reasons.contains(&("company", "same")), "{reasons:?}");
    assert_eq!(page["last"], true);
    let nothing = test.call("duplicates_list", json!({ "kind": "company", "verdict": null, "offset": 0, "limit": 10 })).await;
    assert_eq!(nothing["groups"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_removed_edited_or_merged_drops_out_and_undo_shows_them_again() {
    let test = TestApp::open().await;
    let (one, other) = pair(&test).await;
    search(&test).await;
    assert_eq!(groups(&test).await, [PAIR]);
    test.call("people_delete", json!({ "kind": "ids", "ids": [one] })).await;
    assert!(groups(&test).await.is_empty());
    undo(&test, &Value::Null).await;
    assert_eq!(groups(&test).await, [PAIR]);
    edit(&test, other, &[("first_name", "Norbert")]).await;
    assert!(groups(&test).await.is_empty(), "compared anew by the next search");
    undo(&test, &Value::Null).await;
    assert_eq!(groups(&test).await, [PAIR]);
    let twins = test.call("duplicates_of", json!({ "kind": "person", "id": one })).await;
    assert_eq!(twins["sameAs"][0]["record"]["id"], json!(other));
    merge(&test, one, &[other]).await;
    assert!(groups(&test).await.is_empty());
    assert_eq!(test.call("duplicates_of", json!({ "kind": "person", "id": one })).await["sameAs"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn not_duplicates_is_remembered_over_searches_and_merges_until_it_is_undone() {
    let test = TestApp::open().await;
    let (one, other) = pair(&test).await;
    search(&test).await;
    let told = test.call("duplicates_ignore", json!({ "kind": "person", "ids": [one, other], "only": null })).await;
    assert_eq!(told["count"], 1);
    assert!(groups(&test).await.is_empty());
    search(&test).await;
    assert!(groups(&test).await.is_empty(), "for ever");
    let third =
        person(&test, &[("first_name", "R."), ("last_name", "Ashdown"), ("company", "Kestrel Facilities"), ("location", "Reading")]).await;
    crate::support::merge_keeping(&test, third, &[one], &[("first_name", one)]).await;
    search(&test).await;
    assert!(groups(&test).await.is_empty(), "also for whoever one of them became");
    undo(&test, &Value::Null).await;
    test.call("people_delete", json!({ "kind": "ids", "ids": [third] })).await;
    undo(&test, &told["operation"]).await;
    search(&test).await;
    assert_eq!(groups(&test).await, [PAIR]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_three_is_told_apart_and_the_other_two_stay_a_group() {
    let test = TestApp::open().await;
    let (one, other) = pair(&test).await;
    let third =
        person(&test, &[("first_name", "Bobby"), ("last_name", "Ashdown"), ("company", "Kestrel Facilities"), ("location", "Reading")])
            .await;
    search(&test).await;
    assert_eq!(groups(&test).await[0].len(), 3);
    test.call("duplicates_ignore", json!({ "kind": "person", "ids": [one, other, third], "only": third })).await;
    assert_eq!(groups(&test).await, [PAIR]);
}

#[tokio::test(flavor = "multi_thread")]
async fn invented_people_are_never_found_with_real_ones() {
    let test = TestApp::open().await;
    test.call("sample_add", json!({})).await;
    let people = test
        .call(
            "people_list",
            json!({ "query": { "text": "", "filters": [], "sort": "name", "descending": false }, "offset": 0, "limit": 20 }),
        )
        .await;
    let row = people["rows"].as_array().unwrap().iter().find(|row| row["sample"] == true).unwrap().clone();
    let text = |name: &str| row[name].as_str().unwrap().to_owned();
    person(&test, &[("first_name", &text("firstName")), ("last_name", &text("lastName")), ("company", &text("company"))]).await;
    search(&test).await;
    let name = format!("{} {}", text("firstName"), text("lastName"));
    assert!(groups(&test).await.iter().all(|group| group.iter().filter(|one| **one == name).count() < 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_is_stopped_at_once_and_leaves_what_was_found_before() {
    let test = TestApp::open().await;
    pair(&test).await;
    search(&test).await;
    let rows: String = (0..6_000).map(|n| format!("First{n},Last{n},p{n}@firm{n}.example,Firm {}\n", n % 700)).collect();
    let file = test.file("people.csv", format!("First Name,Last Name,Email,Company\n{rows}"));
    test.import(&file).await;
    let state = test.call("duplicates_search", json!({})).await;
    assert_eq!((&state["search"]["state"], &state["stale"]), (&json!("running"), &json!(true)));
    let asked = Instant::now();
    let state = test.call("duplicates_stop", json!({})).await;
    assert!(asked.elapsed() < Duration::from_millis(200), "{:?}", asked.elapsed());
    assert_eq!(state["search"], Value::Null);
    assert!(groups(&test).await.contains(&PAIR.map(str::to_owned).to_vec()));
    // Another one may begin while the first is ending.
    test.call("duplicates_search", json!({})).await;
    assert_eq!(ended(&test).await["stale"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_comes_by_itself_after_an_import_and_not_without_need() {
    let test = TestApp::open().await;
    app::duplicates::search_if_due(&test.app).await.unwrap();
    assert_eq!(ended(&test).await["searchedAt"], Value::Null, "an empty desk");
    pair(&test).await;
    app::duplicates::search_if_due(&test.app).await.unwrap();
    let first = ended(&test).await["searchedAt"].clone();
    assert_ne!(first, Value::Null);
    test.clock.advance(chrono::TimeDelta::hours(1));
    app::duplicates::search_if_due(&test.app).await.unwrap();
    assert_eq!(ended(&test).await["searchedAt"], first, "nothing came since");
    let file = test.file("people.csv", "First Name,Last Name,Email\nAnn,Lee,ann@acme.example\n");
    test.import(&file).await;
    app::duplicates::search_if_due(&test.app).await.unwrap();
    assert_ne!(ended(&test).await["searchedAt"], first);
}
