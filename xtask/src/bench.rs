//! `cargo xtask bench`: the figures that the documents quote.

use crate::build;
use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;

/// What is measured in the window needs the release programs and a screen: parts of their own, each with its story.
const WINDOWED: [(&str, &str); 2] = [("start", "cold_start"), ("keys", "key_to_paint")];

/// Runs the benchmarks, all or those named.
pub(crate) fn bench(place: &Place, consent: Consent, passed: &[String]) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Tests, consent)?;
    let (windowed, others): (Vec<&String>, Vec<&String>) = passed.iter().partition(|name| WINDOWED.iter().any(|(part, _)| part == name));
    if passed.is_empty() || !others.is_empty() {
        Process::cargo(&place.root).with(["run", "--release", "--package", "flows", "--bin", "bench", "--"]).with(others).run()?;
    }
    let asked = WINDOWED.iter().filter(|(part, _)| passed.is_empty() || windowed.iter().any(|name| *name == part));
    let stories: Vec<String> = asked.map(|(_, story)| format!("stories::figures::{story}")).collect();
    if stories.is_empty() { Ok(()) } else { in_the_window(place, consent, &stories) }
}

fn in_the_window(place: &Place, consent: Consent, stories: &[String]) -> Result<(), Failure> {
    build::build(place, consent)?;
    Process::cargo(&place.root).with(["build", "--release", "--package", "rainmaker", "--example", "empty_window"]).run()?;
    let run = ["test", "--workspace", "--test", "e2e", "--", "--ignored", "--exact", "--nocapture", "--test-threads", "1"];
    Process::cargo(&place.root).with(run).with(stories).set("RAINMAKER_WINDOW", place.built("release/rainmaker")).run()
}
