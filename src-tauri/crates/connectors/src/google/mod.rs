//! Google: OAuth 2.0 for native apps and Sheets v4.
//!
//! <https://developers.google.com/identity/protocols/oauth2/native-app> and the discovery document of Sheets v4. No call is repeated here:
//! whether a write may be made again is for the caller to decide.

mod call;
mod oauth;
mod sheets;

use crate::http::{self, Patience};
use async_trait::async_trait;
use call::Call;
use domain::ports::{CellWrite, Clock, GoogleEndpoints, OAuthClient, OAuthTokens, SheetInfo, Spreadsheet, SpreadsheetError};
use secrecy::SecretString;
use std::sync::Arc;
use std::time::Duration;

/// Google gives up on a request after three minutes.
const PATIENCE: Patience = Patience { idle: Duration::from_secs(190), whole: Duration::from_secs(240) };

/// Google's services.
pub struct Google {
    clock: Arc<dyn Clock>,
    clients: http::Clients,
}

impl Google {
    /// With the clock that tells when an access token stops working.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self::with_patience(clock, PATIENCE)
    }

    /// With other waiting times (for tests).
    pub fn with_patience(clock: Arc<dyn Clock>, patience: Patience) -> Self {
        Self { clock, clients: http::Clients::new(patience) }
    }

    fn sheets(&self, at: &GoogleEndpoints, access: &SecretString, path: &[&str]) -> Result<Call, SpreadsheetError> {
        let mut segments = vec!["spreadsheets"];
        segments.extend_from_slice(path);
        Call::new(&at.sheets_base_url, &segments, &self.clients)?.bearer(access)
    }
}

#[async_trait]
impl Spreadsheet for Google {
    async fn exchange(
        &self,
        at: &GoogleEndpoints,
        client: &OAuthClient,
        code: &str,
        verifier: &str,
        redirect_uri: &str,
    ) -> Result<OAuthTokens, SpreadsheetError> {
        let form = [("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier), ("redirect_uri", redirect_uri)];
        oauth::tokens(Call::new(&at.token_url, &[], &self.clients)?, client, &form, self.clock.now()).await
    }

    async fn refresh(&self, at: &GoogleEndpoints, client: &OAuthClient, refresh: &SecretString) -> Result<OAuthTokens, SpreadsheetError> {
        let form = [("grant_type", "refresh_token"), ("refresh_token", secrecy::ExposeSecret::expose_secret(refresh))];
        oauth::tokens(Call::new(&at.token_url, &[], &self.clients)?, client, &form, self.clock.now()).await
    }

    async fn revoke(&self, at: &GoogleEndpoints, token: &SecretString) -> Result<(), SpreadsheetError> {
        oauth::revoke(Call::new(&at.revoke_url, &[], &self.clients)?, token).await
    }

    async fn create(
        &self,
        at: &GoogleEndpoints,
        access: &SecretString,
        title: &str,
        tab: &str,
        header: &[&str],
    ) -> Result<SheetInfo, SpreadsheetError> {
        let call = self.sheets(at, access, &[])?.query("fields", sheets::OUTLINE);
        sheets::info(&call.post(&sheets::new_spreadsheet(title, tab, header)).await?)
    }

    async fn info(&self, at: &GoogleEndpoints, access: &SecretString, id: &str) -> Result<SheetInfo, SpreadsheetError> {
        sheets::info(&self.sheets(at, access, &[id])?.query("fields", sheets::OUTLINE).get().await?)
    }

    async fn read(&self, at: &GoogleEndpoints, access: &SecretString, id: &str, range: &str) -> Result<Vec<Vec<String>>, SpreadsheetError> {
        let call = self.sheets(at, access, &[id, "values", range])?.query("majorDimension", "ROWS").query("fields", "values");
        Ok(sheets::values(&call.get().await?))
    }

    async fn write(&self, at: &GoogleEndpoints, access: &SecretString, id: &str, cells: &[CellWrite]) -> Result<(), SpreadsheetError> {
        let call = self.sheets(at, access, &[id, "values:batchUpdate"])?.query("fields", "totalUpdatedCells");
        call.post(&sheets::update(cells)).await.map(drop)
    }

    async fn grow(
        &self,
        at: &GoogleEndpoints,
        access: &SecretString,
        id: &str,
        tab: i64,
        rows: u32,
        columns: u32,
    ) -> Result<(), SpreadsheetError> {
        let now = self.info(at, access, id).await?;
        let grid = now.tabs.iter().find(|t| t.id == tab).ok_or(SpreadsheetError::NotFound)?;
        let Some(body) = sheets::growth(grid, rows, columns) else { return Ok(()) };
        let id = format!("{id}:batchUpdate");
        self.sheets(at, access, &[&id])?.query("fields", "spreadsheetId").post(&body).await.map(drop)
    }
}

#[cfg(test)]
mod tests;
