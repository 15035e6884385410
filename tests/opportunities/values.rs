use crate::support::{add, edit, fields, get, list, matching, query, refused, stage, undo};
use serde_json::{Value, json};
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_typed_opportunity_stands_at_the_first_stage_is_found_and_undone() {
    let test = TestApp::open().await;
    let audit =
        add(&test, &[("name", "Audit"), ("company", "Ateliers Lumen"), ("amount", "12 300,50 €"), ("next_step", "Call back")]).await;
    let row = &audit["row"];
    assert_eq!(
        (row["stageEn"].as_str(), row["probability"].as_u64(), row["ownProbability"].as_bool()),
        (Some("Discovery"), Some(10), Some(false))
    );
    assert_eq!(row["amount"], json!({ "minor": 1_230_050.0, "currency": "EUR" }));
    for text in ["audit", "lumen", "call", "mene"] {
        let found = test.call("opportunities_search", json!({ "text": text, "limit": 5 })).await;
        assert_eq!(found.as_array().unwrap().is_empty(), text == "mene", "{text}");
    }
    let companies = test.call("companies_search", json!({ "text": "lumen", "limit": 5 })).await;
    assert_eq!(companies[0]["id"], row["companyId"], "its company was added");
    undo(&test).await;
    assert!(list(&test, query("", json!([]), "name", false)).await.is_empty());
    assert!(test.call("companies_search", json!({ "text": "lumen", "limit": 5 })).await.as_array().unwrap().is_empty());
    test.call("history_redo", json!({})).await;
    assert_eq!(get(&test, &audit).await["history"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_that_cannot_be_is_refused_and_nothing_of_the_edit_is_written() {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit"), ("amount", "100")]).await;
    for (values, code) in [
        (&[("amount", "200"), ("close_on", "soon")][..], "opportunities.bad_day"),
        (&[("amount", "200"), ("name", " ")][..], "opportunities.no_name"),
        (&[("person", "nobody")][..], "opportunities.no_person"),
        (&[("company", "00000000-0000-7000-8000-000000000000")][..], "opportunities.no_company"),
        (&[("deleted_at", "x")][..], "opportunities.unknown_field"),
    ] {
        assert_eq!(refused(&test, &audit, values).await, code);
    }
    assert_eq!(get(&test, &audit).await, audit);
    let ended = json!({ "values": fields(&[("name", "Won at once")]), "stage": stage(&test, "Won").await });
    assert_eq!(test.try_call("opportunities_create", ended).await.unwrap_err().code, "opportunities.no_stage");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_amount_follows_the_lines_as_long_as_there_are_any() {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit"), ("amount", "100")]).await;
    let id = audit["row"]["id"].clone();
    let line = |name: &str, quantity: f64, price: f64| json!({ "name": name, "quantity": quantity, "unitPrice": price, "vatRate": 2000 });
    let lines = |lines: Value| json!({ "id": id, "lines": lines });
    let set = test.call("opportunities_lines", lines(json!([line("Day", 2500.0, 80_000.0), line("Travel", 1000.0, 12_345.0)]))).await;
    assert_eq!(set["row"]["amount"]["minor"], 212_345.0);
    assert_eq!(refused(&test, &audit, &[("amount", "5")]).await, "opportunities.amount_from_lines");
    let bad = test.try_call("opportunities_lines", lines(json!([line("", 1000.0, 1.0)]))).await.unwrap_err();
    assert_eq!((bad.code.as_str(), bad.params["line"].as_str()), ("opportunities.line_name", "1"));
    let products = test.call("opportunities_products", json!({ "text": "da", "limit": 5 })).await;
    assert_eq!((products[0]["name"].as_str(), products[0]["unitPrice"].as_f64()), (Some("Day"), Some(80_000.0)));

    test.call("opportunities_lines", lines(json!([]))).await;
    assert_eq!(edit(&test, &audit, &[("amount", "5")]).await["row"]["amount"]["minor"], 500.0);
    undo(&test).await;
    undo(&test).await;
    assert_eq!(get(&test, &audit).await["lines"].as_array().unwrap().len(), 2);
    undo(&test).await;
    assert_eq!(get(&test, &audit).await["row"]["amount"]["minor"], 10_000.0, "the amount before the lines");
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_has_their_role_and_a_person_who_goes_leaves_the_opportunity() {
    let test = TestApp::open().await;
    let person = |name: &str| json!({ "values": fields(&[("last_name", name), ("company", "Acme")]) });
    let (ann, bob) = (test.call("people_create", person("Ann")).await, test.call("people_create", person("Bob")).await);
    let id = |person: &Value| person["row"]["id"].clone();
    let audit = add(&test, &[("name", "Audit"), ("person", id(&ann).as_str().unwrap())]).await;
    assert_eq!(audit["row"]["company"], "Acme", "whoever one talks to works somewhere");
    let roles = json!([{ "person": id(&bob), "role": "decision_maker" }, { "person": id(&ann), "role": "user" }]);
    let set = test.call("opportunities_contacts", json!({ "id": audit["row"]["id"], "contacts": roles })).await;
    let who: Vec<_> = set["contacts"].as_array().unwrap().iter().map(|one| (one["name"].as_str().unwrap(), one["role"].as_str())).collect();
    assert_eq!(who, [("Ann", Some("user")), ("Bob", Some("decision_maker"))], "the main person first");
    assert_eq!(matching(&test, "person", "is", id(&bob).as_str().unwrap()).await, ["Audit"]);

    test.call("people_delete", json!({ "kind": "ids", "ids": [id(&ann)] })).await;
    let left = get(&test, &audit).await;
    assert_eq!((left["row"]["person"].as_str(), left["contacts"].as_array().unwrap().len()), (Some(""), 1));
    undo(&test).await;
    assert_eq!(get(&test, &audit).await["contacts"], set["contacts"]);
    test.call("companies_delete", json!({ "kind": "ids", "ids": [left["row"]["companyId"]] })).await;
    assert_eq!(get(&test, &audit).await["row"]["company"], "");
}

#[tokio::test(flavor = "multi_thread")]
async fn removed_opportunities_are_found_nowhere_and_come_back_whole() {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit"), ("amount", "100")]).await;
    add(&test, &[("name", "Training")]).await;
    let removed = test.call("opportunities_delete", json!({ "kind": "ids", "ids": [audit["row"]["id"]] })).await;
    assert_eq!(removed["count"], 1);
    assert_eq!(list(&test, query("", json!([]), "name", false)).await, ["Training"]);
    assert!(test.call("opportunities_search", json!({ "text": "audit", "limit": 5 })).await.as_array().unwrap().is_empty());
    let gone = test.try_call("opportunities_get", json!({ "id": audit["row"]["id"] })).await.unwrap_err();
    assert_eq!(gone.code, "opportunities.not_found");
    undo(&test).await;
    assert_eq!(get(&test, &audit).await, audit);
}
