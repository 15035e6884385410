use super::fault::SheetsFault;
use crate::App;
use crate::settings::{endpoints, load, oauth_client};
use chrono::{DateTime, Duration, Utc};
use domain::ports::{GoogleEndpoints, OAuthClient, OAuthTokens, SecretError, SecretStore, SpreadsheetError};
use domain::settings::Settings;
use secrecy::SecretString;
use store::{Actor, Intent, meta};

/// Secret under which the lasting token is kept.
pub(super) const REFRESH_TOKEN: &str = "google.refresh_token";
/// When the connection was made (RFC 3339).
pub(super) const CONNECTED_AT: &str = "sheets.connected_at";
/// Why the connection died (code); absent while it lives.
pub(super) const WITHDRAWN: &str = "sheets.withdrawn";

/// What a call needs.
pub(super) struct Access {
    pub(super) at: GoogleEndpoints,
    pub(super) token: SecretString,
}

/// The seller's client and Google's addresses.
pub(super) async fn client(app: &App) -> Result<(Settings, GoogleEndpoints, OAuthClient), SheetsFault> {
    let settings = load(app).await?;
    let (for_client, secrets) = (settings.clone(), app.secrets()?);
    let client = keychain(move || oauth_client(&for_client, &*secrets)).await?.ok_or(SheetsFault::NoClient)?;
    Ok((settings.clone(), endpoints(&settings), client))
}

/// A token for calls: the one at hand, or a fresh one. With `anew` the one at hand is not trusted.
pub(super) async fn access(app: &App, anew: bool) -> Result<Access, SheetsFault> {
    let (_, at, client) = client(app).await?;
    let closing = app.closing()?;
    if anew {
        app.sheets().state().access = None;
    } else if let Some(token) = at_hand(app) {
        return Ok(Access { at, token });
    }
    let refresh = secret(app, REFRESH_TOKEN).await?.ok_or(SheetsFault::NotConnected)?;
    match app.ports().spreadsheet.refresh(&at, &client, &refresh).await {
        Ok(tokens) => {
            let token = tokens.access.clone();
            if let Some(newer) = &tokens.refresh {
                set_secret(app, REFRESH_TOKEN, newer.clone()).await?;
            }
            app.sheets().state().access = Some((closing, tokens));
            Ok(Access { at, token })
        }
        Err(SpreadsheetError::Disconnected) => Err(died(app).await?),
        Err(other) => Err(other.into()),
    }
}

fn at_hand(app: &App) -> Option<SecretString> {
    let now = app.ports().clock.now();
    let state = app.sheets().state();
    let (closing, tokens) = state.access.as_ref()?;
    (!closing.is_cancelled() && tokens.expires_at > now).then(|| tokens.access.clone())
}

/// Keeps a new connection.
pub(super) async fn keep(app: &App, tokens: OAuthTokens) -> Result<(), SheetsFault> {
    let refresh = tokens.refresh.clone().ok_or(SheetsFault::NoRefreshToken)?;
    set_secret(app, REFRESH_TOKEN, refresh).await?;
    let now = app.ports().clock.now();
    app.desk()?
        .write(Actor::Seller, Intent::new("sheets.connected"), move |tx| {
            meta::set(tx, CONNECTED_AT, &now.to_rfc3339())?;
            meta::remove(tx, WITHDRAWN)?;
            tx.touch(store::Tag::Sheets);
            Ok::<_, SheetsFault>(())
        })
        .await?;
    let closing = app.closing()?;
    app.sheets().state().access = Some((closing, tokens));
    Ok(())
}

/// Forgets a connection that Google says is dead, and why it probably died.
async fn died(app: &App) -> Result<SheetsFault, SheetsFault> {
    forget(app).await?;
    let now = app.ports().clock.now();
    let testing = app
        .desk()?
        .write(Actor::Desk, Intent::new("sheets.withdrawn"), move |tx| {
            let since = meta::get(tx, CONNECTED_AT)?.and_then(|at| at.parse::<DateTime<Utc>>().ok());
            let testing = since.is_some_and(|since| died_of_testing(since, now));
            meta::set(tx, WITHDRAWN, if testing { "sheets.testing_expired" } else { "sheets.withdrawn" })?;
            tx.touch(store::Tag::Sheets);
            Ok::<_, SheetsFault>(testing)
        })
        .await?
        .value;
    Ok(if testing { SheetsFault::TestingExpired } else { SpreadsheetError::Disconnected.into() })
}

/// Tokens of an app whose consent screen is "External, Testing" die after seven days; it is noticed at the first call after that.
fn died_of_testing(since: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    (Duration::days(7)..Duration::days(30)).contains(&(now - since))
}

/// Removes both tokens from this machine.
pub(super) async fn forget(app: &App) -> Result<(), SheetsFault> {
    app.sheets().state().access = None;
    let secrets = app.secrets()?;
    Ok(keychain(move || secrets.delete(REFRESH_TOKEN)).await?)
}

/// A secret of this desk.
pub(super) async fn secret(app: &App, name: &'static str) -> Result<Option<SecretString>, SheetsFault> {
    let secrets = app.secrets()?;
    Ok(keychain(move || secrets.get(name)).await?)
}

async fn set_secret(app: &App, name: &'static str, value: SecretString) -> Result<(), SheetsFault> {
    let secrets = app.secrets()?;
    Ok(keychain(move || SecretStore::set(&*secrets, name, &value)).await?)
}

/// A keychain may prompt and wait: never on an async thread.
async fn keychain<T: Send + 'static>(f: impl FnOnce() -> Result<T, SecretError> + Send + 'static) -> Result<T, SecretError> {
    tokio::task::spawn_blocking(f).await.unwrap_or_else(|_| Err(SecretError::Failed("stopped".to_owned())))
}
