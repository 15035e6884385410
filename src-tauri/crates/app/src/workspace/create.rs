use super::key_file::KeyFile;
use super::recovery_key::RecoveryKey;
use super::{WorkspaceFault, keychain, sample, unlock};
use crate::App;
use domain::ports::SecretError;
use domain::views::workspace::{CreateWorkspace, CreatedWorkspace};
use secrecy::SecretString;
use store::{Actor, Desk, Intent, OpenError, RawKey, StoreError, meta};
use zeroize::Zeroizing;

/// Shorter passphrases are refused.
pub(super) const SHORTEST: usize = 8;

/// Creates the desk and opens it. The recovery key is shown once, by this answer.
///
/// The key is put where it can be found again (keychain, wrapped copies) before the desk exists.
///
/// # Errors
/// [`SecretError::NoKeychain`] where there is none and no passphrase was given; [`OpenError::Exists`] where there is a desk.
pub async fn create(app: &App, request: CreateWorkspace) -> Result<CreatedWorkspace, WorkspaceFault> {
    if !matches!(request.locale.as_str(), "fr" | "en") {
        return Err(WorkspaceFault::UnknownLocale);
    }
    let passphrase = request.passphrase.filter(|text| !text.is_empty()).map(SecretString::from);
    if let Some(passphrase) = &passphrase {
        long_enough(passphrase)?;
    }
    let root = app.root().to_owned();
    if root.join("desk.db").exists() || store::restore::is_interrupted(&root) {
        return Err(OpenError::Exists.into());
    }
    let ports = app.ports();
    let mut bytes = Zeroizing::new([0u8; 32]);
    ports.ids.fill(bytes.as_mut());
    let (key, id) = (RawKey::new(*bytes), ports.ids.new_id());
    match keychain::store_key(&ports.keychain, id, &key).await {
        Ok(()) => {}
        // The passphrase is the way in, then.
        Err(SecretError::NoKeychain) if passphrase.is_some() => {}
        Err(error) => return Err(error.into()),
    }
    let recovery = RecoveryKey::random(ports.ids.as_ref());
    let made = make(app, &key, id, &request.locale, &recovery, passphrase).await;
    let desk = match made {
        Ok(desk) => desk,
        Err(fault) => {
            // No desk: no entry for it either.
            let _gone = keychain::ask(&ports.keychain, move |keychain| keychain.delete(&id.to_string())).await;
            return Err(fault);
        }
    };
    unlock::put_in_place(app, desk, id).await;
    if request.sample {
        sample::sample_add(app).await?;
    }
    Ok(CreatedWorkspace { recovery_key: recovery.groups() })
}

async fn make(
    app: &App,
    key: &RawKey,
    id: uuid::Uuid,
    locale: &str,
    recovery: &RecoveryKey,
    passphrase: Option<SecretString>,
) -> Result<Desk, WorkspaceFault> {
    let root = app.root().to_owned();
    let mut file = KeyFile::new(id, locale, key, recovery, app.ports().ids.as_ref()).ok_or(WorkspaceFault::KeyFileDamaged)?;
    if let Some(passphrase) = passphrase {
        let (ids, key) = (app.ports().ids.clone(), key.clone());
        file = unlock::blocking(move || {
            file.set_passphrase(&key, &passphrase, ids.as_ref())?;
            Ok(file)
        })
        .await?;
    }
    std::fs::create_dir_all(&root).map_err(OpenError::Io)?;
    // Before the desk: a desk without its wrapped keys must not exist. Without a desk this file is only a leftover.
    file.save(&root)?;
    let desk = Desk::create(&root, key, app.ports().clock.now()).await?;
    let desk = desk.with_edges(app.ports().clock.clone(), app.ports().ids.clone());
    let (locale, pending) = (locale.to_owned(), recovery.groups().join("-"));
    let zone = app.ports().clock.zone();
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("workspace.create"), move |tx| {
        meta::set(tx, meta::LOCALE, &locale)?;
        if let Some(zone) = zone {
            meta::set(tx, meta::TIME_ZONE, zone.name())?;
        }
        meta::set(tx, meta::RECOVERY_PENDING, &pending)
    })
    .await?;
    Ok(desk)
}

pub(super) fn long_enough(passphrase: &SecretString) -> Result<(), WorkspaceFault> {
    use secrecy::ExposeSecret;
    if passphrase.expose_secret().chars().count() < SHORTEST { Err(WorkspaceFault::ShortPassphrase) } else { Ok(()) }
}
