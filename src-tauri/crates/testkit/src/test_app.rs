use crate::{TestClock, TestDesktop};
use api::{ApiError, App};
use app::Ports;
use chrono::{DateTime, Utc};
use connectors::google::Google;
use connectors::keychain::MemoryKeychain;
use connectors::openai::OpenAi;
use connectors::smtp::SmtpMailer;
use connectors::system::SystemIds;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// The whole desk in a temporary folder: the real encrypted store and connectors, a keychain in memory, a desktop that remembers, a clock that
/// can be moved.
pub struct TestApp {
    /// The desk.
    pub app: App,
    /// Its keychain.
    pub keychain: Arc<MemoryKeychain>,
    /// Its desktop.
    pub desktop: Arc<TestDesktop>,
    /// Its clock.
    pub clock: Arc<TestClock>,
    folder: TempDir,
}

impl TestApp {
    /// A folder without a desk, on a Tuesday at ten in Paris.
    pub fn bare() -> Self {
        let at: DateTime<Utc> = DateTime::from_timestamp(1_789_459_200, 0).unwrap_or_default();
        Self::at(at)
    }

    /// A folder without a desk, at a time.
    pub fn at(at: DateTime<Utc>) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|e| panic!("no temporary folder: {e}"));
        let (keychain, desktop, clock) =
            (Arc::new(MemoryKeychain::new()), Arc::new(TestDesktop::default()), Arc::new(TestClock::starting(at)));
        let ports = Ports {
            clock: clock.clone(),
            ids: Arc::new(SystemIds),
            keychain: keychain.clone(),
            mailer: Arc::new(SmtpMailer::new()),
            model: Arc::new(OpenAi::default()),
            spreadsheet: Arc::new(Google::new(clock.clone())),
            desktop: desktop.clone(),
        };
        Self { app: App::new(folder.path().join("desk"), ports), keychain, desktop, clock, folder }
    }

    /// An open, empty desk in English.
    pub async fn open() -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let test = Self::bare();
        test.call("workspace_create", json!({ "locale": "en", "passphrase": null, "sample": false })).await;
        test
    }

    /// Calls a command that must succeed.
    pub async fn call(&self, command: &str, request: Value) -> Value {
        self.try_call(command, request).await.unwrap_or_else(|e| panic!("{command}: {} {:?}", e.code, e.params))
    }

    /// Calls a command.
    ///
    /// # Errors
    /// The command's own.
    pub async fn try_call(&self, command: &str, request: Value) -> Result<Value, ApiError> {
        api::router::call(&self.app, command, request).await
    }

    /// Works until nothing is due within a minute.
    pub async fn work(&self) {
        // What stopped is looked at where a test is about it.
        let _stopped = api::work::until_idle(&self.app).await;
    }

    /// Writes a file into the test's folder.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        path
    }

    /// Imports a file to its end.
    pub async fn import(&self, path: &std::path::Path) -> Value {
        let opened = self.call("import_open", json!({ "path": path, "readAs": "auto", "mode": "both" })).await;
        self.call("import_apply", json!({ "id": opened["id"] })).await;
        api::work::imports(&self.app).await;
        self.call("import_get", json!({ "id": opened["id"] })).await
    }

    /// Folder of the test.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}
