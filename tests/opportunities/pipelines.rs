use crate::support::{add, board, cards, get, pipeline, put, stage, undo};
use serde_json::{Value, json};
use testkit::TestApp;

fn names(pipeline: &Value) -> Vec<&str> {
    let stages = pipeline["stages"].as_array().unwrap().iter();
    stages.filter(|stage| stage["archived"] == json!(false)).map(|stage| stage["nameEn"].as_str().unwrap()).collect()
}

fn values(name: &str, probability: u8) -> Value {
    json!({ "nameFr": name, "nameEn": "", "colour": "accent", "probability": probability, "rottenDays": 5 })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_desk_starts_with_a_pipeline_in_both_languages() {
    let test = TestApp::open().await;
    let first = pipeline(&test).await;
    assert_eq!((first["nameFr"].as_str(), first["nameEn"].as_str()), (Some("Ventes directes"), Some("Direct sales")));
    assert_eq!(names(&first), ["Discovery", "Qualification", "Proposal", "Negotiation", "Won", "Lost"]);
    let top = test.call("history_top", json!({})).await;
    assert!(top["undo"].is_null(), "it is nothing to be undone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stage_with_opportunities_asks_where_they_go_and_undo_brings_all_of_it_back() {
    let test = TestApp::open().await;
    let [a, b] = [add(&test, &[("name", "A")]).await, add(&test, &[("name", "B")]).await];
    let (from, to) = (stage(&test, "Discovery").await, stage(&test, "Qualification").await);
    let archive = |move_to: Value| json!({ "id": from, "archived": true, "moveTo": move_to });
    let refused = test.try_call("stages_archive", archive(json!(null))).await.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.params["count"].as_str()), ("pipelines.has_opportunities", "2"));
    let bad = test.try_call("stages_archive", archive(stage(&test, "Won").await)).await.unwrap_err();
    assert_eq!(bad.code, "pipelines.bad_target");
    test.call("stages_archive", archive(to)).await;
    assert_eq!(cards(&test, "Qualification").await, ["B", "A"]);
    assert_eq!(get(&test, &a).await["history"].as_array().unwrap().len(), 2);
    assert!(!names(&pipeline(&test).await).contains(&"Discovery"));
    assert_eq!(board(&test).await["columns"].as_array().unwrap().len(), 5);
    undo(&test).await;
    assert_eq!(cards(&test, "Discovery").await, ["B", "A"]);
    let won = test.try_call("stages_archive", json!({ "id": stage(&test, "Won").await, "archived": true, "moveTo": null })).await;
    assert_eq!(won.unwrap_err().code, "pipelines.last_one");
    assert_eq!(get(&test, &b).await["row"]["stageEn"], "Discovery");
}

#[tokio::test(flavor = "multi_thread")]
async fn stages_are_added_changed_and_put_in_order_before_the_ends() {
    let test = TestApp::open().await;
    let first = pipeline(&test).await;
    let added = test.call("stages_create", json!({ "pipeline": first["id"], "values": values("Devis", 40) })).await;
    assert_eq!(names(&added["pipelines"][0]), ["Discovery", "Qualification", "Proposal", "Negotiation", "Devis", "Won", "Lost"]);
    let ids: Vec<Value> = ["Devis", "Discovery", "Qualification", "Proposal", "Negotiation"]
        .map(|name| {
            let stages = added["pipelines"][0]["stages"].as_array().unwrap();
            stages.iter().find(|stage| stage["nameEn"] == name).unwrap()["id"].clone()
        })
        .into();
    let ordered = test.call("stages_reorder", json!({ "ids": ids })).await;
    assert_eq!(names(&ordered["pipelines"][0])[..2], ["Devis", "Discovery"]);
    let one = add(&test, &[("name", "A")]).await;
    assert_eq!((one["row"]["stageFr"].as_str(), one["row"]["probability"].as_u64()), (Some("Devis"), Some(40)), "now the first stage");
    test.call("stages_update", json!({ "id": ids[0], "values": values("Quote", 60) })).await;
    assert_eq!(get(&test, &one).await["row"]["probability"], 60);
    let bad = json!({ "id": ids[0], "values": values("", 60) });
    assert_eq!(test.try_call("stages_update", bad).await.unwrap_err().code, "pipelines.no_name");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_creation_of_a_stage_is_not_undone_under_an_opportunity_that_came_to_it() {
    let test = TestApp::open().await;
    let first = pipeline(&test).await;
    test.call("stages_create", json!({ "pipeline": first["id"], "values": values("Quote", 40) })).await;
    let created = test.call("history_top", json!({})).await["undo"]["id"].clone();
    let one = add(&test, &[("name", "A")]).await;
    put(&test, &one, "Quote").await;
    test.call("history_undo", json!({ "id": created })).await;
    assert_eq!(get(&test, &one).await["row"]["stageEn"], "Quote", "a stage that is in use stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_pipeline_has_stages_of_its_own_and_ends_when_nothing_is_open_in_it() {
    let test = TestApp::open().await;
    let first = pipeline(&test).await;
    let made = test.call("pipelines_create", json!({ "nameFr": "Partenaires", "nameEn": "", "like": first["id"] })).await;
    let second = &made["pipelines"][1];
    assert_eq!((names(second).len(), second["nameEn"].as_str()), (6, Some("Partenaires")));
    let to = second["stages"][1]["id"].clone();
    let one = add(&test, &[("name", "A")]).await;
    let moved = test.call("opportunities_move", json!({ "id": one["row"]["id"], "stage": to, "after": null, "closing": null })).await;
    assert_eq!(moved["row"]["pipeline"], second["id"]);
    let archive = |id: &Value| json!({ "id": id, "archived": true });
    let refused = test.try_call("pipelines_archive", archive(&second["id"])).await.unwrap_err();
    assert_eq!(refused.code, "pipelines.has_open");
    test.call("pipelines_archive", archive(&first["id"])).await;
    test.call("opportunities_delete", json!({ "kind": "all" })).await;
    assert_eq!(test.try_call("pipelines_archive", archive(&second["id"])).await.unwrap_err().code, "pipelines.last_one");
    let next = add(&test, &[("name", "B")]).await;
    assert_eq!(next["row"]["pipeline"], second["id"], "the first one in use");
    let reasons = test.call("reasons_create", json!({ "kind": "lost", "nameFr": "Trop tôt", "nameEn": "Too early" })).await;
    assert!(reasons["reasons"].as_array().unwrap().iter().any(|reason| reason["nameEn"] == "Too early"));
}
