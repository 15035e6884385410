use super::absolute;
use crate::args::Backup;
use crate::lists;
use crate::output::{Failure, shown};
use crate::session::Session;
use crate::told;
use app::workspace::{WorkspaceFault, is_recovery_key};
use serde_json::{Value, json};

/// Backups. Verifying and restoring need no open desk: the file's own key is asked for.
pub(super) async fn backup(session: &Session, command: Backup, json: bool) -> Result<(), Failure> {
    match command {
        Backup::Create { file } => {
            let path = file.map(|file| absolute(&file)).transpose()?.unwrap_or_default();
            shown(&session.once("backup_create", json!({ "path": path })).await?, json, told::backup);
        }
        Backup::List => shown(&session.once("backup_list", Value::Null).await?, json, lists::backups),
        Backup::Verify { file } => {
            let request = check(session, &absolute(&file)?, false)?;
            // An open desk notes that one of its own was read back; it may be of another desk, or there may be none.
            let _noted_where_it_opens = session.open().await;
            let verified = session.call("backup_verify", request).await;
            session.close().await;
            shown(&verified?, json, told::backup);
        }
        Backup::Restore { file, recovery_key_stdin } => {
            let restored = session.call("backup_restore", check(session, &absolute(&file)?, recovery_key_stdin)?).await;
            session.close().await;
            shown(&restored?, json, lists::restored);
        }
    }
    Ok(())
}

fn check(session: &Session, path: &str, from_stdin: bool) -> Result<Value, Failure> {
    let secret = if from_stdin { recovery_key()? } else { session.passphrase().unwrap_or_default().to_owned() };
    Ok(json!({ "path": path, "secret": secret }))
}

/// A recovery key from standard input: what is none would be taken for a passphrase, or for nothing at all.
fn recovery_key() -> Result<String, Failure> {
    let typed = super::plain::stdin_line()?;
    if is_recovery_key(&typed) { Ok(typed) } else { Err(Failure::Command(WorkspaceFault::MistypedRecoveryKey.into())) }
}
