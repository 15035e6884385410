use crate::support::{add, all, edit, fields, get, person, refused, undo};
use serde_json::{Value, json};
use testkit::TestApp;

fn flaw(company: &Value, field: &str) -> Value {
    let number = company["identifiers"].as_array().unwrap().iter().find(|number| number["field"] == field).unwrap();
    number["flaw"]["code"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_typed_company_is_on_the_list_found_and_undone() {
    let test = TestApp::open().await;
    let lumen =
        add(&test, &[("name", "Ateliers Lumen SAS"), ("city", "Nantes"), ("website", "www.lumen.fr"), ("headcount", "1 200")]).await;
    assert_eq!((lumen["row"]["headcount"].as_u64(), lumen["source"].as_str()), (Some(1200), Some("manual")));
    for text in ["lumen", "nantes", "lumen.fr"] {
        let found = test.call("companies_search", json!({ "text": text, "limit": 5 })).await;
        assert_eq!(found[0]["name"], "Ateliers Lumen SAS", "{text}");
    }
    let top = test.call("history_top", json!({})).await;
    assert_eq!(top["undo"]["intent"], json!({ "code": "companies.create", "params": { "name": "Ateliers Lumen SAS" } }));
    undo(&test).await;
    assert!(all(&test).await.is_empty());
    test.call("history_redo", json!({})).await;
    assert_eq!(get(&test, &lumen).await["row"]["city"], "Nantes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_needs_a_name_and_is_not_added_twice_but_two_shops_of_one_name_are() {
    let test = TestApp::open().await;
    assert_eq!(refused(&test, &[("city", "Lyon")]).await, "companies.no_name");
    assert_eq!(refused(&test, &[("name", "Acme"), ("website", "n/a")]).await, "companies.bad_website");
    assert_eq!(refused(&test, &[("name", "Acme"), ("deleted_at", "x")]).await, "companies.unknown_field");
    assert!(all(&test).await.is_empty(), "nothing of it was written");
    add(&test, &[("name", "Acme SAS"), ("siren", "732 829 320")]).await;
    assert_eq!(refused(&test, &[("name", "ACME")]).await, "companies.already_here");
    assert_eq!(refused(&test, &[("name", "Another name"), ("siren", "732829320")]).await, "companies.already_here");
    add(&test, &[("name", "Boulangerie Martin"), ("postcode", "75011")]).await;
    add(&test, &[("name", "Boulangerie Martin"), ("postcode", "69003")]).await;
    assert_eq!(all(&test).await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_number_is_kept_and_told_and_the_right_one_is_offered() {
    let test = TestApp::open().await;
    let acme = add(&test, &[("name", "Acme"), ("siret", "732 829 320 00075"), ("vat", "FR45732829320")]).await;
    assert_eq!((acme["row"]["siret"].as_str(), acme["row"]["siren"].as_str()), (Some("73282932000075"), Some("")));
    assert_eq!((flaw(&acme, "siret"), flaw(&acme, "vat")), (json!("companies.number_key"), json!("companies.vat_key")));
    let acme = edit(&test, &acme, &[("siret", "732 829 320 00074")]).await;
    assert_eq!(acme["row"]["siren"], "732829320", "a right SIRET gives the SIREN");
    assert_eq!(acme["identifiers"][2]["offer"], "FR44732829320");
    let acme = edit(&test, &acme, &[("vat", "FR44732829320")]).await;
    assert!(acme["identifiers"].as_array().unwrap().iter().all(|number| number["flaw"].is_null() && number["offer"] == ""), "{acme}");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_values_of_an_edit_are_written_or_none_and_are_one_step() {
    let test = TestApp::open().await;
    let acme = add(&test, &[("name", "Acme"), ("city", "Lyon")]).await;
    let request = json!({ "id": acme["row"]["id"], "values": fields(&[("city", "Paris"), ("country", "Atlantis")]) });
    assert_eq!(test.try_call("companies_update", request).await.unwrap_err().code, "companies.bad_country");
    assert_eq!(get(&test, &acme).await["row"]["city"], "Lyon");
    let request = json!({ "id": acme["row"]["id"], "values": fields(&[("name", " ")]) });
    assert_eq!(test.try_call("companies_update", request).await.unwrap_err().code, "companies.no_name");
    edit(&test, &acme, &[("city", "Paris"), ("country", "France"), ("notes", "one\r\ntwo")]).await;
    let now = get(&test, &acme).await;
    assert_eq!((now["row"]["country"].as_str(), now["notes"].as_str()), (Some("FR"), Some("one\ntwo")));
    undo(&test).await;
    let now = get(&test, &acme).await;
    assert_eq!((now["row"]["city"].as_str(), now["row"]["country"].as_str(), now["notes"].as_str()), (Some("Lyon"), Some(""), Some("")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bulk_edit_of_all_that_match_is_one_step_and_leaves_what_is_one_companys_own() {
    let test = TestApp::open().await;
    for n in 0..430 {
        let city = if n % 2 == 0 { "Lyon" } else { "Paris" };
        add(&test, &[("name", &format!("Firm {n:03}")), ("city", city)]).await;
    }
    let lyon = json!([{ "field": "city", "op": "is", "value": "LYON" }]);
    let selection = json!({ "kind": "query", "query": crate::support::query("", lyon, "name", false) });
    let bulk = |values: &[(&str, &str)]| json!({ "selection": selection, "values": fields(values) });
    let changed = test.call("companies_bulk_update", bulk(&[("activity", "Verrerie"), ("country", "fr")])).await;
    assert_eq!(changed["count"], 215);
    let filter = json!([{ "field": "activity", "op": "is", "value": "verrerie" }]);
    assert_eq!(crate::support::list(&test, crate::support::query("", filter.clone(), "name", false)).await.len(), 215);
    test.call("history_undo", json!({ "id": changed["operation"] })).await;
    assert!(crate::support::list(&test, crate::support::query("", filter, "name", false)).await.is_empty());
    for (values, code) in [
        (&[("siren", "732829320")][..], "companies.not_for_several"),
        (&[("country", "Atlantis")], "companies.bad_country"),
        (&[("colour", "red")], "companies.unknown_field"),
    ] {
        assert_eq!(test.try_call("companies_bulk_update", bulk(values)).await.unwrap_err().code, code);
    }
    let nobody = json!({ "selection": { "kind": "ids", "ids": [] }, "values": fields(&[("city", "Lyon")]) });
    assert_eq!(test.try_call("companies_bulk_update", nobody).await.unwrap_err().code, "companies.none");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_block_is_one_step_and_is_refused_as_a_whole() {
    let test = TestApp::open().await;
    let (acme, zenith) = (add(&test, &[("name", "Acme")]).await, add(&test, &[("name", "Zenith")]).await);
    let block = |first: &[(&str, &str)], second: &[(&str, &str)]| {
        let row = |company: &Value, values: &[(&str, &str)]| json!({ "id": company["row"]["id"], "values": fields(values) });
        json!({ "of": "companies", "rows": [row(&acme, first), row(&zenith, second)] })
    };
    let bad = block(&[("city", "Lyon"), ("headcount", "12")], &[("city", "Paris"), ("headcount", "many")]);
    let refused = test.try_call("block_paste", bad).await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.params["row"].as_str(), refused.params["column"].as_str()),
        ("companies.bad_headcount", "2", "headcount")
    );
    assert_eq!(get(&test, &acme).await["row"]["city"], "", "the first row is not kept either");
    let done = test.call("block_paste", block(&[("city", "Lyon"), ("headcount", "12")], &[("city", "Paris")])).await;
    assert_eq!(done["count"], 2);
    assert_eq!(get(&test, &zenith).await["row"]["city"], "Paris");
    undo(&test).await;
    assert_eq!((get(&test, &acme).await["row"]["city"].as_str(), get(&test, &zenith).await["row"]["city"].as_str()), (Some(""), Some("")));
}

#[tokio::test(flavor = "multi_thread")]
async fn removed_companies_leave_their_people_and_come_back_with_them() {
    let test = TestApp::open().await;
    for n in 0..120 {
        person(&test, &format!("Ann Lee{n}"), &format!("Firm {n:03}")).await;
    }
    let removed = test.call("companies_delete", json!({ "kind": "all" })).await;
    assert_eq!(removed["count"], 120);
    assert!(all(&test).await.is_empty());
    let everybody =
        json!({ "text": "", "filters": [{ "field": "company", "op": "empty", "value": "" }], "sort": "name", "descending": false });
    assert_eq!(
        test.call("people_count", everybody.clone()).await,
        json!({ "matching": 120, "total": 120, "near": false }),
        "people stay, without a company"
    );
    test.call("history_undo", json!({ "id": removed["operation"] })).await;
    assert_eq!(all(&test).await.len(), 120);
    assert_eq!(test.call("people_count", everybody).await["matching"], 0);
    let gone = test.call("companies_delete", json!({ "kind": "all" })).await;
    assert_eq!(test.try_call("companies_delete", json!({ "kind": "all" })).await.unwrap_err().code, "companies.none");
    assert!(gone["operation"].is_string());
}
