//! The UI's packages and its build, each done only when something changed.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::failure::Failure;
use crate::place::Place;
use crate::process::Process;

/// Installs exactly the locked packages, unless they were already.
pub(crate) fn install(place: &Place) -> Result<(), Failure> {
    // npm writes its own copy of the lock last of all, and a checkout that changes the lock makes that one newer.
    let installed = written(&place.ui.join("node_modules/.package-lock.json"));
    if installed.is_some() && written(&place.ui.join("package-lock.json")) <= installed {
        return Ok(());
    }
    // Not `npm ci`: a registry that lacks a package of another platform leaves it out of the lock, and `ci` then refuses the lock on
    // every platform. `--no-save` keeps to the lock and never rewrites it.
    Process::npm(&place.ui).with(["install", "--no-save", "--no-audit", "--no-fund"]).run()
}

/// Builds `ui/dist`, unless it is newer than everything it is made of.
pub(crate) fn build(place: &Place) -> Result<(), Failure> {
    let made = written(&place.ui.join("dist/index.html"));
    if made.is_some() && newest(&place.ui) <= made {
        return Ok(());
    }
    Process::npm(&place.ui).with(["run", "build"]).run()
}

/// When the newest file of the UI was written, its packages and its result apart.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let times = entries.filter_map(|entry| match entry.file_name().to_str() {
        Some("node_modules" | "dist") => None,
        _ if entry.file_type().ok()?.is_dir() => newest(&entry.path()),
        _ => entry.metadata().ok()?.modified().ok(),
    });
    times.max()
}

fn written(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|file| file.modified()).ok()
}
