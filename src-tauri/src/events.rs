//! What the desk says by itself, passed on to the page: that something changed, and how far a long task is.

use app::App;
use tauri::{AppHandle, Emitter as _, Wry};
use tokio::sync::broadcast::error::RecvError;

use crate::window;

/// Some answers are stale; its payload names the cache tags.
const CHANGED: &str = "desk-changed";
/// How far a long task is; decoration only.
const PROGRESS: &str = "progress";

/// Passes everything on until the program ends.
pub(crate) fn pass_on(window: &AppHandle<Wry>, desk: &App) {
    let (to, mut changes) = (window.clone(), desk.changes());
    tauri::async_runtime::spawn(async move {
        loop {
            match changes.recv().await {
                Ok(tags) => say(&to, CHANGED, serde_json::json!({ "tags": tags })),
                // The page was slower than the desk: nobody knows what it missed, so it asks for everything again.
                Err(RecvError::Lagged(_)) => say(&to, CHANGED, serde_json::json!({ "all": true, "tags": [] })),
                Err(RecvError::Closed) => break,
            }
        }
    });
    let (to, mut progress) = (window.clone(), desk.progress());
    tauri::async_runtime::spawn(async move {
        loop {
            match progress.recv().await {
                Ok(progress) => say(&to, PROGRESS, serde_json::json!(progress)),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => break,
            }
        }
    });
}

fn say(to: &AppHandle<Wry>, event: &str, payload: serde_json::Value) {
    // A window that is closed has nobody to tell; the next one asks for everything when it opens.
    let _ = to.emit_to(window::MAIN, event, payload);
}
