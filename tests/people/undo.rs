use crate::support::{edit, find, import, list, names, tally};
use serde_json::json;
use testkit::TestApp;

const HEADER: &str = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

fn people(range: std::ops::Range<u32>, title: &str) -> String {
    let rows = range.map(|n| {
        format!("First{n:05},Last{n:05},https://www.linkedin.com/in/p{n},p{n}@firm{}.example,Firm {},{title},05 Nov 2024\n", n % 97, n % 97)
    });
    HEADER.to_owned() + &rows.collect::<String>()
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_an_import_leaves_the_three_people_edited_since_and_nothing_else() {
    let test = TestApp::open().await;
    let done = import(&test, "c.csv", people(0..3_000, "Buyer")).await;
    assert_eq!(tally(&done), [3_000, 3_000, 0, 0, 0, 0]);
    for n in [7, 1_500, 2_999] {
        edit(&test, &find(&test, &format!("First{n:05}")).await, &[("title", "Head of buying")]).await;
    }
    let undone = test.call("history_undo", json!({ "id": done["operation"] })).await;
    let kept: Vec<_> = undone["kept"].as_array().unwrap().iter().filter(|edit| edit["table"] == "person").collect();
    assert_eq!(kept.len(), 3, "{undone}");
    assert_eq!(names(&list(&test, "", json!([])).await), ["First00007 Last00007", "First01500 Last01500", "First02999 Last02999"]);
    assert_eq!(names(&list(&test, "First01500", json!([])).await).len(), 1, "the search index agrees");
    assert_eq!(names(&list(&test, "First0", json!([])).await).len(), 3, "the search index agrees");
    let import = test.call("import_get", json!({ "id": done["id"] })).await;
    assert_eq!(import["undone"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn undoing_an_import_restores_overwritten_values() {
    let test = TestApp::open().await;
    import(&test, "old.csv", people(0..300, "Buyer")).await;
    let done = import(&test, "new.csv", people(0..400, "CEO")).await;
    assert_eq!(tally(&done), [400, 100, 300, 0, 0, 0]);
    test.call("history_undo", json!({ "id": done["operation"] })).await;
    let rows = list(&test, "", json!([])).await;
    assert_eq!(rows.len(), 300);
    assert!(rows.iter().all(|row| row["title"] == "Buyer"));
    let again = import(&test, "new.csv", people(0..400, "CEO")).await;
    assert_eq!(tally(&again), [400, 100, 300, 0, 0, 0], "and it can be imported again");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_changes_nothing_leaves_no_undo_step() {
    let test = TestApp::open().await;
    let first = import(&test, "c.csv", people(0..10, "Buyer")).await;
    let second = import(&test, "c.csv", people(0..10, "Buyer")).await;
    assert!(second["operation"].is_null());
    let top = test.call("history_top", json!({})).await;
    assert_eq!(top["undo"]["id"], first["operation"]);
}
