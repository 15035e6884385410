use super::recovery_key::RecoveryKey;
use super::unlock::blocking;
use super::{KeyFile, WorkspaceFault};
use crate::App;
use domain::views::workspace::{CreatedWorkspace, RenewRecoveryKey};
use secrecy::SecretString;
use store::{Actor, Intent, StoreError, Tag, meta};

/// Makes a new recovery key, shown once by this answer, for a seller who has lost the old one or showed it to somebody. The old one no longer
/// opens this desk; it still opens the backups made with it.
///
/// # Errors
/// [`WorkspaceFault::WrongPassphrase`] where there is one and it was not given: an open window must not be enough.
pub async fn renew_recovery_key(app: &App, request: RenewRecoveryKey) -> Result<CreatedWorkspace, WorkspaceFault> {
    let desk = app.desk()?;
    let file = KeyFile::load(app.root())?;
    let passphrase = SecretString::from(request.passphrase.unwrap_or_default());
    let mut file = blocking(move || {
        if file.passphrase.is_some() {
            file.by_passphrase(&passphrase)?;
        }
        Ok(file)
    })
    .await?;
    let ids = app.ports().ids.as_ref();
    let recovery = RecoveryKey::random(ids);
    file.set_recovery_key(desk.key(), &recovery, ids)?;
    let pending = recovery.groups().join("-");
    // Before the file: a key that opens the desk and that nobody can confirm would be lost.
    desk.write::<_, StoreError>(Actor::Desk, Intent::new("workspace.renew_recovery_key"), move |tx| {
        tx.touch(Tag::Workspace);
        meta::set(tx, meta::RECOVERY_PENDING, &pending)
    })
    .await?;
    file.save(app.root())?;
    Ok(CreatedWorkspace { recovery_key: recovery.groups() })
}
