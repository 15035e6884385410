//! Debian and Ubuntu: packages are looked up with dpkg and installed with apt.

use super::Purpose;
use crate::consent::Consent;
use crate::failure::Failure;
use crate::process::Process;

/// A C compiler, OpenSSL's libcrypto for SQLCipher, and libclang for the bindings of SQLite's session extension.
const TERMINAL: &[&str] = &["build-essential", "libclang-dev", "libssl-dev", "pkg-config"];
/// The webview and the tray.
const WINDOW: &[&str] = &["libayatana-appindicator3-dev", "libwebkit2gtk-4.1-dev"];
/// A screen nobody sees, a session bus with a Secret Service on it, and the driver of the webview.
const TESTS: &[&str] = &["dbus", "gnome-keyring", "webkit2gtk-driver", "xvfb"];

/// apt breaks half-way now and then, with a temporary file that is gone or a mirror that is being updated.
const TRIES: u32 = 3;

/// Installs the packages that are missing, if that is allowed.
pub(super) fn ensure(purpose: Purpose, consent: Consent) -> Result<(), Failure> {
    let missing = missing(&packages(purpose), &installed(&packages(purpose)));
    if missing.is_empty() {
        return Ok(());
    }
    let sudo = if is_root() { "" } else { "sudo " };
    let command = format!("{sudo}apt-get update && {sudo}apt-get install --no-install-recommends {}", missing.join(" "));
    println!("These system packages are missing: {}\nThis installs them:\n  {command}", missing.join(", "));
    if !consent.obtain("Install them now?") {
        return Err(Failure::Missing(format!("install the missing packages first:\n  {command}")));
    }
    install(&missing)
}

fn packages(purpose: Purpose) -> Vec<&'static str> {
    let mut all = TERMINAL.to_vec();
    if purpose >= Purpose::Window {
        all.extend(WINDOW);
    }
    if purpose >= Purpose::Tests {
        all.extend(TESTS);
    }
    all
}

/// dpkg's own words, one line per package that it knows.
fn installed(packages: &[&str]) -> String {
    let query = Process::new("dpkg-query").with(["--show", "--showformat=${Package} ${db:Status-Status}\n"]);
    query.with(packages.iter().copied()).quiet().answer().unwrap_or_default()
}

fn missing<'a>(packages: &[&'a str], installed: &str) -> Vec<&'a str> {
    let has = |package: &str| installed.lines().any(|line| line.split_once(' ') == Some((package, "installed")));
    packages.iter().copied().filter(|package| !has(package)).collect()
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    let mut last = Ok(());
    for attempt in 1..=TRIES {
        if attempt > 1 {
            println!("Trying again ({attempt} of {TRIES}).");
            // What the broken attempt left half-configured; the next install says it better if this fails.
            let _ = as_root(["dpkg", "--configure", "-a"]).run();
        }
        // An old list of packages names files that the mirror no longer has.
        last = as_root(["apt-get", "update"])
            .run()
            .and_then(|()| as_root(["apt-get", "install", "--yes", "--no-install-recommends"]).with(packages.iter().copied()).run());
        if last.is_ok() {
            break;
        }
    }
    last
}

fn as_root<const N: usize>(words: [&str; N]) -> Process {
    let start = if is_root() { Process::new("env") } else { Process::new("sudo").with(["env"]) };
    start.with(["DEBIAN_FRONTEND=noninteractive"]).with(words)
}

fn is_root() -> bool {
    Process::new("id").with(["-u"]).answer().is_some_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_was_removed_but_not_purged_is_missing() {
        let dpkg = "xvfb installed\ndbus config-files\n";
        assert_eq!(missing(&["xvfb", "dbus", "gnome-keyring"], dpkg), ["dbus", "gnome-keyring"]);
    }

    #[test]
    fn the_terminal_alone_needs_no_webview() {
        assert!(!packages(Purpose::Terminal).iter().any(|package| package.contains("webkit")));
        assert!(packages(Purpose::Window).contains(&"libwebkit2gtk-4.1-dev"));
    }
}
