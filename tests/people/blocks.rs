//! Blocks of cells pasted into a list: one command, one undo step, all or nothing.

use crate::support::{add, fields, find, id};
use serde_json::{Value, json};
use testkit::TestApp;

fn block(rows: &[(&Value, &[(&str, &str)])]) -> Value {
    let rows: Vec<Value> = rows.iter().map(|(person, values)| json!({ "id": id(person), "values": fields(values) })).collect();
    json!({ "of": "people", "rows": rows })
}

async fn titles(test: &TestApp) -> Vec<String> {
    let mut found = Vec::new();
    for name in ["Ann", "Bob", "Cy"] {
        found.push(find(test, name).await["row"]["title"].as_str().unwrap().to_owned());
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_is_one_step_with_the_sellers_own_fields_in_it() {
    let test = TestApp::open().await;
    let request = json!({ "of": "people", "name": "Visits", "kind": "number", "choices": [], "currency": "" });
    let visits = format!("custom:{}", test.call("fields_create", request).await["id"].as_str().unwrap());
    let ann = add(&test, &[("first_name", "Ann"), ("title", "Buyer")]).await;
    let bob = add(&test, &[("first_name", "Bob")]).await;
    let cy = add(&test, &[("first_name", "Cy")]).await;
    let rows = block(&[
        (&ann, &[("title", "Head of buying"), ("email", "ann@a.example"), (&visits, "4")]),
        (&bob, &[("title", "Director"), ("email", ""), (&visits, "")]),
        (&cy, &[("title", ""), ("company", "Acme"), (&visits, "1,5")]),
    ]);
    let done = test.call("block_paste", rows).await;
    assert_eq!(done["count"], 3);
    assert_eq!(titles(&test).await, ["Head of buying", "Director", ""]);
    let now = find(&test, "Cy").await;
    assert_eq!((now["row"]["company"].as_str(), now["row"]["custom"][0]["value"].as_str()), (Some("Acme"), Some("1.5")));
    let top = test.call("history_top", json!({})).await;
    assert_eq!(top["undo"]["id"], done["operation"]);
    assert_eq!(top["undo"]["intent"], json!({ "code": "blocks.paste", "params": { "of": "people", "count": "3" } }));

    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(titles(&test).await, ["Buyer", "", ""], "all of it is taken back at once");
    let now = find(&test, "Cy").await;
    assert_eq!((now["row"]["company"].as_str(), now["row"]["custom"].as_array().map_or(0, Vec::len)), (Some(""), 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_with_a_bad_value_changes_nothing_and_names_row_and_column() {
    let test = TestApp::open().await;
    let request = json!({ "of": "people", "name": "Since", "kind": "date", "choices": [], "currency": "" });
    let since = format!("custom:{}", test.call("fields_create", request).await["id"].as_str().unwrap());
    let ann = add(&test, &[("first_name", "Ann")]).await;
    let bob = add(&test, &[("first_name", "Bob"), ("email", "bob@a.example")]).await;
    let cy = add(&test, &[("first_name", "Cy")]).await;
    test.call("people_suppress", json!({ "ids": [id(&cy)], "note": "" })).await;
    let before = test.call("history_top", json!({})).await["undo"]["id"].clone();
    for (values, code, column) in [
        (&[("title", "Director"), ("email", "not an address")][..], "address.malformed", "email"),
        (&[("title", "Director"), ("status", "Nobody’s")], "people.bad_status", "status"),
        (&[("title", "Director"), ("status", "new")], "people.still_suppressed", "status"),
        (&[("title", "Director"), (&since, "soon")], "fields.not_a_day", &since),
        (&[("title", "Director"), ("custom:none", "x")], "fields.not_found", "custom:none"),
        (&[("first_name", ""), ("title", "Director")], "people.no_identity", ""),
    ] {
        let rows = block(&[(&ann, &[("title", "Buyer")]), (&bob, &[("title", "Seller")]), (&cy, values)]);
        let refused = test.try_call("block_paste", rows).await.unwrap_err();
        assert_eq!((refused.code.as_str(), refused.params["row"].as_str(), refused.params["column"].as_str()), (code, "3", column));
        assert_eq!(titles(&test).await, ["", "", ""], "{code}: nothing of the block is kept");
    }
    assert_eq!(test.call("history_top", json!({})).await["undo"]["id"], before, "and there is nothing to take back");

    test.call("people_delete", json!({ "kind": "ids", "ids": [id(&bob)] })).await;
    let gone = block(&[(&ann, &[("title", "Buyer")]), (&bob, &[("title", "Seller")])]);
    let refused = test.try_call("block_paste", gone).await.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.params["row"].as_str()), ("people.not_found", "2"));
    let long = vec![(&ann, &[("title", "Buyer")][..]); 201];
    assert_eq!(test.try_call("block_paste", block(&long)).await.unwrap_err().code, "blocks.too_large");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_that_says_what_is_there_already_leaves_no_step() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("title", "Buyer")]).await;
    let done = test.call("block_paste", block(&[(&ann, &[("title", "Buyer")])])).await;
    assert_eq!(done, json!({ "count": 0, "operation": null }));
}
