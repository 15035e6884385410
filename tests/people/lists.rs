use crate::support::{add, list, names};
use serde_json::{Value, json};
use testkit::TestApp;

async fn desk() -> TestApp {
    let test = TestApp::open().await;
    for (first, last, company, status, title) in [
        ("Zoé", "Adam", "Orange", "new", "Acheteuse"),
        ("Émile", "Zola", "", "contacted", "Écrivain"),
        ("Anna", "Roux", "Acme", "interested", "CEO"),
        ("Bob", "Éluard", "Orange Bank", "new", "Poète"),
    ] {
        let values = [
            ("first_name", first),
            ("last_name", last),
            ("company", company),
            ("status", status),
            ("title", title),
            ("location", "Lyon, France"),
        ];
        add(&test, &values).await;
    }
    test
}

async fn sorted(test: &TestApp, sort: &str, descending: bool) -> Vec<String> {
    let query = json!({ "text": "", "filters": [], "sort": sort, "descending": descending });
    let page = test.call("people_list", json!({ "query": query, "offset": 0, "limit": 10 })).await;
    names(page["rows"].as_array().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_are_ordered_without_accents_in_every_column() {
    let test = desk().await;
    assert_eq!(sorted(&test, "name", false).await, ["Zoé Adam", "Bob Éluard", "Anna Roux", "Émile Zola"]);
    assert_eq!(sorted(&test, "name", true).await, ["Émile Zola", "Anna Roux", "Bob Éluard", "Zoé Adam"]);
    assert_eq!(sorted(&test, "company", false).await, ["Anna Roux", "Zoé Adam", "Bob Éluard", "Émile Zola"]);
    assert_eq!(sorted(&test, "company", true).await.last().unwrap(), "Émile Zola", "no company comes last either way");
    assert_eq!(sorted(&test, "status", false).await, ["Zoé Adam", "Bob Éluard", "Émile Zola", "Anna Roux"]);
    assert_eq!(sorted(&test, "added", false).await.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_compare_folded_and_join_with_and() {
    let test = desk().await;
    let filter = |field: &str, op: &str, value: &str| json!({ "field": field, "op": op, "value": value });
    let some = |filters: Vec<Value>| {
        let test = &test;
        async move { names(&list(test, "", Value::from(filters)).await) }
    };
    assert_eq!(some(vec![filter("title", "is", "ACHETEUSE")]).await, ["Zoé Adam"]);
    assert_eq!(some(vec![filter("title", "contains", "ecri")]).await, ["Émile Zola"]);
    assert_eq!(some(vec![filter("company", "contains", "orange")]).await, ["Zoé Adam", "Bob Éluard"]);
    assert_eq!(some(vec![filter("company", "contains", "orange"), filter("title", "contains", "poete")]).await, ["Bob Éluard"]);
    assert_eq!(some(vec![filter("company", "empty", "")]).await, ["Émile Zola"]);
    assert_eq!(some(vec![filter("status", "is", "new,interested")]).await, ["Zoé Adam", "Bob Éluard", "Anna Roux"]);
    assert_eq!(some(vec![filter("status", "is_not", "new")]).await, ["Anna Roux", "Émile Zola"]);
    assert_eq!(some(vec![filter("last_contact", "before_or_never", "2026-09-01")]).await.len(), 4);
    assert_eq!(some(vec![filter("last_contact", "before", "2026-09-01")]).await.len(), 0);
    assert_eq!(some(vec![filter("title", "is", "'; DROP TABLE person; --")]).await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_word_of_a_search_must_match_as_a_beginning_or_a_part() {
    let test = desk().await;
    assert_eq!(names(&list(&test, "zol", json!([])).await), ["Émile Zola"]);
    assert_eq!(names(&list(&test, "eluard bob", json!([])).await), ["Bob Éluard"]);
    assert_eq!(names(&list(&test, "range", json!([])).await), ["Zoé Adam", "Bob Éluard"], "inside a word");
    assert_eq!(names(&list(&test, "orange zola", json!([])).await), Vec::<String>::new());
    assert_eq!(names(&list(&test, "lyon", json!([{ "field": "company", "op": "contains", "value": "acme" }])).await), ["Anna Roux"]);
    for nothing in ["\"", "***", "a OR b NEAR(", "(((", "é\u{0}"] {
        list(&test, nothing, json!([])).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_whole_and_say_when_they_are_the_last() {
    let test = desk().await;
    let query = json!({ "text": "", "filters": [], "sort": "name", "descending": false });
    let mut seen = Vec::new();
    for offset in 0..4 {
        let page = test.call("people_list", json!({ "query": query, "offset": offset, "limit": 1 })).await;
        seen.extend(names(page["rows"].as_array().unwrap()));
        assert_eq!(page["last"], offset == 3);
    }
    assert_eq!(seen, ["Zoé Adam", "Bob Éluard", "Anna Roux", "Émile Zola"]);
}
