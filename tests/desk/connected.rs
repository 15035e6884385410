//! People the seller is connected with already are not invited: they are handed over as messages.

use crate::support::{outbox, people_of, run_with};
use serde_json::{Value, json};
use testkit::TestApp;

const CONNECTED: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
Camille,Faure,https://www.linkedin.com/in/camille-faure,camille.faure@atelier-lumen.example,Atelier Lumen,Directrice commerciale,05 Nov 2024\n\
Thibault,Roussel,https://www.linkedin.com/in/thibault-roussel,,Mécanique Vauban,Directeur de site,30 Sep 2021\n";

async fn desk() -> TestApp {
    let test = TestApp::open().await;
    let file = test.file("Connections.csv", CONNECTED);
    test.import(&file).await;
    test
}

fn config(template: Option<&str>) -> Value {
    let mut config = json!({
        "actions": { "generateEmails": true, "sendEmails": true, "sendLinkedInConnections": true, "scheduleFollowups": false },
        "delays": { "betweenProspects": 0 }
    });
    if let Some(template) = template {
        config["linkedinTemplate"] = json!(template);
    }
    config
}

async fn promised(test: &TestApp, config: &Value) -> Value {
    test.call("run_preflight", json!({ "selection": { "kind": "all" }, "config": config.to_string() })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_connected_already_is_invited_they_are_handed_over_as_messages() {
    let test = desk().await;
    let sheet = promised(&test, &config(None)).await;
    assert_eq!([&sheet["linkedinNotes"], &sheet["linkedinMessages"]], [2, 2].map(|n| json!(n)).each_ref(), "{sheet}");
    assert_eq!(sheet["messages"][0]["connected"], true, "{sheet}");
    let warned = json!({ "code": "preflight.connected", "params": { "count": "2" } });
    assert!(sheet["warnings"].as_array().unwrap().contains(&warned), "{sheet}");
    let run = run_with(&test, &config(None)).await;
    let people = people_of(&test, &run).await;
    let line = |name: &str| people.iter().find(|p| p["person"]["name"] == name).unwrap();
    let (camille, thibault) = (line("Camille Faure"), line("Thibault Roussel"));
    assert_eq!((camille["state"].as_str(), camille["steps"]["linkedin"].as_str()), (Some("done"), Some("done")), "{camille}");
    assert_eq!(thibault["steps"]["linkedin"], "done", "{thibault}");
    let receipt = test.call("run_receipt", json!({ "id": run })).await;
    assert_eq!((receipt["emailsSent"].as_u64(), receipt["linkedinConnections"].as_u64()), (Some(1), Some(2)), "{receipt}");
    let queue = test.call("linkedin_queue", json!({})).await;
    let camille = queue["tasks"].as_array().unwrap().iter().find(|t| t["person"]["name"] == "Camille Faure").unwrap();
    assert_eq!(camille["connectedOn"], "2024-11-05");
    let text = camille["note"].as_str().unwrap();
    assert!(text.starts_with("Hi Camille, we are connected here"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sellers_own_text_goes_to_a_connection_as_a_message_and_counts_as_no_invitation() {
    let test = desk().await;
    let own = config(Some("Bonjour {first_name}, un mot de votre part me ferait plaisir."));
    assert_eq!(promised(&test, &own).await["linkedinMessages"], 2);
    let run = run_with(&test, &own).await;
    assert_eq!(test.call("run_receipt", json!({ "id": run })).await["linkedinConnections"], 2);
    let queue = test.call("linkedin_queue", json!({})).await;
    let camille = queue["tasks"].as_array().unwrap().iter().find(|t| t["person"]["name"] == "Camille Faure").unwrap();
    assert_eq!(camille["connectedOn"], "2024-11-05");
    assert_eq!(camille["note"], "Bonjour Camille, un mot de votre part me ferait plaisir.");
    let after = test.call("linkedin_record", json!({ "id": camille["id"], "outcome": "sent" })).await;
    assert_eq!([&after["waiting"], &after["today"], &after["week"], &after["notesMonth"]], [1, 0, 0, 0].map(|n| json!(n)).each_ref());
    let told = test.call("history_list", json!({ "before": null, "limit": 1 })).await[0]["intent"].clone();
    assert_eq!((&told["code"], &told["params"]["outcome"]), (&json!("linkedin.record"), &json!("message_sent")), "no invitation");
    let second = run_with(&test, &own).await;
    let receipt = test.call("run_receipt", json!({ "id": second })).await;
    assert_eq!(receipt["linkedinConnections"], 0, "a message is a touch: nobody is handed over twice: {receipt}");
    assert_eq!(outbox(&test).await.len(), 1);
}
