//! Settings, secrets and tests of connections.

use crate::{ApiError, App, views};
use app::settings;
use views::Nothing;
use views::outbox::OutboxRow;
use views::settings::{ModelList, SecretName, SecretSet, SecretState, SettingGet, SettingSet, SettingValue, SettingsView, TestReport};

/// All settings.
pub async fn settings_get(app: &App, _: Nothing) -> Result<SettingsView, ApiError> {
    Ok(settings::all(app).await?)
}

/// One setting.
pub async fn setting_get(app: &App, request: SettingGet) -> Result<SettingValue, ApiError> {
    Ok(settings::get(app, request).await?)
}

/// Changes one setting.
pub async fn setting_set(app: &App, request: SettingSet) -> Result<SettingValue, ApiError> {
    Ok(settings::set(app, request).await?)
}

/// Sets a secret.
pub async fn secret_set(app: &App, request: SecretSet) -> Result<SecretState, ApiError> {
    Ok(settings::set_secret(app, request).await?)
}

/// Removes a secret.
pub async fn secret_delete(app: &App, request: SecretName) -> Result<SecretState, ApiError> {
    Ok(settings::delete_secret(app, request).await?)
}

/// Tests what a secret is for.
pub async fn secret_test(app: &App, request: SecretName) -> Result<TestReport, ApiError> {
    Ok(settings::test_secret(app, request).await?)
}

/// Tests the mail account, sends nothing.
pub async fn mail_test(app: &App, _: Nothing) -> Result<TestReport, ApiError> {
    Ok(settings::mail_test(app).await?)
}

/// Sends the seller a test message.
pub async fn mail_send_test(app: &App, _: Nothing) -> Result<OutboxRow, ApiError> {
    Ok(app::outbox::send_test(app).await?)
}

/// Tests the model endpoint.
pub async fn ai_test(app: &App, _: Nothing) -> Result<TestReport, ApiError> {
    Ok(settings::ai_test(app).await?)
}

/// Models the endpoint offers.
pub async fn ai_models(app: &App, _: Nothing) -> Result<ModelList, ApiError> {
    Ok(settings::ai_models(app).await?)
}
