//! The accounts the settings describe.

use domain::ports::{GoogleEndpoints, MailAccount, ModelEndpoint, OAuthClient, SecretError, SecretStore, SmtpSecurity, SmtpSettings};
use domain::settings::Settings;
use domain::writing::Identity;

/// Where messages leave from. May block on the keychain.
///
/// # Errors
/// [`SecretError`] when a user is set and the keychain does not answer.
pub fn mail_account(settings: &Settings, secrets: &dyn SecretStore) -> Result<MailAccount, SecretError> {
    if settings.text("mail.transport") != "smtp" {
        return Ok(MailAccount::Practice);
    }
    let user = settings.text("mail.smtp.user").to_owned();
    let password = if user.is_empty() { None } else { secrets.get("mail.smtp.password")? };
    let security = match settings.text("mail.smtp.security") {
        "none" => SmtpSecurity::None,
        "starttls" => SmtpSecurity::Starttls,
        _ => SmtpSecurity::Tls,
    };
    let port = u16::try_from(settings.number("mail.smtp.port")).unwrap_or(465);
    Ok(MailAccount::Smtp(SmtpSettings { host: settings.text("mail.smtp.host").to_owned(), port, security, user, password }))
}

/// The model endpoint, when a model is chosen. May block on the keychain.
///
/// # Errors
/// [`SecretError`] when the keychain does not answer.
pub fn model_endpoint(settings: &Settings, secrets: &dyn SecretStore) -> Result<Option<ModelEndpoint>, SecretError> {
    let (base_url, model) = (settings.text("ai.base_url"), settings.text("ai.model"));
    if base_url.is_empty() || model.is_empty() {
        return Ok(None);
    }
    let key = secrets.get("ai.api_key")?;
    Ok(Some(ModelEndpoint { base_url: base_url.to_owned(), model: model.to_owned(), key }))
}

/// The seller's Google client, when its id is set. May block on the keychain.
///
/// # Errors
/// [`SecretError`] when the keychain does not answer.
pub fn oauth_client(settings: &Settings, secrets: &dyn SecretStore) -> Result<Option<OAuthClient>, SecretError> {
    let id = settings.text("google.client_id");
    if id.is_empty() {
        return Ok(None);
    }
    Ok(Some(OAuthClient { id: id.to_owned(), secret: secrets.get("google.client_secret")? }))
}

/// Google's addresses, or those the seller set.
pub fn endpoints(settings: &Settings) -> GoogleEndpoints {
    GoogleEndpoints {
        auth_url: settings.text("google.auth_url").to_owned(),
        token_url: settings.text("google.token_url").to_owned(),
        revoke_url: settings.text("google.revoke_url").to_owned(),
        sheets_base_url: settings.text("sheets.base_url").to_owned(),
    }
}

/// The domain of a rehearsal, where the seller has no address yet.
pub const PRACTICE_DOMAIN: &str = "practice.example";

/// The sender: display name (may be empty) and address (empty until it is set; the practice outbox then uses an invented one).
pub fn sender(settings: &Settings) -> (String, String) {
    let from = settings.text("mail.from").trim();
    let (name, address) = match from.rsplit_once('<') {
        Some((name, rest)) => (name.trim().trim_matches('"').to_owned(), rest.trim_end_matches('>').trim().to_owned()),
        None => (String::new(), from.to_owned()),
    };
    let name = if name.is_empty() { settings.text("identity.name").to_owned() } else { name };
    let practice = settings.text("mail.transport") != "smtp";
    let address = if address.is_empty() && practice { format!("you@{PRACTICE_DOMAIN}") } else { address };
    (name, address)
}

/// Who writes.
pub fn identity(settings: &Settings) -> Identity {
    let (name, email) = sender(settings);
    Identity {
        name,
        company: settings.text("identity.company").to_owned(),
        postal_address: settings.text("identity.postal_address").to_owned(),
        email,
        signature: settings.text("identity.signature").to_owned(),
    }
}
