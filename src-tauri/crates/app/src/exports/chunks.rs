use super::ExportFault;
use crate::{App, Progress};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Records read at once.
const CHUNK: usize = 500;
/// Between two reports.
const REPORT: Duration = Duration::from_millis(100);

/// Works through records some at a time, and reports how many are done: now and then, and at the end.
///
/// # Errors
/// The first of the work's own.
pub(super) fn in_chunks(app: &App, ids: &[Uuid], mut work: impl FnMut(&[Uuid]) -> Result<(), ExportFault>) -> Result<(), ExportFault> {
    let count = |records: usize| u32::try_from(records).unwrap_or(u32::MAX);
    let (id, of) = (app.ports().ids.new_id(), count(ids.len()));
    let (mut done, mut reported) = (0, Instant::now());
    for chunk in ids.chunks(CHUNK) {
        work(chunk)?;
        done += chunk.len();
        if done == ids.len() || reported.elapsed() >= REPORT {
            reported = Instant::now();
            app.report(Progress { kind: "export", id, done: count(done), of });
        }
    }
    Ok(())
}
