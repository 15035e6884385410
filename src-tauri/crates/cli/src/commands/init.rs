use crate::language::{self, language};
use crate::output::{Failure, shown};
use crate::session::Session;
use crate::told;
use serde_json::json;

/// Creates the desk and prints its recovery key, once.
pub(super) async fn init(session: &Session, sample: bool, locale: Option<String>, json: bool) -> Result<(), Failure> {
    let locale = locale.unwrap_or_else(|| language().code().to_owned());
    let request = json!({ "locale": locale, "passphrase": session.passphrase(), "sample": sample });
    let created = session.call("workspace_create", request).await?;
    session.close().await;
    let folder = session.app.root().display().to_string();
    language::of_desk(&locale);
    shown(&json!({ "recovery_key": super::plain::joined(&created["recoveryKey"]), "workspace": folder }), json, told::created);
    Ok(())
}
