use crate::DeskLocked;
use crate::settings::SettingFault;
use domain::fault::{Fault, Params, params};
use domain::ports::{SecretError, SpreadsheetError};
use store::StoreError;

/// Something about Google Sheets did not work.
#[derive(Debug, thiserror::Error)]
pub enum SheetsFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The settings.
    #[error(transparent)]
    Setting(#[from] SettingFault),
    /// The keychain.
    #[error(transparent)]
    Keychain(#[from] SecretError),
    /// No client id is set yet.
    #[error("no client id is set")]
    NoClient,
    /// Nothing is connected.
    #[error("not connected")]
    NotConnected,
    /// No spreadsheet is chosen.
    #[error("no spreadsheet is chosen")]
    NoSheet,
    /// What was pasted is not the address or id of a spreadsheet.
    #[error("not a spreadsheet address")]
    NotAnAddress,
    /// No port of this machine could be listened on.
    #[error("no port could be opened")]
    NoPort,
    /// Nobody answered in time.
    #[error("no answer came in time")]
    TimedOut,
    /// The seller refused in Google's page.
    #[error("access was refused")]
    Denied,
    /// Google's page reported another error (its code).
    #[error("the consent page failed: {0}")]
    ConsentFailed(String),
    /// The box for the spreadsheet permission was not ticked.
    #[error("the permission was not given")]
    ScopeMissing,
    /// No token that lasts was given.
    #[error("no lasting access was given")]
    NoRefreshToken,
    /// The picker was closed without a choice.
    #[error("nothing was picked")]
    NothingPicked,
    /// The connection died about seven days after it was made: the consent screen is in testing.
    #[error("the testing connection died")]
    TestingExpired,
    /// A spreadsheet may or may not have been created.
    #[error("a spreadsheet may have been created")]
    MaybeCreated,
    /// A push is at work already.
    #[error("a push is at work")]
    Busy,
    /// Stopped by the seller.
    #[error("stopped")]
    Cancelled,
    /// The spreadsheet has no tab with cells.
    #[error("the spreadsheet has no tab")]
    NoTab,
    /// The tab would become larger than Sheets allows.
    #[error("the sheet would become too large")]
    TooLarge,
    /// A call failed.
    #[error(transparent)]
    Service(#[from] SpreadsheetError),
}

impl Fault for SheetsFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Setting(e) => e.code(),
            Self::Keychain(e) => e.code(),
            Self::NoClient => "sheets.no_client",
            Self::NotConnected => "sheets.not_connected",
            Self::NoSheet => "sheets.no_sheet",
            Self::NotAnAddress => "sheets.not_an_address",
            Self::NoPort => "sheets.no_port",
            Self::TimedOut => "sheets.timed_out",
            Self::Denied => "sheets.denied",
            Self::ConsentFailed(_) => "sheets.consent_failed",
            Self::ScopeMissing => "sheets.scope_missing",
            Self::NoRefreshToken => "sheets.no_refresh_token",
            Self::NothingPicked => "sheets.nothing_picked",
            Self::TestingExpired => "sheets.testing_expired",
            Self::MaybeCreated => "sheets.maybe_created",
            Self::Busy => "sheets.push_at_work",
            Self::Cancelled => "sheets.cancelled",
            Self::NoTab => "sheets.no_tab",
            Self::TooLarge => "sheets.too_large",
            Self::Service(e) => match e {
                SpreadsheetError::Disconnected => "sheets.withdrawn",
                SpreadsheetError::BadClient => "sheets.bad_client",
                SpreadsheetError::BadAddress => "sheets.bad_address",
                SpreadsheetError::Expired => "sheets.withdrawn",
                SpreadsheetError::Forbidden => "sheets.forbidden",
                SpreadsheetError::ApiOff => "sheets.api_off",
                SpreadsheetError::NotFound => "sheets.not_found",
                SpreadsheetError::Busy(_) => "sheets.busy",
                SpreadsheetError::Cut { .. } => "sheets.cut",
                SpreadsheetError::Unexpected(_) => "sheets.unexpected",
            },
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Setting(e) => e.params(),
            Self::ConsentFailed(error) => params([("error", error.clone())]),
            Self::Service(SpreadsheetError::Unexpected(status)) => params([("status", status.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::Setting(e) => e.retryable(),
            Self::Keychain(e) => e.retryable(),
            Self::Service(SpreadsheetError::Busy(_) | SpreadsheetError::Cut { .. }) | Self::TimedOut | Self::Busy => true,
            _ => false,
        }
    }
}
