//! The machine itself: its clock, its randomness, the folder of the desk, and a terminal in place of a desktop.

use chrono::{DateTime, Utc};
use domain::ports::{Clock, Desktop, DesktopError, Ids};
use std::path::PathBuf;
use uuid::Uuid;

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
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
        if !url.starts_with("https://") && !url.starts_with("http://127.0.0.1") && !url.starts_with("http://localhost") {
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
