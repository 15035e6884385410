//! `cargo xtask run`: from a fresh clone to the open window.

use std::env;

use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;
use crate::ui;

/// Installs, builds and starts the desk; without a display, its terminal form.
pub(crate) fn run(place: &Place, consent: Consent, passed: &[String]) -> Result<(), Failure> {
    if !has_display() {
        println!("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): the same job runs in the terminal.");
        needs::ensure(place, Purpose::Terminal, consent)?;
        return Process::cargo(&place.root).with(["run", "--bin", "rain", "--", "demo"]).with(passed).run();
    }
    needs::ensure(place, Purpose::Window, consent)?;
    ui::install(place)?;
    ui::build(place)?;
    Process::cargo(&place.root).with(["build", "--package", "rainmaker"]).run()?;
    println!("Opening the window. Close it to end this command.");
    Process::new(place.built("debug/rainmaker")).with(passed).run()
}

fn has_display() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
