//! `cargo xtask bench`: the figures that the documents quote.

use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;

/// Runs the benchmarks, all or those named.
pub(crate) fn bench(place: &Place, consent: Consent, passed: &[String]) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Tests, consent)?;
    Process::cargo(&place.root).with(["run", "--release", "--package", "flows", "--bin", "bench", "--"]).with(passed).run()
}
