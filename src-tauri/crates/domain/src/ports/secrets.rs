use crate::fault::Fault;
use secrecy::SecretString;

/// Where secrets live: the operating system's keychain, or the passphrase-wrapped vault where there is none.
///
/// Calls may block (a keychain can prompt): call them off the async threads.
pub trait SecretStore: Send + Sync {
    /// The secret, or `None` when it was never set.
    fn get(&self, name: &str) -> Result<Option<SecretString>, SecretError>;
    /// Sets or replaces a secret.
    fn set(&self, name: &str, value: &SecretString) -> Result<(), SecretError>;
    /// Removes a secret; removing what is not there is fine.
    fn delete(&self, name: &str) -> Result<(), SecretError>;
    /// Whether the keychain can be used now.
    fn check(&self) -> Result<(), SecretError>;
}

/// Why the keychain did not answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretError {
    /// There is no keychain on this machine (headless Linux without a Secret Service).
    #[error("there is no keychain on this machine")]
    NoKeychain,
    /// The keychain is locked and nobody unlocked it.
    #[error("the keychain is locked")]
    Locked,
    /// The user or the system refused access.
    #[error("access to the keychain was refused")]
    Denied,
    /// Anything else, as the keychain said it (never the secret).
    #[error("the keychain failed: {0}")]
    Failed(String),
}

impl Fault for SecretError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoKeychain => "keychain.none",
            Self::Locked => "keychain.locked",
            Self::Denied => "keychain.denied",
            Self::Failed(_) => "keychain.failed",
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Locked | Self::Failed(_))
    }
}
