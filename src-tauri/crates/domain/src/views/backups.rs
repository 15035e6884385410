//! Backups.

use super::outreach::ReasonView;
use super::view;
use super::workspace::WorkspaceStatus;
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

    /// The desk after a restore.
    pub struct RestoredDesk {
        /// Where it stands.
        #[serde(flatten)]
        pub status: WorkspaceStatus,
        /// Folder the replaced desk was put aside in, encrypted as it was, until the next restore; none where there was no desk.
        pub replaced: Option<String>,
        /// Rows of the replaced desk's ledger and do-not-contact list that the restored one did not have and has now.
        pub carried: u32,
        /// What the seller must know: the replaced desk was damaged, so that some of those rows could not be read.
        pub notice: Option<ReasonView>,
    }

    /// A backup.
    pub struct BackupView {
        /// Id, for those the desk knows; none for a file that lies in its folder of backups and is in no record of this desk.
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
