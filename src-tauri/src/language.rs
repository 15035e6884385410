//! The language of what the webview writes by itself, such as the parts of a date in its field: the desk's, not the system's.
//!
//! On Linux the webview can be told
//! (<https://webkitgtk.org/reference/webkit2gtk/stable/method.WebContext.set_preferred_languages.html>); elsewhere it takes the system's.

use app::App;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager as _, Wry};
use tokio::sync::broadcast::error::RecvError;

use crate::window;

/// Tells the webview the desk's language, now and whenever it changes.
pub(crate) fn follow(to: &AppHandle<Wry>, desk: &App) {
    let (to, desk) = (to.clone(), desk.clone());
    let mut changes = desk.changes();
    tauri::async_runtime::spawn(async move {
        let mut told = None;
        loop {
            let asked = api::router::call(&desk, "setting_get", json!({ "key": "identity.locale" })).await.ok();
            let locale = asked.and_then(|setting| setting.get("value").and_then(Value::as_str).map(str::to_owned));
            if locale.is_some() && locale != told {
                told = locale;
                tell(&to, told.as_deref().unwrap_or_default());
            }
            if matches!(changes.recv().await, Err(RecvError::Closed)) {
                return;
            }
        }
    });
}

fn tell(to: &AppHandle<Wry>, locale: &str) {
    use webkit2gtk::{WebContextExt as _, WebViewExt as _};
    let languages: &[&str] = if locale == "fr" { &["fr-FR", "fr", "en"] } else { &["en-US", "en", "fr"] };
    let Some(window) = to.get_webview_window(window::MAIN) else { return };
    let told = window.with_webview(move |webview| {
        if let Some(context) = webview.inner().context() {
            context.set_preferred_languages(languages);
        }
    });
    if let Err(error) = told {
        tracing::warn!(%error, "the webview could not be told the language");
    }
}
