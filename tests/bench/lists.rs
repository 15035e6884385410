//! Pages, counts and searches over many people, as the window asks for them: the middle of many calls, and the slowest in a hundred. What is searched
//! is another text each time, since an answer is kept while nobody changes the desk.

use crate::median;
use crate::people::{self, FIRMS, FIRST, LAST};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use testkit::TestApp;

/// Times each is asked; of what is slow fewer.
const CALLS: u32 = 200;
const FEW: usize = 15;
const PATIENCE: Duration = Duration::from_secs(3);

type Call = (&'static str, Value);

pub(crate) async fn run() {
    let count = crate::people();
    let desk = TestApp::open().await;
    let csv = desk.folder().join("Connections.csv");
    people::connections(&csv, 0..count);
    desk.import(&csv).await;
    // The index follows the import: once it knows everybody, a search is no longer late.
    let last = json!({ "text": (count - 1).to_string(), "limit": 1 });
    while desk.call("people_search", last.clone()).await.as_array().is_none_or(Vec::is_empty) {}
    // What an import leaves to be put in order is put in order.
    tokio::time::sleep(Duration::from_secs(3)).await;

    let query = |text: &str, sort: &str, descending: bool, filters: Value| json!({ "text": text, "filters": filters, "sort": sort, "descending": descending });
    let page = |query: Value, offset: u32| ("people_list", json!({ "query": query, "offset": offset, "limit": 100 }));
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
    let words = |text: fn(u32) -> String| (0..CALLS).map(move |n| page(query(&text(n), "name", false, json!([])), 0));
    timed(&desk, "search, a beginning", words(beginning)).await;
    timed(&desk, "search, two words", words(two_words)).await;
    timed(&desk, "search, part of a word", words(part)).await;
    timed(&desk, "search, a typing slip", words(slip)).await;
    let palette = |n| ("people_search", json!({ "text": two_words(n), "limit": 20 }));
    timed(&desk, "palette, two words", (0..CALLS).map(palette)).await;
    let letters = "abcdefghijklmnopqrstuvwxyz".chars().map(|letter| page(query(&letter.to_string(), "name", false, json!([])), 0));
    timed(&desk, "search, one letter", letters).await;
}

/// A first name, a last name, or one with a number; three letters or more of it.
fn beginning(n: u32) -> String {
    let word = match n % 3 {
        0 => one(&FIRST, n / 3).to_owned(),
        1 => one(&LAST, n / 3).replace(' ', ""),
        _ => format!("{}{}", one(&LAST, n / 3), 10 + n),
    };
    word.chars().take(3 + (n / 60) as usize * 2).collect::<String>() + if n % 3 == 2 { "1" } else { "" }
}

fn two_words(n: u32) -> String {
    let (first, last) = (one(&FIRST, n), one(&LAST, n / 20 + n));
    if n.is_multiple_of(2) { format!("{first} {last}") } else { format!("{first} {last}{n}") }
}

/// From the middle of a firm's name, or of a last name and its number.
fn part(n: u32) -> String {
    let word = if n.is_multiple_of(4) { one(&FIRMS, n / 4).to_owned() } else { format!("{}{}", one(&LAST, n), 12_345 + n * 7) };
    word.chars().skip(1 + (n / 100) as usize).take(7).collect()
}

/// Two letters exchanged, or one left out.
fn slip(n: u32) -> String {
    let mut first: Vec<char> = one(&FIRST, n).chars().collect();
    if n.is_multiple_of(2) {
        first.swap(2, 3);
    } else {
        first.remove(2);
    }
    format!("{} {}", first.into_iter().collect::<String>(), one(&LAST, n / 20 + n))
}

fn one<'w>(from: &[&'w str], n: u32) -> &'w str {
    from.get(n as usize % from.len()).copied().unwrap_or_default()
}

async fn timed(desk: &TestApp, name: &str, calls: impl Iterator<Item = Call>) {
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
