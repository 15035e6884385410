use crate::support::{edit, get, merge, merge_keeping, note, notes, person, split, timeline, twice, undo};
use serde_json::{Value, json};
use testkit::TestApp;
use uuid::Uuid;

#[tokio::test]
async fn a_merge_is_one_operation_that_keeps_the_chosen_values_and_both_histories() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    note(&test, one, "met in Lyon").await;
    note(&test, other, "called back").await;
    edit(&test, one, &[("notes", "likes tea")]).await;
    edit(&test, other, &[("notes", "has a dog"), ("phone", "06 39 98 55 21")]).await;
    let merged = merge_keeping(&test, one, &[other], &[("email", other)]).await;
    assert_eq!((&merged["survivor"], &merged["count"]), (&json!(one), &json!(1)));
    let now = get(&test, one).await;
    let row = &now["row"];
    assert_eq!((&row["firstName"], &row["lastName"]), (&json!("Benoît"), &json!("Lefèvre")), "as it is written with most care");
    assert_eq!((&row["title"], &row["email"]), (&json!("Directeur maintenance"), &json!("benoit@beal-emballage.example")));
    assert_eq!((&row["phone"], &now["notes"]), (&json!("06 39 98 55 21"), &json!("likes tea\n\nhas a dog")));
    assert_eq!(notes(&test, one).await, ["called back", "met in Lyon"]);
    assert!(timeline(&test, one).await.iter().any(|(kind, _)| kind == "merged"));
    let count = test.call("people_count", json!({ "text": "", "filters": [], "sort": "name", "descending": false })).await;
    assert_eq!(count["total"], 1);
    let top = test.call("history_top", json!({})).await;
    assert_eq!((&top["undo"]["id"], &top["undo"]["intent"]["code"]), (&merged["operation"], &json!("duplicates.merge")));
}

#[tokio::test]
async fn every_address_and_number_is_kept_once_and_a_split_gives_each_their_own() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    edit(&test, one, &[("phone", "06 39 98 55 21")]).await;
    edit(&test, other, &[("phone", "+33639985521")]).await;
    let own = json!({ "owner": { "kind": "person", "id": other }, "kind": "email", "label": "home", "value": "b.lefevre@beal.example", "postal": null });
    let _added = test.try_call("contacts_add", own).await;
    merge_keeping(&test, one, &[other], &[("email", one)]).await;
    let points = |person: Uuid| {
        let desk = test.app.desk().unwrap();
        async move { desk.read(move |read| store::contacts::of(read, domain::contacts::Owner::Person(person))).await.unwrap() }
    };
    let norms: Vec<String> = points(one).await.into_iter().map(|point| point.norm).collect();
    assert_eq!(norms, ["benoit@beal-emballage.example"], "the other one’s first address; what the survivor has stands once");
    split(&test, other).await;
    assert!(points(one).await.is_empty());
    assert_eq!(get(&test, other).await["row"]["email"], "benoit@beal-emballage.example");
}

#[tokio::test]
async fn the_merged_one_is_found_under_its_old_id() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    let third = person(&test, &[("first_name", "B."), ("last_name", "Lefèvre")]).await;
    merge(&test, one, &[other]).await;
    merge(&test, third, &[one]).await;
    assert_eq!(get(&test, other).await["row"]["id"], json!(third), "through every merge");
    let ties = test.call("duplicates_of", json!({ "kind": "person", "id": other })).await;
    assert_eq!(ties["mergedInto"]["id"], json!(third));
    let ties = test.call("duplicates_of", json!({ "kind": "person", "id": third })).await;
    assert_eq!(ties["merged"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn undo_gives_everything_back_and_redo_makes_it_one_again() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    note(&test, other, "called back").await;
    let before = (get(&test, one).await, get(&test, other).await, timeline(&test, one).await, timeline(&test, other).await);
    merge(&test, one, &[other]).await;
    let merged = get(&test, one).await;
    let undone = undo(&test, &Value::Null).await;
    assert_eq!(undone["kept"], json!([]));
    let after = (get(&test, one).await, get(&test, other).await, timeline(&test, one).await, timeline(&test, other).await);
    assert_eq!(before, after);
    test.call("history_redo", json!({})).await;
    assert_eq!(get(&test, one).await, merged);
    assert_eq!(get(&test, other).await["row"]["id"], json!(one));
    split(&test, other).await;
    assert_eq!(notes(&test, other).await, ["called back"], "also after a redo it can be split");
}

#[tokio::test]
async fn several_become_one_and_the_newest_of_what_is_imported_is_kept() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    let third = person(&test, &[("first_name", "Benoit"), ("last_name", "Lefevre"), ("location", "Lyon")]).await;
    let review = test.call("duplicates_review", json!({ "kind": "person", "ids": [third, one, other] })).await;
    assert_eq!(review["records"].as_array().unwrap().len(), 3);
    let location = review["choices"].as_array().unwrap().iter().find(|choice| choice["field"] == "location").unwrap();
    assert_eq!(location["from"], json!(third));
    merge(&test, one, &[other, third]).await;
    assert_eq!(get(&test, one).await["row"]["location"], "Lyon");
}

#[tokio::test]
async fn what_cannot_be_merged_is_refused_and_nothing_changes() {
    let test = TestApp::open().await;
    let (one, other) = twice(&test).await;
    let ask = |survivor: Uuid, others: Vec<Uuid>, choices: Value| json!({ "kind": "person", "survivor": survivor, "others": others, "choices": choices });
    for (request, code) in [
        (ask(one, vec![one], json!([])), "duplicates.too_few"),
        (ask(one, vec![Uuid::now_v7()], json!([])), "duplicates.not_found"),
        (ask(one, vec![other], json!([{ "field": "title", "from": Uuid::now_v7() }])), "duplicates.bad_choice"),
        (ask(one, vec![other], json!([{ "field": "notes", "from": one }])), "duplicates.bad_choice"),
    ] {
        assert_eq!(test.try_call("duplicates_merge", request).await.unwrap_err().code, code);
    }
    test.call("sample_add", json!({})).await;
    let people = test
        .call(
            "people_list",
            json!({ "query": { "text": "", "filters": [], "sort": "added", "descending": true }, "offset": 0, "limit": 500 }),
        )
        .await;
    let invented = people["rows"].as_array().unwrap().iter().find(|row| row["sample"] == true).unwrap()["id"].clone();
    let request = json!({ "kind": "person", "survivor": one, "others": [invented], "choices": [] });
    assert_eq!(test.try_call("duplicates_merge", request).await.unwrap_err().code, "duplicates.invented");
    assert_eq!(get(&test, other).await["row"]["id"], json!(other));
}
