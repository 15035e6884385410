//! Fields the seller adds: values, filters, order, export, undo, merging.

use crate::support::{add, id, names};
use serde_json::{Value, json};
use testkit::TestApp;

async fn field(test: &TestApp, name: &str, kind: &str, choices: &[&str]) -> Value {
    let request = json!({ "of": "people", "name": name, "kind": kind, "choices": choices, "currency": "EUR" });
    test.call("fields_create", request).await["id"].clone()
}

async fn put(test: &TestApp, people: &[&Value], values: &[(&Value, &str)]) -> Value {
    let values: Vec<Value> = values.iter().map(|(field, value)| json!({ "field": field, "value": value })).collect();
    let on = json!({ "of": "people", "selection": { "kind": "ids", "ids": people } });
    test.call("fields_put", json!({ "on": on, "values": values })).await
}

async fn refused(test: &TestApp, person: &Value, field: &Value, value: &str) -> String {
    let on = json!({ "of": "people", "selection": { "kind": "ids", "ids": [person] } });
    test.try_call("fields_put", json!({ "on": on, "values": [{ "field": field, "value": value }] })).await.unwrap_err().code
}

async fn asked(test: &TestApp, field: &Value, op: &str, value: &str) -> Vec<String> {
    let filters = json!([{ "field": "custom", "custom": field, "op": op, "value": value }]);
    let query = json!({ "text": "", "filters": filters, "sort": "custom", "by": field, "descending": false });
    let rows = test.call("people_list", json!({ "query": query, "offset": 0, "limit": 50 })).await["rows"].as_array().unwrap().clone();
    assert_eq!(test.call("people_count", query).await["matching"].as_u64(), Some(rows.len() as u64));
    names(&rows)
}

