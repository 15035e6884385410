use crate::support::{add, edit, fields, find, id, import, list, names, tally};
use serde_json::{Value, json};
use testkit::TestApp;

fn called(fr: &str, en: &str) -> Value {
    json!({ "nameFr": fr, "nameEn": en, "colour": "doubt", "rottenDays": null, "hidden": false })
}

/// Adds a status; gives its key.
async fn status(test: &TestApp, meaning: &str, fr: &str, en: &str) -> String {
    let all = test.call("statuses_create", json!({ "meaning": meaning, "values": called(fr, en) })).await;
    let found = all["statuses"].as_array().unwrap().iter().find(|one| one["nameFr"] == fr && one["deleted"] == false).unwrap();
    assert_eq!((&found["meaning"], &found["fixed"]), (&json!(meaning), &json!(false)));
    found["key"].as_str().unwrap().to_owned()
}

async fn rename(test: &TestApp, key: &str, fr: &str, en: &str) {
    test.call("statuses_update", json!({ "key": key, "values": called(fr, en) })).await;
}

/// Names in their order, those in use.
async fn order(test: &TestApp) -> Vec<String> {
    let all = test.call("statuses_list", json!({})).await;
    let present = all["statuses"].as_array().unwrap().iter().filter(|one| one["deleted"] == false);
    present.map(|one| one["nameEn"].as_str().unwrap().to_owned()).collect()
}

async fn refused(test: &TestApp, command: &str, request: Value) -> String {
    test.try_call(command, request).await.unwrap_err().code
}

async fn standing(test: &TestApp, name: &str) -> String {
    find(test, name).await["row"]["status"].as_str().unwrap().to_owned()
}

async fn why(test: &TestApp, person: &Value) -> (String, String) {
    let why = test.call("people_why", json!({ "id": id(person) })).await;
    (why["answer"].as_str().unwrap().to_owned(), why["rule"]["code"].as_str().unwrap().to_owned())
}

