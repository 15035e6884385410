//! Tags and lists.

use crate::support::{add, id, list, names};
use serde_json::{Value, json};
use testkit::TestApp;

async fn crowd(test: &TestApp, names: &[&str]) -> Vec<Value> {
    let mut ids = Vec::new();
    for name in names {
        ids.push(id(&add(test, &[("first_name", name)]).await));
    }
    ids
}

async fn tag(test: &TestApp, ids: &[&Value], add: &[&str], remove: &[&str]) -> Value {
    let request = json!({ "selection": { "kind": "ids", "ids": ids }, "add": add, "remove": remove });
    test.call("tags_people", request).await
}

fn filter(field: &str, op: &str, value: &str) -> Value {
    json!([{ "field": field, "op": op, "value": value }])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_is_made_when_it_is_put_on_and_filters_find_who_has_it() {
    let test = TestApp::open().await;
    let people = crowd(&test, &["Ann", "Bob", "Cy"]).await;
    let done = tag(&test, &[&people[0], &people[1]], &["Salon Lyon"], &[]).await;
    assert_eq!(done["count"], 2);
    tag(&test, &[&people[1]], &["SALON LYON", "Urgent"], &[]).await;
    let tags = test.call("tags_list", json!({})).await;
    assert_eq!(tags.as_array().unwrap().len(), 2, "one name is one tag: {tags}");
    assert_eq!((tags[0]["name"].as_str(), tags[0]["people"].as_u64()), (Some("Salon Lyon"), Some(2)));
    assert_eq!(names(&list(&test, "", filter("tag", "is", "salon lyon")).await), ["Ann", "Bob"]);
    assert_eq!(names(&list(&test, "", filter("tag", "is_not", "Salon Lyon")).await), ["Cy"]);
    assert_eq!(names(&list(&test, "", filter("tag", "is", "urgent, salon lyon")).await), ["Ann", "Bob"]);
    assert_eq!(names(&list(&test, "", filter("tag", "empty", "")).await), ["Cy"]);
    assert_eq!(list(&test, "Bob", json!([])).await[0]["tags"][1]["name"], "Urgent");
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(names(&list(&test, "", filter("tag", "is", "salon lyon")).await).len(), 0, "undone: the tag was made with it");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tags_become_one_and_undo_parts_them_again() {
    let test = TestApp::open().await;
    let people = crowd(&test, &["Ann", "Bob", "Cy"]).await;
    tag(&test, &[&people[0], &people[1]], &["Fair"], &[]).await;
    tag(&test, &[&people[1], &people[2]], &["Exhibition"], &[]).await;
    let tags = test.call("tags_list", json!({})).await;
    let of = |name: &str| tags.as_array().unwrap().iter().find(|tag| tag["name"] == name).unwrap()["id"].clone();
    let left = test.call("tags_merge", json!({ "from": of("Exhibition"), "into": of("Fair") })).await;
    assert_eq!((left.as_array().unwrap().len(), left[0]["people"].as_u64()), (1, Some(3)));
    let taken = test.try_call("tags_merge", json!({ "from": of("Fair"), "into": of("Fair") })).await.unwrap_err();
    assert_eq!(taken.code, "tags.same_tag");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(names(&list(&test, "", filter("tag", "is", "exhibition")).await), ["Bob", "Cy"]);
    assert_eq!(names(&list(&test, "", filter("tag", "is", "fair")).await), ["Ann", "Bob"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_gets_another_name_and_a_removed_one_gives_its_name_free() {
    let test = TestApp::open().await;
    let people = crowd(&test, &["Ann"]).await;
    tag(&test, &[&people[0]], &["Fair", "Hot"], &[]).await;
    let tags = test.call("tags_list", json!({})).await;
    let refused = test.try_call("tags_set", json!({ "id": tags[0]["id"], "name": "HOT", "colour": null })).await.unwrap_err();
    assert_eq!(refused.code, "tags.name_taken");
    test.call("tags_set", json!({ "id": tags[0]["id"], "name": "Salon", "colour": "green" })).await;
    assert_eq!(list(&test, "", json!([])).await[0]["tags"][1], json!({ "id": tags[0]["id"], "name": "Salon", "colour": "green" }));
    test.call("tags_delete", json!({ "id": tags[1]["id"] })).await;
    let made = test.call("tags_create", json!({ "name": "hot", "colour": "red" })).await;
    assert_eq!((made.as_array().unwrap().len(), made[0]["people"].as_u64()), (2, Some(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_holds_who_was_put_on_it_and_a_run_can_be_made_of_it() {
    let test = TestApp::open().await;
    let people = crowd(&test, &["Ann", "Bob", "Cy"]).await;
    let fair = test.call("lists_create", json!({ "name": "Visit in March", "of": "people" })).await;
    let put = |ids: Vec<&Value>, remove: bool| json!({ "id": fair["id"], "selection": { "kind": "ids", "ids": ids }, "remove": remove });
    test.call("lists_people", put(vec![&people[2], &people[0]], false)).await;
    assert_eq!(test.call("lists_list", json!({})).await[0]["count"], 2);
    assert_eq!(names(&list(&test, "", filter("list", "is", "visit in march")).await), ["Ann", "Cy"]);
    test.call("lists_people", put(vec![&people[0]], true)).await;
    assert_eq!(names(&list(&test, "", filter("list", "is", "Visit in March")).await), ["Cy"]);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(names(&list(&test, "", filter("list", "is", "Visit in March")).await), ["Ann", "Cy"]);
    let twice = test.try_call("lists_create", json!({ "name": "VISIT in March", "of": "people" })).await.unwrap_err();
    assert_eq!(twice.code, "tags.name_taken");
    let wrong = json!({ "id": fair["id"], "selection": { "kind": "all" }, "remove": false });
    test.call("companies_create", json!({ "values": [{ "field": "name", "value": "Acme" }] })).await;
    assert_eq!(test.try_call("lists_companies", wrong).await.unwrap_err().code, "lists.not_found", "it holds people");
    test.call("lists_delete", json!({ "id": fair["id"] })).await;
    assert_eq!(list(&test, "", json!([])).await.len(), 3, "those on it stay");
}
