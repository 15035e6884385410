//! Filters with groups, and saved views.

use crate::support::{add, id, list, names};
use serde_json::{Value, json};
use testkit::TestApp;

async fn crowd(test: &TestApp) {
    for (name, title, city) in [("Ann", "Buyer", "Lyon"), ("Bob", "Seller", "Lyon"), ("Cy", "Buyer", "Paris"), ("Di", "Owner", "")] {
        add(test, &[("first_name", name), ("title", title), ("location", city)]).await;
    }
}

async fn asked(test: &TestApp, any: bool, filters: Value, groups: Value) -> Vec<String> {
    let query = json!({ "text": "", "filters": filters, "any": any, "groups": groups, "sort": "name", "descending": false });
    let rows = test.call("people_list", json!({ "query": query, "offset": 0, "limit": 50 })).await["rows"].as_array().unwrap().clone();
    let count = test.call("people_count", query).await;
    assert_eq!(count["matching"].as_u64(), Some(rows.len() as u64), "count and list agree");
    names(&rows)
}

fn is(field: &str, value: &str) -> Value {
    json!({ "field": field, "op": "is", "value": value })
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_are_joined_as_the_sentence_says_and_can_be_turned_round() {
    let test = TestApp::open().await;
    crowd(&test).await;
    let either = json!([{ "any": true, "filters": [is("location", "Lyon"), is("location", "Paris")] }]);
    assert_eq!(asked(&test, false, json!([is("title", "Buyer")]), either).await, ["Ann", "Cy"]);
    assert_eq!(asked(&test, true, json!([is("title", "Owner"), is("location", "Paris")]), json!([])).await, ["Cy", "Di"]);
    let not = json!([{ "not": true, "filters": [is("title", "Buyer"), is("location", "Lyon")] }]);
    assert_eq!(asked(&test, false, json!([]), not).await, ["Bob", "Cy", "Di"], "whose city is not known is not in Lyon either");
    let two =
        json!([{ "filters": [is("title", "Buyer"), is("location", "Paris")] }, { "filters": [is("title", "Seller")] }, { "filters": [] }]);
    assert_eq!(asked(&test, true, json!([]), two).await, ["Bob", "Cy"]);
    assert_eq!(names(&list(&test, "", json!([is("title", "Owner")])).await), ["Di"], "a query without groups is what it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_next_is_asked_by_its_day_and_days_move_with_today() {
    // Tuesday, 15 September 2026, ten in Paris.
    let test = TestApp::open().await;
    crowd(&test).await;
    for (who, due) in [("Ann", "2026-09-15"), ("Bob", "2026-09-16")] {
        let found = test.call("people_search", json!({ "text": who, "limit": 1 })).await;
        let values = json!([{ "field": "title", "value": "Call" }, { "field": "due_on", "value": due }, { "field": "person_id", "value": found[0]["id"] }]);
        test.call("tasks_create", json!({ "values": values })).await;
    }
    let next = |op: &str, value: &str| json!([{ "field": "next_step", "op": op, "value": value }]);
    assert_eq!(names(&list(&test, "", next("before", "today+1")).await), ["Ann"]);
    assert_eq!(names(&list(&test, "", next("after", "today+1")).await), ["Bob"]);
    assert_eq!(names(&list(&test, "", next("empty", "")).await), ["Cy", "Di"]);
    assert_eq!(names(&list(&test, "", next("not_empty", "")).await), ["Ann", "Bob"]);
    assert_eq!(names(&list(&test, "", json!([{ "field": "added", "op": "after", "value": "today-1" }])).await).len(), 4);
    assert_eq!(names(&list(&test, "", json!([{ "field": "added", "op": "before", "value": "today" }])).await).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_kept_changed_put_in_order_and_taken_away_and_undo_knows_each_step() {
    let test = TestApp::open().await;
    crowd(&test).await;
    let own = test.call("views_list", json!({})).await;
    assert_eq!(own[0]["builtin"], "to_contact_today");
    for view in own.as_array().unwrap() {
        let of = view["of"].as_str().unwrap();
        test.call(&format!("{of}_count"), view["content"]["query"]["query"].clone()).await;
    }
    let query = json!({ "text": "", "filters": [is("title", "Buyer")], "sort": "added", "descending": true });
    let content = json!({
        "layout": "table", "query": { "of": "people", "query": query }, "columns": [{ "name": "title", "width": 220 }], "grouping": ""
    });
    let view = test.call("views_create", json!({ "name": "Buyers", "favourite": true, "content": content })).await;
    assert_eq!((&view["of"], &view["content"]["columns"][0]["width"]), (&json!("people"), &json!(220)));
    assert_eq!(test.try_call("views_create", json!({ "name": "BUYERS", "content": content })).await.unwrap_err().code, "views.name_taken");
    test.call("views_set", json!({ "id": id(&view), "name": "All buyers", "favourite": false })).await;
    let ids: Vec<Value> = std::iter::once(id(&view)).chain(own.as_array().unwrap().iter().map(id)).collect();
    let ordered = test.call("views_order", json!({ "ids": ids })).await;
    assert_eq!((&ordered[0]["name"], &ordered[0]["favourite"]), (&json!("All buyers"), &json!(false)));
    let gone = test.call("views_delete", json!({ "id": id(&view) })).await;
    assert_eq!(test.call("views_list", json!({})).await.as_array().unwrap().len(), own.as_array().unwrap().len());
    test.call("history_undo", json!({ "id": gone["operation"] })).await;
    assert_eq!(test.call("views_list", json!({})).await[0]["name"], "All buyers");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(test.call("views_list", json!({})).await[0]["builtin"], "to_contact_today", "the order is taken back");
    assert_eq!(test.try_call("views_delete", json!({ "id": uuid::Uuid::nil() })).await.unwrap_err().code, "views.not_found");
}
