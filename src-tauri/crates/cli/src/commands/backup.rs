use super::absolute;
use crate::args::Backup;
use crate::output::{Failure, answer};
use crate::session::Session;
use serde_json::{Value, json};

/// Backups. Verifying and restoring need no open desk: the file's own key is asked for.
pub(super) async fn backup(session: &Session, command: Backup, json: bool) -> Result<(), Failure> {
    let value = match command {
        Backup::Create { file } => session.once("backup_create", json!({ "path": absolute(&file)? })).await?,
        Backup::List => session.once("backup_list", Value::Null).await?,
        Backup::Verify { file } => session.call("backup_verify", check(session, &absolute(&file)?, false)?).await?,
        Backup::Restore { file, recovery_key_stdin } => {
            let restored = session.call("backup_restore", check(session, &absolute(&file)?, recovery_key_stdin)?).await;
            session.close().await;
            restored?
        }
    };
    answer(&value, json);
    Ok(())
}

fn check(session: &Session, path: &str, from_stdin: bool) -> Result<Value, Failure> {
    let secret = if from_stdin { super::plain::stdin_line()? } else { session.passphrase().unwrap_or_default().to_owned() };
    Ok(json!({ "path": path, "secret": secret }))
}
