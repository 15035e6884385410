use serde_json::{Value, json};
use testkit::TestApp;

/// Values as the commands take them.
pub(crate) fn fields(values: &[(&str, &str)]) -> Value {
    values.iter().map(|(field, value)| json!({ "field": field, "value": value })).collect()
}

/// Notes a task.
pub(crate) async fn task(test: &TestApp, values: &[(&str, &str)]) -> Value {
    test.call("tasks_create", json!({ "values": fields(values) })).await
}

/// Types values on a task.
pub(crate) async fn set(test: &TestApp, task: &Value, values: &[(&str, &str)]) -> Value {
    test.call("tasks_update", json!({ "id": task["id"], "values": fields(values) })).await
}

/// Notes an appointment.
pub(crate) async fn appointment(test: &TestApp, values: &[(&str, &str)]) -> Value {
    test.call("appointments_create", json!({ "values": fields(values) })).await
}

/// The refusal of a command.
pub(crate) async fn refused(test: &TestApp, command: &str, request: Value) -> String {
    test.try_call(command, request).await.unwrap_err().code
}

/// Adds a person of a company; gives their ids.
pub(crate) async fn person(test: &TestApp, name: &str, company: &str) -> (String, String) {
    let (first, last) = name.split_once(' ').unwrap_or((name, ""));
    let values = fields(&[("first_name", first), ("last_name", last), ("company", company)]);
    let row = test.call("people_create", json!({ "values": values })).await["row"].clone();
    (text(&row["id"]), text(&row["companyId"]))
}

/// Titles of a list.
pub(crate) async fn titles(test: &TestApp, filter: &str) -> Vec<String> {
    let page = json!({ "filter": filter, "personId": null, "companyId": null, "opportunityId": null, "offset": 0, "limit": 100 });
    of(&test.call("tasks_list", page).await["rows"], "title")
}

/// A text of each of these.
pub(crate) fn of(list: &Value, name: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| text(&one[name])).collect()
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Takes the last operation back.
pub(crate) async fn undo(test: &TestApp) {
    test.call("history_undo", json!({ "id": null })).await;
}
