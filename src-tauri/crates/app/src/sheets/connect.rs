use super::access::{client, keep};
use super::attach::choose;
use super::callback::{Answer, Waiting};
use super::consent::{Consent, Pick, SCOPE};
use super::fault::SheetsFault;
use crate::App;
use domain::fault::Reason;
use domain::ports::{GoogleEndpoints, OAuthClient, SpreadsheetError};
use domain::views::Nothing;
use domain::views::sheets::SheetsConnecting;
use secrecy::ExposeSecret;
use std::time::Duration;
use store::Tag;
use tokio_util::sync::CancellationToken;

/// How long the seller may take in Google's pages.
pub(super) const PATIENCE: Duration = Duration::from_secs(600);

/// Opens Google's consent page in the seller's browser and waits for its answer in the background; [`super::status`] tells how it went.
///
/// # Errors
/// [`SheetsFault::NoClient`] before a client id is set, [`SheetsFault::NoPort`] when this machine lets nobody listen.
pub async fn connect(app: &App, _: Nothing) -> Result<SheetsConnecting, SheetsFault> {
    begin(app, Pick::No, PATIENCE).await
}

/// As [`connect`], waiting at most `patience` for the seller.
///
/// # Errors
/// As [`connect`].
pub async fn connect_within(app: &App, patience: Duration) -> Result<SheetsConnecting, SheetsFault> {
    begin(app, Pick::No, patience).await
}

/// Stops the connection attempt and the push under way, if any.
///
/// # Errors
/// None so far; the answer of every verb is a result.
pub async fn cancel(app: &App, _: Nothing) -> Result<Nothing, SheetsFault> {
    let state = app.sheets().state();
    if let Some((_, attempt)) = &state.connecting {
        attempt.cancel();
    }
    if let Some((push, _)) = &state.push {
        push.cancel();
    }
    Ok(Nothing::default())
}

/// Waits until no connection attempt is under way: what a terminal does after [`connect`].
pub async fn settled(app: &App) {
    app.sheets().no_attempt().await;
}

/// Begins a connection attempt; one under way gives way to it.
pub(super) async fn begin(app: &App, pick: Pick, patience: Duration) -> Result<SheetsConnecting, SheetsFault> {
    let (settings, at, client) = client(app).await?;
    let consent = Consent::new(&*app.ports().ids);
    let waiting = Waiting::open(0, &consent, settings.text("identity.locale") == "fr").await.map_err(|_| SheetsFault::NoPort)?;
    let redirect_uri = waiting.redirect_uri();
    let url = consent.url(&at.auth_url, &client.id, &redirect_uri, &pick).ok_or(SheetsFault::Service(SpreadsheetError::BadAddress))?;
    let stop = app.closing()?.child_token();
    let number = {
        let mut state = app.sheets().state();
        state.attempts += 1;
        let number = state.attempts;
        if let Some((_, before)) = state.connecting.replace((number, stop.clone())) {
            before.cancel();
        }
        state.trouble = None;
        number
    };
    app.changed(vec![Tag::Sheets]);
    let attempt = Attempt { app: app.clone(), number, at, client, consent, redirect_uri, picking: pick != Pick::No };
    tokio::spawn(attempt.run(waiting, stop, patience));
    // without a browser the address is in the answer: it can be opened by hand
    if let Err(error) = app.ports().desktop.open_url(&url) {
        tracing::debug!(%error, "the consent page was not opened");
    }
    Ok(SheetsConnecting { url })
}

struct Attempt {
    app: App,
    number: u64,
    at: GoogleEndpoints,
    client: OAuthClient,
    consent: Consent,
    redirect_uri: String,
    picking: bool,
}

impl Attempt {
    async fn run(self, waiting: Waiting, stop: CancellationToken, patience: Duration) {
        let outcome = tokio::select! {
            () = stop.cancelled() => Err(SheetsFault::Cancelled),
            () = tokio::time::sleep(patience) => Err(SheetsFault::TimedOut),
            answer = waiting.answer() => self.finish(answer).await,
        };
        {
            let mut state = self.app.sheets().state();
            // an attempt that gave way to another one says nothing any more
            if state.connecting.as_ref().is_some_and(|(number, _)| *number == self.number) {
                state.connecting = None;
                state.trouble =
                    outcome.as_ref().err().filter(|fault| !matches!(fault, SheetsFault::Cancelled)).map(|fault| Reason::of(fault));
            }
        }
        self.app.sheets().attempt_over();
        self.app.changed(vec![Tag::Sheets, Tag::Health]);
    }

    async fn finish(&self, answer: Answer) -> Result<(), SheetsFault> {
        let (code, picked) = match answer {
            Answer::Code { code, picked } => (code, picked),
            Answer::Error(error) if error == "access_denied" => return Err(SheetsFault::Denied),
            Answer::Error(error) => return Err(SheetsFault::ConsentFailed(error)),
        };
        let google = &self.app.ports().spreadsheet;
        let verifier = self.consent.verifier.expose_secret();
        let exchanged = google.exchange(&self.at, &self.client, code.expose_secret(), verifier, &self.redirect_uri).await;
        let tokens = exchanged.map_err(|error| match error {
            // the code was used before, or was not given for this request
            SpreadsheetError::Disconnected => SheetsFault::ConsentFailed("invalid_grant".to_owned()),
            other => other.into(),
        })?;
        // no scope in the answer means the one asked for (RFC 6749 section 5.1)
        if !tokens.scopes.is_empty() && !tokens.scopes.iter().any(|scope| scope == SCOPE) {
            let _ = google.revoke(&self.at, &tokens.access).await;
            return Err(SheetsFault::ScopeMissing);
        }
        let access = tokens.access.clone();
        keep(&self.app, tokens).await?;
        match picked.first() {
            Some(id) => {
                let info = google.info(&self.at, &access, id).await?;
                choose(&self.app, info).await
            }
            None if self.picking => Err(SheetsFault::NothingPicked),
            None => Ok(()),
        }
    }
}
