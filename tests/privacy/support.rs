use serde_json::{Value, json};
use testkit::TestApp;

/// Adds a person and gives their id.
pub(crate) async fn add(test: &TestApp, values: &[(&str, &str)]) -> Value {
    let person = test.call("people_create", json!({ "values": fields(values) })).await;
    person["row"]["id"].clone()
}

/// Types values on a person.
pub(crate) async fn edit(test: &TestApp, id: &Value, values: &[(&str, &str)]) {
    test.call("people_update", json!({ "id": id, "values": fields(values) })).await;
}

/// Values as the commands take them.
pub(crate) fn fields(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(field, value)| json!({ "field": field, "value": value })).collect()
}

/// Everything the desk holds, readable: each table row by row, journal segments unpacked, the search index as it lies in its file.
pub(crate) async fn everything_held(test: &TestApp) -> Vec<(String, String)> {
    let desk = test.app.desk().unwrap();
    assert!(desk.search_ready(std::time::Duration::from_secs(30)).await.unwrap());
    desk.everything_held().await.unwrap()
}
