//! Several addresses, numbers, links and postal addresses of a person.

use crate::support::{add, find, id, import, list, names, tally};
use serde_json::{Value, json};
use testkit::TestApp;

fn owner(person: &Value) -> Value {
    json!({ "kind": "person", "id": id(person) })
}

async fn put(test: &TestApp, person: &Value, kind: &str, value: &str) -> Value {
    let request = json!({ "owner": owner(person), "kind": kind, "label": "work", "value": value, "postal": null, "first": false });
    test.call("contacts_add", request).await
}

async fn of(test: &TestApp, person: &Value, kind: &str) -> Vec<Value> {
    let all = test.call("contacts_list", json!({ "owner": owner(person) })).await;
    all.as_array().unwrap().iter().filter(|point| point["kind"] == kind).cloned().collect()
}

fn values(points: &[Value]) -> Vec<&str> {
    points.iter().map(|point| point["value"].as_str().unwrap()).collect()
}

fn which(person: &Value, point: &Value) -> Value {
    json!({ "owner": owner(person), "kind": point["kind"], "id": point["id"] })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_has_several_addresses_in_order_each_with_where_it_came_from_and_undo_takes_them_back() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("email", "ann@acme.example")]).await;
    put(&test, &ann, "email", "Ann.Lee@Home.example").await;
    put(&test, &ann, "phone", "06 12 34 56 78").await;
    put(&test, &ann, "phone", "+41 44 668 18 00").await;
    assert_eq!(values(&of(&test, &ann, "email").await), ["ann@acme.example", "Ann.Lee@home.example"]);
    let phones = of(&test, &ann, "phone").await;
    assert_eq!((phones[0]["shown"].as_str(), phones[1]["target"].as_str()), (Some("06 12 34 56 78"), Some("+41446681800")));
    assert_eq!((phones[0]["first"].as_bool(), phones[0]["label"].as_str(), phones[0]["id"].clone()), (Some(true), Some("work"), id(&ann)));
    assert_eq!((phones[1]["source"].as_str(), phones[1]["by"].as_str()), (Some("typed"), Some("seller")));
    assert_eq!(find(&test, "lee@home.example").await["row"]["lastName"], "Lee", "found by an address behind the first");
    assert_eq!(find(&test, "446681800").await["contacts"].as_array().unwrap().len(), 4, "and by a number");
    for _ in 0..3 {
        test.call("history_undo", json!({ "id": null })).await;
    }
    assert_eq!(find(&test, "Ann").await["contacts"].as_array().unwrap().len(), 1);
    assert!(list(&test, "home.example", json!([])).await.is_empty(), "the search index agrees");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_address_becomes_the_first_and_what_was_known_of_both_goes_along() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@gmail.com")]).await;
    test.call("people_consent", json!({ "id": id(&ann), "note": "at the fair" })).await;
    put(&test, &ann, "email", "ann@acme.example").await;
    let second = of(&test, &ann, "email").await[1].clone();
    test.call("contacts_first", which(&ann, &second)).await;
    let now = find(&test, "Ann").await;
    assert_eq!((now["row"]["email"].as_str(), now["consent"].is_null()), (Some("ann@acme.example"), true), "consent was for the other one");
    assert_eq!(values(&of(&test, &ann, "email").await), ["ann@acme.example", "ann@gmail.com"]);
    assert_eq!(of(&test, &ann, "email").await[0]["label"], "work");
    test.call("history_undo", json!({ "id": null })).await;
    let before = find(&test, "Ann").await;
    assert_eq!((before["row"]["email"].as_str(), before["consent"]["note"].as_str()), (Some("ann@gmail.com"), Some("at the fair")));
    let first = of(&test, &ann, "email").await[0].clone();
    test.call("contacts_remove", which(&ann, &first)).await;
    assert_eq!(find(&test, "Ann").await["row"]["email"], "ann@acme.example", "the next one takes its place");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_there_once_and_a_bad_one_is_refused() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example"), ("phone", "0612345678")]).await;
    for (kind, value, code) in [
        ("email", "ANN@acme.example", "contacts.already_here"),
        ("phone", "+33 6 12 34 56 78", "contacts.already_here"),
        ("email", "ann@", "address.domain"),
        ("url", "n/a", "contacts.bad_link"),
        ("phone", " ", "contacts.empty"),
    ] {
        let request = json!({ "owner": owner(&ann), "kind": kind, "label": "", "value": value, "postal": null, "first": false });
        assert_eq!(test.try_call("contacts_add", request).await.unwrap_err().code, code, "{value}");
    }
    let lone = add(&test, &[("email", "only@acme.example")]).await;
    let only = of(&test, &lone, "email").await[0].clone();
    assert_eq!(test.try_call("contacts_remove", which(&lone, &only)).await.unwrap_err().code, "people.no_identity");
}

