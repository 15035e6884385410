//! Pages, counts and searches over many people, as the window asks for them: the middle of many calls, and the slowest in a hundred.

use crate::{median, people};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use testkit::TestApp;

/// Times each is asked; of what is slow fewer.
const CALLS: usize = 200;
const FEW: usize = 15;
const PATIENCE: Duration = Duration::from_secs(3);

pub(crate) async fn run() {
    let count = people();
    let desk = TestApp::open().await;
    let csv = desk.folder().join("Connections.csv");
    people::connections(&csv, 0..count);
    desk.import(&csv).await;
    let query = |text: &str, sort: &str, descending: bool, filters: Value| json!({ "text": text, "filters": filters, "sort": sort, "descending": descending });
    let page = |query: Value, offset: u32| ("people_list", json!({ "query": query, "offset": offset, "limit": 100 }));
    let title = json!([{ "field": "title", "op": "contains", "value": "achats" }]);
    let new = json!([{ "field": "status", "op": "is", "value": "new" }]);
    for (name, (command, request)) in [
        ("first page", page(query("", "name", false, json!([])), 0)),
        ("page in the middle", page(query("", "name", false, json!([])), count / 2)),
        ("last page", page(query("", "name", false, json!([])), count.saturating_sub(100))),
        ("by company", page(query("", "company", false, json!([])), 0)),
        ("by company, middle", page(query("", "company", false, json!([])), count / 2)),
        ("by status", page(query("", "status", true, json!([])), 0)),
        ("by last contact", page(query("", "last_contact", true, json!([])), 0)),
        ("by day added, middle", page(query("", "added", true, json!([])), count / 2)),
        ("status filter", page(query("", "name", false, new.clone()), 0)),
        ("title filter", page(query("", "name", false, title.clone()), 0)),
        ("count, no filter", ("people_count", query("", "name", false, json!([])))),
        ("count, status", ("people_count", query("", "name", false, new))),
        ("count, title", ("people_count", query("", "name", false, title))),
        ("one letter", page(query("c", "name", false, json!([])), 0)),
        ("a first name", page(query("camille", "name", false, json!([])), 0)),
        ("two words", page(query("camille faure", "name", false, json!([])), 0)),
        ("one person", page(query("faure12340", "name", false, json!([])), 0)),
        ("part of a word", page(query("errerie 77", "name", false, json!([])), 0)),
        ("count, first name", ("people_count", query("camille", "name", false, json!([])))),
        ("palette, one letter", ("people_search", json!({ "text": "c", "limit": 20 }))),
        ("a typing slip", page(query("camile faurre", "name", false, json!([])), 0)),
        ("palette, a name", ("people_search", json!({ "text": "zoé mart", "limit": 20 }))),
        ("all ids", ("people_ids", query("", "name", false, json!([])))),
    ] {
        let mut times = Vec::new();
        let until = Instant::now() + PATIENCE;
        while times.len() < CALLS && (times.len() < FEW || Instant::now() < until) {
            let began = Instant::now();
            desk.call(command, request.clone()).await;
            times.push(began.elapsed());
        }
        times.sort_unstable();
        let slow = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
        println!("{name}: {:.2?}, p99 {slow:.2?}", median(times));
    }
}
