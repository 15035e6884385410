//! The desk behind the window: wired to the outside world, worked as long as it is open.

use api::App;
use app::Ports;
use connectors::google::Google;
use connectors::keychain::Keychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::{SystemClock, SystemIds, default_workspace};
use domain::ports::{Desktop, DesktopError};
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;
use tauri::{AppHandle, Emitter as _, Wry};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_notification::NotificationExt as _;
use tauri_plugin_opener::OpenerExt as _;
use tokio::sync::broadcast::error::RecvError;

/// Folder of the desk: the one named by `RAINMAKER_WORKSPACE`, else where this system keeps an application's data.
pub(crate) fn folder() -> PathBuf {
    std::env::var_os("RAINMAKER_WORKSPACE").filter(|v| !v.is_empty()).map_or_else(default_workspace, PathBuf::from)
}

/// The desk with the real outside world.
pub(crate) fn wire(handle: &AppHandle<Wry>) -> App {
    let clock = Arc::new(SystemClock);
    let ports = Ports {
        clock: clock.clone(),
        ids: Arc::new(SystemIds),
        keychain: Arc::new(Keychain::new()),
        mailer: Arc::new(SmtpMailer::new()),
        model: Arc::new(OpenAi::default()),
        spreadsheet: Arc::new(Google::new(clock)),
        desktop: Arc::new(Shell(handle.clone())),
    };
    App::new(folder(), ports)
}

/// Works whenever the desk is open, and tells the page what changed.
pub(crate) fn begin(handle: &AppHandle<Wry>, desk: &App) {
    let (working, telling) = (desk.clone(), desk.clone());
    tauri::async_runtime::spawn(async move {
        loop {
            api::work::forever(&working).await;
            // Locked: opening the desk wakes it.
            working.woken().await;
        }
    });
    let handle = handle.clone();
    tauri::async_runtime::spawn(async move { tell(&handle, &telling).await });
}

/// Cache tags of committed writes as `desk-changed`, progress as decoration.
async fn tell(handle: &AppHandle<Wry>, desk: &App) {
    let (mut changes, mut progress) = (desk.changes(), desk.progress());
    loop {
        let (name, payload) = tokio::select! {
            tags = changes.recv() => match tags {
                Ok(tags) => ("desk-changed", json!({ "tags": tags })),
                // Too many at once: the page asks for everything again.
                Err(RecvError::Lagged(_)) => ("desk-changed", json!({ "tags": ["all"] })),
                Err(RecvError::Closed) => return,
            },
            step = progress.recv() => match step {
                Ok(step) => ("progress", json!(step)),
                Err(RecvError::Lagged(_)) => continue,
                Err(RecvError::Closed) => return,
            },
        };
        // Without a page there is nobody to tell.
        let _ = handle.emit(name, payload);
    }
}

/// Browser, clipboard and notifications through the window system.
struct Shell(AppHandle<Wry>);

impl Desktop for Shell {
    fn open_url(&self, url: &str) -> Result<(), DesktopError> {
        let allowed = ["https://", "mailto:", "http://127.0.0.1:", "http://localhost:"];
        if !allowed.iter().any(|start| url.starts_with(start)) {
            return Err(DesktopError::Scheme);
        }
        self.0.opener().open_url(url, None::<&str>).map_err(|e| DesktopError::Refused(e.to_string()))
    }

    fn copy_text(&self, text: &str) -> Result<(), DesktopError> {
        self.0.clipboard().write_text(text).map_err(|e| DesktopError::Refused(e.to_string()))
    }

    fn notify(&self, title: &str, body: &str) -> Result<(), DesktopError> {
        self.0.notification().builder().title(title).body(body).show().map_err(|e| DesktopError::Refused(e.to_string()))
    }
}
