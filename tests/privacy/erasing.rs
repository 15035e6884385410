//! Erasing somebody for good.

use crate::support::{add, edit, everything_held, fields};
use serde_json::{Value, json};
use testkit::TestApp;

const NAME: &str = "Kowalczyk";
const ADDRESS: &str = "wanda@verre-bleu.example";
const SLUG: &str = "wanda-kowalczyk-77";

/// Somebody with something in as many places of the desk as there are.
async fn wanda(test: &TestApp) -> Value {
    let csv = format!(
        "first name,last name,company,email,phone\nWanda,{NAME},Verre Bleu,{ADDRESS},06 12 34 56 78\nBob,Roe,Acme,bob@acme.example,\n"
    );
    test.import(&test.file("people.csv", csv)).await;
    let found = test.call("people_search", json!({ "text": NAME, "limit": 5 })).await;
    let id = found[0]["id"].clone();
    edit(test, &id, &[("linkedin_url", &format!("https://www.linkedin.com/in/{SLUG}/")), ("title", "Owner")]).await;
    edit(test, &id, &[("email", "w.old@verre-bleu.example")]).await;
    edit(test, &id, &[("email", ADDRESS)]).await;
    test.call("people_note", json!({ "id": id, "text": format!("Mme {NAME} likes glass") })).await;
    test.call("tags_people", json!({ "selection": { "kind": "ids", "ids": [id] }, "add": ["VIP"], "remove": [] })).await;
    let point = json!({ "owner": { "kind": "person", "id": id }, "kind": "email", "label": "", "value": "wanda@home.example", "postal": null, "first": false });
    test.call("contacts_add", point).await;
    let task = json!({ "values": fields(&[("title", &format!("Call {NAME}")), ("person_id", id.as_str().unwrap())]) });
    test.call("tasks_create", task).await;
    let values = fields(&[
        ("name", &format!("Windows for {NAME}")),
        ("person", id.as_str().unwrap()),
        ("notes", &format!("wanda {NAME} agreed by {ADDRESS}")),
    ]);
    test.call("opportunities_create", json!({ "values": values, "stage": null })).await;
    test.call("people_suppress", json!({ "ids": [id], "note": "asked on the phone" })).await;
    test.call("people_allow", json!({ "ids": [id], "note": "changed their mind" })).await;
    // Somebody who is made one with them.
    let other = add(test, &[("first_name", "Wanda"), ("last_name", NAME), ("email", "wk@verre-bleu.example")]).await;
    test.call("duplicates_merge", json!({ "kind": "person", "survivor": id, "others": [other], "choices": [] })).await;
    id
}

async fn erase(test: &TestApp, id: &Value) -> Value {
    test.call("privacy_erase", json!({ "ids": [id], "forGood": true })).await
}