fn sorted(descending: bool) -> Value {
    json!({ "query": { "text": "", "filters": [], "sort": "status", "descending": descending }, "offset": 0, "limit": 50 })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_of_the_sellers_own_is_named_ordered_and_undone() {
    let test = TestApp::open().await;
    assert_eq!(order(&test).await, ["New", "Contacted", "Interested", "Qualified", "Converted", "Lost", "Do not contact"]);
    let later = status(&test, "interested", "Plus tard", "Later").await;
    assert!(later.starts_with("interested:"), "{later}");
    let ann = add(&test, &[("first_name", "Ann"), ("status", "LATER")]).await;
    assert_eq!(ann["row"]["status"], json!(later));
    let bob = add(&test, &[("first_name", "Bob"), ("status", "lost")]).await;
    add(&test, &[("first_name", "Cy")]).await;
    test.call("statuses_reorder", json!({ "keys": ["lost", later] })).await;
    assert_eq!(order(&test).await, ["Lost", "Later", "New", "Contacted", "Interested", "Qualified", "Converted", "Do not contact"]);
    // Lists, groups and the board follow the seller's order.
    let first =
        |rows: Value| rows["rows"].as_array().unwrap().iter().map(|row| row["firstName"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(first(test.call("people_list", sorted(false)).await), ["Bob", "Ann", "Cy"]);
    assert_eq!(first(test.call("people_list", sorted(true)).await), ["Cy", "Ann", "Bob"]);
    let groups = test.call("people_groups", json!({ "query": sorted(false)["query"], "by": "status" })).await;
    let shown: Vec<_> = groups["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].clone(), one["nameEn"].clone(), one["colour"].clone()))
        .collect();
    assert_eq!(shown[1], (json!("Plus tard"), json!("Later"), json!("doubt")));
    let mut grouped = sorted(false);
    grouped["grouped"] = json!({ "by": "status" });
    grouped["query"]["sort"] = json!("name");
    assert_eq!(first(test.call("people_list", grouped).await), ["Bob", "Ann", "Cy"]);
    // Asked by key, by either name, and by what it counts as.
    for (field, value, found) in [
        ("status", later.as_str(), vec!["Ann"]),
        ("status", "plus TARD", vec!["Ann"]),
        ("status", "Later,Perdu", vec!["Ann", "Bob"]),
        ("counts_as", "interested", vec!["Ann"]),
        ("status", "interested", vec![]),
    ] {
        assert_eq!(names(&list(&test, "", json!([{ "field": field, "op": "is", "value": value }])).await), found, "{field} {value}");
    }
    // The timeline tells it as it is called now.
    edit(&test, &bob, &[("status", &later)]).await;
    rename(&test, &later, "En pause", "On hold").await;
    let timeline = test.call("people_timeline", json!({ "id": id(&bob), "before": null, "limit": 50 })).await;
    let told = &timeline.as_array().unwrap().iter().find(|item| item["kind"] == "status_changed").unwrap()["reason"]["params"];
    assert_eq!((&told["from_en"], &told["to_en"], &told["to_fr"]), (&json!("Lost"), &json!("On hold"), &json!("En pause")));
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(order(&test).await[1], "Later");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_cannot_be_is_refused_and_nothing_is_written() {
    let test = TestApp::open().await;
    let add = |fr: &str, en: &str| json!({ "meaning": "lost", "values": called(fr, en) });
    for (fr, en, code) in [
        ("", "", "statuses.no_name"),
        (&"x".repeat(1_000), "", "statuses.long_name"),
        ("Plus\u{0}tard", "Later", "statuses.bad_name"),
        ("Plus tard", "NEW", "statuses.name_taken"),
        ("interesse", "Other", "statuses.name_taken"),
        ("Désabonné", "Other", "statuses.name_reserved"),
    ] {
        assert_eq!(refused(&test, "statuses_create", add(fr, en)).await, code, "{fr:?}");
        assert_eq!(refused(&test, "statuses_update", json!({ "key": "lost", "values": called(fr, en) })).await, code, "{fr:?}");
    }
    let mut odd = add("Plus tard", "Later");
    odd["values"]["rottenDays"] = json!(0);
    assert_eq!(refused(&test, "statuses_create", odd).await, "statuses.bad_days");
    assert_eq!(order(&test).await.len(), 7);
    assert_eq!(refused(&test, "statuses_update", json!({ "key": "happy", "values": called("a", "b") })).await, "statuses.not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gate_believes_what_a_status_counts_as_whatever_it_is_called() {
    let test = TestApp::open().await;
    let stop = status(&test, "do_not_contact", "Fâché", "Angry").await;
    let prospect = status(&test, "new", "Prospect froid", "Cold prospect").await;
    // Hostile names: what is contacted is called new, what is new is called contacted.
    rename(&test, "new", "a", "b").await;
    rename(&test, "contacted", "Nouveau", "New").await;
    rename(&test, "new", "Contacté", "Contacted").await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example"), ("status", "new")]).await;
    let bob = add(&test, &[("first_name", "Bob"), ("email", "bob@acme.example"), ("status", "Nouveau")]).await;
    let cy = add(&test, &[("first_name", "Cy"), ("email", "cy@acme.example"), ("status", &prospect)]).await;
    assert_eq!([standing(&test, "Ann").await, standing(&test, "Bob").await], ["new", "contacted"]);
    assert_ne!(why(&test, &ann).await.1, "gate.status_stop");
    assert_ne!(why(&test, &cy).await.1, "gate.status_stop");
    assert_eq!(why(&test, &bob).await, ("never".to_owned(), "gate.status_stop".to_owned()));
    // Who is put in a status that counts as do not contact is on the list, and only the list lets them go.
    edit(&test, &ann, &[("status", "Angry")]).await;
    assert_eq!(find(&test, "Ann").await["row"]["suppressed"], true);
    assert_eq!(why(&test, &ann).await, ("never".to_owned(), "gate.suppressed".to_owned()));
    let back = json!({ "id": id(&ann), "values": fields(&[("status", "new")]) });
    assert_eq!(refused(&test, "people_update", back).await, "people.still_suppressed");
    edit(&test, &ann, &[("status", "do_not_contact")]).await;
    edit(&test, &ann, &[("status", &stop)]).await;
    // No undo of anybody's status takes them off the list, and a status with people stays though its making is undone.
    for _ in 0..4 {
        test.call("history_undo", json!({ "id": null })).await;
    }
    assert_eq!(why(&test, &ann).await, ("never".to_owned(), "gate.suppressed".to_owned()));
    // Taken off the list they are where the desk puts them, by what it counts as.
    test.call("people_allow", json!({ "ids": [id(&ann)], "note": "asked back" })).await;
    assert_eq!(standing(&test, "Ann").await, "new");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_status_says_where_its_people_go_and_one_undo_gives_both_back() {
    let test = TestApp::open().await;
    let later = status(&test, "interested", "Plus tard", "Later").await;
    let people: Vec<Value> = {
        let mut people = Vec::new();
        for name in ["Ann", "Bob", "Cy"] {
            people.push(add(&test, &[("first_name", name), ("status", &later)]).await);
        }
        people
    };
    test.call("people_delete", json!({ "kind": "ids", "ids": [id(&people[2])] })).await;
    let delete = |key: &str, to: Option<&str>| json!({ "key": key, "moveTo": to });
    for (request, code) in [
        (delete(&later, None), "statuses.has_people"),
        (delete(&later, Some(&later)), "statuses.bad_target"),
        (delete(&later, Some("nowhere")), "statuses.not_found"),
        (delete(&later, Some("do_not_contact")), "statuses.never_apart"),
        (delete("new", Some("contacted")), "statuses.fixed"),
        (delete("contacted", Some("new")), "statuses.fixed"),
        (delete("do_not_contact", Some("lost")), "statuses.fixed"),
    ] {
        assert_eq!(refused(&test, "statuses_delete", request.clone()).await, code, "{request}");
    }
    let stop = status(&test, "do_not_contact", "Fâché", "Angry").await;
    assert_eq!(refused(&test, "statuses_delete", delete(&stop, Some("lost"))).await, "statuses.never_apart");
    test.call("statuses_delete", delete(&stop, None)).await;
    test.call("statuses_delete", delete(&later, Some("qualified"))).await;
    assert_eq!(order(&test).await.len(), 7);
    assert_eq!([standing(&test, "Ann").await, standing(&test, "Bob").await], ["qualified", "qualified"]);
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(order(&test).await.len(), 8);
    assert_eq!([standing(&test, "Ann").await, standing(&test, "Bob").await], [later.clone(), later.clone()]);
    test.call("history_redo", json!({ "id": null })).await;
    assert_eq!([standing(&test, "Ann").await, standing(&test, "Bob").await], ["qualified", "qualified"]);
    // Nobody is put in a status that was deleted, and its name is free.
    let request = json!({ "id": id(&people[0]), "values": fields(&[("status", &later)]) });
    assert_eq!(refused(&test, "people_update", request).await, "people.bad_status");
    status(&test, "lost", "Plus tard", "Later").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_with_people_stays_though_its_making_is_undone() {
    let test = TestApp::open().await;
    let later = status(&test, "interested", "Plus tard", "Later").await;
    let made = test.call("history_top", json!({})).await["undo"]["id"].clone();
    let ann = add(&test, &[("first_name", "Ann")]).await;
    edit(&test, &ann, &[("status", &later)]).await;
    test.call("history_undo", json!({ "id": made })).await;
    assert_eq!((order(&test).await.len(), standing(&test, "Ann").await), (8, later.clone()));
    // One that nobody is in goes; and an older edit is not taken back to where nobody can be.
    let soon = status(&test, "interested", "Bientôt", "Soon").await;
    let made = test.call("history_top", json!({})).await["undo"]["id"].clone();
    edit(&test, &ann, &[("status", &soon)]).await;
    edit(&test, &ann, &[("status", "lost")]).await;
    let lost = test.call("history_top", json!({})).await["undo"]["id"].clone();
    test.call("history_undo", json!({ "id": made })).await;
    assert_eq!(order(&test).await.len(), 8);
    test.call("history_undo", json!({ "id": lost })).await;
    assert_eq!(standing(&test, "Ann").await, "lost");
    assert_eq!(test.call("people_list", sorted(false)).await["rows"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn files_name_statuses_as_the_seller_does_and_come_back_without_a_change() {
    let test = TestApp::open().await;
    let later = status(&test, "interested", "Très chaud, à rappeler", "Hot").await;
    rename(&test, "lost", "Pas pour nous", "Not for us").await;
    rename(&test, "qualified", "Perdu", "Gone").await;
    let file = "First Name,Last Name,Email,Status\nAnn,A,ann@a.example,hot\nBob,B,bob@a.example,TRES CHAUD; a rappeler\n\
                Cy,C,cy@a.example,Not for us\nDi,D,di@a.example,interested\nEd,E,ed@a.example,Perdu\nFay,F,fay@a.example,Unsubscribed\n\
                Gus,G,gus@a.example,whatever\n";
    let file = file.replace("TRES CHAUD; a rappeler", "\"TRES CHAUD, a rappeler\"");
    import(&test, "statuses.csv", file).await;
    for (name, key) in [
        ("Ann", later.as_str()),
        ("Bob", &later),
        ("Cy", "lost"),
        ("Di", "interested"),
        ("Ed", "qualified"),
        ("Fay", "do_not_contact"),
        ("Gus", "new"),
    ] {
        assert_eq!(standing(&test, name).await, key, "{name}");
    }
    for locale in ["en", "fr"] {
        test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
        for (format, layout) in [("csv", "full"), ("xlsx", "full"), ("csv", "sheet"), ("xlsx", "sheet")] {
            let path = test.folder().join(format!("out-{layout}.{format}"));
            test.call("export_people", json!({ "selection": { "kind": "all" }, "format": format, "layout": layout, "path": path })).await;
            let opened = test.call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await;
            assert_eq!(tally(&opened), [7, 0, 0, 7, 0, 0], "{locale} {format} {layout}");
        }
    }
    // What a file changes is shown by name.
    let changed = "First Name,Last Name,Email,Status\nDi,D,di@a.example,Hot\n";
    let path = test.folder().join("changed.csv");
    std::fs::write(&path, changed).unwrap();
    let opened = test.call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await;
    let rows = test.call("import_rows", json!({ "id": opened["id"], "plan": "update", "offset": 0, "limit": 10 })).await;
    let change = &rows[0]["changes"][0];
    assert_eq!((&change["old"], &change["new"]), (&json!("Intéressé"), &json!("Très chaud, à rappeler")));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_been_in_a_status_for_longer_than_it_allows_is_found() {
    let test = TestApp::open().await;
    let limit = |key: &str, fr: &str, en: &str, days: Option<u32>| json!({ "key": key, "values": { "nameFr": fr, "nameEn": en, "colour": "", "rottenDays": days, "hidden": false } });
    test.call("statuses_update", limit("contacted", "Contacté", "Contacted", Some(10))).await;
    let ann = add(&test, &[("first_name", "Ann"), ("status", "contacted")]).await;
    let bob = add(&test, &[("first_name", "Bob"), ("status", "contacted")]).await;
    add(&test, &[("first_name", "Cy")]).await;
    let asked = |value: &'static str| {
        let test = &test;
        async move { names(&list(test, "", json!([{ "field": "too_long", "op": "is", "value": value }])).await) }
    };
    assert_eq!(asked("yes").await, Vec::<String>::new());
    test.clock.advance(chrono::Duration::days(6));
    edit(&test, &bob, &[("status", "interested")]).await;
    edit(&test, &bob, &[("status", "contacted")]).await;
    test.clock.advance(chrono::Duration::days(5));
    assert_eq!((asked("yes").await, asked("no").await), (vec!["Ann".to_owned()], vec!["Bob".to_owned(), "Cy".to_owned()]));
    let views = test.call("views_list", json!({})).await;
    assert!(views.as_array().unwrap().iter().any(|view| view["builtin"] == "too_long"));
    // Somebody who is put elsewhere begins anew, and an undo gives the old day back.
    let since = find(&test, "Ann").await["row"]["statusSince"].clone();
    edit(&test, &ann, &[("status", "lost")]).await;
    assert_eq!(asked("yes").await, Vec::<String>::new());
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!((asked("yes").await, &find(&test, "Ann").await["row"]["statusSince"]), (vec!["Ann".to_owned()], &since));
    test.call("statuses_update", limit("contacted", "Contacté", "Contacted", None)).await;
    assert_eq!(asked("yes").await, Vec::<String>::new());
}