#[tokio::test(flavor = "multi_thread")]
async fn values_of_every_kind_are_typed_asked_ordered_and_taken_back() {
    let test = TestApp::open().await;
    let mut people = Vec::new();
    for name in ["Ann", "Bob", "Cy"] {
        people.push(id(&add(&test, &[("first_name", name)]).await));
    }
    let (size, visits, since, budget, vip) = (
        field(&test, "Size", "choices", &["Small", "Large"]).await,
        field(&test, "Visits", "number", &[]).await,
        field(&test, "Since", "date", &[]).await,
        field(&test, "Budget", "money", &[]).await,
        field(&test, "VIP", "flag", &[]).await,
    );
    put(&test, &[&people[0]], &[(&size, "large, small"), (&visits, "9"), (&since, "15/09/2026"), (&budget, "1 200,50"), (&vip, "yes")])
        .await;
    let done = put(&test, &[&people[1]], &[(&size, "Small"), (&visits, "10.5"), (&since, "2026-01-01"), (&budget, "800")]).await;
    assert_eq!(done["count"], 1);
    let shown = test.call("people_get", json!({ "id": people[0] })).await;
    let values: Vec<&str> = shown["row"]["custom"].as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["Small\nLarge", "9", "2026-09-15", "1200.50", "yes"], "in the order of the fields");

    assert_eq!(asked(&test, &size, "is", "Small").await, ["Bob", "Ann"], "ordered by it");
    assert_eq!(asked(&test, &size, "is_not", "large").await, ["Bob", "Cy"]);
    assert_eq!(asked(&test, &size, "empty", "").await, ["Cy"]);
    assert_eq!(asked(&test, &visits, "before", "10").await, ["Ann"], "numbers compare as numbers");
    assert_eq!(asked(&test, &visits, "after", "9").await, ["Ann", "Bob"]);
    assert_eq!(asked(&test, &visits, "after", "many").await, [""; 0]);
    assert_eq!(asked(&test, &budget, "after", "1000").await, ["Ann"]);
    assert_eq!(asked(&test, &since, "before", "today").await, ["Bob"]);
    assert_eq!(asked(&test, &vip, "is", "no").await, ["Bob", "Cy"]);

    assert_eq!(refused(&test, &people[2], &visits, "a few").await, "fields.not_a_number");
    assert_eq!(refused(&test, &people[2], &size, "Huge").await, "fields.not_a_choice");
    assert_eq!(refused(&test, &people[2], &since, "soon").await, "fields.not_a_day");
    assert_eq!(refused(&test, &people[2], &json!("Shoe"), "42").await, "fields.not_found");

    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(asked(&test, &size, "not_empty", "").await, ["Ann"]);
    let gone = test.call("fields_delete", json!({ "id": size })).await;
    assert_eq!(asked(&test, &size, "is", "Small").await, [""; 0]);
    test.call("history_undo", json!({ "id": gone["operation"] })).await;
    assert_eq!(asked(&test, &size, "is", "Small").await, ["Ann"], "the field comes back with its values");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_keeps_its_people_under_another_name_and_leaves_them_when_it_goes() {
    let test = TestApp::open().await;
    let ann = id(&add(&test, &[("first_name", "Ann")]).await);
    let size = field(&test, "Size", "choice", &["Small", "Large"]).await;
    put(&test, &[&ann], &[(&size, "Large")]).await;
    let set = |part: Value| {
        let mut request = json!({ "id": size, "name": null, "choices": null, "rename": null });
        request.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        request
    };
    test.call("fields_set", set(json!({ "rename": { "from": "Large", "to": "Very large" } }))).await;
    assert_eq!(asked(&test, &size, "is", "very large").await, ["Ann"]);
    test.call("fields_set", set(json!({ "choices": ["Small", "Medium"] }))).await;
    assert_eq!(asked(&test, &size, "empty", "").await, ["Ann"]);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(asked(&test, &size, "is", "very large").await, ["Ann"]);
    assert_eq!(test.try_call("fields_set", set(json!({ "choices": [" "] }))).await.unwrap_err().code, "fields.no_choices");
    let again = json!({ "of": "people", "name": "SIZE", "kind": "text" });
    assert_eq!(test.try_call("fields_create", again).await.unwrap_err().code, "fields.name_taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn values_go_with_a_merge_and_stand_in_an_export() {
    let test = TestApp::open().await;
    let (ann, anne) =
        (id(&add(&test, &[("first_name", "Ann"), ("email", "a@b.example")]).await), id(&add(&test, &[("first_name", "Anne")]).await));
    let (size, note) = (field(&test, "Size", "choice", &["Small", "Large"]).await, field(&test, "Remark", "text", &[]).await);
    put(&test, &[&ann], &[(&size, "Small")]).await;
    put(&test, &[&anne], &[(&size, "Large"), (&note, "met in Lyon")]).await;
    let merge = json!({ "kind": "person", "survivor": ann, "others": [anne], "choices": [] });
    test.call("duplicates_merge", merge).await;
    let shown = test.call("people_get", json!({ "id": ann })).await["row"]["custom"].clone();
    let values: Vec<&str> = shown.as_array().unwrap().iter().map(|one| one["value"].as_str().unwrap()).collect();
    assert_eq!(values, ["Small", "met in Lyon"], "the survivor's own value stays, what it had not comes");
    let path = test.folder().join("people.csv");
    test.call("export_people", json!({ "selection": { "kind": "all" }, "format": "csv", "layout": "full", "path": path })).await;
    let file = std::fs::read_to_string(path).unwrap();
    assert!(file.lines().next().unwrap().contains("Size") && file.contains("met in Lyon"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_in_a_field_of_the_sellers_own_is_found_as_everything_else_is() {
    let test = TestApp::open().await;
    let ann = id(&add(&test, &[("first_name", "Ann")]).await);
    add(&test, &[("first_name", "Bob")]).await;
    let named = |name: &str| json!({ "values": [{ "field": "name", "value": name }] });
    let acme = test.call("companies_create", named("Acme")).await["row"]["id"].clone();
    let mut deal = named("Windows");
    deal["stage"] = Value::Null;
    let deal = test.call("opportunities_create", deal).await["row"]["id"].clone();
    let mut fields = Vec::new();
    for (of, whose, value) in
        [("people", &ann, "Télésiège débrayable"), ("companies", &acme, "Contrat 4711-B"), ("opportunities", &deal, "Zirkonium")]
    {
        let request = json!({ "of": of, "name": "Product", "kind": "text", "choices": [], "currency": "" });
        let field = test.call("fields_create", request).await["id"].clone();
        let on = json!({ "of": of, "selection": { "kind": "ids", "ids": [whose] } });
        test.call("fields_put", json!({ "on": on, "values": [{ "field": field, "value": value }] })).await;
        fields.push(field);
    }
    let search = async |command: &str, text: &str| {
        assert!(test.app.desk().unwrap().search_ready(std::time::Duration::from_secs(30)).await.unwrap());
        let found = test.call(command, json!({ "text": text, "limit": 5 })).await;
        found.as_array().unwrap().iter().map(|row| row["id"].clone()).collect::<Vec<_>>()
    };
    for (command, whose, texts) in [
        ("people_search", &ann, ["telesiege", "brayable", "telesigee"]),
        ("companies_search", &acme, ["4711", "contrat 4711", "contart"]),
        ("opportunities_search", &deal, ["zirko", "konium", "zirkoniun"]),
    ] {
        for text in texts {
            assert_eq!(search(command, text).await, std::slice::from_ref(whose), "{command} {text}");
        }
    }
    assert_eq!(names(&crate::support::list(&test, "débrayable", json!([])).await), ["Ann"], "the list’s own search finds it too");
    test.call("fields_delete", json!({ "id": fields[0] })).await;
    assert_eq!(search("people_search", "telesiege").await, [Value::Null; 0], "a field that is gone is searched no more");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(search("people_search", "telesiege").await, std::slice::from_ref(&ann));
    put(&test, &[&ann], &[(&fields[0], "Télécabine")]).await;
    assert_eq!((search("people_search", "telesiege").await.len(), search("people_search", "telecabine").await.len()), (0, 1));
}
