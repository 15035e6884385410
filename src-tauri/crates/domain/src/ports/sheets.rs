use async_trait::async_trait;
use chrono::{DateTime, Utc};
use secrecy::SecretString;

/// The addresses of Google's services; they default to Google's and exist for tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoogleEndpoints {
    /// Authorisation page.
    pub auth_url: String,
    /// Token endpoint.
    pub token_url: String,
    /// Revocation endpoint.
    pub revoke_url: String,
    /// Sheets API with its version path.
    pub sheets_base_url: String,
}

impl Default for GoogleEndpoints {
    fn default() -> Self {
        Self {
            auth_url: "https://accounts.google.com/o/oauth2/v2/auth".into(),
            token_url: "https://oauth2.googleapis.com/token".into(),
            revoke_url: "https://oauth2.googleapis.com/revoke".into(),
            sheets_base_url: "https://sheets.googleapis.com/v4".into(),
        }
    }
}

/// The seller's own OAuth client (a "Desktop app" of their Google Cloud project).
#[derive(Debug, Clone)]
pub struct OAuthClient {
    /// Client id.
    pub id: String,
    /// Client secret; Google issues one for desktop clients too.
    pub secret: Option<SecretString>,
}

/// What the token endpoint gave.
#[derive(Debug, Clone)]
pub struct OAuthTokens {
    /// Bearer token for calls.
    pub access: SecretString,
    /// When it stops working.
    pub expires_at: DateTime<Utc>,
    /// Long-lived token; absent on a refresh that keeps the old one.
    pub refresh: Option<SecretString>,
    /// Scopes that were granted.
    pub scopes: Vec<String>,
}

/// A tab of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTab {
    /// Numeric id of the tab.
    pub id: i64,
    /// Title as the seller named it.
    pub title: String,
    /// Rows of its grid.
    pub rows: u32,
    /// Columns of its grid.
    pub columns: u32,
}

/// A spreadsheet's outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetInfo {
    /// Spreadsheet id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Address for the browser.
    pub url: String,
    /// Its tabs, in order.
    pub tabs: Vec<SheetTab>,
}

/// Values for one rectangle, written RAW.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellWrite {
    /// A1 range including the quoted tab name.
    pub range: String,
    /// Rows of cells; `None` leaves a cell alone, an empty string clears it.
    pub values: Vec<Vec<Option<String>>>,
}

/// Why a spreadsheet call failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpreadsheetError {
    /// The token died or was withdrawn (`invalid_grant`): connect again.
    #[error("access was withdrawn or has expired")]
    Disconnected,
    /// The client id or its secret is not accepted (`invalid_client`, `unauthorized_client`).
    #[error("the client is not accepted")]
    BadClient,
    /// The configured address is not allowed.
    #[error("the address is not allowed")]
    BadAddress,
    /// 401: the access token is not accepted any more.
    #[error("the access token has expired")]
    Expired,
    /// 403: this file was not created or chosen with the desk (`drive.file`).
    #[error("the desk may not open this spreadsheet")]
    Forbidden,
    /// 403 `SERVICE_DISABLED`: the Sheets API is not switched on in the seller's Google Cloud project.
    #[error("the Sheets API is not switched on")]
    ApiOff,
    /// 404.
    #[error("no such spreadsheet")]
    NotFound,
    /// 429, or 503; seconds to wait when told.
    #[error("too many requests")]
    Busy(Option<u64>),
    /// No answer; with `maybe_done` the write may have been applied.
    #[error("the connection was cut")]
    Cut {
        /// The request may have been carried out.
        maybe_done: bool,
    },
    /// An answer that cannot be understood, or another refusal (HTTP status).
    #[error("unexpected answer ({0})")]
    Unexpected(u16),
}

/// A spreadsheet service.
#[async_trait]
pub trait Spreadsheet: Send + Sync {
    /// Exchanges an authorisation code (RFC 6749 section 4.1.3, with the PKCE verifier of RFC 7636).
    async fn exchange(
        &self,
        at: &GoogleEndpoints,
        client: &OAuthClient,
        code: &str,
        verifier: &str,
        redirect_uri: &str,
    ) -> Result<OAuthTokens, SpreadsheetError>;
    /// A new access token (RFC 6749 section 6).
    async fn refresh(&self, at: &GoogleEndpoints, client: &OAuthClient, refresh: &SecretString) -> Result<OAuthTokens, SpreadsheetError>;
    /// Revokes a token (RFC 7009).
    async fn revoke(&self, at: &GoogleEndpoints, token: &SecretString) -> Result<(), SpreadsheetError>;
    /// Creates a spreadsheet with one tab that holds nothing but this header, frozen.
    async fn create(
        &self,
        at: &GoogleEndpoints,
        access: &SecretString,
        title: &str,
        tab: &str,
        header: &[&str],
    ) -> Result<SheetInfo, SpreadsheetError>;
    /// Title and tabs.
    async fn info(&self, at: &GoogleEndpoints, access: &SecretString, id: &str) -> Result<SheetInfo, SpreadsheetError>;
    /// Formatted values of a range; trailing empty cells are missing.
    async fn read(&self, at: &GoogleEndpoints, access: &SecretString, id: &str, range: &str) -> Result<Vec<Vec<String>>, SpreadsheetError>;
    /// Writes rectangles in one call (`values:batchUpdate`, RAW).
    async fn write(&self, at: &GoogleEndpoints, access: &SecretString, id: &str, cells: &[CellWrite]) -> Result<(), SpreadsheetError>;
    /// Makes the tab's grid at least this large; never smaller.
    async fn grow(
        &self,
        at: &GoogleEndpoints,
        access: &SecretString,
        id: &str,
        tab: i64,
        rows: u32,
        columns: u32,
    ) -> Result<(), SpreadsheetError>;
}
