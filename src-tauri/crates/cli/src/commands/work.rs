use crate::output::{Failure, document};
use crate::session::Session;
use serde_json::json;

/// Does what is due, as the window in the tray would; Ctrl-C ends it at the next safe point.
pub(super) async fn work(session: &Session, until_idle: bool, json: bool) -> Result<(), Failure> {
    session.open().await?;
    let worked = if until_idle {
        api::work::until_idle(&session.app).await
    } else {
        tokio::select! {
            () = api::work::forever(&session.app) => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        Ok(())
    };
    session.close().await;
    worked.map_err(Failure::Command)?;
    document(&json!({ "idle": true }), json);
    Ok(())
}
