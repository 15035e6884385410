use serde_json::{Value, json};
use testkit::TestApp;

/// Values as the commands take them.
pub(crate) fn fields(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(field, value)| json!({ "field": field, "value": value })).collect()
}

/// Adds a company.
pub(crate) async fn add(test: &TestApp, values: &[(&str, &str)]) -> Value {
    test.call("companies_create", json!({ "values": fields(values) })).await
}

/// The refusal of a company that is not added.
pub(crate) async fn refused(test: &TestApp, values: &[(&str, &str)]) -> String {
    test.try_call("companies_create", json!({ "values": fields(values) })).await.unwrap_err().code
}

/// Types values on a company.
pub(crate) async fn edit(test: &TestApp, company: &Value, values: &[(&str, &str)]) -> Value {
    test.call("companies_update", json!({ "id": company["row"]["id"], "values": fields(values) })).await
}

/// A company as it is now.
pub(crate) async fn get(test: &TestApp, company: &Value) -> Value {
    test.call("companies_get", json!({ "id": company["row"]["id"] })).await
}

/// Adds a person of a company.
pub(crate) async fn person(test: &TestApp, name: &str, company: &str) -> Value {
    let (first, last) = name.split_once(' ').unwrap_or((name, ""));
    let values = fields(&[("first_name", first), ("last_name", last), ("company", company)]);
    test.call("people_create", json!({ "values": values })).await
}

/// Names of a list; count, ids and rows agree.
pub(crate) async fn list(test: &TestApp, query: Value) -> Vec<String> {
    let page = test.call("companies_list", json!({ "query": query, "offset": 0, "limit": 500 })).await;
    let count = test.call("companies_count", query.clone()).await;
    let ids = test.call("companies_ids", query).await;
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(count["matching"].as_u64(), Some(rows.len() as u64), "count and list agree");
    assert_eq!(ids["ids"].as_array().unwrap().len(), rows.len(), "ids and list agree");
    rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// A query.
pub(crate) fn query(text: &str, filters: Value, sort: &str, descending: bool) -> Value {
    json!({ "text": text, "filters": filters, "sort": sort, "descending": descending })
}

/// Everything, by name.
pub(crate) async fn all(test: &TestApp) -> Vec<String> {
    list(test, query("", json!([]), "name", false)).await
}

/// Takes the last operation back.
pub(crate) async fn undo(test: &TestApp) -> Value {
    test.call("history_undo", json!({ "id": null })).await
}
