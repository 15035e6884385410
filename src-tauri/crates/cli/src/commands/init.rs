use crate::output::{Failure, document};
use crate::session::Session;
use serde_json::json;

/// Creates the desk and prints its recovery key, once.
pub(super) async fn init(session: &Session, sample: bool, locale: Option<String>, json: bool) -> Result<(), Failure> {
    let locale = locale.unwrap_or_else(|| if std::env::var("LANG").is_ok_and(|l| l.starts_with("fr")) { "fr" } else { "en" }.to_owned());
    let request = json!({ "locale": locale, "passphrase": session.passphrase(), "sample": sample });
    let created = session.call("workspace_create", request).await?;
    session.close().await;
    let groups: Vec<&str> = created["recoveryKey"].as_array().into_iter().flatten().filter_map(|g| g.as_str()).collect();
    let folder = session.app.root().display().to_string();
    document(&json!({ "recovery_key": groups.join("-"), "workspace": folder }), json);
    Ok(())
}
