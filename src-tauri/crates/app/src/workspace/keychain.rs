//! The desk's key in the keychain, and the services' secrets beside it, each under the workspace's id.

use super::WorkspaceFault;
use domain::ports::{SecretError, SecretStore};
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use store::RawKey;
use uuid::Uuid;

/// Calls a keychain off the async threads: it may ask the user.
pub(crate) async fn ask<T: Send + 'static>(
    keychain: &Arc<dyn SecretStore>,
    f: impl FnOnce(&dyn SecretStore) -> Result<T, SecretError> + Send + 'static,
) -> Result<T, SecretError> {
    let keychain = Arc::clone(keychain);
    let asked = tokio::task::spawn_blocking(move || f(keychain.as_ref())).await;
    asked.unwrap_or_else(|_| Err(SecretError::Failed("no answer".to_owned())))
}

pub(crate) async fn store_key(keychain: &Arc<dyn SecretStore>, workspace: Uuid, key: &RawKey) -> Result<(), SecretError> {
    let text = SecretString::from(super::wrap::encode(key.expose()));
    ask(keychain, move |keychain| keychain.set(&workspace.to_string(), &text)).await
}

/// The key the keychain holds for this workspace.
pub(crate) async fn stored_key(keychain: &Arc<dyn SecretStore>, workspace: Uuid) -> Result<RawKey, WorkspaceFault> {
    let text = ask(keychain, move |keychain| keychain.get(&workspace.to_string())).await?.ok_or(WorkspaceFault::EntryMissing)?;
    let bytes = super::wrap::decode(text.expose_secret()).ok_or(WorkspaceFault::EntryWrong)?;
    Ok(RawKey::new(bytes.try_into().map_err(|_| WorkspaceFault::EntryWrong)?))
}

/// The services' secrets of one workspace: `<workspace id>/<name>` in the keychain, so that two desks do not share a password.
pub(crate) struct OfWorkspace {
    pub(crate) keychain: Arc<dyn SecretStore>,
    pub(crate) workspace: Uuid,
}

impl OfWorkspace {
    fn account(&self, name: &str) -> String {
        format!("{}/{name}", self.workspace)
    }
}

impl SecretStore for OfWorkspace {
    fn get(&self, name: &str) -> Result<Option<SecretString>, SecretError> {
        self.keychain.get(&self.account(name))
    }

    fn set(&self, name: &str, value: &SecretString) -> Result<(), SecretError> {
        self.keychain.set(&self.account(name), value)
    }

    fn delete(&self, name: &str) -> Result<(), SecretError> {
        self.keychain.delete(&self.account(name))
    }

    fn check(&self) -> Result<(), SecretError> {
        self.keychain.check()
    }
}
