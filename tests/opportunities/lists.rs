use crate::support::{add, cards, edit, fields, get, list, matching, put, query, reason, stage, undo};
use chrono::Duration;
use serde_json::json;
use testkit::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn filters_and_orders_show_what_was_asked_for() {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit"), ("company", "Acme"), ("amount", "1500"), ("close_on", "2026-10-01")]).await;
    let study = add(
        &test,
        &[("name", "Étude"), ("company", "Zenith SAS"), ("amount", "90"), ("next_step", "Call"), ("next_step_on", "2026-09-20")],
    )
    .await;
    add(&test, &[("name", "Coaching"), ("amount", "900"), ("currency", "JPY"), ("probability", "80")]).await;
    put(&test, &study, "Won").await;
    for (field, op, value, names) in [
        ("amount", "after", "900", vec!["Audit", "Coaching"]),
        ("amount", "before", "100.5", vec!["Étude"]),
        ("state", "is", "open", vec!["Audit", "Coaching"]),
        ("state", "is_not", "open,lost", vec!["Étude"]),
        ("company", "is", "zenith", vec!["Étude"]),
        ("company", "is", audit["row"]["companyId"].as_str().unwrap(), vec!["Audit"]),
        ("company", "empty", "", vec!["Coaching"]),
        ("close_on", "before", "2026-10-02", vec!["Audit"]),
        ("next_step", "empty", "", vec!["Audit", "Coaching"]),
        ("probability", "after", "80", vec!["Coaching", "Étude"]),
        ("name", "contains", "etu", vec!["Étude"]),
        ("closed_on", "is", "2026-09-15", vec!["Étude"]),
        ("stage", "is", stage(&test, "Won").await.as_str().unwrap(), vec!["Étude"]),
    ] {
        assert_eq!(matching(&test, field, op, value).await, names, "{field} {op} {value}");
    }
    for (sort, down, names) in [
        ("name", false, ["Audit", "Coaching", "Étude"]),
        ("company", false, ["Audit", "Étude", "Coaching"]),
        ("amount", true, ["Audit", "Étude", "Coaching"]),
        ("stage", true, ["Étude", "Coaching", "Audit"]),
        ("close_on", false, ["Audit", "Coaching", "Étude"]),
        ("probability", true, ["Étude", "Coaching", "Audit"]),
    ] {
        assert_eq!(list(&test, query("", json!([]), sort, down)).await, names, "{sort} {down}");
    }
    assert_eq!(list(&test, query("zenith", json!([]), "name", false)).await, ["Étude"], "found by its company");
    let count = test.call("opportunities_count", query("", json!([]), "name", false)).await;
    assert_eq!(count["open"], json!([{ "minor": 150_000.0, "currency": "EUR" }, { "minor": 900.0, "currency": "JPY" }]));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_changed_and_moved_at_once_and_taken_back_at_once() {
    let test = TestApp::open().await;
    for name in ["A", "B", "C"] {
        add(&test, &[("name", name), ("source", "fair")]).await;
    }
    let all = json!({ "kind": "query", "query": query("", json!([{ "field": "source", "op": "is", "value": "Fair" }]), "name", false) });
    let bulk = |values: &[(&str, &str)], stage: serde_json::Value, closing: serde_json::Value| json!({ "selection": all, "values": fields(values), "stage": stage, "closing": closing });
    let changed = test.call("opportunities_bulk_update", bulk(&[("competitor", "Zenith")], json!(null), json!(null))).await;
    assert_eq!(changed["count"], 3);
    let moved = test.call("opportunities_bulk_update", bulk(&[], stage(&test, "Negotiation").await, json!(null))).await;
    assert_eq!((moved["count"].as_u64(), cards(&test, "Negotiation").await.len()), (Some(3), 3));
    let lost = bulk(&[], stage(&test, "Lost").await, json!(null));
    assert_eq!(test.try_call("opportunities_bulk_update", lost).await.unwrap_err().code, "opportunities.needs_reason");
    let closing = json!({ "on": null, "reason": reason(&test, "Bad timing").await, "note": "" });
    assert_eq!(test.call("opportunities_bulk_update", bulk(&[], stage(&test, "Lost").await, closing)).await["count"], 3);
    undo(&test).await;
    assert_eq!(cards(&test, "Negotiation").await.len(), 3);
    undo(&test).await;
    assert_eq!(cards(&test, "Discovery").await, ["C", "B", "A"]);
    undo(&test).await;
    assert!(matching(&test, "competitor", "not_empty", "").await.is_empty());
    for (values, code) in [(&[("name", "X")][..], "opportunities.not_for_several"), (&[("amount", "x")][..], "opportunities.bad_amount")] {
        assert_eq!(test.try_call("opportunities_bulk_update", bulk(values, json!(null), json!(null))).await.unwrap_err().code, code);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_block_is_one_step_and_is_refused_as_a_whole() {
    let test = TestApp::open().await;
    let (audit, study) = (add(&test, &[("name", "Audit")]).await, add(&test, &[("name", "Study")]).await);
    let line = json!({ "name": "Day", "quantity": 1000.0, "unitPrice": 80_000.0, "vatRate": 2000 });
    test.call("opportunities_lines", json!({ "id": study["row"]["id"], "lines": [line] })).await;
    let block = |first: &[(&str, &str)], second: &[(&str, &str)]| {
        let row = |one: &serde_json::Value, values: &[(&str, &str)]| json!({ "id": one["row"]["id"], "values": fields(values) });
        json!({ "of": "opportunities", "rows": [row(&audit, first), row(&study, second)] })
    };
    for (values, code, column) in [
        (&[("company", "Zenith"), ("close_on", "soon")][..], "opportunities.bad_day", "close_on"),
        (&[("company", "Zenith"), ("amount", "900")], "opportunities.amount_from_lines", "amount"),
    ] {
        let refused = test.try_call("block_paste", block(&[("company", "Acme")], values)).await.unwrap_err();
        assert_eq!((refused.code.as_str(), refused.params["row"].as_str(), refused.params["column"].as_str()), (code, "2", column));
    }
    assert!(matching(&test, "company", "not_empty", "").await.is_empty());
    assert_eq!(test.call("companies_count", query("", json!([]), "name", false)).await["total"], 0, "no company was made for it");
    let done = test.call("block_paste", block(&[("company", "Acme"), ("probability", "40")], &[("company", "ACME")])).await;
    assert_eq!((done["count"].as_u64(), matching(&test, "company", "is", "acme").await.len()), (Some(2), 2));
    undo(&test).await;
    assert!(matching(&test, "company", "not_empty", "").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_go_on_says_which_limit_it_passed_and_stands_on_today() {
    let test = TestApp::open().await;
    let audit = add(&test, &[("name", "Audit")]).await;
    let stagnating = || matching(&test, "stagnating", "is", "yes");
    test.clock.advance(Duration::days(14));
    assert!(stagnating().await.is_empty(), "14 days are within the limit");
    test.clock.advance(Duration::days(1));
    assert_eq!(stagnating().await, ["Audit"]);
    let attention = get(&test, &audit).await["row"]["attention"].clone();
    assert_eq!((attention["code"].as_str(), attention["params"]["days"].as_str()), (Some("opportunities.too_long_here"), Some("15")));
    assert_eq!(attention["params"]["since"], "2026-09-15");
    let today = test.call("today_get", json!({})).await;
    let row = today["rows"].as_array().unwrap().iter().find(|row| row["kind"] == "stagnating").unwrap();
    assert_eq!((row["count"].as_u64(), row["names"][0].as_str()), (Some(1), Some("Audit")));
    put(&test, &audit, "Proposal").await;
    assert!(stagnating().await.is_empty());
    assert_eq!(matching(&test, "stagnating", "is", "no").await, ["Audit"]);
    test.clock.advance(Duration::days(15));
    let attention = get(&test, &audit).await["row"]["attention"].clone();
    assert_eq!(attention["code"], "opportunities.quiet", "the stage allows 21 days, but nothing has happened for 15");
    assert_eq!(stagnating().await, ["Audit"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn sample_opportunities_stand_at_every_stage_and_leave_with_the_others() {
    let test = TestApp::open().await;
    test.call("sample_add", json!({})).await;
    let own = add(&test, &[("name", "My own")]).await;
    let company = list(&test, query("", json!([]), "company", false)).await;
    assert_eq!(company.len(), 26);
    let board = crate::support::board(&test).await;
    assert!(board["columns"].as_array().unwrap().iter().all(|column| column["count"].as_u64() > Some(0)), "{board}");
    let named = test.call("opportunities_list", json!({ "query": query("", json!([]), "amount", true), "offset": 0, "limit": 1 })).await;
    let row = &named["rows"][0];
    edit(&test, &own, &[("company", row["companyId"].as_str().unwrap()), ("person", row["personId"].as_str().unwrap())]).await;
    test.call("sample_remove", json!({})).await;
    assert_eq!(list(&test, query("", json!([]), "name", false)).await, ["My own"]);
    let left = get(&test, &own).await;
    assert_eq!((left["row"]["company"].as_str(), left["row"]["person"].as_str()), (row["company"].as_str(), Some("")));
    undo(&test).await;
    assert_eq!(list(&test, query("", json!([]), "name", false)).await.len(), 26);
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_come_with_their_worth_in_each_currency() {
    let test = TestApp::open().await;
    for (name, company, amount, currency, close_on) in [
        ("Audit", "Acme", "1500", "EUR", "2026-10-01"),
        ("Study", "Acme", "100", "JPY", "2026-10-20"),
        ("Coaching", "Brume", "50", "EUR", "2026-11-02"),
        ("Talk", "", "", "EUR", ""),
    ] {
        add(&test, &[("name", name), ("company", company), ("amount", amount), ("currency", currency), ("close_on", close_on)]).await;
    }
    let talk = test.call("opportunities_search", json!({ "text": "Talk", "limit": 1 })).await[0].clone();
    test.call(
        "opportunities_move",
        json!({ "id": talk["id"], "stage": stage(&test, "Negotiation").await, "after": null, "closing": null }),
    )
    .await;
    let query = query("", json!([]), "name", false);
    let mut told = Vec::new();
    for by in ["month", "company", "stage"] {
        let found = test.call("opportunities_groups", json!({ "query": query, "by": by })).await;
        let groups = found["groups"].as_array().unwrap().clone();
        for group in &groups {
            let mut within = query.clone();
            within["within"] = json!({ "by": by, "key": group["key"] });
            let count = test.call("opportunities_count", within).await;
            assert_eq!((&count["matching"], &count["open"]), (&group["count"], &group["sums"]), "{by} {group}");
        }
        told.push(groups);
    }
    let [months, companies, stages] = told.try_into().unwrap();
    assert_eq!(
        months.iter().map(|group| (group["key"].as_str().unwrap(), group["count"].as_u64().unwrap())).collect::<Vec<_>>(),
        [("2026-10", 2), ("2026-11", 1), ("", 1)]
    );
    assert_eq!(months[0]["sums"], json!([{ "minor": 150_000.0, "currency": "EUR" }, { "minor": 100.0, "currency": "JPY" }]));
    assert_eq!(companies.iter().map(|group| group["name"].as_str().unwrap()).collect::<Vec<_>>(), ["Acme", "Brume", ""]);
    assert_eq!((stages.len(), &stages[1]["nameEn"], &stages[0]["count"]), (2, &json!("Negotiation"), &json!(3)));
}
