//! Backups.

use super::view;
use chrono::{DateTime, Utc};
use uuid::Uuid;

view! {
    /// Writes a backup; `path` empty = the desk's own folder of backups.
    pub struct BackupCreate {
        /// File to write.
        pub path: String,
    }

    /// Opens and reads a backup without changing anything; `secret` = recovery key or passphrase, empty = this machine's keychain.
    pub struct BackupCheck {
        /// File.
        pub path: String,
        /// Recovery key or passphrase.
        pub secret: String,
    }

    /// A verified backup.
    pub struct BackupView {
        /// Id, for those the desk knows.
        pub id: Option<Uuid>,
        /// File.
        pub path: String,
        /// When it was made.
        pub at: DateTime<Utc>,
        /// `manual`, `automatic`, `before_migration`.
        pub kind: String,
        /// Bytes.
        pub bytes: f64,
        /// People in it, once verified.
        pub people: Option<u32>,
        /// It was read back whole.
        pub verified: bool,
    }
}
