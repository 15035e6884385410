//! The one window, `main`.

use tauri::{AppHandle, Manager as _, WebviewUrl, WebviewWindowBuilder, Wry};

use crate::{revival, tray};

/// The label that capabilities and events address.
pub(crate) const MAIN: &str = "main";

/// Smallest size at which every screen is laid out, in logical pixels.
const SMALLEST: (f64, f64) = (1024.0, 640.0);

/// Opens the window.
pub(crate) fn open(app: &AppHandle<Wry>) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Rainmaker")
        .inner_size(1440.0, 900.0)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .center()
        // Ctrl or ⌘ with + and -: every screen is laid out up to 200 %.
        .zoom_hotkeys_enabled(true)
        // The desk shows only its own pages: a link in a message must never replace them.
        .on_navigation(|url| matches!(url.scheme(), "tauri" | "about") || url.host_str() == Some("tauri.localhost"))
        .build()
        .and_then(|window| revival::watch(&window))
}

/// Brings the window to the front, also out of the tray or from under other windows.
pub(crate) fn show(app: &AppHandle<Wry>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Each step is a wish to the desktop: one that it refuses must not stop the next.
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
        tray::leave(app);
    }
}

/// Ends the program: nothing is asked any more.
pub(crate) fn end(app: &AppHandle<Wry>) {
    app.exit(0);
}
