//! An import ten times as large as another: time and memory, and how soon a cancel is answered.

use crate::people;
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};
use testkit::TestApp;

/// Moments of an import at which it is cancelled, after its rows are checked.
const CANCELS: [u64; 5] = [50, 400, 900, 1_700, 3_000];

pub(crate) async fn run() {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
    let (few, many) = (crate::people(), 10 * crate::people());
    let mut took = Vec::new();
    for count in [few, many] {
        let csv = folder.path().join(format!("Connections-{count}.csv"));
        people::connections(&csv, 0..count);
        forget_peak();
        let desk = TestApp::open().await;
        let began = Instant::now();
        let done = desk.import(&csv).await;
        took.push(began.elapsed());
        assert_eq!(done["created"], count, "{done}");
        println!("import of {count}: {:.2?}, resident at most {} MB", began.elapsed(), peak() / 1_024);
    }
    if let [few, many] = took.as_slice() {
        println!("ten times as many people: {:.1} times as long", many.as_secs_f64() / few.as_secs_f64());
    }
    let csv = folder.path().join(format!("Connections-{many}.csv"));
    for after in CANCELS {
        println!("cancelled after {after} ms of writing: answered in {:.0?}", cancelled(&csv, Duration::from_millis(after)).await);
    }
}

/// How long the answer to a cancel takes.
async fn cancelled(csv: &Path, after: Duration) -> Duration {
    let desk = TestApp::open().await;
    let opened = desk.call("import_open", json!({ "path": csv, "readAs": "auto", "mode": "both" })).await;
    desk.call("import_apply", json!({ "id": opened["id"] })).await;
    let app = desk.app.clone();
    let writing = tokio::spawn(async move { api::work::imports(&app).await });
    tokio::time::sleep(after).await;
    let began = Instant::now();
    desk.call("import_cancel", json!({ "id": opened["id"] })).await;
    let answered = began.elapsed();
    writing.await.unwrap_or_else(|error| panic!("{error}"));
    let stopped = desk.call("import_get", json!({ "id": opened["id"] })).await;
    assert_eq!(stopped["state"], "cancelled", "{stopped}");
    answered
}

/// The most memory this process had resident since [`forget_peak`], in KB; proc(5), `VmHWM`.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// proc(5), `/proc/self/clear_refs`: 5 sets the peak back to what is resident now.
fn forget_peak() {
    let _only_on_linux = std::fs::write("/proc/self/clear_refs", "5");
}
