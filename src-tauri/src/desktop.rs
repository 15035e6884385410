//! What only a desktop can do for the desk: open an address, fill the clipboard, show a notification.

use domain::ports::{Desktop, DesktopError};
use tauri::{AppHandle, Url, Wry};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_notification::NotificationExt as _;
use tauri_plugin_opener::OpenerExt as _;

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
        if !is_harmless(url) {
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

/// Addresses come out of imports and messages: whatever could start a program or open a file is refused. Plain `http:` is for
/// servers on this machine only.
fn is_harmless(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| match url.scheme() {
        "https" | "mailto" => true,
        "http" => matches!(url.host_str(), Some("127.0.0.1" | "[::1]" | "localhost")),
        _ => false,
    })
}

#[expect(clippy::needless_pass_by_value, reason = "the form that map_err calls")]
fn refused(error: impl ToString) -> DesktopError {
    DesktopError::Refused(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_are_opened() {
        for good in ["https://www.linkedin.com/in/ada", "HTTPS://EXAMPLE.ORG", "mailto:ada@example.org", "http://127.0.0.1:8080/auth"] {
            assert!(is_harmless(good), "{good}");
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
            assert!(!is_harmless(bad), "{bad}");
        }
    }
}
