use super::call::{Answer, Call};
use chrono::{DateTime, Duration, Utc};
use domain::ports::{OAuthClient, OAuthTokens, SpreadsheetError};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

/// Asks the token endpoint (RFC 6749 section 5).
pub(super) async fn tokens(
    call: Call,
    client: &OAuthClient,
    form: &[(&str, &str)],
    now: DateTime<Utc>,
) -> Result<OAuthTokens, SpreadsheetError> {
    let mut form = form.to_vec();
    form.push(("client_id", &client.id));
    if let Some(secret) = &client.secret {
        form.push(("client_secret", secret.expose_secret()));
    }
    // asking for tokens changes nothing in a sheet: a cut is simply a cut
    let answer = call.form(&form).await.map_err(|error| match error {
        SpreadsheetError::Cut { .. } => SpreadsheetError::Cut { maybe_done: false },
        other => other,
    })?;
    read(&answer, now)
}

/// Revokes a token; one that is dead already is revoked.
pub(super) async fn revoke(call: Call, token: &SecretString) -> Result<(), SpreadsheetError> {
    let answer = call.form(&[("token", token.expose_secret())]).await?;
    match (answer.status, error_of(&answer.body)) {
        (200..=299, _) | (400, "invalid_token" | "invalid_grant") => Ok(()),
        (status, _) => Err(refusal(status, "")),
    }
}

fn read(answer: &Answer, now: DateTime<Utc>) -> Result<OAuthTokens, SpreadsheetError> {
    if !(200..=299).contains(&answer.status) {
        return Err(refusal(answer.status, error_of(&answer.body)));
    }
    let text = |name: &str| answer.body.get(name).and_then(Value::as_str).filter(|value| !value.is_empty());
    let access = text("access_token").ok_or(SpreadsheetError::Unexpected(answer.status))?;
    let seconds = answer.body.get("expires_in").and_then(Value::as_i64).unwrap_or(3_600).clamp(0, 86_400);
    Ok(OAuthTokens {
        access: SecretString::from(access),
        // a minute early: a call must not begin with a token that dies on the way
        expires_at: now + Duration::seconds((seconds - 60).max(0)),
        refresh: text("refresh_token").map(SecretString::from),
        scopes: text("scope").unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
    })
}

fn error_of(body: &Value) -> &str {
    body.get("error").and_then(Value::as_str).unwrap_or_default()
}

fn refusal(status: u16, error: &str) -> SpreadsheetError {
    match (status, error) {
        (_, "invalid_grant") => SpreadsheetError::Disconnected,
        (_, "invalid_client" | "unauthorized_client") | (401, _) => SpreadsheetError::BadClient,
        (300..=399, _) => SpreadsheetError::BadAddress,
        (500..=599, _) => SpreadsheetError::Cut { maybe_done: false },
        _ => SpreadsheetError::Unexpected(status),
    }
}
