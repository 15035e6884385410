//! What changed, field by field.

use crate::support::{add, edit, fields};
use chrono::Duration;
use serde_json::{Value, json};
use testkit::TestApp;

fn ask(narrowed: Value) -> Value {
    let mut ask = json!({ "operation": null, "record": null, "kinds": [], "actor": null, "field": null, "from": null, "to": null });
    for (key, value) in narrowed.as_object().unwrap() {
        ask[key] = value.clone();
    }
    ask
}

/// Every change that is asked for, read in pages of two.
async fn changes(test: &TestApp, narrowed: Value) -> Vec<Value> {
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = test.call("history_changes", json!({ "ask": ask(narrowed.clone()), "after": after, "limit": 2 })).await;
        all.extend(page["rows"].as_array().unwrap().clone());
        after = page["next"].clone();
        if after.is_null() {
            return all;
        }
    }
}

fn of(id: &Value) -> Value {
    json!({ "record": { "kind": "person", "id": id } })
}

/// `field: old → new` of each field of a change.
fn told(change: &Value) -> Vec<String> {
    let one = |field: &Value| {
        format!("{}: {} → {}", field["field"].as_str().unwrap(), field["old"].as_str().unwrap(), field["new"].as_str().unwrap())
    };
    change["fields"].as_array().unwrap().iter().map(one).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_history_tells_each_value_before_and_after_with_names_for_ids() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("company", "Acme"), ("email", "ann@acme.example")]).await;
    add(&test, &[("first_name", "Bob"), ("company", "Acme")]).await;
    edit(&test, &ann, &[("company", "Borealis"), ("status", "interested")]).await;
    test.call("tags_people", json!({ "selection": { "kind": "ids", "ids": [ann] }, "add": ["VIP"], "remove": [] })).await;
    test.call("people_note", json!({ "id": ann, "text": "met at the lift" })).await;
    let all = changes(&test, of(&ann)).await;
    let lines: Vec<String> = all.iter().flat_map(told).collect();
    assert!(lines.contains(&"company_id: Acme → Borealis".to_owned()), "{lines:?}");
    assert!(lines.contains(&"status: New → Interested".to_owned()), "{lines:?}");
    assert!(lines.contains(&"tag_id:  → VIP".to_owned()), "{lines:?}");
    assert!(lines.contains(&"data:  → met at the lift".to_owned()), "{lines:?}");
    assert!(lines.contains(&"email:  → ann@acme.example".to_owned()), "{lines:?}");
    assert!(!lines.iter().any(|line| line.contains("Bob") || line.contains("_norm")), "{lines:?}");
    assert!(all.iter().all(|change| change["actor"] == "seller" && change["label"] == "Ann"), "{all:?}");
    assert_eq!(all.last().unwrap()["change"], "added");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_of_everything_is_narrowed_by_kind_actor_field_and_day() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("company", "Acme")]).await;
    test.import(&test.file("more.csv", "first name,last name,email\nCid,Roe,cid@roe.example\n")).await;
    test.clock.advance(Duration::days(3));
    edit(&test, &ann, &[("title", "CEO")]).await;
    let labels = |rows: &[Value]| rows.iter().map(|row| row["label"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(labels(&changes(&test, json!({ "kinds": ["company"] })).await), ["Acme"]);
    assert_eq!(labels(&changes(&test, json!({ "actor": "import", "kinds": ["person"] })).await), ["Cid Roe"]);
    let titles = changes(&test, json!({ "field": "title" })).await;
    assert_eq!((titles.len(), told(&titles[0])), (1, vec!["title:  → CEO".to_owned()]));
    assert_eq!(changes(&test, json!({ "from": "2026-09-17", "kinds": ["person"] })).await.len(), 1);
    assert_eq!(labels(&changes(&test, json!({ "to": "2026-09-15", "kinds": ["person"] })).await), ["Cid Roe", "Ann"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_act_shows_what_it_did_and_an_undo_shows_it_backwards() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example")]).await;
    edit(&test, &ann, &[("email", "ann@new.example")]).await;
    let act = test.call("history_top", json!({})).await["undo"]["id"].clone();
    let done = changes(&test, json!({ "operation": act })).await;
    assert_eq!(done.iter().flat_map(told).collect::<Vec<_>>(), ["email: ann@acme.example → ann@new.example"]);
    test.call("history_undo", json!({ "id": act })).await;
    let back = changes(&test, of(&ann)).await;
    assert_eq!(told(&back[0]), ["email: ann@new.example → ann@acme.example"]);
    test.call("people_delete", json!({ "kind": "ids", "ids": [ann] })).await;
    assert_eq!(changes(&test, of(&ann)).await[0]["change"], "removed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_changed_row_is_called_is_told_beside_its_change_and_not_as_one() {
    let test = TestApp::open().await;
    let set = async |value: &str| test.call("setting_set", json!({ "key": "window.theme", "value": value })).await;
    set("dark").await;
    set("light").await;
    let settings = changes(&test, json!({ "kinds": ["setting"] })).await;
    assert_eq!(told(&settings[0]), ["value: dark → light"]);
    assert_eq!(settings[0]["label"], "window.theme");
    let ann = add(&test, &[("first_name", "Ann")]).await;
    let field = test.call("fields_create", json!({ "of": "people", "name": "Fleet", "kind": "number" })).await;
    for value in ["12", "14"] {
        let on = json!({ "of": "people", "selection": { "kind": "ids", "ids": [ann] } });
        test.call("fields_put", json!({ "on": on, "values": [{ "field": field["id"], "value": value }] })).await;
    }
    let all = changes(&test, of(&ann)).await;
    assert_eq!(told(&all[0]), ["field_id:  → Fleet", "value: 12 → 14"]);
    assert_eq!(all[0]["label"], "Ann");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opportunitys_history_names_its_stages() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("company", "Acme")]).await;
    let request = json!({ "values": fields(&[("name", "Roof"), ("person", ann.as_str().unwrap())]), "stage": null });
    let made = test.try_call("opportunities_create", request).await;
    let Ok(roof) = made else { panic!("{made:?}") };
    let pipelines = test.call("pipelines_list", json!({})).await;
    let second = pipelines["pipelines"][0]["stages"][1].clone();
    test.call("opportunities_move", json!({ "id": roof["row"]["id"], "stage": second["id"], "after": null, "closing": null })).await;
    let moved = changes(&test, json!({ "record": { "kind": "opportunity", "id": roof["row"]["id"] }, "field": "stage_id" })).await;
    let stage = moved[0]["fields"].as_array().unwrap().iter().find(|field| field["field"] == "stage_id").unwrap().clone();
    assert_eq!((stage["form"].as_str(), &stage["new"]), (Some("name"), &second["nameEn"]), "{moved:?}");
    let of_ann = changes(&test, of(&ann)).await;
    assert!(of_ann.iter().any(|change| change["label"] == "Roof" && told(change) == ["person_id:  → Ann"]), "{of_ann:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_is_written_to_a_file_line_by_line_in_words() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("status", "interested")]).await;
    let (csv, json_lines) = (test.folder().join("history.csv"), test.folder().join("history.json"));
    let done = test.call("history_export", json!({ "ask": ask(of(&ann)), "format": "csv", "path": csv })).await;
    let text = std::fs::read_to_string(&csv).unwrap();
    assert_eq!(done["rows"].as_u64(), Some(text.lines().count() as u64 - 1));
    assert!(text.contains("first name,,Ann") && text.contains("status,,Interested"), "{text}");
    test.call("history_export", json!({ "ask": ask(of(&ann)), "format": "json", "path": json_lines })).await;
    let lines: Vec<Value> = std::fs::read_to_string(&json_lines).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["label"], "Ann");
    let nowhere = test.try_call("history_export", json!({ "ask": ask(json!({})), "format": "csv", "path": "/nowhere/at/all.csv" })).await;
    assert_eq!(nowhere.unwrap_err().code, "exports.unwritable_file");
}
