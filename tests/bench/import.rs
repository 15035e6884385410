//! An import of LinkedIn's connections into the encrypted desk, with check, dedupe, journal and search index, beside `sqlite3` importing
//! the same rows into a plaintext file with the desk's own tables and indices and building the same two search tables in bulk; then the same
//! file once more, a file of which the desk knows half, and the undo of the first.

use crate::{median, people, rounds};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use testkit::TestApp;

pub(crate) async fn run() {
    let count = people();
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
    let csv = folder.path().join("Connections.csv");
    people::connections(&csv, 0..count);
    let half = folder.path().join("Half.csv");
    people::connections(&half, count / 2..count / 2 + count);
    let (mut plain, mut ours, mut again, mut grown, mut undos) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds() {
        plain.push(sqlite3(folder.path(), &csv, round));
        let desk = TestApp::open().await;
        let (took, import) = import(&desk, &csv, ("created", count)).await;
        ours.push(took);
        again.push(self::import(&desk, &csv, ("unchanged", count)).await.0);
        let (took, half_known) = self::import(&desk, &half, ("created", count / 2)).await;
        grown.push(took);
        desk.call("history_undo", json!({ "id": half_known["operation"] })).await;
        let began = Instant::now();
        desk.call("history_undo", json!({ "id": import["operation"] })).await;
        undos.push(began.elapsed());
        eprintln!("  undone in {:.2?}", began.elapsed());
    }
    let (plain, ours, again, grown, undos) = (median(plain), median(ours), median(again), median(grown), median(undos));
    println!("import of {count} connections: {ours:.2?}, sqlite3 {plain:.2?}, ratio {:.2}", ratio(ours, plain));
    println!("the same file again: {again:.2?}, ratio {:.2}", ratio(again, plain));
    println!("as many into a desk that knows half of them: {grown:.2?}, ratio {:.2}", ratio(grown, plain));
    println!("undo: {undos:.2?}, {:.2} of the import", ratio(undos, ours));
}

fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}

async fn import(desk: &TestApp, csv: &Path, (outcome, count): (&str, u32)) -> (Duration, Value) {
    let began = Instant::now();
    let opened = desk.call("import_open", json!({ "path": csv, "readAs": "auto", "mode": "both" })).await;
    let checked = began.elapsed();
    desk.call("import_apply", json!({ "id": opened["id"] })).await;
    api::work::imports(&desk.app).await;
    let took = began.elapsed();
    let done = desk.call("import_get", json!({ "id": opened["id"] })).await;
    assert_eq!(done[outcome], count, "{done}");
    eprintln!("  {outcome}: checked in {checked:.2?}, written in {:.2?}", took - checked);
    (took, done)
}

fn sqlite3(folder: &Path, csv: &Path, round: u32) -> Duration {
    let script = include_str!("baseline.sql")
        .replace("-- TABLES\n", &of_the_desk(&["CREATE TABLE company (", "CREATE TABLE person ("]))
        .replace("-- INDICES\n", &of_the_desk(&["INDEX company_", "INDEX person_"]))
        .replace("CONNECTIONS", &csv.display().to_string());
    let file = folder.join(format!("plain-{round}.db"));
    let began = Instant::now();
    let mut child = Command::new("sqlite3")
        .arg(&file)
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("sqlite3 is needed for the comparison: {error}"));
    if let Some(input) = child.stdin.take() {
        use std::io::Write;
        let mut input = input;
        input.write_all(script.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    }
    let status = child.wait().unwrap_or_else(|error| panic!("{error}"));
    assert!(status.success(), "sqlite3 failed");
    let took = began.elapsed();
    let _gone = std::fs::remove_file(&file);
    eprintln!("  sqlite3: {took:.2?}");
    took
}

/// The statements of the desk's schema that make its companies and people.
fn of_the_desk(made: &[&str]) -> String {
    let schema = include_str!("../../docs/schema.sql").split("\n\n").map(str::trim);
    let theirs = |statement: &&str| {
        let on_them = statement.contains(" ON company (") || statement.contains(" ON person (");
        made.iter().any(|start| statement.contains(start)) && (statement.starts_with("CREATE TABLE") || on_them)
    };
    let statements: Vec<&str> = schema.filter(theirs).collect();
    assert!(statements.len() >= made.len(), "the schema has no {made:?}");
    statements.join("\n") + "\n"
}
