use crate::support::{add, board, cards, get, pipeline, put, reason, stage, undo};
use serde_json::{Value, json};
use testkit::TestApp;

fn column<'v>(board: &'v Value, name: &str) -> &'v Value {
    board["columns"].as_array().unwrap().iter().find(|column| column["stage"]["nameEn"] == name).unwrap()
}

async fn move_after(test: &TestApp, one: &Value, to: &str, after: &Value) -> Value {
    let stage = stage(test, to).await;
    test.call("opportunities_move", json!({ "id": one["row"]["id"], "stage": stage, "after": after["row"]["id"], "closing": null })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_are_counted_and_summed_over_all_cards_currencies_apart() {
    let test = TestApp::open().await;
    for (name, amount, currency) in [("A", "100", "EUR"), ("B", "50.50", "EUR"), ("C", "70", "USD"), ("D", "", "EUR")] {
        add(&test, &[("name", name), ("amount", amount), ("currency", currency)]).await;
    }
    let seen = board(&test).await;
    let discovery = column(&seen, "Discovery");
    assert_eq!(discovery["count"], 4);
    assert_eq!(discovery["sums"], json!([{ "minor": 15_050.0, "currency": "EUR" }, { "minor": 7_000.0, "currency": "USD" }]));
    assert_eq!(seen["weighted"], json!([{ "minor": 1_505.0, "currency": "EUR" }, { "minor": 700.0, "currency": "USD" }]), "10 % each");
    let filters = json!([{ "field": "currency", "op": "is", "value": "usd" }]);
    let some = test.call("opportunities_board", json!({ "pipeline": pipeline(&test).await["id"], "text": "", "filters": filters })).await;
    assert_eq!((column(&some, "Discovery")["count"].as_u64(), column(&some, "Won")["count"].as_u64()), (Some(1), Some(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_goes_where_it_is_put_and_undo_puts_it_back() {
    let test = TestApp::open().await;
    let [a, b, c] = [add(&test, &[("name", "A")]).await, add(&test, &[("name", "B")]).await, add(&test, &[("name", "C")]).await];
    assert_eq!(cards(&test, "Discovery").await, ["C", "B", "A"], "the newest on top");
    move_after(&test, &c, "Discovery", &b).await;
    assert_eq!(cards(&test, "Discovery").await, ["B", "C", "A"]);
    undo(&test).await;
    assert_eq!(cards(&test, "Discovery").await, ["C", "B", "A"]);

    put(&test, &a, "Proposal").await;
    let moved = move_after(&test, &b, "Proposal", &a).await;
    assert_eq!(
        (cards(&test, "Proposal").await, cards(&test, "Discovery").await),
        (vec!["A".to_owned(), "B".to_owned()], vec!["C".to_owned()])
    );
    assert_eq!((moved["row"]["probability"].as_u64(), moved["row"]["days"].as_u64()), (Some(50), Some(0)));
    let stages: Vec<_> = moved["history"].as_array().unwrap().iter().map(|visit| visit["nameEn"].as_str().unwrap()).collect();
    assert_eq!(stages, ["Discovery", "Proposal"]);
    undo(&test).await;
    assert_eq!(get(&test, &b).await["history"].as_array().unwrap().len(), 1, "the move is forgotten with it");
    assert_eq!(cards(&test, "Discovery").await, ["C", "B"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn cards_put_into_one_gap_again_and_again_keep_their_order() {
    let test = TestApp::open().await;
    let bottom = add(&test, &[("name", "Bottom")]).await;
    let top = add(&test, &[("name", "Top")]).await;
    let mut expected = vec!["Bottom".to_owned()];
    for n in 0..40 {
        let name = format!("Card {n}");
        let card = add(&test, &[("name", &name)]).await;
        move_after(&test, &card, "Discovery", &top).await;
        expected.insert(0, name);
    }
    expected.insert(0, "Top".to_owned());
    assert_eq!(cards(&test, "Discovery").await, expected);
    move_after(&test, &top, "Discovery", &bottom).await;
    assert_eq!(cards(&test, "Discovery").await.last().unwrap(), "Top");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_asks_for_its_reason_takes_its_day_and_leaving_it_clears_both() {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit"), ("amount", "100")]).await;
    let id = audit["row"]["id"].clone();
    let lost = stage(&test, "Lost").await;
    let bare = json!({ "id": id, "stage": lost, "after": null, "closing": null });
    assert_eq!(test.try_call("opportunities_move", bare).await.unwrap_err().code, "opportunities.needs_reason");
    let closing = |on: Value, reason: Value| json!({ "id": id, "won": false, "closing": { "on": on, "reason": reason, "note": "" } });
    let wrong = closing(json!(null), reason(&test, "Trust").await);
    assert_eq!(
        test.try_call("opportunities_close", wrong).await.unwrap_err().code,
        "opportunities.unknown_reason",
        "a reason to win is none to lose"
    );
    let ahead = closing(json!("2030-01-01"), reason(&test, "No budget").await);
    assert_eq!(test.try_call("opportunities_close", ahead).await.unwrap_err().code, "opportunities.closed_ahead");
    assert_eq!(get(&test, &audit).await, audit);

    let ended = test.call("opportunities_close", closing(json!("2026-09-10"), reason(&test, "No budget").await)).await;
    let row = &ended["row"];
    assert_eq!(
        (row["kind"].as_str(), row["closedOn"].as_str(), row["reasonEn"].as_str()),
        (Some("lost"), Some("2026-09-10"), Some("No budget"))
    );
    let top = test.call("history_top", json!({})).await;
    assert_eq!(top["undo"]["intent"]["code"], "opportunities.lose");
    let open = test.call("opportunities_reopen", json!({ "id": id })).await;
    assert_eq!(
        (open["row"]["stageEn"].as_str(), open["row"]["closedOn"].is_null(), open["reason"].is_null()),
        (Some("Discovery"), true, true)
    );
    assert_eq!(test.try_call("opportunities_reopen", json!({ "id": id })).await.unwrap_err().code, "opportunities.is_open");
    undo(&test).await;
    assert_eq!(get(&test, &audit).await["row"]["reasonEn"], "No budget", "undo of the reopening brings its end back");
    undo(&test).await;
    assert_eq!(get(&test, &audit).await, audit);

    let signed = json!({ "id": id, "won": true, "closing": { "on": null, "reason": null, "note": "", "amount": "95.50" } });
    assert_eq!(test.call("opportunities_close", signed.clone()).await["row"]["amount"]["minor"], 9_550.0);
    undo(&test).await;
    assert_eq!(get(&test, &audit).await, audit, "its amount and its end were one step");
    let much = json!({ "id": id, "won": true, "closing": { "on": null, "reason": null, "note": "", "amount": "much" } });
    assert_eq!(test.try_call("opportunities_close", much).await.unwrap_err().code, "opportunities.bad_amount");
    let day = json!({ "name": "Day", "quantity": 1_000.0, "unitPrice": 10_000.0, "vatRate": null });
    test.call("opportunities_lines", json!({ "id": id, "lines": [day] })).await;
    assert_eq!(test.try_call("opportunities_close", signed).await.unwrap_err().code, "opportunities.amount_from_lines");
    undo(&test).await;

    let won = put(&test, &audit, "Won").await;
    assert_eq!((won["row"]["closedOn"].as_str(), won["row"]["probability"].as_u64()), (Some("2026-09-15"), Some(100)), "won today");
    undo(&test).await;
    assert_eq!(get(&test, &audit).await["row"]["kind"], "open");
}
