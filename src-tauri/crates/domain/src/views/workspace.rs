//! The desk's file: creating, opening, locking.

use super::{view, words};

words! {
    /// Where the desk stands.
    pub enum DeskState {
        /// There is no desk in this folder yet.
        None,
        /// There is one; it is locked.
        Locked,
        /// It is open.
        Open,
    }
}

view! {
    /// Where the desk stands, for the first screen, the lock screen and the banners.
    pub struct WorkspaceStatus {
        /// None, locked or open.
        pub state: DeskState,
        /// `fr` or `en`, once chosen.
        pub locale: Option<String>,
        /// Whether a keychain answers on this machine.
        pub keychain: bool,
        /// Whether the key can be unwrapped by a passphrase.
        pub passphrase: bool,
        /// Whether the seller proved that they wrote the recovery key down.
        pub recovery_confirmed: bool,
        /// Sample people are in the desk.
        pub sample: bool,
        /// Everything outgoing is held since a restore until the seller confirms.
        pub held_after_restore: bool,
        /// Sending was paused by the seller or by the desk (code).
        pub sending_paused: Option<String>,
        /// Folder of the desk.
        pub folder: String,
        /// Version of the application.
        pub version: String,
    }

    /// Creates the desk.
    pub struct CreateWorkspace {
        /// `fr` or `en`.
        pub locale: String,
        /// Optional passphrase; required where there is no keychain.
        pub passphrase: Option<String>,
        /// Fill it with invented people.
        pub sample: bool,
    }

    /// Shown once.
    pub struct CreatedWorkspace {
        /// Eight groups of four.
        pub recovery_key: Vec<String>,
    }

    /// Proves that the recovery key was written down.
    pub struct ConfirmRecovery {
        /// The groups asked for.
        pub groups: Vec<RecoveryGroup>,
    }

    /// One group of the recovery key.
    pub struct RecoveryGroup {
        /// 1 to 8.
        pub number: u32,
        /// Four characters as typed.
        pub value: String,
    }

    /// Opens a locked desk; with neither, the keychain is asked.
    pub struct UnlockWorkspace {
        /// The passphrase.
        pub passphrase: Option<String>,
        /// The recovery key, with or without spaces and dashes.
        pub recovery_key: Option<String>,
    }

    /// Makes a new recovery key.
    pub struct RenewRecoveryKey {
        /// Where there is one.
        pub passphrase: Option<String>,
    }

    /// Sets, changes or (with `new` absent) removes the passphrase.
    pub struct SetPassphrase {
        /// The present one, where there is one.
        pub current: Option<String>,
        /// The new one.
        pub new: Option<String>,
    }
}
