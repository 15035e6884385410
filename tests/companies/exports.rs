use crate::support::{add, person};
use serde_json::{Value, json};
use testkit::TestApp;

async fn export(test: &TestApp, locale: &str, format: &str) -> (String, Value) {
    test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
    let path = test.folder().join(format!("companies.{format}"));
    let done = test.call("export_companies", json!({ "selection": { "kind": "all" }, "format": format, "path": path })).await;
    (std::fs::read_to_string(path).unwrap_or_default(), done)
}

/// Two companies: one with everything, and one of which only a name is known that a spreadsheet would run.
async fn desk() -> TestApp {
    let test = TestApp::open().await;
    let lumen =
        add(&test, &[("name", "Ateliers Lumen"), ("city", "Lyon"), ("headcount", "40"), ("notes", "First line\nsecond; line")]).await;
    add(&test, &[("name", "=HYPERLINK(\"x\")")]).await;
    person(&test, "Ann Lee", "Ateliers Lumen").await;
    let on = json!({ "of": "companies", "selection": { "kind": "ids", "ids": [lumen["row"]["id"]] } });
    let size = json!({ "of": "companies", "name": "Surface", "kind": "number", "choices": [], "currency": "" });
    let field = test.call("fields_create", size).await["id"].clone();
    test.call("fields_put", json!({ "on": on, "values": [{ "field": field, "value": "38.5" }] })).await;
    let owner = json!({ "kind": "company", "id": lumen["row"]["id"] });
    let point = json!({ "owner": owner, "kind": "email", "label": "", "value": "hello@lumen.example", "postal": null, "first": false });
    test.call("contacts_add", point).await;
    test
}

#[tokio::test(flavor = "multi_thread")]
async fn companies_are_written_with_all_that_is_known_of_them_in_the_language_of_the_desk() {
    let test = desk().await;
    let (text, done) = export(&test, "en", "csv").await;
    assert_eq!(done["rows"], 2);
    let head = text.lines().next().unwrap().trim_start_matches('\u{feff}');
    assert!(head.starts_with("ID,Name,Website,") && head.ends_with(",Last contact (UTC),Added,Surface"), "{head}");
    assert!(
        text.contains("Ateliers Lumen") && text.contains("\"First line\nsecond; line\"") && text.contains("hello@lumen.example"),
        "{text}"
    );
    assert!(text.lines().any(|line| line.ends_with(",38.5")) && text.contains("'=HYPERLINK"), "{text}");

    let (text, _) = export(&test, "fr", "csv").await;
    let head = text.lines().next().unwrap();
    assert!(head.contains("ID;Nom;Site") && head.contains("Code postal;"), "{head}");
    assert!(text.lines().any(|line| line.ends_with(";38,5")), "{text}");
    let (_, done) = export(&test, "fr", "xlsx").await;
    assert!(done["bytes"].as_f64().unwrap() > 1_000.0 && done["rows"] == 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_of_json_is_a_whole_company() {
    let test = desk().await;
    let (text, _) = export(&test, "en", "json").await;
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let lumen = lines.iter().find(|line| line["name"] == "Ateliers Lumen").unwrap();
    assert_eq!((&lumen["custom"], &lumen["people"], &lumen["headcount"]), (&json!({ "Surface": "38.5" }), &json!(1), &json!(40)));
    assert_eq!(lumen["contacts"][0]["value"], "hello@lumen.example");
    assert_eq!(lumen["notes"], "First line\nsecond; line");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_nothing_or_where_nothing_can_be_written_is_refused() {
    let test = desk().await;
    let path = test.folder().join("none.csv");
    let none = json!({ "selection": { "kind": "ids", "ids": [] }, "format": "csv", "path": path });
    assert_eq!(test.try_call("export_companies", none).await.unwrap_err().code, "companies.none");
    assert!(!path.exists());
    let nowhere = json!({ "selection": { "kind": "all" }, "format": "csv", "path": test.folder().join("no/folder/c.csv") });
    assert_eq!(test.try_call("export_companies", nowhere).await.unwrap_err().code, "exports.unwritable_file");
}
