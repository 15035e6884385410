//! `cargo xtask test`: everything that continuous integration runs, installing what it needs first.

use std::path::PathBuf;

use crate::check;
use crate::consent::Consent;
use crate::copies;
use crate::failure::Failure;
use crate::needs::tools::NEXTEST;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;
use crate::steps::Steps;
use crate::tally::Tally;
use crate::ui;

/// Runs every step, or the one that is named, and ends with the count of all tests.
pub(crate) fn test(place: &Place, consent: Consent, only: Option<&str>) -> Result<(), Failure> {
    let mut steps = Steps::new(only);
    let mut tally = Tally::default();
    let result = all(place, consent, &mut steps, &mut tally).and_then(|()| steps.check_asked());
    steps.report();
    println!("\n{tally}");
    result
}

fn all(place: &Place, consent: Consent, steps: &mut Steps, tally: &mut Tally) -> Result<(), Failure> {
    let mut runner = Runner::Cargo;
    let prepare = || {
        needs::ensure(place, Purpose::Tests, consent)?;
        runner = Runner::find(place, consent);
        ui::install(place)?;
        // The window's program embeds the UI: without it not even the lints compile.
        ui::build(place)
    };
    // One step alone needs its packages too, so this is no step that can be left out.
    steps.always("packages", prepare)?;
    steps.step("format", || check::format(place))?;
    steps.step("lints", || check::lints(place))?;
    // Everything at once: every later step finds its programs compiled with the same features.
    steps.step("build", || Process::cargo(&place.root).with(["build", "--workspace", "--all-targets"]).run())?;
    steps.step("rust", || runner.process(place, Part::Crates).run_counting(tally))?;
    steps.step("bindings", || copies::check(place, &copies::BINDINGS))?;
    steps.step("schema", || copies::check(place, &copies::SCHEMA))?;
    steps.step("ui-types", || Process::npm(&place.ui).with(["run", "typecheck"]).run())?;
    steps.step("ui", || Process::npm(&place.ui).with(["test"]).run_counting(tally))?;
    steps.step("flows", || runner.process(place, Part::Flows).run_counting(tally))?;
    steps.step("e2e", || runner.process(place, Part::Window).run_counting(tally))
}

/// Which of the Rust tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Those beside the code.
    Crates,
    /// The user stories through the command router, and the rules of the architecture.
    Flows,
    /// The stories in the real window.
    Window,
}

/// What runs the Rust tests.
#[derive(Debug)]
pub(crate) enum Runner {
    /// cargo-nextest: a process per test, so that tests share no globals.
    Nextest(PathBuf),
    /// Cargo itself, where nextest cannot be installed.
    Cargo,
}

impl Runner {
    /// nextest, installed when it is missing and can be.
    pub(crate) fn find(place: &Place, consent: Consent) -> Self {
        match NEXTEST.ensure(place, consent) {
            Ok(program) => Self::Nextest(program),
            Err(failure) => {
                println!("cargo-nextest cannot be had ({failure}); cargo itself runs the tests.");
                Self::Cargo
            }
        }
    }

    /// The command that runs one part of the tests.
    pub(crate) fn process(&self, place: &Place, part: Part) -> Process {
        let words: &[&str] = match (self, part) {
            // `--workspace` and a filter, never `--package`: one set of features, so nothing is compiled twice.
            (Self::Nextest(_), Part::Crates) => &["run", "--workspace", "-E", "not package(flows)"],
            (Self::Nextest(_), Part::Flows) => &["run", "--workspace", "-E", "package(flows)"],
            (Self::Nextest(_), Part::Window) => &["run", "--workspace", "--profile", "e2e", "--test", "e2e"],
            (Self::Cargo, Part::Crates) => &["test", "--workspace", "--exclude", "flows", "--lib", "--bins", "--tests"],
            (Self::Cargo, Part::Flows) => &["test", "--package", "flows", "--lib", "--tests"],
            (Self::Cargo, Part::Window) => &["test", "--package", "flows", "--test", "e2e"],
        };
        let start = match self {
            Self::Nextest(program) => NEXTEST.process(program).within(&place.root),
            Self::Cargo => Process::cargo(&place.root),
        };
        start.with(words).set("RAINMAKER_WINDOW", place.built("debug/rainmaker"))
    }
}
