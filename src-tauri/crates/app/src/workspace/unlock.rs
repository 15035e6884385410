use super::key_file::KeyFile;
use super::keychain::{self, OfWorkspace};
use super::vault::Vault;
use super::{WorkspaceFault, status};
use crate::App;
use domain::ports::SecretStore;
use domain::views::workspace::{UnlockWorkspace, WorkspaceStatus};
use secrecy::{ExposeSecret, SecretString};
use std::sync::Arc;
use store::{Desk, OpenError, RawKey};
use uuid::Uuid;

/// What the seller opens a desk, or a backup, with.
pub(crate) enum Secret {
    /// The passphrase.
    Passphrase(SecretString),
    /// The recovery key as typed.
    RecoveryKey(SecretString),
    /// Whatever this machine's keychain holds.
    Keychain,
}

impl Secret {
    /// One text that is either: a recovery key is recognised by its check characters.
    pub(crate) fn either(text: String) -> Self {
        if text.trim().is_empty() {
            Self::Keychain
        } else if super::recovery_key::RecoveryKey::parse(&text).is_some() {
            Self::RecoveryKey(text.into())
        } else {
            Self::Passphrase(text.into())
        }
    }
}

/// Opens the desk. Where the keychain lacks the key, a passphrase or recovery key that fits puts it back.
///
/// # Errors
/// [`WorkspaceFault`], one kind for each thing that can be wrong.
pub async fn unlock(app: &App, request: UnlockWorkspace) -> Result<WorkspaceStatus, WorkspaceFault> {
    if app.desk().is_ok() {
        return status(app).await;
    }
    let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty()).map(SecretString::from);
    let secret = match (given(request.passphrase), given(request.recovery_key)) {
        (Some(passphrase), _) => Secret::Passphrase(passphrase),
        (None, Some(recovery)) => Secret::RecoveryKey(recovery),
        (None, None) => Secret::Keychain,
    };
    let root = app.root().to_owned();
    if !root.join("desk.db").exists() && !store::restore::is_interrupted(&root) {
        return Err(OpenError::Missing.into());
    }
    store::restore::finish_interrupted(&root)?;
    let mut file = KeyFile::load(&root)?;
    if file.locked && file.passphrase.is_some() && matches!(secret, Secret::Keychain) {
        return Err(WorkspaceFault::PassphraseNeeded);
    }
    let by_hand = !matches!(secret, Secret::Keychain);
    let key = key_of(app, &file, secret).await?;
    open(app, &file, &key).await?;
    if by_hand {
        remember(app, &file, &key).await;
        if file.locked {
            file.locked = false;
            file.save(&root)?;
        }
    }
    status(app).await
}

/// Puts the key into the keychain where that lacks it. A convenience: the desk opens without.
pub(crate) async fn remember(app: &App, file: &KeyFile, key: &RawKey) {
    if !matches!(keychain::stored_key(&app.ports().keychain, file.id).await, Ok(stored) if stored == *key) {
        let _absent = keychain::store_key(&app.ports().keychain, file.id, key).await;
    }
}

/// The key a secret gives, checked against the file's check value.
pub(crate) async fn key_of(app: &App, file: &KeyFile, secret: Secret) -> Result<RawKey, WorkspaceFault> {
    let wrapped = file.clone();
    match secret {
        Secret::Passphrase(passphrase) => blocking(move || wrapped.by_passphrase(&passphrase)).await,
        Secret::RecoveryKey(typed) => wrapped.by_recovery_key(typed.expose_secret()),
        Secret::Keychain => {
            let key = keychain::stored_key(&app.ports().keychain, file.id).await?;
            if file.fits(&key) { Ok(key) } else { Err(WorkspaceFault::EntryWrong) }
        }
    }
}

/// Opens the desk with a key that fits its file, finishes what was cut, and makes it the application's.
pub(crate) async fn open(app: &App, file: &KeyFile, key: &RawKey) -> Result<(), WorkspaceFault> {
    let opened = Desk::open(app.root(), key, app.ports().clock.now()).await;
    let desk = match opened {
        // The key was checked: a first page that does not open with it is damaged.
        Err(OpenError::WrongKey) => return Err(OpenError::Corrupt.into()),
        other => other?,
    };
    let desk = desk.with_edges(app.ports().clock.clone(), app.ports().ids.clone());
    if let Err(error) = desk.resume_undo().await {
        tracing::warn!(%error, "an interrupted undo could not be finished");
    }
    put_in_place(app, desk, file.id).await;
    Ok(())
}

pub(super) async fn put_in_place(app: &App, desk: Desk, workspace: Uuid) {
    let ports = app.ports();
    let secrets: Arc<dyn SecretStore> = match keychain::ask(&ports.keychain, |keychain| keychain.check()).await {
        Err(domain::ports::SecretError::NoKeychain) => Arc::new(Vault::new(app.root(), desk.key(), ports.ids.clone())),
        _ => Arc::new(OfWorkspace { keychain: ports.keychain.clone(), workspace }),
    };
    app.set_open(desk, secrets);
}

/// Runs slow work (Argon2id) off the async threads.
pub(super) async fn blocking<T: Send + 'static>(
    f: impl FnOnce() -> Result<T, WorkspaceFault> + Send + 'static,
) -> Result<T, WorkspaceFault> {
    tokio::task::spawn_blocking(f).await.unwrap_or(Err(WorkspaceFault::Store(store::StoreError::Panicked)))
}
