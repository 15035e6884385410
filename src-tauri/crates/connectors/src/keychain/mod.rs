//! The operating system's keychain: Keychain Services, Credential Manager, or the Secret Service over D-Bus.

mod memory;
#[cfg(test)]
mod session_tests;

pub use memory::MemoryKeychain;

use domain::ports::{SecretError, SecretStore};
use keyring::v1::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// Service name of all the desk's entries; the account names the workspace and the secret.
pub const SERVICE: &str = "app.rainmaker.desk";

/// How long the system may take while it asks the user to unlock the keychain.
const WITH_SOMEBODY: Duration = Duration::from_secs(120);
/// How long it may take where nobody can be asked.
const WITH_NOBODY: Duration = Duration::from_secs(5);

/// The keychain of the user's session.
#[derive(Debug, Clone, Copy)]
pub struct Keychain {
    patience: Duration,
}

impl Keychain {
    /// The keychain of this session. On Linux without a display a prompt could never be answered: it is not waited for.
    pub fn new() -> Self {
        let nobody = cfg!(target_os = "linux") && ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|name| std::env::var_os(name).is_none());
        Self { patience: if nobody { WITH_NOBODY } else { WITH_SOMEBODY } }
    }

    /// Asks on a thread of its own, so that a keychain that never answers costs no more than the patience.
    fn ask<T: Send + 'static>(&self, f: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, SecretError> {
        let (answer, answered) = channel();
        std::thread::spawn(move || {
            let result = match Entry::store_status() {
                Ok(()) => f().map_err(|error| meaning(&error)),
                Err(_) => Err(SecretError::NoKeychain),
            };
            // Nobody listens any more when the patience has ended.
            let _late = answer.send(result);
        });
        match answered.recv_timeout(self.patience) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(SecretError::Locked),
            Err(RecvTimeoutError::Disconnected) => Err(SecretError::Failed("no answer".to_owned())),
        }
    }
}

impl Default for Keychain {
    fn default() -> Self {
        Self::new()
    }
}

impl SecretStore for Keychain {
    fn get(&self, name: &str) -> Result<Option<SecretString>, SecretError> {
        let name = name.to_owned();
        self.ask(move || match Entry::new(SERVICE, &name)?.get_password() {
            Ok(value) => Ok(Some(SecretString::from(value))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn set(&self, name: &str, value: &SecretString) -> Result<(), SecretError> {
        let (name, value) = (name.to_owned(), value.clone());
        self.ask(move || Entry::new(SERVICE, &name)?.set_password(value.expose_secret()))
    }

    fn delete(&self, name: &str) -> Result<(), SecretError> {
        let name = name.to_owned();
        self.ask(move || match Entry::new(SERVICE, &name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
    }

    fn check(&self) -> Result<(), SecretError> {
        self.get("check").map(|_| ())
    }
}

/// What a keychain's error means. The Secret Service's own errors come as text inside a platform error.
fn meaning(error: &Error) -> SecretError {
    let said = match error {
        Error::NoStorageAccess(inner) | Error::PlatformFailure(inner) => inner.to_string(),
        Error::NoDefaultStore => return SecretError::NoKeychain,
        other => return SecretError::Failed(kind(other).to_owned()),
    };
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if says(&["no secret service", "ServiceUnknown", "NameHasNoOwner", "Error.Spawn", "result not returned"]) {
        SecretError::NoKeychain
    } else if says(&["prompt dismissed", "AccessDenied", "denied"]) {
        SecretError::Denied
    } else if matches!(error, Error::NoStorageAccess(_)) || says(&["locked", "IsLocked"]) {
        SecretError::Locked
    } else {
        SecretError::Failed(said.chars().filter(|c| !c.is_control()).take(200).collect())
    }
}

/// Errors that may hold what they read are named by their kind only.
fn kind(error: &Error) -> &'static str {
    match error {
        Error::BadEncoding(_) | Error::BadDataFormat(..) => "the entry is not readable",
        Error::BadStoreFormat(_) => "the keychain is damaged",
        Error::TooLong(..) => "the value is too long for this keychain",
        Error::Ambiguous(_) => "there are several entries of this name",
        Error::Invalid(..) => "the name is not allowed",
        _ => "unexpected answer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn platform(said: &str) -> Error {
        Error::PlatformFailure(said.to_owned().into())
    }

    #[test]
    fn what_the_secret_service_says_is_told_apart() {
        let cases = [
            (platform("no secret service provider or dbus session found"), SecretError::NoKeychain),
            (platform("zbus error: org.freedesktop.DBus.Error.ServiceUnknown: The name is not activatable"), SecretError::NoKeychain),
            (Error::NoStorageAccess("SS Error: object locked".into()), SecretError::Locked),
            (Error::NoStorageAccess("SS error: prompt dismissed".into()), SecretError::Denied),
            (Error::NoStorageAccess("SS error: result not returned from SS API".into()), SecretError::NoKeychain),
            (platform("disk on fire"), SecretError::Failed("disk on fire".into())),
        ];
        for (error, expected) in cases {
            assert_eq!(meaning(&error), expected, "{error:?}");
        }
    }

    #[test]
    fn what_an_entry_held_never_reaches_the_error() {
        let error = meaning(&Error::BadEncoding(b"hunter2".to_vec()));
        assert!(!format!("{error:?} {error}").contains("hunter2"));
    }

    #[test]
    fn a_keychain_that_never_answers_is_given_up() {
        let keychain = Keychain { patience: Duration::from_millis(1) };
        let began = std::time::Instant::now();
        let answer = keychain.ask(|| {
            std::thread::sleep(Duration::from_secs(20));
            Ok(())
        });
        assert!(matches!(answer, Err(SecretError::Locked | SecretError::NoKeychain)));
        assert!(began.elapsed() < Duration::from_secs(10));
    }
}
