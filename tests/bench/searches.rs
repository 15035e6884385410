//! Searches over many people, as the window asks for them. Each time for something else: an answer is kept while nobody changes the desk. What is
//! timed was read once before, so that the pages of the index are in memory; the last answers alone are kept, and those are not asked again.

use crate::lists::{CALLS, filled, timed};
use crate::people::{FIRMS, FIRST, LAST, name};
use serde_json::{Value, json};
use testkit::TestApp;

pub(crate) async fn run() {
    let desk = filled(crate::people()).await;
    let page = |text: &str| {
        let query = json!({ "text": text, "filters": [], "sort": "name", "descending": false });
        ("people_list", json!({ "query": query, "offset": 0, "limit": 50 }))
    };
    for (name, text) in
        [("a beginning", beginning as fn(u32) -> String), ("two words", two_words), ("part of a word", part), ("a typing slip", slip)]
    {
        warm(&desk, (0..CALLS).map(|n| page(&text(n)))).await;
        timed(&desk, &format!("search, {name}"), (0..CALLS).map(|n| page(&text(n)))).await;
    }
    let palette = |n| ("people_search", json!({ "text": two_words(n), "limit": 20 }));
    warm(&desk, (0..CALLS).map(palette)).await;
    timed(&desk, "palette, two words", (0..CALLS).map(palette)).await;
    timed(&desk, "search, one letter", ('a'..='z').map(|letter| page(&letter.to_string()))).await;
}

async fn warm(desk: &TestApp, calls: impl Iterator<Item = (&'static str, Value)>) {
    for (command, request) in calls {
        desk.call(command, request).await;
    }
}

/// Three letters or more of a first or a last name, or a last name with the beginning of its number.
fn beginning(n: u32) -> String {
    let letters = 3 + n as usize / 60 * 2;
    match n % 3 {
        0 => one(&FIRST, n / 3).chars().take(letters).collect(),
        1 => one(&LAST, n / 3).chars().take(letters).collect(),
        _ => format!("{}{}", one(&LAST, n / 3), 10 + n),
    }
}

fn two_words(n: u32) -> String {
    let (first, last) = (one(&FIRST, n), one(&LAST, n / 20 + n));
    if n.is_multiple_of(2) { format!("{first} {last}") } else { format!("{first} {last}{n}") }
}

/// From the middle of a firm's name, or of a last name and its number.
fn part(n: u32) -> String {
    let last = one(&LAST, n).rsplit([' ', '\'']).next().unwrap_or_default();
    let word = if n.is_multiple_of(4) { one(&FIRMS, n / 4).to_owned() } else { format!("{last}{}", 12_345 + n * 7) };
    word.chars().skip(1 + (n / 100) as usize).take(7).collect()
}

/// Somebody's whole name with two letters exchanged, or one left out.
fn slip(n: u32) -> String {
    let (first, last) = name(n * 487);
    let mut first: Vec<char> = first.chars().collect();
    if n.is_multiple_of(2) {
        first.swap(1, 2);
    } else {
        first.remove(2);
    }
    format!("{} {last}", first.into_iter().collect::<String>())
}

fn one<'w>(from: &[&'w str], n: u32) -> &'w str {
    from.get(n as usize % from.len()).copied().unwrap_or_default()
}
