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

/// Builds the package, asks apt whether it can be installed, and opens the window of the unpacked one.
pub(crate) fn bundle(place: &Place, consent: Consent) -> Result<(), Failure> {
    needs::ensure(place, Purpose::Tests, consent)?;
    build::build(place, consent)?;
    let linked = linked(place, &[place.built("release/rainmaker"), place.built("release/rain")])?;
    let package = make(place, &linked)?;
    check_dependencies(&package, &linked)?;
    // A simulation: it needs no rights and changes nothing, and fails when a dependency cannot be had.
    Process::new("apt-get").with(["install", "--simulate", "--no-install-recommends"]).with([&package]).run()?;
    let scratch = unpack(place, &package)?;
    Process::new(scratch.join("usr/bin/rain")).with(["--version"]).run()?;
    let opens = Runner::find(place, consent).process(place, Part::Window).with(["the_window_opens"]);
    opens.set("RAINMAKER_WINDOW", scratch.join("usr/bin/rainmaker")).run()?;
    println!("\nThe package is {}\nInstall it with: sudo apt install {0}", package.display());
    Ok(())
}

/// The packages, with their versions, whose libraries the programs link: what dpkg-shlibdeps reads out of them.
fn linked(place: &Place, programs: &[PathBuf]) -> Result<Vec<String>, Failure> {
    // It wants a source package around it; an empty one will do.
    let work = place.target.join("release/bundle/dependencies");
    let control = work.join("debian/control");
    fs::create_dir_all(work.join("debian")).map_err(|cause| Failure::File { path: work.clone(), cause })?;
    fs::write(&control, "Source: rainmaker\n\nPackage: rainmaker\nArchitecture: any\n")
        .map_err(|cause| Failure::File { path: control, cause })?;
    let text = Process::new("dpkg-shlibdeps").with(["-O"]).with(programs).within(&work).quiet().text()?;
    Ok(entries(text.trim().trim_start_matches("shlibs:Depends=")))
}

fn make(place: &Place, linked: &[String]) -> Result<PathBuf, Failure> {
    let made = place.target.join("release/bundle/deb");
    // Packages of earlier versions would leave it open which one was just made.
    let _ = fs::remove_dir_all(&made);
    let config = config(linked, &place.built("release/rain").to_string_lossy());
    let tauri = place.ui.join("node_modules/.bin/tauri");
    Process::new(tauri).with(["bundle", "--bundles", "deb", "--ci", "--config", &config]).within(&place.root).run()?;
    let found = fs::read_dir(&made).map_err(|cause| Failure::File { path: made.clone(), cause })?;
    let package = found.filter_map(Result::ok).map(|entry| entry.path()).find(|path| path.extension().is_some_and(|end| end == "deb"));
    package.ok_or_else(|| Failure::Found(format!("no package was made in {}", made.display())))
}

/// What `tauri.conf.json` cannot know: the libraries just linked, and where cargo put the terminal program.
fn config(linked: &[String], rain: &str) -> String {
    // The tray's library is opened at run time, so no program links it.
    let depends: Vec<String> = linked.iter().map(String::as_str).chain(["libayatana-appindicator3-1"]).map(quoted).collect();
    let (depends, rain) = (depends.join(","), quoted(rain));
    format!(r#"{{"bundle":{{"linux":{{"deb":{{"depends":[{depends}],"files":{{"/usr/bin/rain":{rain}}}}}}}}}}}"#)
}

/// Whether the package asks for everything its programs link.
fn check_dependencies(package: &Path, linked: &[String]) -> Result<(), Failure> {
    let declared = Process::new("dpkg-deb").with(["--field"]).with([package]).with(["Depends"]).text()?;
    println!("Depends: {}", declared.trim());
    let missing = missing(linked, &entries(&declared));
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::Found(format!("the package does not ask for {}, which its programs link", missing.join(", "))))
}

fn unpack(place: &Place, package: &Path) -> Result<PathBuf, Failure> {
    let scratch = place.target.join("release/bundle/unpacked");
    let _ = fs::remove_dir_all(&scratch);
    Process::new("dpkg").with(["-x"]).with([package, &scratch]).run()?;
    Ok(scratch)
}

/// The entries of a list of dependencies.
fn entries(list: &str) -> Vec<String> {
    list.split(',').map(|entry| entry.trim().to_owned()).filter(|entry| !entry.is_empty()).collect()
}

fn missing(linked: &[String], declared: &[String]) -> Vec<String> {
    linked.iter().filter(|entry| !declared.contains(entry)).cloned().collect()
}

/// A JSON text.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_that_the_package_does_not_ask_for_is_found() {
        let linked = entries("libc6 (>= 2.34), libgtk-3-0 (>= 3.24), libssl3 (>= 3.0)\n");
        assert_eq!(missing(&linked, &entries("libgtk-3-0 (>= 3.24), libc6 (>= 2.34)")), ["libssl3 (>= 3.0)"]);
    }

    #[test]
    fn the_package_asks_for_what_is_linked_and_for_the_library_of_the_tray() {
        let config = config(&entries("libc6 (>= 2.34)"), "/home/a \"b\"/rain");
        let wanted = r#"{"bundle":{"linux":{"deb":{"depends":["libc6 (>= 2.34)","libayatana-appindicator3-1"],"files":{"/usr/bin/rain":"/home/a \"b\"/rain"}}}}}"#;
        assert_eq!(config, wanted);
    }
}
