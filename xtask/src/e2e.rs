//! `cargo xtask e2e`: the end-to-end tests in the real window.

use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;
use crate::test::{Part, Runner};
use crate::ui;

/// Builds the window's program and runs the tests that click in it; words after `--` choose some of them.
pub(crate) fn e2e(place: &Place, consent: Consent, passed: &[String]) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Tests, consent)?;
    let runner = Runner::find(place, consent);
    ui::install(place)?;
    ui::build(place)?;
    // The same selection as the whole test command, so that one reuses what the other compiled.
    Process::cargo(&place.root).with(["build", "--workspace", "--all-targets"]).run()?;
    runner.process(place, Part::Window).with(passed).run()
}
