//! On what ground people are held, for how long, and what is held about one.

use crate::support::{add, edit, fields};
use chrono::Duration;
use serde_json::{Value, json};
use std::io::Read as _;
use testkit::TestApp;

async fn set(test: &TestApp, id: &Value, part: Value) -> Value {
    let mut request = json!({ "id": id, "basis": null, "informedOn": null, "heardOn": null, "heardHow": null, "consent": null });
    for (key, value) in part.as_object().unwrap() {
        request[key] = value.clone();
    }
    test.call("privacy_set", request).await
}

async fn get(test: &TestApp, id: &Value) -> Value {
    test.call("privacy_get", json!({ "id": id })).await
}

async fn expired(test: &TestApp) -> Vec<String> {
    let found = test.call("privacy_expired", json!({ "limit": 100 })).await;
    assert_eq!(found["total"].as_u64(), Some(found["rows"].as_array().unwrap().len() as u64));
    found["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_clock_starts_with_the_data_and_again_with_each_contact_from_the_person() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@acme.example")]).await;
    let first = get(&test, &ann).await;
    assert_eq!(
        (first["until"].as_str(), first["basis"].as_str(), first["heardOn"].as_str()),
        (Some("2029-09-15"), Some("legitimate_interest"), None)
    );
    test.clock.advance(Duration::days(100));
    let call = json!({ "personId": ann, "companyId": null, "opportunityId": null, "outcome": "no_answer", "minutes": 0, "text": "", "next": null });
    test.call("calls_log", call.clone()).await;
    assert_eq!(get(&test, &ann).await["until"], "2029-09-15", "a call nobody took is no contact from them");
    let mut reached = call;
    reached["outcome"] = json!("reached");
    test.call("calls_log", reached).await;
    let heard = get(&test, &ann).await;
    assert_eq!(
        (heard["heardOn"].as_str(), heard["heardBy"].as_str(), heard["until"].as_str()),
        (Some("2026-12-24"), Some("call"), Some("2029-12-24"))
    );
    let noted = set(&test, &ann, json!({ "heardOn": "2027-01-02", "heardHow": "wrote a letter" })).await;
    assert_eq!((noted["heardBy"].as_str(), noted["until"].as_str()), (Some("noted"), Some("2030-01-02")));
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(get(&test, &ann).await["heardBy"], "call");
    assert_eq!(set(&test, &ann, json!({ "basis": "contract" })).await["until"], Value::Null);
    let wrong = test
        .try_call(
            "privacy_set",
            json!({ "id": ann, "basis": null, "informedOn": "soon", "heardOn": null, "heardHow": null, "consent": null }),
        )
        .await;
    assert_eq!(wrong.unwrap_err().code, "privacy.not_a_day");
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_time_ran_out_is_listed_and_erased_together() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("last_name", "Old")]).await;
    let bob = add(&test, &[("first_name", "Bob"), ("last_name", "Client")]).await;
    let cid = add(&test, &[("first_name", "Cid"), ("last_name", "Heard")]).await;
    set(&test, &bob, json!({ "basis": "contract" })).await;
    set(&test, &cid, json!({ "heardOn": "2028-09-15" })).await;
    assert!(expired(&test).await.is_empty());
    test.clock.advance(Duration::days(3 * 366));
    add(&test, &[("first_name", "Dee"), ("last_name", "New")]).await;
    assert_eq!(expired(&test).await, ["Ann Old"]);
    assert_eq!(get(&test, &ann).await["expired"], true);
    test.call("setting_set", json!({ "key": "privacy.retention_years", "value": "5" })).await;
    assert!(expired(&test).await.is_empty(), "the seller may keep people for longer, and says so");
    test.call("setting_set", json!({ "key": "privacy.retention_years", "value": "" })).await;
    assert_eq!(test.call("privacy_erase", json!({ "ids": [ann], "forGood": true })).await["count"], 1);
    assert!(expired(&test).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_refuses_on_a_channel_is_kept_to_and_what_they_agree_to_lifts_it() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("email", "ann@gmail.com"), ("phone", "+33612345678")]).await;
    let verdict = |person: &Value| person["verdict"]["answer"].as_str().unwrap().to_owned();
    let person = test.call("people_get", json!({ "id": ann })).await;
    assert_eq!(verdict(&person), "never", "a private address needs consent");
    let said = set(&test, &ann, json!({ "consent": { "channel": "email", "given": true, "note": "at the fair" } })).await;
    assert_eq!(said["consents"], json!([{ "channel": "email", "given": true, "on": "2026-09-15", "note": "at the fair" }]));
    let person = test.call("people_get", json!({ "id": ann })).await;
    assert_ne!(verdict(&person), "never", "{person}");
    set(&test, &ann, json!({ "consent": { "channel": "email", "given": false, "note": "by phone" } })).await;
    let person = test.call("people_get", json!({ "id": ann })).await;
    assert_eq!((verdict(&person).as_str(), person["suppression"]["reason"].as_str()), ("never", Some("opted_out")));
    set(&test, &ann, json!({ "consent": { "channel": "phone", "given": false, "note": "" } })).await;
    set(&test, &ann, json!({ "consent": { "channel": "email", "given": true, "note": "asked again" } })).await;
    let person = test.call("people_get", json!({ "id": ann })).await;
    assert_eq!(person["suppression"], Value::Null, "the refusal of calls is not one of e-mail");
    assert_eq!(get(&test, &ann).await["consents"].as_array().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_access_package_holds_every_row_that_names_the_person() {
    let test = TestApp::open().await;
    let csv = "first name,last name,company,email\nAnn,Lee,Acme,ann@acme.example\nBob,Roe,Acme,bob@acme.example\n";
    test.import(&test.file("people.csv", csv)).await;
    let found = test.call("people_search", json!({ "text": "Lee", "limit": 5 })).await;
    let ann = found[0]["id"].clone();
    edit(&test, &ann, &[("title", "<b>CEO</b>"), ("phone", "+33612345678")]).await;
    test.call("people_note", json!({ "id": ann, "text": "likes glass" })).await;
    test.call("tags_people", json!({ "selection": { "kind": "ids", "ids": [ann] }, "add": ["VIP"], "remove": [] })).await;
    test.call("tasks_create", json!({ "values": fields(&[("title", "Call"), ("person_id", ann.as_str().unwrap())]) })).await;
    test.call("people_suppress", json!({ "ids": [ann], "note": "asked" })).await;
    set(&test, &ann, json!({ "basis": "consent", "consent": { "channel": "post", "given": false, "note": "no letters" } })).await;
    let path = test.folder().join("access.zip");
    test.call("privacy_access", json!({ "id": ann, "path": path })).await;
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let mut text = |name: &str| {
        let mut text = String::new();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let data: Value = serde_json::from_str(&text("data.json")).unwrap();
    // Every table with the person's id in one of its rows is there, with as many rows.
    let counted = test.app.desk().unwrap().rows_naming(ann.as_str().unwrap().to_owned()).await.unwrap();
    assert!(counted.len() >= 8, "{counted:?}");
    for (table, rows) in counted {
        let held = data["tables"].as_array().unwrap().iter().find(|held| held["table"] == table.as_str());
        let there = held.map_or(0, |held| {
            held["rows"].as_array().unwrap().iter().filter(|row| row.to_string().contains(ann.as_str().unwrap())).count()
        });
        assert_eq!(there, rows, "{table}");
    }
    assert!(text("csv/person.csv").starts_with("\u{feff}first name,last name,title,company,email"), "{}", text("csv/person.csv"));
    let page = text("index.html");
    assert!(page.contains("likes glass") && page.contains("&lt;b&gt;CEO&lt;/b&gt;") && page.contains("ann@acme.example"), "{page}");
    assert!(!page.contains("bob@acme.example") && !data.to_string().contains("bob@acme.example"), "nobody else is told of");
    assert_eq!(data["privacy"]["basis"], "consent");
    assert!(data["changes"].as_array().unwrap().len() >= 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_access_package_is_in_the_words_of_the_desk_and_of_a_seller_without_a_name_too() {
    let test = TestApp::open().await;
    let csv = "first name,last name,company,email,phone\nAnn,Lee,Acme,ann@acme.example,+33612345678\n";
    test.import(&test.file("people.csv", csv)).await;
    let ann = test.call("people_search", json!({ "text": "Lee", "limit": 5 })).await[0]["id"].clone();
    let point = json!({ "owner": { "kind": "person", "id": ann }, "kind": "phone", "label": "work", "value": "+33123456789", "postal": null, "first": false });
    test.call("contacts_add", point).await;
    edit(&test, &ann, &[("status", "interested")]).await;
    test.call("fields_create", json!({ "of": "people", "name": "Fair", "kind": "flag", "choices": [], "currency": "" })).await;
    let on = json!({ "of": "people", "selection": { "kind": "ids", "ids": [ann] } });
    test.call("fields_put", json!({ "on": on, "values": [{ "field": "Fair", "value": "oui" }] })).await;
    test.call("people_suppress", json!({ "ids": [ann], "note": "asked" })).await;
    set(&test, &ann, json!({ "consent": { "channel": "post", "given": false, "note": "no letters" } })).await;
    let path = test.folder().join("access.zip");
    for (locale, made, words) in [
        (
            "fr",
            "Établi le 15 sept. 2026 à ",
            ["<th>état</th><td>inconnu", "<th>libellé</th><td>travail", "<th>date de la source</th>", "Nouveau → Intéressé"],
        ),
        (
            "en",
            "Made on 15 Sep 2026, ",
            ["<th>state</th><td>unknown", "<th>label</th><td>work", "<th>date of the source</th>", "New → Interested"],
        ),
    ] {
        test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
        for key in ["identity.name", "identity.company", "identity.postal_address", "mail.from"] {
            test.call("setting_set", json!({ "key": key, "value": "" })).await;
        }
        test.call("privacy_access", json!({ "id": ann, "path": path })).await;
        let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
        let mut page = String::new();
        zip.by_name("index.html").unwrap().read_to_string(&mut page).unwrap();
        let said = page.split(made).nth(1).and_then(|rest| rest.split("</p>").next()).unwrap_or_else(|| panic!("{page}"));
        assert_eq!(said.len(), "10:00.".len(), "nobody is named: {said}");
        for word in words {
            assert!(page.contains(word), "{word}: {page}");
        }
        for head in page.split("<th>").skip(1).map(|rest| rest.split("</th>").next().unwrap()) {
            let raw = ["norm", "source at", "id", "person id", "email status", "at", "created at"].contains(&head)
                || head.contains('_')
                || head.is_empty();
            assert!(!raw, "{head} is a column, no word");
        }
        for value in page.split("<td>").skip(1).map(|rest| rest.split("</td>").next().unwrap()) {
            let raw = value.contains(ann.as_str().unwrap())
                || value.contains("import:")
                || value.contains("legitimate_interest")
                || value.contains("2026-09")
                || value.contains("status_changed")
                || (locale == "fr" && value.contains("yes"));
            assert!(!raw, "{value} is a code, no word");
        }
    }
}
