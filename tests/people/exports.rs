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
