//! Search over notes and mail, and over what was typed with a mistake.

use crate::support::{add, id};
use serde_json::{Value, json};
use testkit::TestApp;

async fn search(test: &TestApp, text: &str) -> Vec<Value> {
    test.call("texts_search", json!({ "text": text, "limit": 10 })).await.as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn notes_are_found_by_their_words_and_follow_what_becomes_of_them() {
    let test = TestApp::open().await;
    let ann = id(&add(&test, &[("first_name", "Ann"), ("last_name", "Lefebvre")]).await);
    let note = test
        .call("notes_add", json!({ "personId": ann, "companyId": null, "opportunityId": null, "text": "Prefers the Élysée offer" }))
        .await;
    let found = search(&test, "elysee off").await;
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0]["kind"], &found[0]["name"], &found[0]["personId"]), (&json!("note"), &json!("Ann Lefebvre"), &ann));
    assert!(found[0]["snippet"].as_str().unwrap().contains("Élysée") && found[0]["near"] == false);
    assert_eq!(search(&test, "lysé").await.len(), 1, "a part of a word");
    let near = search(&test, "prefres").await;
    assert!(near.len() == 1 && near[0]["near"] == true, "two letters exchanged: {near:?}");
    assert_eq!(search(&test, "nothing of it").await.len(), 0);

    test.call("notes_edit", json!({ "id": note["item"]["id"], "text": "Wants a call" })).await;
    assert_eq!((search(&test, "elysee").await.len(), search(&test, "wants").await.len()), (0, 1));
    let gone = test.call("notes_delete", json!({ "id": note["item"]["id"] })).await;
    assert_eq!(search(&test, "wants").await.len(), 0);
    test.call("history_undo", json!({ "id": gone["operation"] })).await;
    assert_eq!(search(&test, "wants").await.len(), 1);
    test.call("people_delete", json!({ "kind": "ids", "ids": [ann] })).await;
    assert_eq!(search(&test, "wants").await.len(), 0, "whoever is removed is not quoted");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_with_a_letter_wrong_is_found_where_nobody_answers_as_typed() {
    let test = TestApp::open().await;
    add(&test, &[("first_name", "Éloïse"), ("last_name", "Lefebvre"), ("company", "Atelier Lumen")]).await;
    add(&test, &[("first_name", "Jean"), ("last_name", "Dupont")]).await;
    let find = async |text: &str| {
        let found = test.call("people_search", json!({ "text": text, "limit": 5 })).await;
        found.as_array().unwrap().iter().map(|one| one["lastName"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (typed, whom) in
        [("lefevre", "Lefebvre"), ("dupotn", "Dupont"), ("jaen dupont", "Dupont"), ("eloise lefebvr", "Lefebvre"), ("duppont", "Dupont")]
    {
        assert_eq!(find(typed).await, [whom], "{typed}");
    }
    assert!(find("martin").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_note_on_several_is_one_step() {
    let test = TestApp::open().await;
    let mut people = Vec::new();
    for name in ["Ann", "Bob"] {
        people.push(id(&add(&test, &[("first_name", name)]).await));
    }
    let on = json!({ "of": "people", "selection": { "kind": "ids", "ids": people } });
    let done = test.call("notes_several", json!({ "on": on, "text": "Met at the fair" })).await;
    assert_eq!((done["count"].as_u64(), search(&test, "fair").await.len()), (Some(2), 2));
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(search(&test, "fair").await.len(), 0);
    assert_eq!(test.try_call("notes_several", json!({ "on": on, "text": " " })).await.unwrap_err().code, "notes.empty");
}
