use crate::support::{get, groups, notes, search, undo};
use serde_json::{Value, json};
use testkit::TestApp;
use uuid::Uuid;

/// People who are there twice, written in two ways, with the same profile.
async fn crowd(test: &TestApp, twice: usize) -> Vec<(Uuid, Uuid)> {
    let mut pairs = Vec::new();
    for n in 0..twice {
        let (name, link) = (format!("Martinet{n}"), format!("https://www.linkedin.com/in/solene-martinet-{n}"));
        let values = |first: &'static str| [("first_name", first), ("last_name", name.as_str()), ("linkedin_url", link.as_str())];
        let one = crate::support::person(test, &values("Solène")).await;
        let other = crate::support::brought(test, "csv", &values("Solene")).await;
        crate::support::note(test, one, "one").await;
        crate::support::note(test, other, "other").await;
        pairs.push((one, other));
    }
    pairs
}

#[tokio::test(flavor = "multi_thread")]
async fn all_exact_matches_become_one_at_once_and_undo_takes_all_of_it_back() {
    let test = TestApp::open().await;
    let pairs = crowd(&test, 12).await;
    let state = search(&test).await;
    assert_eq!((&state["exactPeople"], &state["probablePeople"]), (&json!(12), &json!(0)), "{:?}", groups(&test).await);
    let begun = test.call("duplicates_merge_exact", json!({ "kind": null })).await;
    assert_eq!((&begun["merging"]["of"], &begun["merging"]["state"]), (&json!(12), &json!("running")));
    api::work::duplicates(&test.app).await;
    let state = test.call("duplicates_state", json!({})).await;
    assert_eq!((&state["merging"], &state["exactPeople"]), (&Value::Null, &json!(0)));
    let top = test.call("history_top", json!({})).await["undo"].clone();
    assert_eq!((&top["intent"]["code"], &top["intent"]["params"]["count"]), (&json!("duplicates.merge_exact"), &json!("12")));
    for (one, other) in &pairs {
        assert_eq!(get(&test, *one).await["row"]["id"], get(&test, *other).await["row"]["id"]);
        assert_eq!(notes(&test, *one).await, ["one", "other"]);
    }
    undo(&test, &Value::Null).await;
    for (one, other) in &pairs {
        assert_eq!((notes(&test, *one).await, notes(&test, *other).await), (vec!["one".to_owned()], vec!["other".to_owned()]));
    }
    assert_eq!(groups(&test).await.len(), 12, "they are duplicates again");
    let refused = test.try_call("duplicates_merge_exact", json!({ "kind": "company" })).await.unwrap_err();
    assert_eq!(refused.code, "duplicates.none_exact");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_many_merges_is_taken_apart_alone() {
    let test = TestApp::open().await;
    let pairs = crowd(&test, 5).await;
    search(&test).await;
    test.call("duplicates_merge_exact", json!({ "kind": "person" })).await;
    api::work::duplicates(&test.app).await;
    let (one, other) = pairs[2];
    let merged = if get(&test, one).await["row"]["id"] == json!(one) { other } else { one };
    let done = crate::support::split(&test, merged).await;
    assert_eq!(done["kept"], json!([]));
    for (at, (one, other)) in pairs.iter().enumerate() {
        let apart = (notes(&test, *one).await, notes(&test, *other).await) == (vec!["one".to_owned()], vec!["other".to_owned()]);
        assert_eq!(apart, at == 2);
    }
    let whole = test.call("history_list", json!({ "before": null, "limit": 2 })).await[1]["id"].clone();
    undo(&test, &whole).await;
    for (one, other) in &pairs {
        assert_eq!((notes(&test, *one).await, notes(&test, *other).await), (vec!["one".to_owned()], vec!["other".to_owned()]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merging_that_is_stopped_keeps_what_it_has_done_as_one_step() {
    let test = TestApp::open().await;
    crowd(&test, 4).await;
    search(&test).await;
    test.call("duplicates_merge_exact", json!({ "kind": null })).await;
    test.call("duplicates_stop", json!({})).await;
    api::work::duplicates(&test.app).await;
    let state = test.call("duplicates_state", json!({})).await;
    assert_eq!((&state["merging"], &state["exactPeople"]), (&Value::Null, &json!(4)));
    test.call("duplicates_merge_exact", json!({ "kind": null })).await;
    api::work::duplicates(&test.app).await;
    assert_eq!(test.call("duplicates_state", json!({})).await["exactPeople"], 0);
}
