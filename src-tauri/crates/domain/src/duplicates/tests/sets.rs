//! The labelled sets, and how well a finding meets their labels.

use crate::duplicates::{CompanyCard, Groups, Match, PersonCard, Place, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Pairs of places, the smaller one first.
pub(super) type Pairs = BTreeSet<(u32, u32)>;
/// A row by its columns.
pub(super) type Row = BTreeMap<String, String>;

/// The rows of a set.
pub(super) fn rows(name: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/duplicates").join(name);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// How well pairs meet the labels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Score {
    pub(super) f1: f64,
    pub(super) precision: f64,
    pub(super) recall: f64,
}

/// Compares what was found with what is so.
pub(super) fn score(found: &Pairs, truth: &Pairs) -> Score {
    let hits = found.intersection(truth).count() as f64;
    let (precision, recall) = (hits / found.len().max(1) as f64, hits / truth.len() as f64);
    Score { f1: 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE), precision, recall }
}

/// What was found in a set: the pairs as they are, those of the groups, and those that merge by themselves.
#[derive(Default)]
pub(super) struct Found {
    pub(super) pairs: Pairs,
    pub(super) grouped: Pairs,
    pub(super) exact: Pairs,
}

/// Goes through all places as a scan does.
pub(super) fn find(count: usize, duplicates: impl Fn(u32) -> Vec<(u32, Match)>, probability: impl Fn(u32, u32) -> f64) -> Found {
    let mut found = Found::default();
    let mut groups = Groups::default();
    for place in 0..count as u32 {
        for (other, alike) in duplicates(place) {
            groups.add(other, place, alike.probability);
            found.pairs.insert((other, place));
            if alike.verdict == Verdict::Exact {
                found.exact.insert((other, place));
            }
        }
    }
    for group in groups.gather(probability) {
        found.grouped.extend(all_pairs(&group.places));
    }
    found
}

fn all_pairs(places: &[u32]) -> impl Iterator<Item = (u32, u32)> + '_ {
    places.iter().enumerate().flat_map(|(at, place)| places[..at].iter().map(|other| (*other, *place)))
}

/// The pairs of a Febrl set: records with one number are one person.
pub(super) fn febrl_truth(rows: &[Row]) -> Pairs {
    let mut same = BTreeMap::<&str, Vec<u32>>::new();
    for (place, row) in (0u32..).zip(rows) {
        same.entry(row["rec_id"].split('-').nth(1).unwrap()).or_default().push(place);
    }
    same.values().flat_map(|places| all_pairs(places)).collect()
}

/// The pairs of a set of ours: two rows each, labelled.
pub(super) fn labelled_truth(rows: &[Row]) -> Pairs {
    let same = (0u32..).zip(rows).step_by(2).filter(|(_, row)| row["label"] == "same");
    same.map(|(place, _)| (place, place + 1)).collect()
}

/// A row of a Febrl set, names and address only.
pub(super) fn febrl_card(row: &Row) -> PersonCard {
    let text = |name: &str| row[name].clone();
    let (number, street, extra) = (text("street_number"), text("address_1"), text("address_2"));
    let place = Place { number, street, extra, city: text("suburb"), postcode: text("postcode"), region: text("state") };
    PersonCard { first_name: text("given_name"), last_name: text("surname"), place, ..PersonCard::default() }
}

fn place(row: &Row) -> Place {
    let text = |name: &str| row[name].clone();
    let (number, street, extra) = (text("number"), text("street"), text("extra"));
    Place { number, street, extra, city: text("city"), postcode: text("postcode"), region: text("region") }
}

fn list(value: &str) -> Vec<String> {
    value.split(' ').filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

/// A row of our people.
pub(super) fn person(row: &Row) -> PersonCard {
    let text = |name: &str| row[name].clone();
    PersonCard {
        first_name: text("first_name"),
        last_name: text("last_name"),
        company: text("company"),
        title: text("title"),
        emails: list(&row["email"]),
        phones: list(&row["phone"]),
        profile: text("profile"),
        place: place(row),
    }
}

/// A row of our companies.
pub(super) fn company(row: &Row) -> CompanyCard {
    let text = |name: &str| row[name].clone();
    CompanyCard {
        name: text("name"),
        register: text("register"),
        establishment: text("establishment"),
        domain: text("domain"),
        phones: list(&row["phone"]),
        place: place(row),
    }
}

/// Prints where finding and labels part, so that a failing test says what to look at.
pub(super) fn tell(rows: &[Row], found: &Pairs, truth: &Pairs, compare: impl Fn(u32, u32) -> Option<Match>) {
    for (one, other) in found.symmetric_difference(truth) {
        let (left, right) = (&rows[*one as usize], &rows[*other as usize]);
        let alike = compare(*one, *other).unwrap();
        let kind = if truth.contains(&(*one, *other)) { "missed" } else { "wrong" };
        let case = left.get("case").map_or("", String::as_str);
        let values = |row: &Row| row.values().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>().join(" | ");
        let reasons: Vec<String> = alike.reasons.iter().map(|why| format!("{:?} {:?} {:+.1}", why.part, why.likeness, why.bits)).collect();
        println!("{kind}, {case}: {:.3}\n    {}\n    {}\n    {}", alike.probability, values(left), values(right), reasons.join(", "));
    }
}
