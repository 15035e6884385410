use super::values::SettingFault;
use crate::{App, DeskLocked};
use domain::fault::{Fault, Params, Reason, params};
use domain::ports::{SecretError, SecretStore};
use domain::settings::SECRETS;
use domain::views::settings::{SecretName, SecretSet, SecretState, TestPart, TestReport};
use secrecy::SecretString;
use std::sync::Arc;

/// A secret could not be set, deleted or tested.
#[derive(Debug, thiserror::Error)]
pub enum SecretFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// No secret has this name.
    #[error("no secret is called {0}")]
    Unknown(String),
    /// An empty value.
    #[error("the value is empty")]
    Empty,
    /// The keychain.
    #[error(transparent)]
    Keychain(#[from] SecretError),
    /// The settings it is tested with.
    #[error(transparent)]
    Setting(#[from] SettingFault),
}

impl Fault for SecretFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Unknown(_) => "secrets.unknown",
            Self::Empty => "secrets.empty",
            Self::Keychain(e) => e.code(),
            Self::Setting(e) => e.code(),
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Unknown(name) => params([("name", name.clone()), ("known", SECRETS.join(", "))]),
            Self::Setting(e) => e.params(),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        matches!(self, Self::Keychain(e) if e.retryable())
    }
}

/// Sets a secret; it can never be read back.
///
/// # Errors
/// [`SecretFault`]; an empty value is refused.
pub async fn set_secret(app: &App, request: SecretSet) -> Result<SecretState, SecretFault> {
    let name = known(&request.name)?;
    if request.value.is_empty() {
        return Err(SecretFault::Empty);
    }
    let value = SecretString::from(request.value);
    blocking(app.secrets()?, move |secrets| secrets.set(name, &value)).await?;
    app.changed(vec![store::Tag::Settings, store::Tag::Health]);
    Ok(SecretState { name: name.to_owned(), set: true })
}

/// Removes a secret.
///
/// # Errors
/// [`SecretFault`].
pub async fn delete_secret(app: &App, request: SecretName) -> Result<SecretState, SecretFault> {
    let name = known(&request.name)?;
    blocking(app.secrets()?, move |secrets| secrets.delete(name)).await?;
    app.changed(vec![store::Tag::Settings, store::Tag::Health]);
    Ok(SecretState { name: name.to_owned(), set: false })
}

/// Whether a secret is set.
///
/// # Errors
/// [`SecretFault`].
pub async fn secret_state(app: &App, request: SecretName) -> Result<SecretState, SecretFault> {
    let name = known(&request.name)?;
    let set = blocking(app.secrets()?, move |secrets| secrets.get(name)).await?.is_some();
    Ok(SecretState { name: name.to_owned(), set })
}

/// Tests what a secret is for: the mail account is connected to and signed in at, the model endpoint asked. A report that is not ok says what
/// is missing for a test.
///
/// # Errors
/// [`SecretFault`].
pub async fn test_secret(app: &App, request: SecretName) -> Result<TestReport, SecretFault> {
    match known(&request.name)? {
        "mail.smtp.password" => password_test(app).await,
        "ai.api_key" => Ok(super::ai_test(app).await?),
        // Google's are tried by connecting (`sheets_connect`), which needs the seller at a browser.
        name => Ok(match secret_state(app, request).await?.set {
            true => TestReport { ok: true, parts: Vec::new() },
            false => untested(Reason::new("secrets.not_set").with("name", name)),
        }),
    }
}

/// The password is only tried where the settings say that it is used.
async fn password_test(app: &App) -> Result<TestReport, SecretFault> {
    let settings = super::values::load(app).await?;
    if settings.text("mail.transport") != "smtp" {
        return Ok(untested(Reason::new("mail.practice_untested")));
    }
    if settings.text("mail.smtp.user").is_empty() {
        return Ok(untested(Reason::new("mail.no_user_untested")));
    }
    if !secret_state(app, SecretName { name: "mail.smtp.password".to_owned() }).await?.set {
        return Ok(untested(Reason::new("secrets.not_set").with("name", "mail.smtp.password")));
    }
    Ok(super::mail_test(app).await?)
}

fn untested(why: Reason) -> TestReport {
    TestReport { ok: false, parts: vec![TestPart { step: "sign_in".to_owned(), ok: false, failure: Some(why.into()), millis: 0 }] }
}

/// The states of several secrets. A keychain that does not answer counts as "not set": the health page tells the difference.
pub(super) async fn states(app: &App, names: &'static [&'static str]) -> Result<Vec<SecretState>, DeskLocked> {
    let secrets = app.secrets()?;
    let states = tokio::task::spawn_blocking(move || {
        names.iter().map(|name| SecretState { name: (*name).to_owned(), set: matches!(secrets.get(name), Ok(Some(_))) }).collect()
    });
    Ok(states.await.unwrap_or_default())
}

fn known(name: &str) -> Result<&'static str, SecretFault> {
    SECRETS.iter().find(|s| **s == name).copied().ok_or_else(|| SecretFault::Unknown(name.to_owned()))
}

/// A keychain may prompt and wait: never on an async thread.
async fn blocking<T: Send + 'static>(
    secrets: Arc<dyn SecretStore>,
    f: impl FnOnce(&dyn SecretStore) -> Result<T, SecretError> + Send + 'static,
) -> Result<T, SecretError> {
    tokio::task::spawn_blocking(move || f(&*secrets)).await.unwrap_or_else(|_| Err(SecretError::Failed("stopped".to_owned())))
}
