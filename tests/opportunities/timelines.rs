use crate::support::{add, fields, put, undo};
use serde_json::{Value, json};
use testkit::TestApp;

async fn kinds(test: &TestApp, command: &str, id: &Value) -> Vec<String> {
    let items = test.call(command, json!({ "id": id, "before": null, "limit": 50 })).await;
    let kind = |one: &Value| if one["item"].is_null() { one["kind"].clone() } else { one["item"]["kind"].clone() };
    items.as_array().unwrap().iter().map(|one| kind(one).as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn moves_stand_on_the_timelines_of_the_opportunity_its_person_and_its_company() {
    let test = TestApp::open().await;
    let ann = test.call("people_create", json!({ "values": fields(&[("last_name", "Ann"), ("company", "Acme")]) })).await;
    let person = ann["row"]["id"].clone();
    let audit = add(&test, &[("name", "Audit"), ("person", person.as_str().unwrap())]).await;
    let step = chrono::Duration::minutes(1);
    test.clock.advance(step);
    put(&test, &audit, "Proposal").await;
    test.clock.advance(step);
    test.call("people_note", json!({ "id": person, "text": "Likes it" })).await;
    test.clock.advance(step);
    put(&test, &audit, "Won").await;
    let told = ["opportunity_won", "note", "opportunity_moved", "opportunity_created"];
    let (id, company) = (&audit["row"]["id"], &audit["row"]["companyId"]);
    assert_eq!(kinds(&test, "opportunities_timeline", id).await, told);
    assert_eq!(kinds(&test, "people_timeline", &person).await, told);
    assert_eq!(kinds(&test, "companies_timeline", company).await, told);
    let items = test.call("people_timeline", json!({ "id": person, "before": null, "limit": 50 })).await;
    let moved = &items[2]["reason"];
    assert_eq!((moved["params"]["from_en"].as_str(), moved["params"]["to_fr"].as_str()), (Some("Discovery"), Some("Proposition")));
    undo(&test).await;
    assert_eq!(kinds(&test, "opportunities_timeline", id).await, told[1..]);
    test.clock.advance(step);
    let on = json!({ "personId": null, "companyId": null, "opportunityId": id, "text": "Budget agreed" });
    test.call("notes_add", on).await;
    assert_eq!(kinds(&test, "opportunities_timeline", id).await[0], "note");
    assert_eq!(kinds(&test, "people_timeline", &person).await.len(), 3, "it stands on the opportunity alone");
    test.call("opportunities_delete", json!({ "kind": "all" })).await;
    assert_eq!(kinds(&test, "people_timeline", &person).await, ["note"]);
}
