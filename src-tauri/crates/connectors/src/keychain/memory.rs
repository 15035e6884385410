use domain::ports::{SecretError, SecretStore};
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A keychain that forgets everything with the process: for tests, which must never reach the user's own.
#[derive(Default)]
pub struct MemoryKeychain {
    entries: Mutex<BTreeMap<String, SecretString>>,
    failure: Mutex<Option<SecretError>>,
}

impl MemoryKeychain {
    /// An empty keychain.
    pub fn new() -> Self {
        Self::default()
    }

    /// A machine without a keychain.
    pub fn none() -> Self {
        let keychain = Self::default();
        keychain.fail(Some(SecretError::NoKeychain));
        keychain
    }

    /// Answers everything with this failure until told otherwise.
    pub fn fail(&self, failure: Option<SecretError>) {
        *self.failure.lock().unwrap_or_else(PoisonError::into_inner) = failure;
    }

    /// Names of the entries.
    pub fn names(&self) -> Vec<String> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect()
    }

    fn entries(&self) -> Result<MutexGuard<'_, BTreeMap<String, SecretString>>, SecretError> {
        match &*self.failure.lock().unwrap_or_else(PoisonError::into_inner) {
            Some(failure) => Err(failure.clone()),
            None => Ok(self.entries.lock().unwrap_or_else(PoisonError::into_inner)),
        }
    }
}

impl SecretStore for MemoryKeychain {
    fn get(&self, name: &str) -> Result<Option<SecretString>, SecretError> {
        Ok(self.entries()?.get(name).cloned())
    }

    fn set(&self, name: &str, value: &SecretString) -> Result<(), SecretError> {
        self.entries()?.insert(name.to_owned(), value.clone());
        Ok(())
    }

    fn delete(&self, name: &str) -> Result<(), SecretError> {
        self.entries()?.remove(name);
        Ok(())
    }

    fn check(&self) -> Result<(), SecretError> {
        self.entries().map(|_| ())
    }
}
