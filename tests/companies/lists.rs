use crate::support::{add, all, list, person, query};
use serde_json::{Value, json};
use testkit::TestApp;

async fn desk() -> TestApp {
    let test = TestApp::open().await;
    for (name, city, headcount, activity) in [
        ("SARL Zénith", "Évreux", "12", "Verrerie"),
        ("Acme", "Paris", "400", "Conseil"),
        ("Éole", "", "", ""),
        ("Boréal", "albi", "40", "Conseil en énergie"),
    ] {
        add(&test, &[("name", name), ("city", city), ("headcount", headcount), ("activity", activity)]).await;
        test.clock.advance(chrono::Duration::seconds(1));
    }
    for (who, where_) in [("Ann Lee", "Zénith"), ("Bob Roy", "Zénith SARL"), ("Cem Oz", "Acme")] {
        person(&test, who, where_).await;
    }
    test
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_ordered_without_accents_and_legal_forms_and_what_is_unknown_comes_last() {
    let test = desk().await;
    let sorted = |sort: &'static str, down: bool| list(&test, query("", json!([]), sort, down));
    assert_eq!(sorted("name", false).await, ["Acme", "Boréal", "Éole", "SARL Zénith"]);
    assert_eq!(sorted("name", true).await, ["SARL Zénith", "Éole", "Boréal", "Acme"]);
    assert_eq!(sorted("city", false).await, ["Boréal", "SARL Zénith", "Acme", "Éole"]);
    assert_eq!(sorted("city", true).await, ["Acme", "SARL Zénith", "Boréal", "Éole"]);
    assert_eq!(sorted("headcount", false).await, ["SARL Zénith", "Boréal", "Acme", "Éole"]);
    assert_eq!(sorted("people", true).await[..2], ["SARL Zénith", "Acme"]);
    assert_eq!(sorted("added", true).await, ["Boréal", "Éole", "Acme", "SARL Zénith"]);
    assert_eq!(sorted("last_contact", true).await.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_compare_folded_numbers_compare_as_numbers_and_all_join_with_and() {
    let test = desk().await;
    let filter = |field: &str, op: &str, value: &str| json!({ "field": field, "op": op, "value": value });
    let some = |filters: Vec<Value>| list(&test, query("", Value::from(filters), "name", false));
    assert_eq!(some(vec![filter("city", "is", "EVREUX")]).await, ["SARL Zénith"]);
    assert_eq!(some(vec![filter("city", "empty", "")]).await, ["Éole"]);
    assert_eq!(some(vec![filter("activity", "contains", "energie")]).await, ["Boréal"]);
    assert_eq!(some(vec![filter("name", "is", "zenith")]).await, ["SARL Zénith"]);
    assert_eq!(some(vec![filter("headcount", "after", "40")]).await, ["Acme", "Boréal"], "9 is not more than 40");
    assert_eq!(some(vec![filter("headcount", "before", "40")]).await, ["SARL Zénith"]);
    assert_eq!(some(vec![filter("headcount", "is_not", "40")]).await, ["Acme", "Éole", "SARL Zénith"]);
    assert_eq!(some(vec![filter("people", "after", "2")]).await, ["SARL Zénith"]);
    assert_eq!(some(vec![filter("people", "empty", "")]).await, ["Boréal", "Éole"]);
    assert_eq!(some(vec![filter("people", "not_empty", ""), filter("city", "is", "paris")]).await, ["Acme"]);
    assert_eq!(some(vec![filter("source", "is", "manual")]).await.len(), 4);
    assert_eq!(some(vec![filter("last_contact", "before_or_never", "2030-01-01")]).await.len(), 4);
    assert_eq!(some(vec![filter("city", "is", "'; DROP TABLE company; --")]).await.len(), 0);
    let text = |text: &str| list(&test, query(text, json!([filter("city", "not_empty", "")]), "name", false));
    assert_eq!(text("conseil").await, ["Acme", "Boréal"]);
    assert!(text("eole").await.is_empty(), "the filter holds beside the words");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_follow_each_other_and_the_last_one_says_so() {
    let test = desk().await;
    let page =
        |offset: u32| test.call("companies_list", json!({ "query": query("", json!([]), "name", false), "offset": offset, "limit": 3 }));
    let (first, second) = (page(0).await, page(3).await);
    assert_eq!((first["rows"].as_array().unwrap().len(), first["last"].as_bool()), (3, Some(false)));
    assert_eq!((second["rows"][0]["name"].as_str(), second["last"].as_bool()), (Some("SARL Zénith"), Some(true)));
    assert_eq!(second["rows"][0]["people"], 2);
    assert_eq!(all(&test).await.len(), 4);
}
