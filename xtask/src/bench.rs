//! `cargo xtask bench`: the figures that the documents quote.

use crate::build;
use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;

/// The start of the window: it needs the release programs and a screen, so it is a part of its own.
const START: &str = "start";

/// Runs the benchmarks, all or those named.
pub(crate) fn bench(place: &Place, consent: Consent, passed: &[String]) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Tests, consent)?;
    let others: Vec<&String> = passed.iter().filter(|name| *name != START).collect();
    if passed.is_empty() || !others.is_empty() {
        Process::cargo(&place.root).with(["run", "--release", "--package", "flows", "--bin", "bench", "--"]).with(others).run()?;
    }
    if passed.is_empty() || passed.iter().any(|name| name == START) {
        start(place, consent)?;
    }
    Ok(())
}

fn start(place: &Place, consent: Consent) -> Result<(), Failure> {
    build::build(place, consent)?;
    Process::cargo(&place.root).with(["build", "--release", "--package", "rainmaker", "--example", "empty_window"]).run()?;
    let story = ["test", "--workspace", "--test", "e2e", "--", "--ignored", "--exact", "stories::figures::cold_start", "--nocapture"];
    Process::cargo(&place.root).with(story).set("RAINMAKER_WINDOW", place.built("release/rainmaker")).run()
}
