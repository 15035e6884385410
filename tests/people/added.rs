//! What a file adds beside the fields of people who are here: it is shown in the check, written, and counted as a change.

use crate::support::{check, edit, find, import, rows, tally};
use serde_json::{Value, json};
use testkit::TestApp;

const HEADER: &str = "First name,Last name,Email,Other email,Other phone,Tags,Title\n";

async fn apply(test: &TestApp, import: &Value) -> Value {
    test.call("import_apply", json!({ "id": import["id"] })).await;
    api::work::imports(&test.app).await;
    test.call("import_get", json!({ "id": import["id"] })).await
}

async fn ruled(test: &TestApp, checked: &Value, rules: Value) -> Value {
    let columns: Vec<_> = checked["columns"].as_array().unwrap().iter().map(|column| column["field"].clone()).collect();
    let mut all = checked["rules"].clone();
    rules.as_object().unwrap().iter().for_each(|(name, value)| all[name] = value.clone());
    test.call("import_remap", json!({ "id": checked["id"], "columns": columns, "mode": "both", "rules": all })).await
}

fn added(row: &Value) -> Vec<(&str, &str)> {
    let changes = row["changes"].as_array().unwrap();
    assert!(changes.iter().all(|change| change["old"] == "" || change["field"] == "title"), "{row}");
    changes.iter().map(|change| (change["field"].as_str().unwrap(), change["new"].as_str().unwrap())).collect()
}

fn points(person: &Value) -> Vec<&str> {
    person["contacts"].as_array().unwrap().iter().map(|point| point["value"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_nothing_else_changes_of_still_gets_what_is_added() {
    let test = TestApp::open().await;
    import(&test, "one.csv", format!("{HEADER}Ann,Lee,ann@acme.example,,,Fair,Buyer\nBob,Roy,bob@acme.example,,,,\n")).await;
    let file = format!(
        "{HEADER}Ann,Lee,ann@acme.example,ann@home.example,01 23 45 67 89,fair;VIP,Buyer\nBob,Roy,bob@acme.example,BOB@acme.example,,,\n"
    );
    let checked = check(&test, "two.csv", &file, "both").await;
    assert_eq!(tally(&checked), [2, 0, 1, 1, 0, 0]);
    let row = &rows(&test, &checked, "update").await[0];
    assert_eq!(added(row), [("phone", "01 23 45 67 89"), ("tags", "VIP"), ("other_email", "ann@home.example")]);
    let done = apply(&test, &checked).await;
    assert_eq!(tally(&done), tally(&checked));
    let ann = find(&test, "Ann").await;
    assert_eq!(points(&ann), ["ann@acme.example", "ann@home.example", "01 23 45 67 89"]);
    assert_eq!(tally(&check(&test, "three.csv", &file, "both").await), [2, 0, 0, 2, 0, 0], "each is added once");
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(points(&find(&test, "Ann").await), ["ann@acme.example"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tag_and_a_list_for_everybody_reach_those_who_are_here_and_count() {
    let test = TestApp::open().await;
    let file = format!("{HEADER}Ann,Lee,ann@acme.example,,,,Buyer\nBob,Roy,bob@acme.example,,,,CFO\n");
    import(&test, "one.csv", &file).await;
    let checked = check(&test, "two.csv", &file, "both").await;
    assert_eq!(tally(&checked), [2, 0, 0, 2, 0, 0]);
    let told = ruled(&test, &checked, json!({ "tags": ["Salon"], "list": "Relances" })).await;
    assert_eq!(tally(&told), [2, 0, 2, 0, 0, 0]);
    assert_eq!(added(&rows(&test, &told, "update").await[0]), [("tags", "Salon"), ("list", "Relances")]);
    assert_eq!(tally(&apply(&test, &told).await), [2, 0, 2, 0, 0, 0]);
    let lists = test.call("lists_list", json!({})).await;
    assert_eq!((&lists[0]["name"], &lists[0]["count"]), (&json!("Relances"), &json!(2)));
    // The next file of these columns has the same rules and nothing left to add.
    assert_eq!(tally(&check(&test, "three.csv", &file, "both").await), [2, 0, 0, 2, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_may_not_be_touched_get_nothing_added_and_a_choice_loses_nothing() {
    let test = TestApp::open().await;
    import(&test, "one.csv", format!("{HEADER}Ann,Lee,ann@acme.example,,,,Buyer\n")).await;
    edit(&test, &find(&test, "Ann").await, &[("title", "Head of buying")]).await;
    let file = format!("{HEADER}Ann,Lee,ann@acme.example,ann@home.example,,VIP,CEO\n");
    let checked = check(&test, "two.csv", &file, "both").await;
    assert_eq!((tally(&checked), checked["conflicts"].as_u64()), ([1, 0, 1, 0, 0, 0], Some(1)));
    let choose = |file: bool| json!({ "id": checked["id"], "n": null, "field": null, "file": file });
    test.call("import_row_choose", choose(true)).await;
    let back = test.call("import_row_choose", choose(false)).await;
    assert_eq!(tally(&back), [1, 0, 1, 0, 0, 0], "what is added stays a change");
    let never = ruled(&test, &checked, json!({ "usual": "never" })).await;
    assert_eq!(tally(&never), [1, 0, 0, 1, 0, 0]);
    apply(&test, &never).await;
    let ann = find(&test, "Ann").await;
    assert_eq!((points(&ann), &ann["row"]["title"]), (vec!["ann@acme.example"], &json!("Head of buying")));
    assert!(test.call("tags_list", json!({})).await.as_array().unwrap().is_empty());
}
