//! Cargo's own helpers, built from source into the tools folder when the machine has none.

use std::path::PathBuf;

use crate::consent::Consent;
use crate::failure::Failure;
use crate::place::Place;
use crate::process::Process;

/// A program that `cargo install` provides.
#[derive(Debug)]
pub(crate) struct Tool {
    /// Its name on crates.io and on the `PATH`.
    name: &'static str,
    /// The version that builds with the toolchain of this repository.
    version: &'static str,
}

/// The test runner: one process per test.
pub(crate) const NEXTEST: Tool = Tool { name: "cargo-nextest", version: "0.9.143" };
/// Bans, licences and sources of the dependencies.
pub(crate) const DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2" };

impl Tool {
    /// Where the program is, installing it if it is missing and that is allowed.
    ///
    /// # Errors
    /// [`Failure::Missing`] when it may not be installed, [`Failure::Failed`] when the installation broke.
    pub(crate) fn ensure(&self, place: &Place, consent: Consent) -> Result<PathBuf, Failure> {
        let own = place.tools.join("bin").join(self.name).with_extension(std::env::consts::EXE_EXTENSION);
        for program in [PathBuf::from(self.name), own.clone()] {
            // Called as `cargo nextest` would call it: the subcommand's name comes first.
            if self.process(&program).with(["--version"]).quiet().works() {
                return Ok(program);
            }
        }
        let wanted = format!("{}@{}", self.name, self.version);
        println!("{} is missing. This builds it (some minutes):\n  cargo install --locked {wanted}", self.name);
        if !consent.obtain("Build it now?") {
            return Err(Failure::Missing(format!("{} is needed: cargo install --locked {wanted}", self.name)));
        }
        let install = Process::cargo(&place.root).with(["install", "--locked", "--root"]).with([&place.tools]);
        // The desk's own target folder may be shared by other checkouts; the tool's pieces do not belong there.
        install.with([wanted]).set("CARGO_TARGET_DIR", place.tools.join("target")).run()?;
        // Nobody needs its pieces again.
        let _ = std::fs::remove_dir_all(place.tools.join("target"));
        Ok(own)
    }

    /// The program, ready for its arguments.
    pub(crate) fn process(&self, program: &std::path::Path) -> Process {
        Process::new(program).with([self.name.trim_start_matches("cargo-")])
    }
}
