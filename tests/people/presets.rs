//! Files of other products, as they write them: what stands in them arrives whole, addresses and numbers with what they are for.

use crate::support::{find, tally};
use serde_json::{Value, json};
use std::path::Path;
use testkit::TestApp;

async fn imported(test: &TestApp, name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/imports").join(name);
    let done = test.import(&path).await;
    assert_eq!(done["state"], "applied", "{name}: {done}");
    done
}

/// Kind, label and value of every way to reach a person.
fn points(person: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    person["contacts"].as_array().unwrap().iter().map(|p| (text(&p["kind"]), text(&p["label"]), text(&p["value"]))).collect()
}

fn has(person: &Value, kind: &str, label: &str, value: &str) {
    let all = points(person);
    assert!(all.iter().any(|p| (p.0.as_str(), p.1.as_str(), p.2.as_str()) == (kind, label, value)), "{kind} {label} {value}: {all:?}");
}

fn tags(person: &Value) -> Vec<&str> {
    let of = if person["tags"].is_null() { &person["row"]["tags"] } else { &person["tags"] };
    of.as_array().unwrap().iter().map(|tag| tag["name"].as_str().unwrap()).collect()
}

fn row<'p>(person: &'p Value, field: &str) -> &'p str {
    person["row"][field].as_str().unwrap_or_else(|| panic!("{field}: {person}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn apollo_brings_every_address_and_number_and_none_of_its_decoys() {
    let test = TestApp::open().await;
    assert_eq!(tally(&imported(&test, "apollo.csv").await)[1], 2);
    let elodie = find(&test, "Lefevre").await;
    assert_eq!(
        (row(&elodie, "company"), row(&elodie, "title"), row(&elodie, "status")),
        ("Groupe \"Delmas\", SA", "VP Sales, EMEA", "new")
    );
    has(&elodie, "email", "work", "elodie@delmas.example");
    has(&elodie, "email", "", "elodie.l@perso.example");
    has(&elodie, "phone", "mobile", "+33 6 12 34 56 78");
    has(&elodie, "phone", "work", "+33 1 44 55 66 77");
    assert_eq!(points(&elodie).len(), 5, "nothing of the company's is the person's: {:?}", points(&elodie));
    let mut names = tags(&elodie);
    names.sort_unstable();
    assert_eq!(names, ["Salon 2026", "Île-de-France"]);
    let bob = find(&test, "Neil").await;
    assert_eq!((row(&bob, "email"), row(&bob, "status"), row(&bob, "title")), ("bob@acme.example", "do_not_contact", "Buyer North"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asked_not_to_be_written_to_elsewhere_is_not_written_to_here() {
    let test = TestApp::open().await;
    for (file, name, other, status) in [
        ("hubspot.csv", "de la Tour", "Muller", "contacted"),
        ("salesforce.csv", "Dupre", "Renee", "new"),
        ("pipedrive.csv", "Kim", "Nunez", "new"),
        ("lemlist.csv", "Holm", "Aberg", "contacted"),
    ] {
        imported(&test, file).await;
        assert_eq!(row(&find(&test, name).await, "status"), "do_not_contact", "{file}");
        assert_eq!(row(&find(&test, other).await, "status"), status, "{file}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_of_salesforce_in_windows_1252_is_read_with_its_postal_addresses() {
    let test = TestApp::open().await;
    let done = imported(&test, "salesforce.csv").await;
    assert_eq!((done["encoding"].as_str(), tally(&done)), (Some("windows-1252"), [5, 2, 0, 0, 0, 3]), "three closing lines are no people");
    let renee = find(&test, "Renee").await;
    has(&renee, "phone", "work", "01 23 45 67 89");
    has(&renee, "phone", "mobile", "06 12 34 56 78");
    has(&renee, "address", "work", "12 rue Kléber 2e étage, 44000 Nantes, Loire-Atlantique, FR");
}

#[tokio::test(flavor = "multi_thread")]
async fn google_contacts_old_and_new_bring_labels_groups_and_several_values_of_a_cell() {
    let test = TestApp::open().await;
    imported(&test, "google.csv").await;
    let ines = find(&test, "Ben Said").await;
    assert_eq!((row(&ines, "email"), row(&ines, "company"), tags(&ines)), ("ines@optique.example", "Optique du Port", vec!["Salon 2026"]));
    assert_eq!(ines["notes"].as_str().or(ines["row"]["notes"].as_str()), Some("Préfère l'après-midi\nvoit \"Paul\" d'abord"));
    for (kind, label, value) in [
        ("email", "work", "ines@optique.example"),
        ("email", "work", "ines.b@optique.example"),
        ("email", "home", "ines@perso.example"),
        ("phone", "mobile", "+33 6 11 22 33 44"),
        ("phone", "mobile", "+33 6 55 66 77 88"),
        ("phone", "Secrétariat", "02 40 11 22 33"),
        ("address", "work", "3 quai de la Fosse, 44000 Nantes, FR"),
        ("address", "home", "9 rue Basse, 44400 Rezé, FR"),
    ] {
        has(&ines, kind, label, value);
    }
    assert!(row(&ines, "linkedinUrl").ends_with("/in/ines-ben-said"), "a profile among the links is the profile");
    assert_eq!(row(&find(&test, "contact@mairie").await, "company"), "Mairie");
    imported(&test, "google-old.csv").await;
    let luc = find(&test, "Otani").await;
    assert_eq!((row(&luc, "title"), tags(&luc)), ("Fondateur", vec!["Clients"]));
    has(&luc, "phone", "work", "03 20 00 11 22");
}

#[tokio::test(flavor = "multi_thread")]
async fn outlook_in_both_languages_knows_a_job_from_a_civility() {
    let test = TestApp::open().await;
    imported(&test, "outlook.csv").await;
    let claire = find(&test, "Dubois").await;
    assert_eq!((row(&claire, "title"), tags(&claire)), ("Buyer", vec!["Presse", "VIP"]));
    has(&claire, "address", "work", "5 av. Foch, Bât. B, 75016 Paris, FR");
    has(&claire, "address", "home", "1 home lane, 59000 Lille");
    has(&claire, "email", "", "claire@home.example");
    let done = imported(&test, "outlook-fr.csv").await;
    assert_eq!((done["encoding"].as_str(), done["delimiter"].as_str()), (Some("windows-1252"), Some("semicolon")));
    let fred = find(&test, "Evrard").await;
    assert_eq!((row(&fred, "title"), row(&fred, "company")), ("Responsable achats; hôtellerie", "Hôtel « Le Cœur »"));
    for (kind, label, value) in [
        ("phone", "mobile", "06 87 33 33 33"),
        ("phone", "work", "03 87 11 11 11"),
        ("phone", "home", "03 87 22 22 22"),
        ("email", "", "fred@perso.example"),
        ("address", "work", "8 place d'Armes, 57000 Metz, Moselle, FR"),
        ("address", "home", "2 rue Haute, 57140 Woippy, FR"),
    ] {
        has(&fred, kind, label, value);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_such_an_import_takes_addresses_and_tags_along_and_a_second_one_changes_nothing() {
    let test = TestApp::open().await;
    imported(&test, "google.csv").await;
    let again = imported(&test, "google.csv").await;
    assert_eq!(tally(&again), [2, 0, 0, 2, 0, 0]);
    test.call("history_undo", json!({ "id": null })).await;
    assert!(test.call("tags_list", json!({})).await.as_array().unwrap().is_empty());
    imported(&test, "google.csv").await;
    assert_eq!(points(&find(&test, "Ben Said").await).len(), 8, "each once");
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_go_out_with_everything_and_make_the_same_people_on_another_desk() {
    let test = TestApp::open().await;
    for file in ["google.csv", "outlook-fr.csv", "salesforce.csv", "apollo.csv"] {
        imported(&test, file).await;
    }
    let everybody = json!({ "text": "", "filters": [], "sort": "name", "descending": false });
    let here = test.call("people_list", json!({ "query": everybody, "offset": 0, "limit": 100 })).await;
    for format in ["vcard", "vcard21", "vcard40"] {
        let path = test.folder().join(format!("{format}.vcf"));
        let request = json!({ "selection": { "kind": "all" }, "format": format, "layout": "full", "path": path });
        assert_eq!(test.call("export_people", request).await["rows"], here["rows"].as_array().unwrap().len());
        let other = TestApp::open().await;
        assert_eq!(other.import(&path).await["state"], "applied");
        for name in ["Lefevre", "Ben Said", "Evrard", "Renee"] {
            let (before, after) = (find(&test, name).await, find(&other, name).await);
            let sorted = |person: &Value| {
                let mut all = points(person);
                all.sort();
                all
            };
            assert_eq!(sorted(&before), sorted(&after), "{format}");
            assert_eq!(tags(&before), tags(&after), "{format}");
            for field in ["firstName", "lastName", "company", "title", "location", "email", "phone"] {
                assert_eq!(row(&before, field), row(&after, field), "{format} {field}");
            }
        }
    }
}
