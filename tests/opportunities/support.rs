use serde_json::{Value, json};
use testkit::TestApp;

/// Values as the commands take them.
pub(crate) fn fields(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(field, value)| json!({ "field": field, "value": value })).collect()
}

/// Adds an opportunity at the first stage.
pub(crate) async fn add(test: &TestApp, values: &[(&str, &str)]) -> Value {
    test.call("opportunities_create", json!({ "values": fields(values), "stage": null })).await
}

/// Types values on an opportunity.
pub(crate) async fn edit(test: &TestApp, one: &Value, values: &[(&str, &str)]) -> Value {
    test.call("opportunities_update", json!({ "id": one["row"]["id"], "values": fields(values) })).await
}

/// The refusal of values.
pub(crate) async fn refused(test: &TestApp, one: &Value, values: &[(&str, &str)]) -> String {
    test.try_call("opportunities_update", json!({ "id": one["row"]["id"], "values": fields(values) })).await.unwrap_err().code
}

/// An opportunity as it is now.
pub(crate) async fn get(test: &TestApp, one: &Value) -> Value {
    test.call("opportunities_get", json!({ "id": one["row"]["id"] })).await
}

/// The first pipeline.
pub(crate) async fn pipeline(test: &TestApp) -> Value {
    test.call("pipelines_list", json!({})).await["pipelines"][0].clone()
}

/// The stage called so in English.
pub(crate) async fn stage(test: &TestApp, name: &str) -> Value {
    let pipeline = pipeline(test).await;
    let stages = pipeline["stages"].as_array().unwrap();
    stages.iter().find(|stage| stage["nameEn"] == name).unwrap_or_else(|| panic!("no stage {name}"))["id"].clone()
}

/// A reason of the list, by its English name.
pub(crate) async fn reason(test: &TestApp, name: &str) -> Value {
    let list = test.call("pipelines_list", json!({})).await;
    list["reasons"].as_array().unwrap().iter().find(|reason| reason["nameEn"] == name).unwrap()["id"].clone()
}

/// Puts an opportunity on top of a stage.
pub(crate) async fn put(test: &TestApp, one: &Value, to: &str) -> Value {
    let stage = stage(test, to).await;
    test.call("opportunities_move", json!({ "id": one["row"]["id"], "stage": stage, "after": null, "closing": null })).await
}

/// The board without any filter.
pub(crate) async fn board(test: &TestApp) -> Value {
    let pipeline = pipeline(test).await["id"].clone();
    test.call("opportunities_board", json!({ "pipeline": pipeline, "text": "", "filters": [] })).await
}

/// Names of the cards of a column, from the top.
pub(crate) async fn cards(test: &TestApp, name: &str) -> Vec<String> {
    let (pipeline, stage) = (pipeline(test).await["id"].clone(), stage(test, name).await);
    let board = json!({ "pipeline": pipeline, "text": "", "filters": [] });
    let page = test.call("opportunities_cards", json!({ "board": board, "stage": stage, "offset": 0, "limit": 500 })).await;
    page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// A query.
pub(crate) fn query(text: &str, filters: Value, sort: &str, descending: bool) -> Value {
    json!({ "text": text, "filters": filters, "sort": sort, "descending": descending })
}

/// Names of a list; count, ids and rows agree.
pub(crate) async fn list(test: &TestApp, query: Value) -> Vec<String> {
    let page = test.call("opportunities_list", json!({ "query": query, "offset": 0, "limit": 500 })).await;
    let count = test.call("opportunities_count", query.clone()).await;
    let ids = test.call("opportunities_ids", query).await;
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(count["matching"].as_u64(), Some(rows.len() as u64), "count and list agree");
    assert_eq!(ids["ids"].as_array().unwrap().len(), rows.len(), "ids and list agree");
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// Names of those that match one filter.
pub(crate) async fn matching(test: &TestApp, field: &str, op: &str, value: &str) -> Vec<String> {
    list(test, query("", json!([{ "field": field, "op": op, "value": value }]), "name", false)).await
}

/// Takes the last operation back.
pub(crate) async fn undo(test: &TestApp) -> Value {
    test.call("history_undo", json!({ "id": null })).await
}
