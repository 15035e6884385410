use crate::support::{add, put, reason, undo};
use serde_json::{Value, json};
use testkit::TestApp;

async fn forecast(test: &TestApp) -> Value {
    test.call("opportunities_forecast", json!({ "pipeline": null, "from": null, "months": 3 })).await
}

fn goal<'v>(view: &'v Value, name: &str) -> &'v Value {
    view["months"][0]["goals"].as_array().unwrap().iter().find(|goal| goal["goal"] == name).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn months_tell_what_is_open_weighted_and_won_by_currency() {
    let test = TestApp::open().await;
    for (name, amount, currency, on) in [
        ("A", "1000", "EUR", "2026-09-30"),
        ("B", "500", "USD", "2026-10-02"),
        ("Late", "70", "EUR", "2026-08-01"),
        ("Some day", "30", "EUR", ""),
    ] {
        add(&test, &[("name", name), ("amount", amount), ("currency", currency), ("close_on", on)]).await;
    }
    let won = add(&test, &[("name", "Won"), ("amount", "2000")]).await;
    put(&test, &won, "Won").await;
    let seen = forecast(&test).await;
    let months: Vec<_> = seen["months"].as_array().unwrap().iter().map(|month| month["month"].as_str().unwrap()).collect();
    assert_eq!(months, ["2026-09", "2026-10", "2026-11"]);
    let euros = |minor: f64| json!([{ "minor": minor, "currency": "EUR" }]);
    let september = &seen["months"][0];
    assert_eq!((&september["open"], &september["weighted"], &september["won"]), (&euros(100_000.0), &euros(10_000.0), &euros(200_000.0)));
    assert_eq!(seen["months"][1]["weighted"], json!([{ "minor": 5_000.0, "currency": "USD" }]));
    assert_eq!((seen["undated"]["openCount"].as_u64(), &seen["undated"]["open"]), (Some(2), &euros(10_000.0)));
    let bad = test.try_call("opportunities_forecast", json!({ "pipeline": null, "from": "soon", "months": 3 })).await.unwrap_err();
    assert_eq!(bad.code, "opportunities.bad_month");
}

#[tokio::test(flavor = "multi_thread")]
async fn goals_are_reached_by_what_is_won_in_the_desks_currency_and_undone() {
    let test = TestApp::open().await;
    let set = |goal: &'static str, target: &'static str| json!({ "month": "2026-09", "goal": goal, "target": target });
    test.call("goals_set", set("revenue", "40 000")).await;
    test.call("goals_set", set("signatures", "3")).await;
    for (name, amount, currency) in [("A", "12300.50", "EUR"), ("B", "9", "USD")] {
        let one = add(&test, &[("name", name), ("amount", amount), ("currency", currency)]).await;
        put(&test, &one, "Won").await;
    }
    let lost = add(&test, &[("name", "Lost"), ("amount", "1")]).await;
    let closing = json!({ "on": null, "reason": reason(&test, "No budget").await, "note": "" });
    test.call("opportunities_close", json!({ "id": lost["row"]["id"], "won": false, "closing": closing })).await;
    for (starts, state) in [("2026-09-10T10:00", "done"), ("2026-10-01T00:00", "done"), ("2026-09-11T10:00", "cancelled")] {
        let values = json!([{ "field": "title", "value": "Visit" }, { "field": "starts", "value": starts }]);
        let visit = test.call("appointments_create", json!({ "values": values })).await;
        test.call("appointments_close", json!({ "id": visit["row"]["id"], "state": state, "outcome": "", "next": null })).await;
    }
    let view = test.call("goals_get", json!({ "from": null, "months": 2 })).await;
    assert_eq!(
        (goal(&view, "appointments")["reached"].as_f64(), view["months"][1]["goals"][1]["reached"].as_f64()),
        (Some(1.0), Some(1.0))
    );
    assert_eq!(
        (goal(&view, "revenue")["target"].as_f64(), goal(&view, "revenue")["reached"].as_f64()),
        (Some(4_000_000.0), Some(1_230_050.0))
    );
    assert_eq!((goal(&view, "signatures")["target"].as_f64(), goal(&view, "signatures")["reached"].as_f64()), (Some(3.0), Some(2.0)));
    assert!(view["months"][1]["goals"][0]["target"].is_null());
    assert_eq!(test.try_call("goals_set", set("signatures", "many")).await.unwrap_err().code, "opportunities.bad_amount");
    let changed = test.call("goals_set", set("signatures", "")).await;
    assert!(goal(&changed, "signatures")["target"].is_null());
    undo(&test).await;
    assert_eq!(goal(&test.call("goals_get", json!({ "from": null, "months": 1 })).await, "signatures")["target"], 3.0);
}
