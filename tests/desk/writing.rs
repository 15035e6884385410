//! What may stand in a message, and what a missing or a strange value stops.

use crate::support::{desk_with_people, outbox, people_of, run_all, run_with};
use serde_json::{Value, json};
use testkit::TestApp;
use testkit::smtp::{Setup, SmtpServer};

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

/// An open desk with the people of these rows.
async fn desk_with(rows: &str) -> TestApp {
    let test = TestApp::open().await;
    let file = test.file("people.csv", format!("{HEADER}{rows}"));
    let import = test.import(&file).await;
    assert_eq!(import["created"].as_u64(), Some(rows.lines().count() as u64), "{import}");
    test
}

fn everything() -> Value {
    json!({
        "actions": { "generateEmails": true, "sendEmails": true, "sendLinkedInConnections": true, "scheduleFollowups": true },
        "delays": { "betweenProspects": 0, "followupDays": 7 }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_whose_record_is_a_merge_field_or_a_link_waits_for_the_seller_and_nothing_leaves() {
    let test = desk_with(
        "{first_name},Durand,,one@fields.example,{title},,\n\
         Anna,Petit,,two@fields.example,\"=HYPERLINK(\"\"http://evil.example\"\")\",,\n\
         Bruno,Lopez,,three@fields.example,https://evil.example/win,,\n\
         Chloé,Weber,,four@fields.example,Booking.com,,\n\
         David,Roy,,five@fields.example,Node.js SARL,,\n",
    )
    .await;
    let sheet = test.call("run_preflight", json!({ "selection": { "kind": "all" }, "config": everything().to_string() })).await;
    assert_eq!(sheet["writtenTo"], 2, "{sheet}");
    let run = run_with(&test, &everything()).await;
    let people = people_of(&test, &run).await;
    let stopped = people.iter().filter(|p| p["state"] == "needs_you").map(|p| &p["reason"]);
    let mut stopped: Vec<_> = stopped.map(|r| (r["code"].as_str().unwrap(), r["params"]["field"].as_str().unwrap())).collect();
    stopped.sort_unstable();
    let [link, other_link, (code, field)] = stopped.as_slice() else { panic!("{stopped:?}") };
    assert_eq!([link, other_link], [&("writing.value_is_link", "company"); 2]);
    assert!(*code == "writing.value_is_placeholder" && ["first_name", "company"].contains(field), "{code} {field}");
    let sent = outbox(&test).await;
    assert_eq!(sent.iter().filter(|m| m["state"] == "sent").count(), 2, "a name with a dot is a name: {sent:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_cannot_be_filled_stops_the_note_alone_and_an_e_mail_the_e_mail_alone() {
    let test = desk_with(
        "Anna,Petit,https://www.linkedin.com/in/anna-petit,anna@petit.example,,,\n\
         Bruno,Lopez,https://www.linkedin.com/in/bruno-lopez,bruno@lopez.example,Lopez SARL,Gérant,\n",
    )
    .await;
    let mut config = everything();
    config["linkedinTemplate"] = json!("Bonjour {first_name}, {title} chez {company}.");
    let sheet = test.call("run_preflight", json!({ "selection": { "kind": "all" }, "config": config.to_string() })).await;
    assert_eq!([&sheet["writtenTo"], &sheet["linkedinNotes"]], [&json!(2), &json!(1)], "{sheet}");
    let run = run_with(&test, &config).await;
    let people = people_of(&test, &run).await;
    let anna = people.iter().find(|p| p["person"]["name"] == "Anna Petit").unwrap();
    assert_eq!(anna["state"], "done", "{anna}");
    assert_eq!([&anna["steps"]["linkedin"], &anna["steps"]["followup"]], [&json!("skipped"), &json!("done")], "{anna}");
    assert_eq!(anna["reason"], json!({ "code": "run.note_unfillable", "params": { "field": "title" } }));
    let receipt = test.call("run_receipt", json!({ "id": run })).await;
    assert_eq!(
        [&receipt["emailsSent"], &receipt["linkedinConnections"], &receipt["followupsScheduled"]],
        [2, 1, 2].map(|n| json!(n)).each_ref()
    );
    let told = |list: &str| receipt[list].as_array().unwrap().iter().any(|l| l["what"]["code"] == "run.note_unfillable");
    assert!(told("warnings"), "{receipt}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_e_mail_that_cannot_be_filled_leaves_the_note() {
    let test = desk_with("Anna,Petit,https://www.linkedin.com/in/anna-petit,anna@petit.example,,,\n").await;
    let mut config = everything();
    config["emailContext"] = json!("Nous connaissons bien {company}.");
    let run = run_with(&test, &config).await;
    let anna = people_of(&test, &run).await.remove(0);
    assert_eq!((anna["state"].as_str(), anna["steps"]["linkedin"].as_str()), (Some("needs_you"), Some("done")), "{anna}");
    assert_eq!(anna["reason"], json!({ "code": "writing.unfillable", "params": { "field": "company" } }));
    let receipt = test.call("run_receipt", json!({ "id": run })).await;
    assert_eq!([&receipt["emailsGenerated"], &receipt["linkedinConnections"]], [&json!(0), &json!(1)], "{receipt}");
    assert!(receipt["warnings"].as_array().unwrap().iter().any(|l| l["what"]["code"] == "writing.unfillable"), "{receipt}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pre_flight_sheet_says_when_nothing_is_offered() {
    let test = desk_with("Anna,Petit,,anna@petit.example,Petit SARL,Gérante,\n").await;
    let mut config = everything();
    for (context, told) in [("", true), ("Nous livrons de l'acier recyclé.", false)] {
        config["emailContext"] = json!(context);
        let sheet = test.call("run_preflight", json!({ "selection": { "kind": "all" }, "config": config.to_string() })).await;
        let warnings = sheet["warnings"].as_array().unwrap();
        assert_eq!(warnings.iter().any(|w| w["code"] == "preflight.no_offer"), told, "{warnings:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_made_while_rehearsing_is_signed_by_who_sends_it() {
    let test = desk_with_people().await;
    run_all(&test, false).await;
    let id = outbox(&test).await[0]["id"].clone();
    let server = SmtpServer::start(Setup::default()).await;
    let (port, account) = (server.port().to_string(), [("mail.smtp.host", "127.0.0.1"), ("mail.smtp.security", "none")]);
    let seller = [
        ("identity.name", "Marie Vendeuse"),
        ("identity.postal_address", "3 rue des Lilas, 69003 Lyon"),
        ("mail.from", "marie@vente.example"),
        ("mail.smtp.port", port.as_str()),
        ("mail.transport", "smtp"),
        ("outreach.recall_seconds", "0"),
    ];
    for (key, value) in account.into_iter().chain(seller) {
        test.call("setting_set", json!({ "key": key, "value": value })).await;
    }
    let shown = test.call("outbox_get", json!({ "id": id })).await["text"].as_str().unwrap().to_owned();
    let line = "--\nMarie Vendeuse · 3 rue des Lilas, 69003 Lyon · marie@vente.example\n";
    assert!(shown.contains(line) && !shown.contains("practice"), "{shown}");
    test.call("outbox_approve", json!({ "ids": [id] })).await;
    test.work().await;
    let taken = String::from_utf8(server.taken()[0].raw.clone()).unwrap();
    assert!(!taken.contains("practice.example"), "{taken}");
    assert_eq!(test.call("outbox_get", json!({ "id": id })).await["text"], shown, "what was shown is what left");
}
