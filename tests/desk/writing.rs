//! What may stand in a message, and what a missing or a strange value stops.

use crate::support::{outbox, people_of, run_with};
use serde_json::{Value, json};
use testkit::TestApp;

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
