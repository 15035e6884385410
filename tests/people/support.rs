use serde_json::{Value, json};
use testkit::TestApp;

/// Opens a file with a mode; not written yet.
pub(crate) async fn check(test: &TestApp, name: &str, content: impl AsRef<[u8]>, mode: &str) -> Value {
    let path = test.file(name, content);
    test.call("import_open", json!({ "path": path, "readAs": "auto", "mode": mode })).await
}

/// Imports a file to its end.
pub(crate) async fn import(test: &TestApp, name: &str, content: impl AsRef<[u8]>) -> Value {
    let path = test.file(name, content);
    test.import(&path).await
}

/// rows, created, updated, unchanged, skipped, rejected.
pub(crate) fn tally(import: &Value) -> [u64; 6] {
    let tally = ["rows", "created", "updated", "unchanged", "skipped", "rejected"].map(|name| import[name].as_u64().unwrap());
    assert_eq!(tally[0], tally[1..].iter().sum::<u64>(), "every row has one fate: {import}");
    tally
}

/// The whole list, by name.
pub(crate) async fn list(test: &TestApp, text: &str, filters: Value) -> Vec<Value> {
    let query = json!({ "text": text, "filters": filters, "sort": "name", "descending": false });
    let page = test.call("people_list", json!({ "query": query, "offset": 0, "limit": 500 })).await;
    let count = test.call("people_count", query.clone()).await;
    let ids = test.call("people_ids", query).await;
    let rows = page["rows"].as_array().unwrap().clone();
    assert_eq!(count["matching"].as_u64(), Some(rows.len() as u64), "count and list agree");
    assert_eq!(ids["ids"].as_array().unwrap().len(), rows.len(), "ids and list agree");
    rows
}

/// Full names of a list.
pub(crate) fn names(rows: &[Value]) -> Vec<String> {
    rows.iter()
        .map(|row| format!("{} {}", row["firstName"].as_str().unwrap(), row["lastName"].as_str().unwrap()).trim().to_owned())
        .collect()
}

/// The one person a search finds.
pub(crate) async fn find(test: &TestApp, text: &str) -> Value {
    let found = test.call("people_search", json!({ "text": text, "limit": 5 })).await;
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{text}: {found}");
    test.call("people_get", json!({ "id": found[0]["id"] })).await
}

/// Types values on a person.
pub(crate) async fn edit(test: &TestApp, person: &Value, values: &[(&str, &str)]) -> Value {
    test.call("people_update", json!({ "id": id(person), "values": fields(values) })).await
}

/// Values as the commands take them.
pub(crate) fn fields(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(field, value)| json!({ "field": field, "value": value })).collect()
}

/// Adds a person.
pub(crate) async fn add(test: &TestApp, values: &[(&str, &str)]) -> Value {
    test.call("people_create", json!({ "values": fields(values) })).await
}

/// Id of a person's detail or row.
pub(crate) fn id(person: &Value) -> Value {
    if person["row"].is_null() { person["id"].clone() } else { person["row"]["id"].clone() }
}

/// Rows of the check with one plan.
pub(crate) async fn rows(test: &TestApp, import: &Value, plan: &str) -> Vec<Value> {
    let request = json!({ "id": import["id"], "plan": plan, "offset": 0, "limit": 500 });
    test.call("import_rows", request).await.as_array().unwrap().clone()
}
