//! Filters with groups, and saved views.

use crate::support::{add, id, list, names};
use serde_json::{Value, json};
use testkit::TestApp;

async fn crowd(test: &TestApp) {
    for (name, title, city) in [("Ann", "Buyer", "Lyon"), ("Bob", "Seller", "Lyon"), ("Cy", "Buyer", "Paris"), ("Di", "Owner", "")] {
        add(test, &[("first_name", name), ("title", title), ("location", city)]).await;
    }
}

async fn asked(test: &TestApp, any: bool, filters: Value, groups: Value) -> Vec<String> {
    let query = json!({ "text": "", "filters": filters, "any": any, "groups": groups, "sort": "name", "descending": false });
    let rows = test.call("people_list", json!({ "query": query, "offset": 0, "limit": 50 })).await["rows"].as_array().unwrap().clone();
    let count = test.call("people_count", query).await;
    assert_eq!(count["matching"].as_u64(), Some(rows.len() as u64), "count and list agree");
    names(&rows)
}

fn is(field: &str, value: &str) -> Value {
    json!({ "field": field, "op": "is", "value": value })
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_are_joined_as_the_sentence_says_and_can_be_turned_round() {
    let test = TestApp::open().await;
    crowd(&test).await;
    let either = json!([{ "any": true, "filters": [is("location", "Lyon"), is("location", "Paris")] }]);
    assert_eq!(asked(&test, false, json!([is("title", "Buyer")]), either).await, ["Ann", "Cy"]);
    assert_eq!(asked(&test, true, json!([is("title", "Owner"), is("location", "Paris")]), json!([])).await, ["Cy", "Di"]);
    let not = json!([{ "not": true, "filters": [is("title", "Buyer"), is("location", "Lyon")] }]);
    assert_eq!(asked(&test, false, json!([]), not).await, ["Bob", "Cy", "Di"], "whose city is not known is not in Lyon either");
    let two =
        json!([{ "filters": [is("title", "Buyer"), is("location", "Paris")] }, { "filters": [is("title", "Seller")] }, { "filters": [] }]);
    assert_eq!(asked(&test, true, json!([]), two).await, ["Bob", "Cy"]);
    assert_eq!(names(&list(&test, "", json!([is("title", "Owner")])).await), ["Di"], "a query without groups is what it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_next_is_asked_by_its_day_and_days_move_with_today() {
    // Tuesday, 15 September 2026, ten in Paris.
    let test = TestApp::open().await;
    crowd(&test).await;
    for (who, due) in [("Ann", "2026-09-15"), ("Bob", "2026-09-16")] {
        let found = test.call("people_search", json!({ "text": who, "limit": 1 })).await;
        let values = json!([{ "field": "title", "value": "Call" }, { "field": "due_on", "value": due }, { "field": "person_id", "value": found[0]["id"] }]);
        test.call("tasks_create", json!({ "values": values })).await;
    }
    let next = |op: &str, value: &str| json!([{ "field": "next_step", "op": op, "value": value }]);
    assert_eq!(names(&list(&test, "", next("before", "today+1")).await), ["Ann"]);
    assert_eq!(names(&list(&test, "", next("after", "today+1")).await), ["Bob"]);
    assert_eq!(names(&list(&test, "", next("empty", "")).await), ["Cy", "Di"]);
    assert_eq!(names(&list(&test, "", next("not_empty", "")).await), ["Ann", "Bob"]);
    assert_eq!(names(&list(&test, "", json!([{ "field": "added", "op": "after", "value": "today-1" }])).await).len(), 4);
    assert_eq!(names(&list(&test, "", json!([{ "field": "added", "op": "before", "value": "today" }])).await).len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_kept_changed_put_in_order_and_taken_away_and_undo_knows_each_step() {
    let test = TestApp::open().await;
    crowd(&test).await;
    let own = test.call("views_list", json!({})).await;
    assert_eq!(own[0]["builtin"], "to_contact_today");
    for view in own.as_array().unwrap() {
        let of = view["of"].as_str().unwrap();
        test.call(&format!("{of}_count"), view["content"]["query"]["query"].clone()).await;
    }
    let query = json!({ "text": "", "filters": [is("title", "Buyer")], "sort": "added", "descending": true });
    let content = json!({
        "layout": "table", "query": { "of": "people", "query": query }, "columns": [{ "name": "title", "width": 220 }], "grouping": ""
    });
    let view = test.call("views_create", json!({ "name": "Buyers", "favourite": true, "content": content })).await;
    assert_eq!((&view["of"], &view["content"]["columns"][0]["width"]), (&json!("people"), &json!(220)));
    assert_eq!(test.try_call("views_create", json!({ "name": "BUYERS", "content": content })).await.unwrap_err().code, "views.name_taken");
    test.call("views_set", json!({ "id": id(&view), "name": "All buyers", "favourite": false })).await;
    let ids: Vec<Value> = std::iter::once(id(&view)).chain(own.as_array().unwrap().iter().map(id)).collect();
    let ordered = test.call("views_order", json!({ "ids": ids })).await;
    assert_eq!((&ordered[0]["name"], &ordered[0]["favourite"]), (&json!("All buyers"), &json!(false)));
    let gone = test.call("views_delete", json!({ "id": id(&view) })).await;
    assert_eq!(test.call("views_list", json!({})).await.as_array().unwrap().len(), own.as_array().unwrap().len());
    test.call("history_undo", json!({ "id": gone["operation"] })).await;
    assert_eq!(test.call("views_list", json!({})).await[0]["name"], "All buyers");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(test.call("views_list", json!({})).await[0]["builtin"], "to_contact_today", "the order is taken back");
    assert_eq!(test.try_call("views_delete", json!({ "id": uuid::Uuid::nil() })).await.unwrap_err().code, "views.not_found");
}

async fn groups(test: &TestApp, of: &str, query: Value, by: &str) -> Vec<(String, String, u64)> {
    let found = test.call(&format!("{of}_groups"), json!({ "query": query, "by": by })).await;
    assert_eq!((&found["left"], &found["leftRows"]), (&json!(0), &json!(0)));
    let mut groups = Vec::new();
    for group in found["groups"].as_array().unwrap() {
        // What a group says it has is what its page has.
        let mut within = query.clone();
        within["within"] = json!({ "by": by, "key": group["key"] });
        let rows = test.call(&format!("{of}_list"), json!({ "query": within, "offset": 0, "limit": 50 })).await;
        let count = test.call(&format!("{of}_count"), within).await;
        assert_eq!(
            (&count["matching"], rows["rows"].as_array().unwrap().len() as u64),
            (&group["count"], group["count"].as_u64().unwrap()),
            "{group}"
        );
        let text = |name: &str| group[name].as_str().unwrap().to_owned();
        groups.push((text("key"), text("name"), group["count"].as_u64().unwrap()));
    }
    groups
}

fn names_of(groups: &[(String, String, u64)]) -> Vec<(&str, u64)> {
    groups.iter().map(|(_, name, count)| (name.as_str(), *count)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn people_fall_into_groups_and_each_group_is_a_list_of_its_own() {
    let test = TestApp::open().await;
    for (name, company, city, status) in
        [("Ann", "Acme", "Lyon", "new"), ("Bob", "Acme", "LYON", "lost"), ("Cy", "Brume", "Évry", "new"), ("Di", "", "", "contacted")]
    {
        let person = add(&test, &[("first_name", name), ("company", company), ("location", city), ("status", status)]).await;
        let tags: &[&str] = match name {
            "Ann" => &["Fair", "Press"],
            "Bob" => &["Fair"],
            _ => &[],
        };
        for tag in tags {
            let selection = json!({ "kind": "ids", "ids": [id(&person["row"])] });
            test.call("tags_people", json!({ "selection": selection, "add": [tag], "remove": [] })).await;
        }
    }
    let all = json!({ "text": "", "filters": [], "sort": "name", "descending": false });
    let by = |by: &'static str| groups(&test, "people", all.clone(), by);
    let statuses: Vec<(String, u64)> = by("status").await.into_iter().map(|(key, _, count)| (key, count)).collect();
    assert_eq!(statuses, [("new".to_owned(), 2), ("contacted".to_owned(), 1), ("lost".to_owned(), 1)], "in their own order");
    assert_eq!(names_of(&by("company").await), [("Acme", 2), ("Brume", 1), ("", 1)], "who has none comes last");
    assert_eq!(names_of(&by("location").await), [("Évry", 1), ("Lyon", 2), ("", 1)], "whatever case and accents");
    assert_eq!(names_of(&by("tag").await), [("Fair", 2), ("Press", 1), ("", 2)], "whoever has two tags stands in both");
    assert_eq!(by("source").await[0].2, 4);
    // A group keeps what the list itself is asked, also where one of several conditions is enough.
    let either = json!({ "text": "", "filters": [is("location", "Lyon"), is("status", "contacted")], "any": true, "sort": "name", "descending": false });
    assert_eq!(names_of(&groups(&test, "people", either, "company").await), [("Acme", 2), ("", 1)]);
    let typed = json!({ "text": "acme", "filters": [], "sort": "name", "descending": false });
    assert_eq!(names_of(&groups(&test, "people", typed, "company").await), [("Acme", 2)]);
    // What is done to a group is done to its people alone.
    let mut within = all.clone();
    within["within"] = json!({ "by": "status", "key": "new" });
    let changed = test
        .call(
            "people_bulk_update",
            json!({ "selection": { "kind": "query", "query": within }, "values": [{ "field": "status", "value": "qualified" }] }),
        )
        .await;
    assert_eq!(changed["count"], 2);
    assert_eq!(by("status").await.iter().map(|group| group.2).collect::<Vec<_>>(), [1, 2, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_of_the_sellers_own_make_groups_in_the_order_of_their_choices() {
    let test = TestApp::open().await;
    crowd(&test).await;
    let field = test
        .call("fields_create", json!({ "of": "people", "name": "Size", "kind": "choice", "choices": ["Small", "Large", "Huge"] }))
        .await;
    for (who, size) in [("Ann", "Large"), ("Bob", "Small"), ("Cy", "Large")] {
        let found = test.call("people_search", json!({ "text": who, "limit": 1 })).await;
        let on = json!({ "of": "people", "selection": { "kind": "ids", "ids": [found[0]["id"]] } });
        test.call("fields_put", json!({ "on": on, "values": [{ "field": "Size", "value": size }] })).await;
    }
    let query = json!({ "text": "", "filters": [], "sort": "name", "descending": false });
    let found = test.call("people_groups", json!({ "query": query, "by": "custom", "custom": field["id"] })).await;
    let told: Vec<_> = found["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (group["name"].as_str().unwrap(), group["count"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("Small", 1), ("Large", 2), ("", 1)]);
    for (at, names_in) in [(0, vec!["Bob"]), (1, vec!["Ann", "Cy"]), (2, vec!["Di"])] {
        let mut within = query.clone();
        within["within"] = json!({ "by": "custom", "custom": field["id"], "key": found["groups"][at]["key"] });
        let rows = test.call("people_list", json!({ "query": within, "offset": 0, "limit": 50 })).await;
        assert_eq!(names(rows["rows"].as_array().unwrap()), names_in);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_several_choices_stands_in_the_group_of_each() {
    let test = TestApp::open().await;
    crowd(&test).await;
    let field = test
        .call("fields_create", json!({ "of": "people", "name": "Topics", "kind": "choices", "choices": ["C & D", "L'été", "Wine"] }))
        .await;
    for (who, topics) in [("Ann", "Wine, C & D"), ("Bob", "L'été"), ("Cy", "wine")] {
        let found = test.call("people_search", json!({ "text": who, "limit": 1 })).await;
        let on = json!({ "of": "people", "selection": { "kind": "ids", "ids": [found[0]["id"]] } });
        test.call("fields_put", json!({ "on": on, "values": [{ "field": "Topics", "value": topics }] })).await;
    }
    let query = json!({ "text": "", "filters": [], "sort": "name", "descending": false });
    let found = test.call("people_groups", json!({ "query": query, "by": "custom", "custom": field["id"] })).await;
    let told: Vec<_> = found["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (group["name"].as_str().unwrap(), group["count"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("C & D", 1), ("L'été", 1), ("Wine", 2), ("", 1)]);
    for (at, names_in) in [(0, vec!["Ann"]), (1, vec!["Bob"]), (2, vec!["Ann", "Cy"]), (3, vec!["Di"])] {
        let mut within = query.clone();
        within["within"] = json!({ "by": "custom", "custom": field["id"], "key": found["groups"][at]["key"] });
        let rows = test.call("people_list", json!({ "query": within, "offset": 0, "limit": 50 })).await;
        assert_eq!(names(rows["rows"].as_array().unwrap()), names_in);
    }
    let grouped = json!({ "query": query, "offset": 0, "limit": 50, "grouped": { "by": "custom", "custom": field["id"] } });
    let rows = test.call("people_list", grouped).await;
    assert_eq!(names(rows["rows"].as_array().unwrap()), ["Ann", "Bob", "Ann", "Cy", "Di"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn companies_fall_into_groups_by_town_and_by_what_they_do() {
    let test = TestApp::open().await;
    for (name, city, activity) in [("Acme", "Lyon", "Conseil"), ("Brume", "lyon", "conseil"), ("Cap", "Évry", ""), ("Dune", "", "Textile")]
    {
        let values =
            json!([{ "field": "name", "value": name }, { "field": "city", "value": city }, { "field": "activity", "value": activity }]);
        test.call("companies_create", json!({ "values": values })).await;
    }
    let all = json!({ "text": "", "filters": [], "sort": "name", "descending": false });
    let by = |by: &'static str| groups(&test, "companies", all.clone(), by);
    let cities = by("city").await;
    assert_eq!(cities.iter().map(|group| group.2).collect::<Vec<_>>(), [1, 2, 1]);
    assert_eq!((cities[0].1.as_str(), cities[2].1.as_str()), ("Évry", ""));
    assert_eq!(by("activity").await.iter().map(|group| group.2).collect::<Vec<_>>(), [2, 1, 1]);
    assert_eq!(by("tag").await.len(), 1);
    assert_eq!(by("country").await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_box_of_a_list_forgives_a_wrong_letter_and_says_so() {
    let test = TestApp::open().await;
    for (first, last) in [("Claire", "Dupont"), ("Marc", "Dupond"), ("Ann", "Martin")] {
        add(&test, &[("first_name", first), ("last_name", last)]).await;
    }
    let typed = |text: &str| json!({ "text": text, "filters": [], "sort": "name", "descending": false });
    for (text, near, found) in
        [("dupont", false, vec!["Claire Dupont"]), ("dupomt", true, vec!["Claire Dupont"]), ("zzzzzz", false, vec![])]
    {
        let page = test.call("people_list", json!({ "query": typed(text), "offset": 0, "limit": 50 })).await;
        let mut rows = names(page["rows"].as_array().unwrap());
        let count = test.call("people_count", typed(text)).await;
        rows.sort_by_key(|name| found.iter().position(|one| one == name));
        assert_eq!(
            (rows, &count["near"], count["matching"].as_u64()),
            (found.iter().map(|name| (*name).to_owned()).collect(), &json!(near), Some(found.len() as u64)),
            "{text}"
        );
    }
    // A word that stands somewhere is meant as it stands, also where the conditions leave none of those who have it.
    let none = json!({ "text": "dupont", "filters": [is("status", "lost")], "sort": "name", "descending": false });
    assert_eq!(test.call("people_count", none).await["matching"], 0);
}