async fn assert_gone(test: &TestApp) {
    let held = everything_held(test).await;
    for word in [NAME, "kowalczyk", ADDRESS, "w.old@verre-bleu", "wanda@home.example", "wk@verre-bleu", "612345678", "06 12 34 56 78", SLUG]
    {
        let found: Vec<&String> =
            held.iter().filter(|(_, text)| text.to_lowercase().contains(&word.to_lowercase())).map(|(place, _)| place).collect();
        assert!(found.is_empty(), "{word} is still in {found:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_byte_of_an_erased_person_is_left_in_any_table_segment_or_index() {
    let test = TestApp::open().await;
    let id = wanda(&test).await;
    let before = everything_held(&test).await;
    assert!(before.iter().filter(|(_, text)| text.contains(NAME)).count() > 8, "the test would prove nothing");
    assert_eq!(erase(&test, &id).await["count"], 1);
    assert_gone(&test).await;
    assert_eq!(test.try_call("people_get", json!({ "id": id })).await.unwrap_err().code, "people.not_found");
    let found = test.call("people_search", json!({ "text": NAME, "limit": 5 })).await;
    assert_eq!(found, json!([]));
    let bob = test.call("people_search", json!({ "text": "Roe", "limit": 5 })).await;
    assert_eq!(bob[0]["email"], "bob@acme.example", "nobody else lost anything");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_others_stays_without_the_name() {
    let test = TestApp::open().await;
    let id = wanda(&test).await;
    erase(&test, &id).await;
    let query = json!({ "text": "", "filters": [], "sort": "stage", "descending": false });
    let rows = test.call("opportunities_list", json!({ "query": query, "offset": 0, "limit": 5 })).await;
    assert_eq!(rows["rows"][0]["name"], "Windows for …");
    assert_eq!(rows["rows"][0]["personId"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_is_no_step_of_undo_and_older_steps_bring_nobody_back() {
    let test = TestApp::open().await;
    let id = wanda(&test).await;
    erase(&test, &id).await;
    let history = test.call("history_list", json!({ "before": null, "limit": 200 })).await;
    assert_eq!(history[0]["intent"]["code"], "privacy.erased");
    assert_eq!(history[0]["undoable"], false);
    let act = history[0]["id"].clone();
    assert_eq!(test.try_call("history_undo", json!({ "id": act })).await.unwrap_err().code, "history.not_found");
    while let Ok(undone) = test.try_call("history_undo", json!({ "id": null })).await {
        assert_ne!(undone["operation"]["id"], act);
    }
    while test.try_call("history_redo", json!({})).await.is_ok() {}
    assert_gone(&test).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_of_an_erased_person_is_refused_with_its_reason() {
    let test = TestApp::open().await;
    let id = wanda(&test).await;
    erase(&test, &id).await;
    let again =
        test.file("again.csv", format!("first name,last name,email\nWanda,{NAME},{}\nCid,Doe,cid@doe.example\n", ADDRESS.to_uppercase()));
    let opened = test.call("import_open", json!({ "path": again, "readAs": "auto", "mode": "both" })).await;
    assert_eq!((opened["created"].as_u64(), opened["rejected"].as_u64()), (Some(1), Some(1)));
    let rows = test.call("import_rows", json!({ "id": opened["id"], "plan": "reject", "offset": 0, "limit": 5 })).await;
    assert_eq!(rows[0]["reason"]["code"], "imports.erased");
    // Typed in by hand they are there, and must not be contacted.
    let back = test.call("people_create", json!({ "values": fields(&[("first_name", "Wanda"), ("email", ADDRESS)]) })).await;
    assert_eq!((back["row"]["suppressed"].as_bool(), back["suppression"]["reason"].as_str()), (Some(true), Some("erased")));
    assert_eq!(back["verdict"]["answer"], "never");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_backup_brings_nobody_back_who_was_erased_since() {
    let test = TestApp::open().await;
    let id = wanda(&test).await;
    let backup = test.call("backup_create", json!({ "path": "" })).await["path"].clone();
    erase(&test, &id).await;
    let restored = test.call("backup_restore", json!({ "path": backup, "secret": "" })).await;
    assert_eq!(restored["state"], "open");
    assert_gone(&test).await;
    assert_eq!(test.try_call("people_get", json!({ "id": id })).await.unwrap_err().code, "people.not_found");
    let bob = test.call("people_search", json!({ "text": "Roe", "limit": 5 })).await;
    assert_eq!(bob[0]["email"], "bob@acme.example");
    let csv = test.file("again.csv", format!("first name,last name,email\nWanda,{NAME},{ADDRESS}\n"));
    let opened = test.call("import_open", json!({ "path": csv, "readAs": "auto", "mode": "both" })).await;
    assert_eq!(opened["rejected"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_erased_without_the_word_that_it_is_meant_nor_together_with_a_stranger() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example")]).await;
    let refused = test.try_call("privacy_erase", json!({ "ids": [ann], "forGood": false })).await.unwrap_err();
    assert_eq!(refused.code, "privacy.not_confirmed");
    let stranger = json!("0190aaaa-0000-7000-8000-000000000001");
    let refused = test.try_call("privacy_erase", json!({ "ids": [ann, stranger], "forGood": true })).await.unwrap_err();
    assert_eq!(refused.code, "people.not_found");
    assert_eq!(test.call("people_get", json!({ "id": ann })).await["row"]["firstName"], "Ann");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_somebody_else_has_too_stays_theirs() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("email", "ann@acme.example"), ("phone", "+33140000000")]).await;
    let bob = add(&test, &[("first_name", "Bob"), ("last_name", "Roe"), ("email", "bob@acme.example"), ("phone", "+33140000000")]).await;
    erase(&test, &ann).await;
    let bob = test.call("people_get", json!({ "id": bob })).await;
    assert_eq!(
        (bob["row"]["phone"].as_str().map(|phone| phone.replace(' ', "")), bob["row"]["suppressed"].as_bool()),
        (Some("+33140000000".to_owned()), Some(false))
    );
    let csv =
        test.file("again.csv", "first name,last name,email,phone\nCid,Doe,cid@acme.example,+33140000000\nAnn,Lee,ann@acme.example,\n");
    let opened = test.call("import_open", json!({ "path": csv, "readAs": "auto", "mode": "both" })).await;
    assert_eq!((opened["created"].as_u64(), opened["rejected"].as_u64()), (Some(1), Some(1)));
}