#[tokio::test(flavor = "multi_thread")]
async fn opting_out_covers_every_address_and_one_that_opted_out_by_itself_blocks_nothing_else() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example")]).await;
    put(&test, &ann, "email", "ann@old.example").await;
    let second = of(&test, &ann, "email").await[1].clone();
    let mut out = which(&ann, &second);
    out["status"] = json!("opted_out");
    test.call("contacts_set", out).await;
    assert_eq!(of(&test, &ann, "email").await[1]["status"], "opted_out");
    assert_eq!(find(&test, "Ann").await["row"]["suppressed"], false, "the first one is another address");
    test.call("contacts_first", which(&ann, &second)).await;
    assert_eq!(find(&test, "Ann").await["verdict"]["answer"], "never", "and is not forgotten when it comes first");
    test.call("history_undo", json!({ "id": null })).await;

    put(&test, &ann, "phone", "0612345678").await;
    test.call("people_suppress", json!({ "ids": [id(&ann)], "note": "asked" })).await;
    let states: Vec<Value> =
        test.call("contacts_list", json!({ "owner": owner(&ann) })).await.as_array().unwrap().iter().map(|p| p["status"].clone()).collect();
    assert_eq!(states, ["opted_out", "opted_out", "opted_out"]);
    test.call("people_delete", json!({ "kind": "ids", "ids": [id(&ann)] })).await;
    let bob = add(&test, &[("first_name", "Bob"), ("email", "ann@old.example")]).await;
    assert_eq!(bob["row"]["suppressed"], true, "whoever comes with one of them is not written to");
    for _ in 0..2 {
        test.call("history_undo", json!({ "id": null })).await;
    }
    test.call("people_allow", json!({ "ids": [id(&ann)], "note": "agreed again" })).await;
    assert_eq!(find(&test, "Ann").await["row"]["suppressed"], false);
    assert_eq!(of(&test, &ann, "email").await[1]["status"], "opted_out", "it had opted out before, by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_meets_somebody_by_any_of_their_addresses_and_does_not_take_the_first_away() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("email", "ann@acme.example")]).await;
    put(&test, &ann, "email", "ann@home.example").await;
    let done = import(&test, "p.csv", "First name,Last name,Email,Job title\nA.,Lee,ANN@home.example,Buyer\n").await;
    assert_eq!(tally(&done), [1, 0, 1, 0, 0, 0]);
    let now = find(&test, "Lee").await;
    assert_eq!((now["row"]["email"].as_str(), now["row"]["title"].as_str()), (Some("ann@acme.example"), Some("Buyer")));
    let again = json!({ "values": [{ "field": "first_name", "value": "Anne" }, { "field": "email", "value": "ann@home.example" }] });
    assert_eq!(test.try_call("people_create", again).await.unwrap_err().code, "people.already_here");
    assert_eq!(names(&list(&test, "", json!([])).await).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_with_a_further_address_stays_when_their_import_is_undone() {
    let test = TestApp::open().await;
    let done = import(&test, "p.csv", "First name,Last name,Email\nAnn,Lee,ann@acme.example\nBob,Roy,bob@acme.example\n").await;
    put(&test, &find(&test, "Ann").await, "email", "ann@home.example").await;
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    assert_eq!(names(&list(&test, "", json!([])).await), ["Ann Lee"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_keeps_its_head_office_and_has_other_places_and_numbers() {
    let test = TestApp::open().await;
    let acme = test
        .call(
            "companies_create",
            json!({ "values": [{ "field": "name", "value": "Acme" }, { "field": "phone", "value": "01 40 20 53 17" }] }),
        )
        .await;
    let owner = json!({ "kind": "company", "id": acme["row"]["id"] });
    let nantes = json!({ "street": "4 rue Kléber", "postcode": "44000", "city": "Nantes", "region": "", "country": "France" });
    let lyon = json!({ "street": "1 quai Perrache", "postcode": "69002", "city": "Lyon", "region": "", "country": "FR" });
    for postal in [&nantes, &lyon] {
        let request = json!({ "owner": owner, "kind": "address", "label": "", "value": "", "postal": postal, "first": false });
        test.call("contacts_add", request).await;
    }
    let request = json!({ "owner": owner, "kind": "phone", "label": "mobile", "value": "06 12 34 56 78", "postal": null, "first": true });
    test.call("contacts_add", request).await;
    let company = test.call("companies_get", json!({ "id": acme["row"]["id"] })).await;
    assert_eq!((company["row"]["city"].as_str(), company["row"]["phone"].as_str()), (Some("Nantes"), Some("06 12 34 56 78")));
    let shown: Vec<_> = company["contacts"].as_array().unwrap().iter().map(|point| point["shown"].as_str().unwrap()).collect();
    assert_eq!(shown, ["06 12 34 56 78", "01 40 20 53 17", "4 rue Kléber, 44000 Nantes, FR", "1 quai Perrache, 69002 Lyon, FR"]);
    assert_eq!(company["contacts"][0]["label"], "mobile");
    let found = test.call("companies_search", json!({ "text": "perrache", "limit": 5 })).await;
    assert_eq!(found[0]["name"], "Acme");
}
