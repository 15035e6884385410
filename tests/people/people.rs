use crate::support::{add, edit, fields, find, id, list, names};
use serde_json::json;
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_typed_person_is_on_the_list_found_and_undone() {
    let test = TestApp::open().await;
    let ann =
        add(&test, &[("first_name", "Élodie"), ("last_name", "Œuvrard"), ("company", "Acme SAS"), ("email", "Elodie@Acme.example")]).await;
    assert_eq!((ann["row"]["company"].as_str(), ann["row"]["email"].as_str()), (Some("Acme SAS"), Some("Elodie@acme.example")));
    assert_eq!((ann["row"]["status"].as_str(), ann["source"].as_str()), (Some("new"), Some("manual")));
    for text in ["elod", "elod oeuvr", "œuvrard"] {
        assert_eq!(names(&list(&test, text, json!([])).await), ["Élodie Œuvrard"], "{text}");
    }
    test.call("history_undo", json!({ "id": null })).await;
    assert!(list(&test, "", json!([])).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_needs_something_to_be_known_by_and_is_not_added_twice() {
    let test = TestApp::open().await;
    let refused = |values: &[(&str, &str)]| {
        let request = json!({ "values": fields(values) });
        let test = &test;
        async move { test.try_call("people_create", request).await.unwrap_err().code }
    };
    assert_eq!(refused(&[("title", "CEO")]).await, "people.no_identity");
    assert_eq!(refused(&[("email", "not an address")]).await, "address.malformed");
    assert_eq!(refused(&[("deleted_at", "x")]).await, "people.unknown_field");
    add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("company", "Acme"), ("linkedin_url", "linkedin.com/in/ann-lee")]).await;
    assert_eq!(refused(&[("first_name", "A."), ("linkedin_url", "https://www.linkedin.com/in/Ann-Lee/")]).await, "people.already_here");
    assert_eq!(refused(&[("first_name", "ANN"), ("last_name", "Lee"), ("company", "ACME Inc.")]).await, "people.already_here");
    assert_eq!(list(&test, "", json!([])).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn all_values_of_an_edit_are_written_or_none() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("title", "Buyer")]).await;
    let request = json!({ "id": id(&ann), "values": fields(&[("title", "Head of buying"), ("time_zone", "Europe/Atlantis")]) });
    assert_eq!(test.try_call("people_update", request).await.unwrap_err().code, "people.bad_time_zone");
    assert_eq!(find(&test, "Ann").await["row"]["title"], "Buyer");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_is_typed_provenance_and_one_undo_step_with_a_name() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("last_name", "Lee")]).await;
    let ann = edit(&test, &ann, &[("status", "Intéressé"), ("language", "French"), ("notes", "met\r\nat the fair")]).await;
    assert_eq!(
        (ann["row"]["status"].as_str(), ann["language"].as_str(), ann["notes"].as_str()),
        (Some("interested"), Some("fr"), Some("met\nat the fair"))
    );
    assert!(ann["fields"].as_array().unwrap().iter().any(|field| field["field"] == "notes" && field["source"] == "typed"));
    let top = test.call("history_top", json!({})).await;
    assert_eq!(
        (top["undo"]["intent"]["code"].as_str(), top["undo"]["intent"]["params"]["name"].as_str()),
        (Some("people.edit_several"), Some("Ann Lee"))
    );
    let timeline = test.call("people_timeline", json!({ "id": id(&ann), "before": null, "limit": 50 })).await;
    assert_eq!(timeline[0]["kind"], "status_changed");
    assert_eq!(
        timeline[0]["reason"]["params"],
        json!({ "from_en": "New", "from_fr": "Nouveau", "to_en": "Interested", "to_fr": "Intéressé" })
    );
    test.call("history_undo", json!({ "id": null })).await;
    let ann = find(&test, "Ann").await;
    assert_eq!(
        (ann["row"]["status"].as_str(), ann["notes"].as_str(), ann["fields"].as_array().map(Vec::len)),
        (Some("new"), Some(""), Some(0))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_company_is_one_company_however_it_is_written() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("company", "Acme SAS")]).await;
    add(&test, &[("first_name", "Bob"), ("company", "ACME")]).await;
    assert_eq!(find(&test, "Bob").await["row"]["company"], "Acme SAS");
    edit(&test, &ann, &[("company", "Acme")]).await;
    assert_eq!(find(&test, "Bob").await["row"]["company"], "Acme", "correcting the name corrects it for everybody there");
    assert_eq!(names(&list(&test, "", json!([{ "field": "company", "op": "is", "value": "acme s.a.s." }])).await), ["Ann", "Bob"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn do_not_contact_is_a_list_that_undo_does_not_touch_and_needs_a_note_to_leave_after_an_opt_out() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@a.example")]).await;
    edit(&test, &ann, &[("status", "do_not_contact")]).await;
    assert_eq!(find(&test, "Ann").await["suppression"]["reason"], "seller");
    let request = json!({ "id": id(&ann), "values": fields(&[("status", "new")]) });
    assert_eq!(test.try_call("people_update", request).await.unwrap_err().code, "people.still_suppressed");
    test.call("history_undo", json!({ "id": null })).await;
    let now = find(&test, "Ann").await;
    assert_eq!((now["row"]["status"].as_str(), now["row"]["suppressed"].as_bool()), (Some("new"), Some(true)));
    assert_eq!(now["verdict"]["answer"], "never");
    test.call("people_allow", json!({ "ids": [id(&ann)], "note": "" })).await;
    assert_eq!(find(&test, "Ann").await["row"]["suppressed"], false);

    // The same address under another name is still the same reader.
    test.call("people_suppress", json!({ "ids": [id(&ann)], "note": "asked by phone" })).await;
    test.call("people_delete", json!({ "kind": "ids", "ids": [id(&ann)] })).await;
    let again = add(&test, &[("first_name", "Anne"), ("email", "ANN@a.example")]).await;
    assert_eq!(again["row"]["suppressed"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bulk_edit_is_one_step_and_leaves_who_must_not_be_contacted_alone() {
    let test = TestApp::open().await;
    for n in 0..450 {
        add(&test, &[("first_name", &format!("P{n:03}")), ("title", "Buyer")]).await;
    }
    let first = list(&test, "P000", json!([])).await;
    test.call("people_suppress", json!({ "ids": [first[0]["id"]], "note": "no" })).await;
    let request = json!({ "selection": { "kind": "all" }, "values": fields(&[("status", "contacted")]) });
    let changed = test.call("people_bulk_update", request).await;
    assert_eq!(changed["count"], 449);
    let status = |value: &str| json!([{ "field": "status", "op": "is", "value": value }]);
    assert_eq!(list(&test, "", status("contacted")).await.len(), 449);
    assert_eq!(list(&test, "", status("do_not_contact")).await.len(), 1);
    test.call("history_undo", json!({ "id": changed["operation"] })).await;
    assert_eq!(list(&test, "", status("new")).await.len(), 449);
    let request = json!({ "selection": { "kind": "all" }, "values": fields(&[("email", "a@b.example")]) });
    assert_eq!(test.try_call("people_bulk_update", request).await.unwrap_err().code, "people.not_for_several");
}

#[tokio::test(flavor = "multi_thread")]
async fn consent_is_for_the_address_it_was_given_for() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@gmail.com")]).await;
    let ann = test.call("people_consent", json!({ "id": id(&ann), "note": "agreed at the fair" })).await;
    assert_eq!(ann["consent"]["note"], "agreed at the fair");
    let ann = edit(&test, &ann, &[("email", "other@gmail.com")]).await;
    assert!(ann["consent"].is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_timeline_is_newest_first_and_pages_by_time() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann")]).await;
    for n in 0..5 {
        test.call("people_note", json!({ "id": id(&ann), "text": format!("note {n}") })).await;
        test.clock.advance(chrono::Duration::seconds(1));
    }
    let first = test.call("people_timeline", json!({ "id": id(&ann), "before": null, "limit": 2 })).await;
    assert_eq!(first.as_array().unwrap().iter().map(|item| item["body"].as_str().unwrap()).collect::<Vec<_>>(), ["note 4", "note 3"]);
    let rest = test.call("people_timeline", json!({ "id": id(&ann), "before": first[1]["at"], "limit": 10 })).await;
    assert_eq!(rest.as_array().unwrap().len(), 3);
    assert_eq!(test.try_call("people_note", json!({ "id": id(&ann), "text": " \n " })).await.unwrap_err().code, "people.empty_note");
}
