//! The machine itself: its clock, its randomness, the folder of the desk, and a terminal in place of a desktop.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::ports::{Clock, Desktop, DesktopError, Ids};
use std::path::PathBuf;
use url::Url;
use uuid::Uuid;

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// `TZ` counts before the system's own setting, as it does for the webview (POSIX.1-2024, section 8.3: a leading colon is allowed).
    fn zone(&self) -> Option<Tz> {
        let named = std::env::var("TZ").ok().and_then(|name| name.trim_start_matches(':').parse().ok());
        named.or_else(|| iana_time_zone::get_timezone().ok()?.parse().ok())
    }
}

/// Ids by the machine's clock, randomness by its operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    fn new_id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn fill(&self, bytes: &mut [u8]) {
        // There is no desk without randomness: a system that cannot give any must not go on.
        if getrandom::fill(bytes).is_err() {
            std::process::abort();
        }
    }
}

/// A terminal: what a desktop would open is printed, nothing is copied, nobody is notified.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal;

impl Desktop for Terminal {
    fn open_url(&self, url: &str) -> Result<(), DesktopError> {
        if !may_open(url) {
            return Err(DesktopError::Scheme);
        }
        eprintln!("{url}");
        Ok(())
    }

    fn copy_text(&self, _: &str) -> Result<(), DesktopError> {
        Err(DesktopError::None)
    }

    fn notify(&self, _: &str, _: &str) -> Result<(), DesktopError> {
        Err(DesktopError::None)
    }
}

/// Whether an address may be opened in the seller's browser. Addresses come out of imports and messages: whatever could start a program or
/// open a file is refused, and plain `http:` is for servers on this machine only.
pub fn may_open(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| match url.scheme() {
        "https" | "mailto" => true,
        "http" => matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost")),
        _ => false,
    })
}

/// The folder of the desk when none is named: where this system keeps an application's data.
pub fn default_workspace() -> PathBuf {
    let home = std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(PathBuf::from).unwrap_or_default();
    let from = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    let data = if cfg!(windows) {
        from("APPDATA").unwrap_or_else(|| home.join("AppData").join("Roaming"))
    } else if cfg!(target_os = "macos") {
        home.join("Library").join("Application Support")
    } else {
        from("XDG_DATA_HOME").unwrap_or_else(|| home.join(".local").join("share"))
    };
    data.join("Rainmaker")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_are_opened() {
        for good in ["https://www.linkedin.com/in/ada", "HTTPS://EXAMPLE.ORG", "mailto:ada@example.org", "http://127.0.0.1:8080/auth"] {
            assert!(may_open(good), "{good}");
        }
        for bad in [
            "http://example.org",
            "http://127.0.0.1.example.org",
            "http://localhost@example.org",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "https",
            "é:x",
        ] {
            assert!(!may_open(bad), "{bad}");
        }
    }
}
