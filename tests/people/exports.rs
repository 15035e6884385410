use crate::support::{add, edit, find, id, import, list, tally};
use serde_json::{Value, json};
use testkit::TestApp;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

async fn desk() -> TestApp {
    let test = TestApp::open().await;
    let connections = format!(
        "{HEADER}Ann,\"Lee, PhD\",https://www.linkedin.com/in/ren%C3%A9e,ann@acme.example,\"Acme, Inc.\",=1+1,05 Nov 2024\n\
         Jean Pierre,de la Tour Martin,https://www.linkedin.com/in/jp,,@Home,-,5-Nov-24\n"
    );
    import(&test, "c.csv", connections).await;
    let bob =
        add(&test, &[("first_name", "'Bob"), ("phone", "+33 6 12 34 56 78"), ("notes", "=cmd\n+line two\t'x"), ("location", "＝Lyon")])
            .await;
    edit(&test, &bob, &[("status", "Intéressé"), ("language", "fr"), ("time_zone", "Europe/Paris")]).await;
    let zoe = add(&test, &[("email", "zoe@z.example")]).await;
    test.call("people_suppress", json!({ "ids": [id(&zoe)], "note": "no" })).await;
    add(&test, &[("last_name", "MARTIN"), ("company", "SAS")]).await;
    test
}

