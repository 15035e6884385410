//! `cargo xtask build`: the programs as people get them.

use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;
use crate::ui;

/// Builds release `rainmaker` and `rain` into the target folder's `release/`.
pub(crate) fn build(place: &Place, consent: Consent) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Window, consent)?;
    ui::install(place)?;
    ui::build(place)?;
    // Both in one command, so that what they share is compiled once.
    Process::cargo(&place.root).with(["build", "--release", "--package", "rainmaker", "--package", "cli"]).run()?;
    for program in ["release/rainmaker", "release/rain"] {
        println!("{}", place.built(program).display());
    }
    Ok(())
}
