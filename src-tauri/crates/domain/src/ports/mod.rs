//! The outside world, as the desk needs it. Each trait has an embedded default that needs no account and one module per vendor in `connectors`.

mod clock;
mod desktop;
mod mailer;
mod model;
mod secrets;
mod sheets;

pub use clock::{Clock, Ids};
pub use desktop::{Desktop, DesktopError};
pub use mailer::{CheckStep, CheckedPart, Envelope, MailAccount, MailSession, Mailer, SendOutcome, SendStage, SmtpSecurity, SmtpSettings};
pub use model::{ModelEndpoint, ModelError, ModelReply, ModelRequest, TextModel};
pub use secrets::{SecretError, SecretStore};
pub use sheets::{CellWrite, GoogleEndpoints, OAuthClient, OAuthTokens, SheetInfo, SheetTab, Spreadsheet, SpreadsheetError};