async fn export(test: &TestApp, format: &str, layout: &str) -> (std::path::PathBuf, Value) {
    let path = test.folder().join(format!("out-{layout}.{format}"));
    let request = json!({ "selection": { "kind": "all" }, "format": format, "layout": layout, "path": path });
    let done = test.call("export_people", request).await;
    (path, done)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_export_imports_back_without_a_change() {
    let test = desk().await;
    let cards = [("vcard", "full"), ("vcard21", "full"), ("vcard40", "full")];
    let layouts = [("csv", "full"), ("xlsx", "full"), ("csv", "sheet"), ("xlsx", "sheet")].into_iter().chain(cards);
    for (locale, (format, layout)) in ["en", "fr"].into_iter().flat_map(|locale| layouts.clone().map(move |layout| (locale, layout))) {
        test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
        let (path, done) = export(&test, format, layout).await;
        assert_eq!(done["rows"], 5);
        let opened = test.call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await;
        assert_eq!(tally(&opened), [5, 0, 0, 5, 0, 0], "{format} {layout}");
        assert_eq!(opened["kind"], if layout == "sheet" { "sheet" } else { "csv" });
        let rows = test.call("import_rows", json!({ "id": opened["id"], "plan": null, "offset": 0, "limit": 10 })).await;
        assert!(rows.as_array().unwrap().iter().all(|row| row["changes"] == json!([])), "{format} {layout}: {rows}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_headings_of_a_full_export_are_in_the_language_the_desk_has_now() {
    let test = desk().await;
    let mut heads = Vec::new();
    for locale in ["en", "fr"] {
        test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
        let text = std::fs::read_to_string(export(&test, "csv", "full").await.0).unwrap();
        heads.push(text.lines().next().unwrap().trim_start_matches('\u{feff}').to_owned());
    }
    assert!(heads[0].starts_with("ID,First name,Last name,"), "{heads:?}");
    assert!(heads[1].starts_with("ID;Prénom;Nom de famille;"), "{heads:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_export_makes_the_same_people_on_another_desk() {
    let test = desk().await;
    let (path, _) = export(&test, "csv", "full").await;
    let other = TestApp::open().await;
    assert_eq!(tally(&other.import(&path).await), [5, 5, 0, 0, 0, 0]);
    let bob = find(&other, "Bob").await;
    assert_eq!(bob["notes"], "=cmd\n+line two\t'x");
    assert_eq!((bob["row"]["firstName"].as_str(), bob["row"]["phone"].as_str()), (Some("'Bob"), Some("+33 6 12 34 56 78")));
    assert_eq!(bob["row"]["status"], "interested");
    assert_eq!(find(&other, "zoe").await["row"]["suppressed"], true, "do not contact travels");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opted_out_and_what_bounced_stay_so_on_another_desk() {
    let test = TestApp::open().await;
    for (name, state) in [("Ann", "opted_out"), ("Bob", "bounced"), ("Zoe", "guessed")] {
        let email = format!("{}@acme.example", name.to_lowercase());
        let person = add(&test, &[("first_name", name), ("email", &email)]).await;
        let first = json!({ "owner": { "kind": "person", "id": id(&person) }, "kind": "email", "id": id(&person) });
        let mut set = first.clone();
        set["status"] = json!(state);
        test.call("contacts_set", set).await;
    }
    for locale in ["en", "fr"] {
        test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
        let (path, _) = export(&test, "csv", "full").await;
        let other = TestApp::open().await;
        assert_eq!(tally(&other.import(&path).await), [3, 3, 0, 0, 0, 0]);
        for (name, state) in [("Ann", "opted_out"), ("Bob", "bounced"), ("Zoe", "guessed")] {
            let person = find(&other, name).await;
            assert_eq!(person["contacts"][0]["status"], state, "{locale}: {person}");
            assert_ne!(person["verdict"]["answer"], "go", "{locale} {name}: {person}");
        }
        assert_eq!(tally(&other.import(&path).await), [3, 0, 0, 3, 0, 0], "{locale}: it is known");
        let knows = TestApp::open().await;
        add(&knows, &[("first_name", "Ann"), ("email", "ann@acme.example")]).await;
        let told = knows.import(&path).await;
        assert_eq!(tally(&told), [3, 2, 1, 0, 0, 0], "{locale}: {told}");
        assert_eq!(find(&knows, "Ann").await["contacts"][0]["status"], "opted_out", "{locale}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sheet_has_its_eleven_columns_and_no_cell_is_a_formula() {
    let test = desk().await;
    let (path, _) = export(&test, "csv", "sheet").await;
    let text = std::fs::read_to_string(path).unwrap();
    assert!(
        text.contains("ID,Nom,Entreprise,Poste,LinkedIn URL,Localisation,Date d'ajout,Statut,Message envoyé,Nb relances,Notes"),
        "{text}"
    );
    for raw in text.split([',', '\n', '"']) {
        assert!(!raw.starts_with(['=', '@']), "{raw}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn json_has_a_person_a_line_and_a_failed_export_leaves_the_old_file() {
    let test = desk().await;
    let (path, done) = export(&test, "json", "full").await;
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!((text.lines().count(), done["bytes"].as_f64()), (5, Some(text.len() as f64)));
    assert!(text.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()));
    let missing = test.folder().join("no/such/folder.csv");
    let request = json!({ "selection": { "kind": "all" }, "format": "csv", "layout": "full", "path": missing });
    assert_eq!(test.try_call("export_people", request).await.unwrap_err().code, "exports.unwritable_file");
    let request = json!({ "selection": { "kind": "ids", "ids": [] }, "format": "csv", "layout": "full", "path": path });
    assert_eq!(test.try_call("export_people", request).await.unwrap_err().code, "people.nobody");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    assert_eq!(list(&test, "", json!([])).await.len(), 5);
}

/// What stands beside somebody's fields, in words.
async fn beside(test: &TestApp, text: &str) -> Value {
    let person = find(test, text).await;
    let owner = json!({ "owner": { "kind": "person", "id": id(&person) } });
    let contacts = test.call("contacts_list", owner).await;
    let told = |one: &Value| json!([one["kind"], one["label"], one["value"], one["postal"], one["first"]]);
    let tags: Vec<Value> = person["row"]["tags"].as_array().unwrap().iter().map(|tag| tag["name"].clone()).collect();
    let mut lists: Vec<Value> = Vec::new();
    for row in test.call("lists_list", json!({})).await.as_array().unwrap() {
        let filters = json!([{ "field": "list", "op": "is", "value": row["name"] }]);
        if list(test, "", filters).await.iter().any(|one| one["id"] == id(&person)) {
            lists.push(row["name"].clone());
        }
    }
    lists.sort_by_key(Value::to_string);
    let contacts: Vec<Value> = contacts.as_array().unwrap().iter().map(told).collect();
    json!({ "tags": tags, "lists": lists, "contacts": contacts })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_export_carries_tags_lists_and_every_way_to_reach_somebody() {
    let test = desk().await;
    let ann = id(&find(&test, "Ann").await);
    let selection = json!({ "kind": "ids", "ids": [ann] });
    test.call("tags_people", json!({ "selection": selection, "add": ["VIP", "Salon, 2026", "=1+1", "\"cité\"; été"], "remove": [] })).await;
    for name in ["Été 2026", "Nord; Sud"] {
        let made = test.call("lists_create", json!({ "name": name, "of": "people" })).await;
        test.call("lists_people", json!({ "id": made["id"], "selection": selection, "remove": false })).await;
    }
    let owner = json!({ "kind": "person", "id": ann });
    let postal = json!({ "street": "12 bis, rue de l’Église", "postcode": "01000", "city": "Bourg", "region": "Ain", "country": "France" });
    for (kind, label, value, postal) in [
        ("email", "home", "ann@home.example", Value::Null),
        ("email", "Secrétariat", "desk@acme.example", Value::Null),
        ("phone", "mobile", "+33 6 12 34 56 70", Value::Null),
        ("phone", "work", "+33 1 40 00 00 00", Value::Null),
        ("url", "", "https://ann.example/a;b?c=1,2", Value::Null),
        ("address", "home", "", postal),
    ] {
        let point = json!({ "owner": owner, "kind": kind, "label": label, "value": value, "postal": postal, "first": false });
        test.call("contacts_add", point).await;
    }
    test.call(
        "contacts_set",
        json!({ "owner": owner, "kind": "email", "id": ann, "label": "work", "value": null, "postal": null, "status": null }),
    )
    .await;
    let field = json!({ "of": "people", "name": "Shoe size", "kind": "number", "choices": [], "currency": "" });
    let field = test.call("fields_create", field).await["id"].clone();
    test.call("fields_put", json!({ "on": { "of": "people", "selection": selection }, "values": [{ "field": field, "value": "38.5" }] }))
        .await;
    let here = beside(&test, "Ann").await;
    assert_eq!((here["tags"].as_array().unwrap().len(), here["lists"].as_array().unwrap().len()), (4, 2), "{here}");
    assert_eq!(here["contacts"].as_array().unwrap().len(), 7, "{here}");
    for (locale, format) in [("en", "csv"), ("en", "xlsx"), ("fr", "csv"), ("fr", "xlsx")] {
        test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
        let (path, _) = export(&test, format, "full").await;
        let opened = test.call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await;
        assert_eq!((tally(&opened), opened["preset"].as_str()), ([5, 0, 0, 5, 0, 0], Some("other")), "{locale} {format}: {opened}");
        let other = TestApp::open().await;
        other.call("fields_create", json!({ "of": "people", "name": "Shoe size", "kind": "number", "choices": [], "currency": "" })).await;
        assert_eq!(tally(&other.import(&path).await), [5, 5, 0, 0, 0, 0], "{locale} {format}");
        assert_eq!(beside(&other, "Ann").await, here, "{locale} {format}");
        assert_eq!(find(&other, "Ann").await["row"]["custom"][0]["value"], "38.5", "{locale} {format}");
    }
    let text = std::fs::read_to_string(export(&test, "csv", "full").await.0).unwrap();
    let head = text.lines().next().unwrap().to_owned();
    for name in [
        "Étiquettes",
        "Listes de personnes",
        "E-mail (libellé)",
        "E-mail (état)",
        "E-mail 3 (libellé)",
        "Lien 1",
        "Adresse postale 1 (rue)",
        "Shoe size",
    ] {
        assert!(head.contains(name), "{name}: {head}");
    }
    assert!(text.contains("Secrétariat") && text.contains("domicile") && text.contains("valide"), "{text}");
    for raw in text.split([';', '\n']) {
        assert!(!raw.trim_start_matches('"').starts_with(['=', '@']), "{raw}");
    }
    let (path, _) = export(&test, "json", "full").await;
    let text = std::fs::read_to_string(path).unwrap();
    let line: Value =
        text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).find(|line| line["firstName"] == "Ann").unwrap();
    assert_eq!(
        (line["tags"].as_array().map(Vec::len), line["lists"].as_array().map(Vec::len), line["contacts"].as_array().map(Vec::len)),
        (Some(4), Some(2), Some(7)),
        "{line}"
    );
}
