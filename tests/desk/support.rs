use serde_json::{Value, json};
use testkit::TestApp;

/// Three people: an address and a profile, an address and no profile, a profile and no address. Whoever has a profile is not connected yet.
pub(crate) const CONNECTIONS: &str = "Notes:\n\"When exporting your connection data, some e-mail addresses are missing.\"\n\n\
First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\
Camille,Faure,https://www.linkedin.com/in/camille-faure,camille.faure@atelier-lumen.example,Atelier Lumen,Directrice commerciale,\n\
Hugo,Marchand,,h.marchand@verrerie-rhone.example,Verrerie du Rhône,Responsable de production,12 Mar 2023\n\
Thibault,Roussel,https://www.linkedin.com/in/thibault-roussel,,Mécanique Vauban,Directeur de site,\n\
,,,,,,07 Jun 2026\n";

/// A configuration that writes, hands over and follows up; sends when told.
pub(crate) fn config(sends: bool) -> String {
    json!({
        "actions": { "generateEmails": true, "sendEmails": sends, "sendLinkedInConnections": true, "scheduleFollowups": true },
        "delays": { "betweenProspects": 0, "followupDays": 7 },
        "maxFollowups": 3
    })
    .to_string()
}

/// An open desk with those three people.
pub(crate) async fn desk_with_people() -> TestApp {
    let test = TestApp::open().await;
    let file = test.file("Connections.csv", CONNECTIONS);
    let import = test.import(&file).await;
    assert_eq!((import["created"].as_u64(), import["rejected"].as_u64()), (Some(3), Some(1)), "{import}");
    test
}

/// Starts a run over everybody and works it to its end; gives its id.
pub(crate) async fn run_all(test: &TestApp, sends: bool) -> Value {
    let request = json!({
        "selection": { "kind": "all" }, "config": config(sends), "title": "", "sendWithoutApproval": sends, "recall": false
    });
    let run = test.call("run_start", request).await;
    test.work().await;
    run["id"].clone()
}

/// Everything in the outbox.
pub(crate) async fn outbox(test: &TestApp) -> Vec<Value> {
    let request = json!({ "states": [], "runId": null, "followups": false, "offset": 0, "limit": 500 });
    test.call("outbox_list", request).await.as_array().cloned().unwrap_or_default()
}

/// Starts a run of this configuration over everybody, works it to its end, and gives its id.
pub(crate) async fn run_with(test: &TestApp, config: &Value) -> Value {
    let request = json!({
        "selection": { "kind": "all" }, "config": config.to_string(), "title": "", "sendWithoutApproval": true, "recall": false
    });
    let run = test.call("run_start", request).await;
    test.work().await;
    run["id"].clone()
}

/// Everybody of a run.
pub(crate) async fn people_of(test: &TestApp, run: &Value) -> Vec<Value> {
    let request = json!({ "id": run, "state": null, "offset": 0, "limit": 100 });
    test.call("run_people", request).await.as_array().cloned().unwrap_or_default()
}
