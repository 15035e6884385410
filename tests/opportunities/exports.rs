use crate::support::{add, reason};
use serde_json::{Value, json};
use testkit::TestApp;

async fn export(test: &TestApp, locale: &str, format: &str) -> String {
    test.call("setting_set", json!({ "key": "identity.locale", "value": locale })).await;
    let path = test.folder().join(format!("opportunities.{format}"));
    let done = test.call("export_opportunities", json!({ "selection": { "kind": "all" }, "format": format, "path": path })).await;
    assert_eq!(done["rows"], 2);
    std::fs::read_to_string(path).unwrap_or_default()
}

/// One with lines, and a lost one.
async fn desk() -> TestApp {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit"), ("company", "Ateliers Lumen"), ("next_step", "Call back"), ("notes", "=1+1")]).await;
    let line = json!({ "name": "Day", "quantity": 2500.0, "unitPrice": 80_050.0, "vatRate": 2000 });
    test.call("opportunities_lines", json!({ "id": audit["row"]["id"], "lines": [line] })).await;
    let lost = add(&test, &[("name", "Lost one"), ("amount", "10")]).await;
    let closing = json!({ "on": "2026-09-10", "reason": reason(&test, "No budget").await, "note": "Next year" });
    test.call("opportunities_close", json!({ "id": lost["row"]["id"], "won": false, "closing": closing })).await;
    test
}

#[tokio::test(flavor = "multi_thread")]
async fn opportunities_are_written_with_amounts_stages_and_why_they_ended() {
    let test = desk().await;
    let text = export(&test, "en", "csv").await;
    let head = text.lines().next().unwrap().trim_start_matches('\u{feff}');
    assert!(head.starts_with("ID,Name,Company,Person,Pipeline,Stage,State,Amount,Currency,Probability,"), "{head}");
    let row = |text: &str, name: &str| text.lines().find(|line| line.contains(name)).unwrap().to_owned();
    let audit = row(&text, "Audit");
    assert!(audit.contains("Ateliers Lumen") && audit.contains(",Discovery,Open,2001.25,EUR,10,") && audit.contains("'=1+1"), "{audit}");
    assert!(audit.contains("Day × 2.5 × 800.5"), "{audit}");
    let lost = row(&text, "Lost one");
    assert!(lost.contains(",Lost,10") && lost.contains("2026-09-10") && lost.contains("No budget") && lost.contains("Next year"), "{lost}");

    let audit = row(&export(&test, "fr", "csv").await, "Audit");
    assert!(audit.contains(";2001,25;EUR;"), "{audit}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_of_json_is_a_whole_opportunity() {
    let test = desk().await;
    let text = export(&test, "en", "json").await;
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let audit = lines.iter().find(|line| line["name"] == "Audit").unwrap();
    assert_eq!(audit["lines"], json!([{ "name": "Day", "quantity": 2500, "unitPrice": 80_050, "vatRate": 2000 }]));
    assert_eq!((&audit["notes"], &audit["kind"]), (&json!("=1+1"), &json!("open")));
    assert_eq!(lines.iter().find(|line| line["name"] == "Lost one").unwrap()["closeNote"], "Next year");
}
