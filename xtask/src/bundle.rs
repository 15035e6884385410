//! `cargo xtask bundle`: the Debian package, unpacked and started once in a window nobody sees.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build;
use crate::consent::Consent;
use crate::failure::Failure;
use crate::needs::{self, Purpose};
use crate::place::Place;
use crate::process::Process;
use crate::test::{Part, Runner};

/// Builds the package, compares its dependencies with what the programs link, and opens the unpacked window.
pub(crate) fn bundle(place: &Place, consent: Consent) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Tests, consent)?;
    build::build(place, consent)?;
    let package = make(place)?;
    let scratch = unpack(place, &package)?;
    let window = scratch.join("usr/bin/rainmaker");
    check_dependencies(place, &package, &[window.clone(), scratch.join("usr/bin/rain")])?;
    Process::new(scratch.join("usr/bin/rain")).with(["--version"]).run()?;
    let opens = Runner::find(place, consent).process(place, Part::Window).with(["the_window_opens"]);
    opens.set("RAINMAKER_WINDOW", window).run()?;
    println!("\nThe package is {}\nInstall it with: sudo apt install {0}", package.display());
    Ok(())
}

fn make(place: &Place) -> Result<PathBuf, Failure> {
    let made = place.target.join("release/bundle/deb");
    // Packages of earlier versions would leave it open which one was just made.
    let _ = fs::remove_dir_all(&made);
    // The terminal program travels in the same package; only here is it known where cargo put it.
    let rain = place.built("release/rain");
    let files = format!(r#"{{"bundle":{{"linux":{{"deb":{{"files":{{"/usr/bin/rain":{}}}}}}}}}}}"#, json_text(&rain.to_string_lossy()));
    let tauri = place.ui.join("node_modules/.bin/tauri");
    Process::new(tauri).with(["bundle", "--bundles", "deb", "--ci", "--config", &files]).within(&place.root).run()?;
    let found = fs::read_dir(&made).map_err(|cause| Failure::File { path: made.clone(), cause })?;
    let package = found.filter_map(Result::ok).map(|entry| entry.path()).find(|path| path.extension().is_some_and(|end| end == "deb"));
    package.ok_or_else(|| Failure::Found(format!("no package was made in {}", made.display())))
}

fn unpack(place: &Place, package: &Path) -> Result<PathBuf, Failure> {
    let scratch = place.target.join("release/bundle/unpacked");
    let _ = fs::remove_dir_all(&scratch);
    Process::new("dpkg").with(["-x"]).with([package, &scratch]).run()?;
    Ok(scratch)
}

/// Every package whose libraries the programs link is one that the package depends on.
fn check_dependencies(place: &Place, package: &Path, programs: &[PathBuf]) -> Result<(), Failure> {
    let declared = Process::new("dpkg-deb").with(["--field"]).with([package]).with(["Depends"]).text()?;
    println!("Depends: {}", declared.trim());
    // dpkg-shlibdeps wants a source package around it; an empty one will do.
    let work = place.target.join("release/bundle/dependencies");
    let control = work.join("debian/control");
    fs::create_dir_all(work.join("debian")).map_err(|cause| Failure::File { path: work.clone(), cause })?;
    fs::write(&control, "Source: rainmaker\n\nPackage: rainmaker\nArchitecture: any\n")
        .map_err(|cause| Failure::File { path: control, cause })?;
    let linked = Process::new("dpkg-shlibdeps").with(["-O", "--ignore-missing-info"]).with(programs).within(&work).text()?;
    let missing = missing(&names(linked.trim().trim_start_matches("shlibs:Depends=")), &names(&declared));
    if missing.is_empty() {
        return Ok(());
    }
    let missing = missing.join(", ");
    Err(Failure::Found(format!("the programs link libraries of {missing}: add them to bundle.linux.deb.depends in tauri.conf.json")))
}

/// The names in a list of dependencies, versions and alternatives apart.
fn names(list: &str) -> Vec<String> {
    let first = list.split(',').filter_map(|entry| entry.split(['(', '|']).next());
    first.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn missing(linked: &[String], declared: &[String]) -> Vec<String> {
    linked.iter().filter(|name| !declared.contains(name)).cloned().collect()
}

fn json_text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_that_the_package_does_not_ask_for_is_found() {
        let linked = names("libc6 (>= 2.34), libgtk-3-0 (>= 3.24) | libgtk-3-0t64, libssl3 (>= 3.0)");
        assert_eq!(missing(&linked, &names("libgtk-3-0, libc6")), ["libssl3"]);
    }
}
