//! Settings, secrets, and the accounts they describe.

mod accounts;
mod secrets;
mod test_connection;
mod values;

pub use accounts::{PRACTICE_DOMAIN, endpoints, identity, mail_account, model_endpoint, oauth_client, sender};
pub use secrets::{SecretFault, delete_secret, secret_state, set_secret, test_secret};
pub(crate) use test_connection::model_failure;
pub use test_connection::{ai_models, ai_test, mail_test};
pub use values::{SettingFault, all, get, load, set};
