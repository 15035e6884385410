//! What the desk asks the desktop to show as a notification, overheard on the session bus: it does not matter whether anybody shows it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::service::{Service, eventually};

/// How long a notification may take on a busy machine.
const APPEARS: Duration = Duration::from_secs(15);

/// The calls of `Notify` (<https://specifications.freedesktop.org/notification-spec/latest/protocol.html>) since this began.
pub(crate) struct Overheard {
    _monitor: Service,
    calls: PathBuf,
}

impl Overheard {
    /// Listens from now on; `monitor` is `dbus-monitor` on the bus of the desktop.
    pub(crate) fn begin(monitor: &mut Command, logs: &Path) -> Self {
        let calls = logs.join("notifications.txt");
        monitor.args(["--session", "interface='org.freedesktop.Notifications',member='Notify'"]);
        let monitor = Service::start_into(File::create(&calls).unwrap(), "dbus-monitor", monitor, logs);
        // It first writes down its own name on the bus; nothing is missed from there.
        let listens = eventually(APPEARS, || fs::read_to_string(&calls).is_ok_and(|text| text.contains("NameLost")).then_some(()));
        listens.expect("the bus was never heard: see dbus-monitor.log");
        Self { _monitor: monitor, calls }
    }

    /// Waits until a notification with these words was asked for.
    #[track_caller]
    pub(crate) fn see(&self, words: &str) {
        let text = || fs::read_to_string(&self.calls).unwrap_or_default();
        let seen = eventually(APPEARS, || text().contains(words).then_some(()));
        assert!(seen.is_some(), "no notification says {words:?}; what was asked for:\n{}", text());
    }
}
