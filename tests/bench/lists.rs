//! Pages and counts of a list of many people, as the window asks for them: the middle of many calls, and the slowest in a hundred.

use crate::{median, people};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use testkit::TestApp;

/// Times each is asked; of what is slow fewer.
pub(crate) const CALLS: u32 = 200;
const FEW: usize = 15;
const PATIENCE: Duration = Duration::from_secs(3);

pub(crate) async fn run() {
    let count = crate::people();
    let desk = filled(count).await;
    let query = |text: &str, sort: &str, descending: bool, filters: Value| json!({ "text": text, "filters": filters, "sort": sort, "descending": descending });
    let page = |query: Value, offset: u32| ("people_list", json!({ "query": query, "offset": offset, "limit": 50 }));
    let all = |sort: &str, descending: bool| query("", sort, descending, json!([]));
    let title = json!([{ "field": "title", "op": "contains", "value": "achats" }]);
    let nowhere = json!([{ "field": "location", "op": "contains", "value": "nowhere" }]);
    let new = json!([{ "field": "status", "op": "is", "value": "new" }]);
    for (name, call) in [
        ("first page", page(all("name", false), 0)),
        ("page in the middle", page(all("name", false), count / 2)),
        ("last page", page(all("name", false), count.saturating_sub(100))),
        ("by company", page(all("company", false), 0)),
        ("by company, middle", page(all("company", false), count / 2)),
        ("by status", page(all("status", true), 0)),
        ("by last contact", page(all("last_contact", true), 0)),
        ("by day added, middle", page(all("added", true), count / 2)),
        ("status filter", page(query("", "name", false, new.clone()), 0)),
        ("title filter", page(query("", "name", false, title.clone()), 0)),
        ("a filter nobody answers to", page(query("", "name", false, nowhere), 0)),
        ("count, no filter", ("people_count", all("name", false))),
        ("count, status", ("people_count", query("", "name", false, new))),
        ("count, title", ("people_count", query("", "name", false, title))),
        ("all ids", ("people_ids", all("name", false))),
    ] {
        timed(&desk, name, std::iter::repeat_n(call, CALLS as usize)).await;
    }
}

/// A desk with so many people that is at rest.
pub(crate) async fn filled(count: u32) -> TestApp {
    let desk = TestApp::open().await;
    let csv = desk.folder().join("Connections.csv");
    people::connections(&csv, 0..count);
    desk.import(&csv).await;
    // The index follows the import: once it knows everybody, a search is no longer late.
    let last = json!({ "text": (count - 1).to_string(), "limit": 1 });
    while desk.call("people_search", last.clone()).await.as_array().is_none_or(Vec::is_empty) {}
    // What an import leaves to be put in order is put in order.
    tokio::time::sleep(Duration::from_secs(3)).await;
    desk
}

/// Times calls, and prints the middle and the slowest in a hundred.
pub(crate) async fn timed(desk: &TestApp, name: &str, calls: impl Iterator<Item = (&'static str, Value)>) {
    let (mut times, until) = (Vec::new(), Instant::now() + PATIENCE);
    for (command, request) in calls {
        if times.len() >= FEW && Instant::now() > until {
            break;
        }
        let began = Instant::now();
        desk.call(command, request).await;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    let slow = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    println!("{name}: {:.2?}, p99 {slow:.2?}", median(times));
}
