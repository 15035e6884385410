//! How a file is read where it does not say itself: whose export it is, which sheet, columns without names.

use crate::support::{check, find, rows, tally};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use testkit::TestApp;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/imports").join(name)
}

fn open(path: &Path, reading: Value) -> Value {
    json!({ "path": path, "readAs": "auto", "mode": "both", "reading": reading })
}

fn reread(import: &Value, reading: Value) -> Value {
    json!({ "id": import["id"], "reading": reading, "fresh": false })
}

fn fields(import: &Value) -> Vec<&str> {
    import["columns"].as_array().unwrap().iter().map(|column| column["field"].as_str().unwrap_or("")).collect()
}

async fn apply(test: &TestApp, import: &Value) {
    test.call("import_apply", json!({ "id": import["id"] })).await;
    api::work::imports(&test.app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_product_is_recognised_and_named() {
    let test = TestApp::open().await;
    for (file, preset) in [
        ("apollo.csv", "apollo"),
        ("hubspot.csv", "hubspot"),
        ("salesforce.csv", "salesforce"),
        ("pipedrive.csv", "pipedrive"),
        ("google.csv", "google_contacts"),
        ("google-old.csv", "google_contacts"),
        ("outlook.csv", "outlook"),
        ("outlook-fr.csv", "outlook"),
        ("lemlist.csv", "lemlist"),
        ("Connections.csv", "linkedin"),
        ("prospects-fr.csv", "sheet"),
    ] {
        assert_eq!(test.call("import_open", open(&fixture(file), Value::Null)).await["preset"], preset, "{file}");
        assert_eq!(test.call("import_open", open(&fixture(file), json!({ "preset": preset }))).await["preset"], preset, "{file}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_that_does_not_fit_is_refused_with_the_columns_it_misses() {
    let test = TestApp::open().await;
    for (file, preset, missing) in [
        ("hubspot.csv", "pipedrive", "Person - Name, Person - Organization, Person - Email - Work"),
        ("apollo.csv", "linkedin", "Connected On"),
        ("google.csv", "lemlist", "firstName, lastName, email, companyName"),
    ] {
        let refused = test.try_call("import_open", open(&fixture(file), json!({ "preset": preset }))).await.unwrap_err();
        let params = (refused.params["preset"].as_str(), refused.params["columns"].as_str());
        assert_eq!((refused.code.as_str(), params), ("imports.preset_lacks", (preset, missing)), "{file}");
    }
    let checked = test.call("import_open", open(&fixture("hubspot.csv"), Value::Null)).await;
    assert!(test.try_call("import_reread", reread(&checked, json!({ "preset": "apollo" }))).await.is_ok());
    let refused = test.try_call("import_reread", reread(&checked, json!({ "preset": "sheet" }))).await.unwrap_err();
    assert_eq!(refused.code, "imports.preset_lacks");
    assert_eq!(test.call("import_get", json!({ "id": checked["id"] })).await["preset"], "apollo", "what fitted stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_whose_columns_do_not_tell_is_read_as_the_product_the_seller_names() {
    let test = TestApp::open().await;
    // The columns of a small view of HubSpot: nothing in their names says whose they are.
    let file = "First Name,Last Name,Email,Company name,Lead Status,Unsubscribed from all email\nAnn,Lee,ann@acme.example,Acme,In progress,true\n\
                Bob,Roy,bob@acme.example,Acme,In progress,\n";
    let plain = check(&test, "view.csv", file, "both").await;
    assert_eq!(plain["preset"], "other");
    std::fs::remove_file(test.folder().join("view.csv")).unwrap();
    let read = test.call("import_reread", reread(&plain, json!({ "preset": "hubspot" }))).await;
    assert_eq!((read["preset"].as_str(), tally(&read)), (Some("hubspot"), [2, 2, 0, 0, 0, 0]), "the file is not needed for it");
    apply(&test, &read).await;
    assert_eq!(find(&test, "Bob").await["row"]["status"], "contacted", "HubSpot's words are the desk's");
    assert_eq!(find(&test, "Ann").await["row"]["status"], "do_not_contact");
    let next = check(&test, "next.csv", file, "both").await;
    assert_eq!((next["preset"].as_str(), tally(&next)), (Some("hubspot"), [2, 0, 0, 2, 0, 0]), "and the next one is read so too");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_workbook_the_first_sheet_with_rows_is_read_and_another_can_be_chosen() {
    let test = TestApp::open().await;
    let path = fixture("several-sheets.xlsx");
    let first = test.call("import_open", open(&path, Value::Null)).await;
    assert_eq!((first["sheet"].as_str(), tally(&first)[1]), (Some("Contacts"), 2));
    assert_eq!(first["sheets"], json!(["Lisez-moi", "Contacts", "Anciens clients", "Sans titres"]));
    let seen = test.call("import_preview", json!({ "id": first["id"], "reading": { "sheet": "Anciens clients" } })).await;
    assert_eq!((seen["rows"][0]["cells"][0].as_str(), seen["sheet"].as_str()), (Some("Luc"), Some("Anciens clients")));
    let other = test.call("import_reread", reread(&first, json!({ "sheet": "Anciens clients" }))).await;
    assert_eq!((other["sheet"].as_str(), tally(&other)), (Some("Anciens clients"), [1, 1, 0, 0, 0, 0]));
    let refused = test.try_call("import_reread", reread(&first, json!({ "sheet": "Clients" }))).await.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.params["sheets"].contains("Contacts")), ("imports.no_sheet", true));
    assert_eq!(test.try_call("import_open", open(&path, json!({ "sheet": "Lisez-moi" }))).await.unwrap_err().code, "imports.empty_file");
    apply(&test, &other).await;
    assert_eq!(find(&test, "Otani").await["row"]["email"], "luc@ateliers.example");
    // The next workbook of the kind calls its sheet otherwise.
    let copy = test.file("next.xlsx", std::fs::read(fixture("several-sheets.xlsx")).unwrap());
    let again = json!({ "path": copy, "readAs": "auto", "mode": "both", "like": other["id"] });
    assert_eq!(test.call("import_open", again).await["sheet"], "Anciens clients");
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_without_names_are_taken_for_what_stands_in_them() {
    let test = TestApp::open().await;
    let file =
        "Ann;Lee;ann.lee@acme.example;06 12 34 56 78;Acme\nZoé;Münch;zoe.munch@delmas.example;+33 1 23 45 67 89;Delmas SAS\nnobody;;;;\n";
    let checked = check(&test, "t.csv", file, "both").await;
    assert_eq!((checked["headerLine"].as_u64(), fields(&checked)), (Some(0), vec!["first_name", "last_name", "email", "phone", "company"]));
    assert_eq!(checked["columns"][2]["header"], "C");
    assert_eq!(tally(&checked), [3, 3, 0, 0, 0, 0], "no line is lost to names");
    let named = test.call("import_reread", reread(&checked, json!({ "headerLine": 1 }))).await;
    assert_eq!((named["headerLine"].as_u64(), named["columns"][0]["header"].as_str(), tally(&named)[0]), (Some(1), Some("Ann"), 2));
    let back = test.call("import_reread", reread(&named, json!({}))).await;
    assert_eq!((fields(&back), tally(&back)), (fields(&checked), tally(&checked)));
    apply(&test, &back).await;
    assert_eq!(find(&test, "Münch").await["row"]["phone"], "+33 1 23 45 67 89");
    let seen = test.call("import_preview", json!({ "id": check(&test, "n.csv", file, "both").await["id"], "reading": {} })).await;
    assert_eq!((seen["headerLine"].as_u64(), seen["columns"][4]["field"].as_str()), (Some(0), Some("company")));
    // Other columns without names are not taken for these.
    let other = check(&test, "other.csv", "https://www.linkedin.com/in/luc-otani;Luc;Otani;Lille;x\n", "both").await;
    assert_eq!(fields(&other), ["linked_in_url", "first_name", "last_name", "", ""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_lines_of_a_file_without_names_come_back_with_names() {
    let test = TestApp::open().await;
    let checked = check(&test, "t.csv", "ann@acme.example,06 12 34 56 78\nann(at)acme,06 12 34 56 79\nzoe@acme.example,\n", "both").await;
    assert_eq!((tally(&checked), rows(&test, &checked, "reject").await.len()), ([3, 2, 0, 0, 0, 1], 1));
    let path = test.folder().join("rejects.csv");
    test.call("import_rejects", json!({ "id": checked["id"], "path": path })).await;
    let text = std::fs::read_to_string(&path).unwrap().replace("ann(at)acme", "bob@acme.example");
    let corrected = check(&test, "corrected.csv", &text, "both").await;
    assert_eq!((tally(&corrected), fields(&corrected)[1]), ([1, 1, 0, 0, 0, 0], "phone"), "{text}");
}
