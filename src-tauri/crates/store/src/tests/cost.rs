//! What recording costs, and how long undo takes: 100,000 inserted people with the journal, without it, and taken back again.
//!
//! `cargo test --release -p store the_journal_s_cost -- --ignored --nocapture`. Both sides alternate in one run; medians are printed.

use crate::{Actor, Desk, Intent, OperationId, RawKey, StoreError, Tx, people};
use domain::people::Person;
use std::error::Error;
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;
const CHUNK: usize = 500;

#[tokio::test]
#[ignore = "a measurement, in a release build"]
async fn the_journal_s_cost_is_measured() -> Result<(), Box<dyn Error>> {
    let rows: usize = std::env::var("ROWS").map_or(Ok(100_000), |text| text.parse())?;
    let mut figures: [Vec<Duration>; 5] = Default::default();
    for _ in 0..ROUNDS {
        let plain = insert(rows, false).await?;
        let recorded = insert(rows, true).await?;
        let steps = [plain.inserted, recorded.inserted, recorded.indexed, recorded.undone, recorded.redone];
        for (all, step) in figures.iter_mut().zip(steps) {
            all.push(step);
        }
    }
    let [plain, recorded, indexed, undone, redone] = figures.map(median);
    println!("{rows} people, medians of {ROUNDS}");
    println!("inserted without journal {plain:>8.2} s");
    println!("inserted with journal    {recorded:>8.2} s   {:.2} x", recorded / plain);
    println!("search index in bulk     {indexed:>8.2} s");
    println!("undo, index included     {undone:>8.2} s   {:.2} x of insert and index", undone / (recorded + indexed));
    println!("redo, index included     {redone:>8.2} s   {:.2} x of insert and index", redone / (recorded + indexed));
    Ok(())
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).map_or(0.0, Duration::as_secs_f64)
}

#[derive(Default)]
struct Took {
    inserted: Duration,
    indexed: Duration,
    undone: Duration,
    redone: Duration,
}

async fn insert(rows: usize, recorded: bool) -> Result<Took, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let desk = Desk::create(folder.path(), &RawKey::new([3; 32]), chrono::Utc::now()).await?;
    let mut took = Took::default();
    let began = Instant::now();
    let operation = if recorded { Some(desk.begin_operation(Actor::Desk, Intent::new("bench")).await?) } else { None };
    for start in (0..rows).step_by(CHUNK) {
        let work = move |tx: &mut Tx<'_>| (start..(start + CHUNK).min(rows)).try_for_each(|n| add(tx, n));
        match operation {
            Some(operation) => desk.write_in::<_, StoreError>(operation, work).await?,
            None => desk.write_unrecorded::<_, StoreError>(work).await?,
        }
    }
    if let Some(operation) = operation {
        desk.finish_operation(operation).await?;
    }
    took.inserted = began.elapsed();
    let began = Instant::now();
    desk.search_ready(Duration::from_secs(60)).await?;
    took.indexed = began.elapsed();
    if let Some(operation) = operation {
        (took.undone, took.redone) = back_and_forth(&desk, operation, rows).await?;
    }
    desk.close().await;
    Ok(took)
}

async fn back_and_forth(desk: &Desk, operation: OperationId, rows: usize) -> Result<(Duration, Duration), Box<dyn Error>> {
    let began = Instant::now();
    let undone = desk.undo(Some(operation)).await?;
    let took = began.elapsed();
    assert_eq!((undone.restored as usize, undone.kept.len()), (rows, 0), "not everything went");
    let began = Instant::now();
    desk.redo(Some(operation)).await?;
    Ok((took, began.elapsed()))
}

fn add(tx: &mut Tx<'_>, n: usize) -> Result<(), StoreError> {
    let mut person = Person::new(tx.new_id(), "linkedin", tx.now(), tx.now().date_naive());
    person.first_name = format!("First{}", n % 997);
    person.last_name = format!("Last{n}");
    person.title = format!("Head of department {}", n % 131);
    person.email = format!("first{}.last{n}@firm{}.example", n % 997, n % 5003);
    person.email_norm.clone_from(&person.email);
    person.set_linkedin(&format!("https://www.linkedin.com/in/first-last-{n}"));
    person.location = format!("Town {}", n % 211);
    people::insert(tx, &person)
}
