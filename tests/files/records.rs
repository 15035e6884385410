//! Files belong to people, companies and opportunities, and go where those go.

use crate::support::{add, list, names, of, person, saved};
use serde_json::{Value, json};
use std::io::Read as _;
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn people_companies_and_opportunities_have_their_own_and_their_timelines_tell_of_them() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    let named = |field: &str, value: &str| json!([{ "field": field, "value": value }]);
    let acme = test.call("companies_create", json!({ "values": named("name", "Acme") })).await["row"]["id"].clone();
    let values = json!([{ "field": "name", "value": "Windows" }, { "field": "person", "value": ann }]);
    let deal = test.call("opportunities_create", json!({ "values": values, "stage": null })).await["row"]["id"].clone();
    for (kind, id, name) in [("person", &ann, "cv.pdf"), ("company", &acme, "kbis.pdf"), ("opportunity", &deal, "quote.pdf")] {
        let path = test.file(name, name);
        test.call("files_add", json!({ "of": of(kind, id), "paths": [path] })).await;
        let files = list(&test, kind, id).await;
        assert_eq!((files.len(), files[0]["name"].as_str()), (1, Some(name)));
    }
    let titles = async |command: &str, id: &Value| {
        let page = json!({ "id": id, "before": null, "limit": 50, "kinds": ["files"] });
        let items = test.call(command, page).await;
        let item = |one: &Value| if one["item"].is_object() { one["item"].clone() } else { one.clone() };
        let told = |one: &Value| format!("{} {}", item(one)["kind"].as_str().unwrap(), item(one)["title"].as_str().unwrap());
        items.as_array().unwrap().iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(titles("people_timeline", &ann).await, ["file_added cv.pdf"]);
    assert_eq!(titles("companies_timeline", &acme).await, ["file_added kbis.pdf"]);
    assert_eq!(titles("opportunities_timeline", &deal).await, ["file_added quote.pdf", "file_added cv.pdf"]);
    let ask =
        json!({ "operation": null, "record": of("company", &acme), "kinds": [], "actor": null, "field": null, "from": null, "to": null });
    let changes = test.call("history_changes", json!({ "ask": ask, "after": null, "limit": 50 })).await;
    let file = changes["rows"].as_array().unwrap().iter().find(|row| row["row"] == "file").unwrap_or_else(|| panic!("{changes}")).clone();
    assert_eq!((file["kind"].as_str(), file["label"].as_str()), (Some("company"), Some("Acme")));
    assert!(!file.to_string().contains("hash"), "{file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_gives_the_survivor_the_files_and_a_split_gives_them_back() {
    let test = TestApp::open().await;
    let (ann, anne) = (person(&test, "Ann", "Lee").await, person(&test, "Anne", "Lee").await);
    add(&test, &ann, &[&test.file("a.txt", b"a")]).await;
    add(&test, &anne, &[&test.file("b.txt", b"b")]).await;
    test.call("duplicates_merge", json!({ "kind": "person", "survivor": ann, "others": [anne], "choices": [] })).await;
    let mut both = names(&test, &ann).await;
    both.sort();
    assert_eq!(both, ["a.txt", "b.txt"]);
    test.call("duplicates_split", json!({ "kind": "person", "id": anne })).await;
    assert_eq!((names(&test, &ann).await, names(&test, &anne).await), (vec!["a.txt".to_owned()], vec!["b.txt".to_owned()]));
    assert_eq!(saved(&test, &list(&test, "person", &anne).await[0], "out.txt").await, b"b");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_found_by_its_name_with_a_slip_too_and_no_more_once_it_or_its_record_is_removed() {
    let test = TestApp::open().await;
    let ann = person(&test, "Ann", "Lee").await;
    add(&test, &ann, &[&test.file("Devis_rénovation-2026.pdf", b"x")]).await;
    let search = async |text: &str| {
        let desk = test.app.desk().unwrap();
        assert!(desk.search_ready(std::time::Duration::from_secs(30)).await.unwrap());
        let found = test.call("texts_search", json!({ "text": text, "limit": 5 })).await;
        let told = |one: &Value| ["kind", "snippet", "name"].map(|field| one[field].as_str().unwrap().to_owned());
        found.as_array().unwrap().iter().map(told).collect::<Vec<_>>()
    };
    let expected = [["file", "Devis_rénovation-2026.pdf", "Ann Lee"].map(str::to_owned)];
    for text in ["renovation", "devis 2026", "novati", "renovatoin"] {
        assert_eq!(search(text).await, expected, "{text}");
    }
    let id = list(&test, "person", &ann).await[0]["id"].clone();
    test.call("files_rename", json!({ "id": id, "name": "facture.pdf" })).await;
    assert_eq!((search("renovation").await.len(), search("facture").await.len()), (0, 1));
    test.call("people_delete", json!({ "kind": "ids", "ids": [ann] })).await;
    assert_eq!(search("facture").await.len(), 0);
    test.call("history_undo", json!({ "id": null })).await;
    test.call("files_remove", json!({ "ids": [id] })).await;
    assert_eq!(search("facture").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_access_package_holds_the_files_themselves() {
    let test = TestApp::open().await;
    let (ann, bob) = (person(&test, "Ann", "Lee").await, person(&test, "Bob", "Roe").await);
    add(&test, &ann, &[&test.file("cv.txt", b"the first"), &test.file("letter.txt", b"a letter")]).await;
    add(&test, &ann, &[&test.file("cv.txt", b"the second")]).await;
    add(&test, &bob, &[&test.file("bob.txt", b"not hers")]).await;
    let letter = list(&test, "person", &ann).await.into_iter().find(|file| file["name"] == "letter.txt").unwrap();
    test.call("files_remove", json!({ "ids": [letter["id"]] })).await;
    let path = test.folder().join("access.zip");
    test.call("privacy_access", json!({ "id": ann, "path": path })).await;
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let mut held: Vec<(String, String)> = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        if let Some(name) = file.name().unwrap().strip_prefix("files/").map(str::to_owned) {
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            held.push((name, text));
        }
    }
    held.sort();
    let mut texts: Vec<&str> = held.iter().map(|(_, text)| text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["a letter", "the first", "the second"], "what is in the trash is held too");
    assert_eq!(held.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["cv (2).txt", "cv.txt", "letter.txt"]);
}
