use crate::{App, DeskLocked};
use domain::fault::{Fault, Params};
use domain::settings::{SECRETS, SETTINGS, SettingError, Settings, find};
use domain::views::settings::{SettingGet, SettingSet, SettingValue, SettingsView};
use store::{Actor, Intent, StoreError};

/// A setting could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum SettingFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key or value.
    #[error(transparent)]
    Value(#[from] SettingError),
}

impl Fault for SettingFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Value(e) => e.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Locked(e) => e.params(),
            Self::Store(e) => e.params(),
            Self::Value(e) => e.params(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Store(e) if e.retryable())
    }
}

/// All settings as they stand.
///
/// # Errors
/// [`SettingFault`] when the desk is locked or cannot be read.
pub async fn load(app: &App) -> Result<Settings, SettingFault> {
    app.desk()?.read(|read| Ok(store::settings::load(read)?)).await
}

/// Every setting, and which secrets are set.
///
/// # Errors
/// [`SettingFault`] when the desk is locked or cannot be read.
pub async fn all(app: &App) -> Result<SettingsView, SettingFault> {
    let settings = load(app).await?;
    let values = SETTINGS.iter().map(|s| value(&settings, s.key)).collect();
    let secrets = super::secrets::states(app, SECRETS).await?;
    Ok(SettingsView { values, secrets })
}

/// One setting.
///
/// # Errors
/// `settings.unknown` for a key that does not exist.
pub async fn get(app: &App, request: SettingGet) -> Result<SettingValue, SettingFault> {
    let key = find(&request.key).ok_or(SettingError::Unknown(request.key))?.key;
    Ok(value(&load(app).await?, key))
}

/// Changes one setting; an empty value goes back to the default.
///
/// A daily cap set by the seller is meant as it stands, so it switches the ramp off.
///
/// # Errors
/// [`SettingError`] for an unknown key or a value it does not accept; nothing is changed.
pub async fn set(app: &App, request: SettingSet) -> Result<SettingValue, SettingFault> {
    let setting = find(&request.key).ok_or(SettingError::Unknown(request.key))?;
    let new = if request.value.trim().is_empty() { None } else { Some(setting.check(&request.value)?) };
    let key = setting.key;
    let written = app
        .desk()?
        .write(Actor::Seller, Intent::new("settings.set").with("key", key), move |tx| {
            store::settings::set(tx, key, new.as_deref())?;
            if key == "outreach.daily_cap" {
                store::settings::set(tx, "outreach.ramp", new.as_ref().map(|_| "false"))?;
            }
            Ok::<_, SettingFault>(store::settings::load(tx)?)
        })
        .await?;
    app.wake();
    Ok(value(&written.value, key))
}

fn value(settings: &Settings, key: &str) -> SettingValue {
    SettingValue { key: key.to_owned(), value: settings.text(key).to_owned(), default: !settings.is_set(key) }
}
