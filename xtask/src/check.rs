//! `cargo xtask check`: what can be judged without running the desk.

use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::tools::DENY;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;
use crate::steps::Steps;
use crate::ui;

/// Format, lints, and the dependencies' bans, licences, sources and known holes.
pub(crate) fn check(place: &Place, consent: Consent) -> Result<(), Failure> {
    let mut steps = Steps::new(None);
    let result = all(place, consent, &mut steps);
    steps.report();
    result
}

fn all(place: &Place, consent: Consent, steps: &mut Steps) -> Result<(), Failure> {
    steps.step("packages", || {
        needs::ensure(place, Purpose::Tests, consent)?;
        ui::install(place)?;
        ui::build(place)
    })?;
    steps.step("format", || format(place))?;
    steps.step("lints", || lints(place))?;
    steps.step("dependencies", || dependencies(place, consent))
}

/// Rust and UI files are written as their formatters write them.
pub(crate) fn format(place: &Place) -> Result<(), Failure> {
    Process::cargo(&place.root).with(["fmt", "--all", "--check"]).run()?;
    Process::npm(&place.ui).with(["run", "lint"]).run()
}

/// Clippy over everything, tests included; a warning is an error.
pub(crate) fn lints(place: &Place) -> Result<(), Failure> {
    // "All targets" leaves out the stories of the window, which a bare `cargo test` must not run.
    for targets in [&["--all-targets"][..], &["--test", "e2e"]] {
        let clippy = Process::cargo(&place.root).with(["clippy", "--workspace"]).with(targets);
        clippy.with(["--", "--deny", "warnings"]).run()?;
    }
    Ok(())
}

fn dependencies(place: &Place, consent: Consent) -> Result<(), Failure> {
    let deny = DENY.ensure(place, consent)?;
    let deny = || DENY.process(&deny).within(&place.root);
    deny().with(["--workspace", "check", "bans", "licenses", "sources"]).run()?;
    // The advisory database is a repository of its own, which not every network reaches.
    if deny().with(["fetch", "db"]).quiet().works() {
        deny().with(["--workspace", "check", "advisories"]).run()
    } else {
        println!("The advisory database cannot be reached from here: known holes were not checked.");
        Ok(())
    }
}
