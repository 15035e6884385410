//! A desk held open for one command.

use crate::args::Global;
use crate::language;
use crate::lists;
use crate::output::Failure;
use crate::phrases::unreadable;
use api::App;
use app::Ports;
use connectors::google::Google;
use connectors::keychain::Keychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::{SystemClock, SystemIds, Terminal, default_workspace};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// The desk and how it is opened.
pub(crate) struct Session {
    pub(crate) app: App,
    passphrase: Option<String>,
}

impl Session {
    /// Wires the outside world in; opens nothing yet.
    pub(crate) fn new(global: &Global) -> Result<Self, Failure> {
        let root = global.workspace.clone().unwrap_or_else(default_workspace);
        // A mistyped folder stays absent: only a folder that is there gets logs.
        if root.is_dir() {
            connectors::logs::begin(&root);
        }
        let app = App::new(root, ports());
        if let Some(locale) = app::workspace::locale(&app) {
            language::of_desk(&locale);
        }
        let passphrase = global.passphrase_file.as_deref().map(first_line).transpose()?;
        Ok(Self { app, passphrase })
    }

    /// The passphrase of the file, when there is one.
    pub(crate) fn passphrase(&self) -> Option<&str> {
        self.passphrase.as_deref()
    }

    /// Calls a command without opening the desk.
    pub(crate) async fn call(&self, command: &str, request: Value) -> Result<Value, Failure> {
        api::router::call(&self.app, command, request).await.map_err(Failure::Command)
    }

    /// Opens the desk: by the passphrase file where there is one, else by the keychain.
    pub(crate) async fn open(&self) -> Result<(), Failure> {
        self.call("workspace_unlock", json!({ "passphrase": self.passphrase, "recoveryKey": null })).await?;
        // The lock screen's language may have been changed since.
        let locale = self.call("setting_get", json!({ "key": "identity.locale" })).await?;
        language::of_desk(locale["value"].as_str().unwrap_or_default());
        lists::statuses_of_desk(self.call("statuses_list", Value::Null).await?);
        Ok(())
    }

    /// Opens the desk, calls one command, closes it.
    pub(crate) async fn once(&self, command: &str, request: Value) -> Result<Value, Failure> {
        self.open().await?;
        let answer = self.call(command, request).await;
        self.close().await;
        answer
    }

    /// Closes the desk.
    pub(crate) async fn close(&self) {
        // Not locked: where there is a passphrase as well, the keychain opens it again next time.
        app::workspace::close(&self.app).await;
    }
}

fn ports() -> Ports {
    let clock = Arc::new(SystemClock);
    Ports {
        clock: clock.clone(),
        ids: Arc::new(SystemIds),
        keychain: Arc::new(Keychain::new()),
        mailer: Arc::new(SmtpMailer::new()),
        model: Arc::new(OpenAi::default()),
        spreadsheet: Arc::new(Google::new(clock)),
        desktop: Arc::new(Terminal),
    }
}

/// The passphrase is the file's first line without its newline.
fn first_line(path: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(path).map_err(|e| unreadable("passphrase_file", path, &e))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
