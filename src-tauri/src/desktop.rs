//! What only a desktop can do for the desk: open an address, fill the clipboard, show a notification.

use domain::ports::{Desktop, DesktopError};
use tauri::{AppHandle, Wry};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_notification::NotificationExt as _;
use tauri_plugin_opener::OpenerExt as _;

use crate::window;

/// From now on a click on a notification brings the window back, also where the desktop has no tray.
pub(crate) fn hear_clicks(app: &AppHandle<Wry>) {
    let clicked = app.clone();
    // Where clicks cannot be heard, the notification is still shown.
    let _ = app.notification().on_action(move |_| window::show(&clicked));
}

/// The seller's desktop, through the window system.
pub(crate) struct WindowDesktop(AppHandle<Wry>);

impl WindowDesktop {
    /// The desktop on which this window is.
    pub(crate) fn new(app: &AppHandle<Wry>) -> Self {
        Self(app.clone())
    }
}

impl Desktop for WindowDesktop {
    fn open_url(&self, url: &str) -> Result<(), DesktopError> {
        if !connectors::system::may_open(url) {
            return Err(DesktopError::Scheme);
        }
        self.0.opener().open_url(url, None::<&str>).map_err(refused)
    }

    fn copy_text(&self, text: &str) -> Result<(), DesktopError> {
        self.0.clipboard().write_text(text).map_err(refused)
    }

    fn notify(&self, title: &str, body: &str) -> Result<(), DesktopError> {
        self.0.notification().builder().title(title).body(body).show().map_err(refused)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the form that map_err calls")]
fn refused(error: impl ToString) -> DesktopError {
    DesktopError::Refused(error.to_string())
}
