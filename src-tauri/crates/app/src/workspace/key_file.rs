use super::WorkspaceFault;
use super::passphrase::WrappedByPassphrase;
use super::recovery_key::RecoveryKey;
use super::wrap::{Sealed, check_value, derive, seal, unseal};
use domain::ports::Ids;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::io::{ErrorKind, Write};
use std::path::Path;
use store::container::WORKSPACE_FILE;
use store::{OpenError, RawKey};
use uuid::Uuid;

/// The form this application writes, and the newest it reads.
const FORM: u32 = 1;

/// `workspace.json`, beside the desk and in every backup: whose desk it is and the wrapped copies of its key. No personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyFile {
    pub(crate) form: u32,
    pub(crate) id: Uuid,
    /// `fr` or `en`: the lock screen's language.
    pub(crate) locale: String,
    /// By which the right key is recognised: so a wrong key is told from a damaged file.
    pub(crate) check: String,
    pub(crate) recovery: Sealed,
    pub(crate) recovery_confirmed: bool,
    pub(crate) passphrase: Option<WrappedByPassphrase>,
    /// Locked by the seller: where there is a passphrase, the keychain alone does not open it.
    pub(crate) locked: bool,
}

impl KeyFile {
    pub(crate) fn new(id: Uuid, locale: &str, key: &RawKey, recovery: &RecoveryKey, ids: &dyn Ids) -> Option<Self> {
        Some(Self {
            form: FORM,
            id,
            locale: locale.to_owned(),
            check: check_value(key),
            recovery: sealed_for_recovery(id, key, recovery, ids)?,
            recovery_confirmed: false,
            passphrase: None,
            locked: false,
        })
    }

    /// Reads the file of this folder.
    pub(crate) fn load(root: &Path) -> Result<Self, WorkspaceFault> {
        match std::fs::read(root.join(WORKSPACE_FILE)) {
            Ok(bytes) => Self::parse(&bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(WorkspaceFault::KeyFileMissing),
            Err(error) => Err(OpenError::Io(error).into()),
        }
    }

    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, WorkspaceFault> {
        #[derive(Deserialize)]
        struct Form {
            form: u32,
        }
        let form: Form = serde_json::from_slice(bytes).map_err(|_| WorkspaceFault::KeyFileDamaged)?;
        if form.form > FORM {
            return Err(WorkspaceFault::KeyFileNewer { file: form.form, app: FORM });
        }
        serde_json::from_slice(bytes).map_err(|_| WorkspaceFault::KeyFileDamaged)
    }

    /// Writes the file: the old one or the new one is there, never a half.
    pub(crate) fn save(&self, root: &Path) -> Result<(), WorkspaceFault> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|_| WorkspaceFault::KeyFileDamaged)?;
        write_whole(&root.join(WORKSPACE_FILE), &bytes).map_err(|error| OpenError::Io(error).into())
    }

    pub(crate) fn set_passphrase(&mut self, key: &RawKey, passphrase: &SecretString, ids: &dyn Ids) -> Result<(), WorkspaceFault> {
        let wrapped = WrappedByPassphrase::wrap(key, passphrase, &self.about_passphrase(), ids);
        self.passphrase = Some(wrapped.ok_or(WorkspaceFault::KeyFileDamaged)?);
        Ok(())
    }

    /// Another recovery key in place of the present one.
    pub(crate) fn set_recovery_key(&mut self, key: &RawKey, recovery: &RecoveryKey, ids: &dyn Ids) -> Result<(), WorkspaceFault> {
        self.recovery = sealed_for_recovery(self.id, key, recovery, ids).ok_or(WorkspaceFault::KeyFileDamaged)?;
        self.recovery_confirmed = false;
        Ok(())
    }

    pub(crate) fn by_passphrase(&self, passphrase: &SecretString) -> Result<RawKey, WorkspaceFault> {
        let wrapped = self.passphrase.as_ref().ok_or(WorkspaceFault::NoPassphrase)?;
        wrapped.unwrap(passphrase, &self.about_passphrase()).filter(|key| self.fits(key)).ok_or(WorkspaceFault::WrongPassphrase)
    }

    pub(crate) fn by_recovery_key(&self, typed: &str) -> Result<RawKey, WorkspaceFault> {
        let recovery = RecoveryKey::parse(typed).ok_or(WorkspaceFault::MistypedRecoveryKey)?;
        let opened = unseal(&derive(recovery.bytes(), "rainmaker recovery"), &format!("{} recovery", self.id), &self.recovery);
        let key = opened.and_then(|bytes| bytes.as_slice().try_into().ok()).map(RawKey::new);
        key.filter(|key| self.fits(key)).ok_or(WorkspaceFault::WrongRecoveryKey)
    }

    /// Whether this is the desk's key.
    pub(crate) fn fits(&self, key: &RawKey) -> bool {
        check_value(key) == self.check
    }

    fn about_passphrase(&self) -> String {
        format!("{} passphrase", self.id)
    }
}

fn sealed_for_recovery(id: Uuid, key: &RawKey, recovery: &RecoveryKey, ids: &dyn Ids) -> Option<Sealed> {
    seal(&derive(recovery.bytes(), "rainmaker recovery"), &format!("{id} recovery"), key.expose(), ids)
}

/// Writes beside, syncs, renames.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".new");
    let mut file = std::fs::File::create(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&unfinished, path)?;
    match path.parent() {
        Some(folder) if cfg!(unix) => std::fs::File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
