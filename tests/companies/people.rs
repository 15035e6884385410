use crate::support::{add, all, edit, fields, get, person, undo};
use serde_json::json;
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_company_has_its_people_with_their_status_and_what_comes_next() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann Zimmer", "Acme SAS").await;
    let bob = person(&test, "Bob Adam", "ACME").await;
    person(&test, "Cem Oz", "Other").await;
    assert_eq!(ann["row"]["companyId"], bob["row"]["companyId"], "one company is one company however it is written");
    let acme = test.call("companies_get", json!({ "id": ann["row"]["companyId"] })).await;
    assert_eq!(
        (acme["row"]["name"].as_str(), acme["row"]["people"].as_u64(), acme["source"].as_str()),
        (Some("Acme SAS"), Some(2), Some("manual"))
    );
    let names: Vec<_> = acme["people"].as_array().unwrap().iter().map(|one| one["firstName"].as_str().unwrap()).collect();
    assert_eq!(names, ["Bob", "Ann"]);
    assert_eq!(acme["people"][0]["status"], "new");
    assert!(acme["next"].is_null());
    // A run plans a LinkedIn note and a follow-up for Ann; the note waits for the seller.
    test.call("people_update", json!({ "id": ann["row"]["id"], "values": fields(&[("linkedin_url", "linkedin.com/in/ann-z")]) })).await;
    let config = r#"{"actions":{"generateEmails":true,"sendEmails":false,"sendLinkedInConnections":true,"scheduleFollowups":false}}"#;
    let selection = json!({ "kind": "ids", "ids": [ann["row"]["id"]] });
    test.call("run_start", json!({ "title": "", "selection": selection, "config": config, "sendWithoutApproval": false, "recall": false }))
        .await;
    test.work().await;
    let acme = get(&test, &acme).await;
    assert_eq!((acme["next"]["name"].as_str(), acme["next"]["step"]["kind"].as_str()), (Some("Ann Zimmer"), Some("linkedin")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_timeline_of_a_company_is_that_of_its_people_newest_first() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann Lee", "Acme").await;
    let bob = person(&test, "Bob Roy", "Acme").await;
    let other = person(&test, "Cem Oz", "Other").await;
    for (n, who) in [&ann, &bob, &other, &ann].into_iter().enumerate() {
        test.clock.advance(chrono::Duration::seconds(1));
        test.call("people_note", json!({ "id": who["row"]["id"], "text": format!("note {n}") })).await;
    }
    let timeline = |before: serde_json::Value, limit: u32| {
        test.call("companies_timeline", json!({ "id": ann["row"]["companyId"], "before": before, "limit": limit }))
    };
    let told = |events: &serde_json::Value| -> Vec<String> {
        let one = |event: &serde_json::Value| format!("{}: {}", event["name"].as_str().unwrap(), event["item"]["body"].as_str().unwrap());
        events.as_array().unwrap().iter().map(one).collect()
    };
    let first = timeline(json!(null), 2).await;
    assert_eq!(told(&first), ["Ann Lee: note 3", "Bob Roy: note 1"]);
    assert_eq!(first[1]["person"], bob["row"]["id"]);
    assert_eq!(told(&timeline(first[1]["item"]["at"].clone(), 10).await), ["Ann Lee: note 0"]);
    let values = fields(&[("linkedin_url", "linkedin.com/in/dora-z"), ("company", "Acme")]);
    let dora = test.call("people_create", json!({ "values": values })).await;
    test.clock.advance(chrono::Duration::seconds(1));
    test.call("people_note", json!({ "id": dora["row"]["id"], "text": "note 4" })).await;
    assert_eq!(told(&timeline(json!(null), 1).await), ["dora-z: note 4"], "who has no name is called by the profile");
    let nowhere = json!({ "id": uuid::Uuid::nil(), "before": null, "limit": 5 });
    assert_eq!(test.try_call("companies_timeline", nowhere).await.unwrap_err().code, "companies.not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_name_of_a_company_is_that_of_all_its_people_and_is_searched() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann Lee", "Acme").await;
    let acme = test.call("companies_get", json!({ "id": ann["row"]["companyId"] })).await;
    edit(&test, &acme, &[("name", "Zenith Industrie")]).await;
    let found = test.call("people_search", json!({ "text": "zenith", "limit": 5 })).await;
    assert_eq!((found[0]["firstName"].as_str(), found[0]["company"].as_str()), (Some("Ann"), Some("Zenith Industrie")));
    // Who is added under the old name works somewhere else now.
    assert_ne!(person(&test, "Bob Roy", "Acme").await["row"]["companyId"], ann["row"]["companyId"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undone_import_takes_its_companies_along_but_for_those_edited_since() {
    let test = TestApp::open().await;
    let file = test.file("people.csv", "First name,Last name,Company,Website\nAnn,Lee,Acme,www.acme.fr\nBob,Roy,Zenith,\n");
    test.import(&file).await;
    assert_eq!(all(&test).await, ["Acme", "Zenith"]);
    let found = test.call("companies_search", json!({ "text": "acme", "limit": 5 })).await;
    let acme = test.call("companies_get", json!({ "id": found[0]["id"] })).await;
    assert_eq!((acme["source"].as_str(), acme["row"]["website"].as_str()), (Some("csv"), Some("acme.fr")));
    let import = test.call("history_top", json!({})).await["undo"]["id"].clone();
    edit(&test, &acme, &[("city", "Lyon")]).await;
    let undone = test.call("history_undo", json!({ "id": import })).await;
    assert_eq!(undone["kept"], json!([{ "table": "company", "id": acme["row"]["id"], "label": "Acme", "columns": ["city", "city_norm"] }]));
    assert_eq!(all(&test).await, ["Acme"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_removed_while_a_file_comes_in_is_made_again_for_whom_the_file_names() {
    let test = TestApp::open().await;
    add(&test, &[("name", "Acme")]).await;
    let file = test.file("people.csv", "First name,Last name,Company\nAnn,Lee,Acme\n");
    let opened = test.call("import_open", json!({ "path": file, "readAs": "auto", "mode": "both" })).await;
    test.call("companies_delete", json!({ "kind": "all" })).await;
    test.call("import_apply", json!({ "id": opened["id"] })).await;
    test.work().await;
    assert_eq!(all(&test).await, ["Acme"]);
    undo(&test).await;
    assert!(all(&test).await.is_empty());
}
