//! The UI's packages and its build, each done only when something changed.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::failure::Failure;
use crate::place::Place;
use crate::process::Process;

/// Installs exactly the locked packages, unless they were already.
pub(crate) fn install(place: &Place) -> Result<(), Failure> {
    let lock = place.ui.join("package-lock.json");
    let wanted = fs::read_to_string(&lock).map_err(|cause| Failure::File { path: lock, cause })?;
    // npm empties node_modules first, so a stamp inside it cannot outlive what it stands for.
    let stamp = place.ui.join("node_modules").join(".rainmaker-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    Process::npm(&place.ui)
        .with(["ci", "--no-audit", "--no-fund"])
        .run()?;
    fs::write(&stamp, wanted).map_err(|cause| Failure::File { path: stamp, cause })
}

/// Builds `ui/dist`, unless it is newer than everything it is made of.
pub(crate) fn build(place: &Place) -> Result<(), Failure> {
    let made = fs::metadata(place.ui.join("dist").join("index.html"))
        .and_then(|file| file.modified())
        .ok();
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
