use crate::DeskLocked;
use domain::fault::{Fault, Params, params};
use domain::ports::SecretError;
use store::{OpenError, StoreError};

/// Why the desk could not be created, opened or locked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceFault {
    /// The file could not be created or opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The open desk failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// `workspace.json` is missing beside a desk: put it back from a backup, or restore one.
    #[error("the file with the wrapped keys is missing")]
    KeyFileMissing,
    /// `workspace.json` is damaged.
    #[error("the file with the wrapped keys is damaged")]
    KeyFileDamaged,
    /// `workspace.json` was written by a later version.
    #[error("the file with the wrapped keys is of version {file}, this application knows {app}")]
    KeyFileNewer {
        /// Its form.
        file: u32,
        /// The newest known here.
        app: u32,
    },
    /// The keychain; where there is none, a passphrase is needed.
    #[error(transparent)]
    Keychain(#[from] SecretError),
    /// The keychain has no entry for this desk: the recovery key or the passphrase opens it.
    #[error("the keychain has no entry for this desk")]
    EntryMissing,
    /// The keychain's entry is not this desk's key.
    #[error("the keychain's entry is not this desk's key")]
    EntryWrong,
    /// The desk was locked and has a passphrase: it is asked for.
    #[error("the passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase is wrong.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// This desk has no passphrase.
    #[error("this desk has no passphrase")]
    NoPassphrase,
    /// A passphrase shorter than eight characters.
    #[error("the passphrase is too short")]
    ShortPassphrase,
    /// The passphrase is the only way in on this machine and cannot be removed.
    #[error("without a keychain the passphrase is needed")]
    PassphraseIsTheOnlyWay,
    /// The recovery key contains a typing error: its check characters do not fit.
    #[error("the recovery key was mistyped")]
    MistypedRecoveryKey,
    /// A well-formed recovery key, of another desk.
    #[error("this recovery key belongs to another desk")]
    WrongRecoveryKey,
    /// The groups given are not those of the recovery key.
    #[error("these groups are not those of the recovery key")]
    RecoveryMismatch,
    /// At least two groups are asked for.
    #[error("two groups of the recovery key are needed")]
    RecoveryTooFew,
    /// A language the desk does not speak.
    #[error("this language is not known")]
    UnknownLocale,
    /// The sample people are there already.
    #[error("the sample is there already")]
    SampleThere,
    /// There are no sample people.
    #[error("there is no sample")]
    NoSample,
}

impl Fault for WorkspaceFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Open(inner) => inner.code(),
            Self::Store(inner) => inner.code(),
            Self::Locked(inner) => inner.code(),
            Self::KeyFileMissing => "workspace.key_file_missing",
            Self::KeyFileDamaged => "workspace.key_file_damaged",
            Self::KeyFileNewer { .. } => "workspace.newer_version",
            Self::Keychain(inner) => inner.code(),
            Self::EntryMissing => "keychain.entry_missing",
            Self::EntryWrong => "keychain.entry_wrong",
            Self::PassphraseNeeded => "workspace.passphrase_needed",
            Self::WrongPassphrase => "workspace.wrong_passphrase",
            Self::NoPassphrase => "workspace.no_passphrase",
            Self::ShortPassphrase => "workspace.short_passphrase",
            Self::PassphraseIsTheOnlyWay => "workspace.passphrase_only_way",
            Self::MistypedRecoveryKey => "workspace.mistyped_recovery_key",
            Self::WrongRecoveryKey => "workspace.wrong_recovery_key",
            Self::RecoveryMismatch => "workspace.recovery_mismatch",
            Self::RecoveryTooFew => "workspace.recovery_too_few",
            Self::UnknownLocale => "workspace.unknown_locale",
            Self::SampleThere => "workspace.sample_there",
            Self::NoSample => "workspace.no_sample",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Open(inner) => inner.params(),
            Self::Store(inner) => inner.params(),
            Self::KeyFileNewer { file, app } => params([("file", file.to_string()), ("app", app.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Open(inner) => inner.retryable(),
            Self::Store(inner) => inner.retryable(),
            Self::Keychain(inner) => inner.retryable(),
            _ => false,
        }
    }
}
