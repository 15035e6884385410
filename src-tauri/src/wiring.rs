//! The desk with the real outside world: the keychain, mail, the model, Google, and the desktop of this window.

use std::path::PathBuf;
use std::sync::Arc;

use api::App;
use app::Ports;
use connectors::google::Google;
use connectors::keychain::Keychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::{SystemClock, SystemIds, default_workspace};
use tauri::{AppHandle, Wry};

use crate::desktop::WindowDesktop;

/// The desk, not opened yet. Its folder is `RAINMAKER_WORKSPACE`, or where this system keeps an application's data.
pub(crate) fn desk(window: &AppHandle<Wry>) -> App {
    let clock = Arc::new(SystemClock);
    let ports = Ports {
        clock: clock.clone(),
        ids: Arc::new(SystemIds),
        keychain: Arc::new(Keychain::new()),
        mailer: Arc::new(SmtpMailer::new()),
        model: Arc::new(OpenAi::default()),
        spreadsheet: Arc::new(Google::new(clock)),
        desktop: Arc::new(WindowDesktop::new(window)),
    };
    App::new(folder(), ports)
}

fn folder() -> PathBuf {
    let named = std::env::var_os("RAINMAKER_WORKSPACE").filter(|name| !name.is_empty());
    named.map_or_else(default_workspace, PathBuf::from)
}
