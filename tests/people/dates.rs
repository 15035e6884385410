//! The dates of an imported file: its order is the whole column's, never one value's.

use crate::support::{check, find, import, rows, tally};
use serde_json::{Value, json};
use testkit::TestApp;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

/// A file of connections, one for each date; the people are called p0001, p0002 and so on.
fn connections(dates: &[&str]) -> String {
    let row = |(n, date): (usize, &&str)| format!("p{0:04},Lee,https://www.linkedin.com/in/p{0:04}-lee,,Acme,Buyer,{date}\n", n + 1);
    HEADER.to_owned() + &dates.iter().enumerate().map(row).collect::<String>()
}

async fn connected(test: &TestApp, name: &str) -> Value {
    find(test, name).await["connectedOn"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_an_american_spreadsheet_saved_again_is_month_first_in_every_row() {
    let test = TestApp::open().await;
    let file = connections(&["3/12/2024", "11/5/24 0:00", "3/15/2024"]);
    let done = import(&test, "american.csv", &file).await;
    assert_eq!((tally(&done), &done["warnings"]), ([3, 3, 0, 0, 0, 0], &json!([])));
    for (name, day) in [("p0001", "2024-03-12"), ("p0002", "2024-11-05"), ("p0003", "2024-03-15")] {
        assert_eq!(connected(&test, name).await, day, "{name}");
    }
    assert_eq!(tally(&import(&test, "american.csv", &file).await), [3, 0, 0, 3, 0, 0], "the same file changes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_row_of_a_long_file_still_decides_for_the_first() {
    let test = TestApp::open().await;
    let dates: Vec<&str> = std::iter::repeat_n("3/12/2024", 4_500).chain(["3/15/2024"]).collect();
    let file = connections(&dates);
    let checked = check(&test, "long.csv", &file, "both").await;
    assert_eq!((tally(&checked), &checked["warnings"]), ([4_501, 4_501, 0, 0, 0, 0], &json!([])));
    test.call("import_apply", json!({ "id": checked["id"] })).await;
    api::work::imports(&test.app).await;
    assert_eq!((connected(&test, "p0001").await, connected(&test, "p4501").await), (json!("2024-03-12"), json!("2024-03-15")));
    assert_eq!(tally(&check(&test, "long.csv", &file, "both").await), [4_501, 0, 0, 4_501, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_nothing_proves_is_the_day_first_and_the_check_says_so_once() {
    let test = TestApp::open().await;
    let file = connections(&["4/4/2024", "3/12/2024", "5/6/2024", "05 Nov 2024"]);
    let checked = check(&test, "open.csv", &file, "both").await;
    let params = json!({ "order": "day_first", "example": "3/12/2024", "day": "2024-12-03" });
    let warned = json!([{ "code": "imports.date_order_assumed", "field": "connected_on", "rows": 2, "params": params }]);
    assert_eq!((tally(&checked), &checked["warnings"]), ([4, 4, 0, 0, 0, 0], &warned));
    assert_eq!(import(&test, "open.csv", &file).await["warnings"], warned);
    assert_eq!((connected(&test, "p0002").await, connected(&test, "p0004").await), (json!("2024-12-03"), json!("2024-11-05")));
    assert_eq!(tally(&import(&test, "open.csv", &file).await), [4, 0, 0, 4, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_seller_tells_the_order_that_nothing_proves_and_may_take_it_back() {
    let test = TestApp::open().await;
    let checked = check(&test, "told.csv", &connections(&["4/4/2024", "3/12/2024"]), "both").await;
    let columns: Vec<Value> = checked["columns"].as_array().unwrap().iter().map(|column| column["field"].clone()).collect();
    let told = async |dates: Value| {
        let request = json!({ "id": checked["id"], "columns": columns, "mode": "both", "dates": dates });
        test.call("import_remap", request).await["warnings"][0].clone()
    };
    let assumed = told(Value::Null).await;
    assert_eq!((assumed["code"].as_str(), assumed["params"]["day"].as_str()), (Some("imports.date_order_assumed"), Some("2024-12-03")));
    for (order, day) in [("day_first", "2024-12-03"), ("month_first", "2024-03-12")] {
        let params = json!({ "order": order, "example": "3/12/2024", "day": day });
        let warned = json!({ "code": "imports.date_order_told", "field": "connected_on", "rows": 1, "params": params });
        assert_eq!(told(json!(order)).await, warned);
    }
    test.call("import_apply", json!({ "id": checked["id"] })).await;
    api::work::imports(&test.app).await;
    assert_eq!((connected(&test, "p0001").await, connected(&test, "p0002").await), (json!("2024-04-04"), json!("2024-03-12")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_in_both_orders_leaves_out_the_days_that_could_be_two() {
    let test = TestApp::open().await;
    let file = connections(&["3/12/2024", "15/03/2024", "3/16/2024", "4/4/2024"]);
    let checked = check(&test, "mixed.csv", &file, "both").await;
    let warned = json!([{ "code": "imports.date_open", "field": "connected_on", "rows": 1, "params": {} }]);
    assert_eq!((tally(&checked), &checked["warnings"]), ([4, 4, 0, 0, 0, 0], &warned));
    assert_eq!(rows(&test, &checked, "create").await[0]["reason"]["code"], "imports.date_open");
    import(&test, "mixed.csv", &file).await;
    for (name, day) in
        [("p0001", Value::Null), ("p0002", json!("2024-03-15")), ("p0003", json!("2024-03-16")), ("p0004", json!("2024-04-04"))]
    {
        assert_eq!(connected(&test, name).await, day, "{name}");
    }
    assert_eq!(tally(&import(&test, "mixed.csv", &file).await), [4, 0, 0, 4, 0, 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_that_is_made_one_of_dates_later_is_understood_as_a_whole_too() {
    let test = TestApp::open().await;
    let checked = check(&test, "odd.csv", "Email,Since\nann@acme.example,3/12/2024\nbob@acme.example,3/15/2024\n", "both").await;
    assert_eq!(checked["columns"][1]["field"], Value::Null, "{checked}");
    let columns = json!(["email", "added_on"]);
    let again = test.call("import_remap", json!({ "id": checked["id"], "columns": columns, "mode": "both" })).await;
    assert_eq!((tally(&again), &again["warnings"]), ([2, 2, 0, 0, 0, 0], &json!([])));
    test.call("import_apply", json!({ "id": checked["id"] })).await;
    api::work::imports(&test.app).await;
    assert_eq!(find(&test, "ann").await["row"]["addedOn"], "2024-03-12");
}
