//! How warm people and opportunities are.

use crate::support::{add, edit, fields};
use chrono::Duration;
use serde_json::{Value, json};
use testkit::TestApp;

async fn score(test: &TestApp, kind: &str, id: &Value) -> Value {
    test.call("scores_get", json!({ "of": { "kind": kind, "id": id } })).await
}

fn points(score: &Value, factor: &str) -> Option<u64> {
    score["factors"].as_array().unwrap().iter().find(|one| one["code"] == factor).unwrap()["points"].as_u64()
}

async fn call(test: &TestApp, id: &Value, outcome: &str) {
    let call =
        json!({ "personId": id, "companyId": null, "opportunityId": null, "outcome": outcome, "minutes": 3, "text": "", "next": null });
    test.call("calls_log", call).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_score_counts_what_is_known_and_says_what_is_not() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("last_name", "Lee"), ("email", "ann@acme.example")]).await;
    let first = score(&test, "person", &ann).await;
    assert_eq!((first["value"].as_u64(), first["scale"].as_u64(), first["temperature"].as_str()), (Some(50), Some(15), Some("cold")));
    for factor in ["responsiveness", "maturity", "personality", "proximity", "network"] {
        assert_eq!(points(&first, factor), None, "{factor} is never guessed");
    }
    call(&test, &ann, "no_answer").await;
    assert_eq!(points(&score(&test, "person", &ann).await, "responsiveness"), Some(0));
    call(&test, &ann, "reached").await;
    let heard = score(&test, "person", &ann).await;
    assert_eq!(points(&heard, "responsiveness"), Some(62), "half of the calls, and heard of today: (50×3 + 100) ÷ 4");
    edit(&test, &ann, &[("status", "qualified")]).await;
    let qualified = score(&test, "person", &ann).await;
    assert_eq!(points(&qualified, "maturity"), Some(75));
    assert!(qualified["value"].as_u64() > heard["value"].as_u64());
    let course: Vec<u64> = qualified["history"].as_array().unwrap().iter().map(|point| point["value"].as_u64().unwrap()).collect();
    assert_eq!((course.first(), course.last()), (Some(&50), qualified["value"].as_u64().as_ref()), "each change is a point: {course:?}");
    test.call("history_undo", json!({ "id": null })).await;
    assert_eq!(points(&score(&test, "person", &ann).await, "maturity"), None, "new again");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opportunitys_score_follows_its_stage_its_place_and_its_people() {
    let test = TestApp::open().await;
    test.call("setting_set", json!({ "key": "identity.postal_address", "value": "12 quai de la Fosse, 44000 Nantes" })).await;
    let ann = add(&test, &[("first_name", "Ann"), ("company", "Acme"), ("linkedin_url", "https://www.linkedin.com/in/ann-lee")]).await;
    let person = test.call("people_get", json!({ "id": ann })).await;
    let company = person["row"]["companyId"].clone();
    test.call("companies_update", json!({ "id": company, "values": fields(&[("postcode", "44800")]) })).await;
    let values = fields(&[("name", "Roof"), ("person", ann.as_str().unwrap()), ("company", company.as_str().unwrap())]);
    let roof = test.call("opportunities_create", json!({ "values": values, "stage": null })).await["row"]["id"].clone();
    let first = score(&test, "opportunity", &roof).await;
    assert_eq!((points(&first, "proximity"), points(&first, "network")), (Some(75), Some(0)));
    test.call("opportunities_update", json!({ "id": roof, "values": fields(&[("probability", "95")]) })).await;
    assert_eq!(points(&score(&test, "opportunity", &roof).await, "maturity"), Some(95));
    let company_score = test.try_call("scores_get", json!({ "of": { "kind": "company", "id": company } })).await;
    assert_eq!(company_score.unwrap_err().code, "scores.not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn scores_are_noted_each_night_and_go_with_whom_they_are_of() {
    let test = TestApp::open().await;
    let ann = add(&test, &[("first_name", "Ann"), ("status", "interested")]).await;
    call(&test, &ann, "reached").await;
    test.work().await;
    let noted = score(&test, "person", &ann).await["history"].as_array().unwrap().len();
    assert_eq!(noted, 1, "the night noted it, asking adds nothing");
    test.clock.advance(Duration::days(170));
    test.work().await;
    let later = score(&test, "person", &ann).await;
    assert_eq!(later["history"].as_array().unwrap().len(), 2, "not heard of for long: {later}");
    test.call("privacy_erase", json!({ "ids": [ann], "forGood": true })).await;
    assert!(test.app.desk().unwrap().rows_naming(ann.as_str().unwrap().to_owned()).await.unwrap().is_empty());
}
