use serde_json::{Value, json};
use std::path::Path;
use testkit::TestApp;

/// Adds a person and gives their id.
pub(crate) async fn person(test: &TestApp, first: &str, last: &str) -> Value {
    let values = json!([{ "field": "first_name", "value": first }, { "field": "last_name", "value": last }]);
    test.call("people_create", json!({ "values": values })).await["row"]["id"].clone()
}

/// The record.
pub(crate) fn of(kind: &str, id: &Value) -> Value {
    json!({ "kind": kind, "id": id })
}

/// Adds files to a person.
pub(crate) async fn add(test: &TestApp, person: &Value, paths: &[&Path]) -> Value {
    test.call("files_add", json!({ "of": of("person", person), "paths": paths })).await
}

/// Files of a record.
pub(crate) async fn list(test: &TestApp, kind: &str, id: &Value) -> Vec<Value> {
    test.call("files_list", json!({ "of": of(kind, id) })).await.as_array().unwrap().clone()
}

/// Names of the files of a person.
pub(crate) async fn names(test: &TestApp, person: &Value) -> Vec<String> {
    list(test, "person", person).await.iter().map(|file| file["name"].as_str().unwrap().to_owned()).collect()
}

/// Saves a file where it is told; the bytes that stand there then.
pub(crate) async fn saved(test: &TestApp, file: &Value, name: &str) -> Vec<u8> {
    let path = test.folder().join(name);
    test.call("files_save", json!({ "id": file["id"], "path": path })).await;
    std::fs::read(path).unwrap()
}

/// How many rows of a table the desk holds, as they stand in it.
pub(crate) async fn rows(test: &TestApp, table: &str) -> usize {
    let held = test.app.desk().unwrap().everything_held().await.unwrap();
    held.iter().filter(|(place, _)| *place == format!("{table}.hash")).count()
}

/// Whether these bytes stand anywhere in the desk's tables.
pub(crate) async fn holds(test: &TestApp, word: &str) -> bool {
    let desk = test.app.desk().unwrap();
    assert!(desk.search_ready(std::time::Duration::from_secs(30)).await.unwrap());
    desk.everything_held().await.unwrap().iter().any(|(_, text)| text.contains(word))
}

/// Bytes that repeat nowhere, of this length.
pub(crate) fn bytes(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..length).map(|_| next()).collect()
}
