use super::key_file::write_whole;
use super::wrap::{Sealed, derive, seal, unseal};
use domain::ports::{Ids, SecretError, SecretStore};
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use store::RawKey;
use zeroize::Zeroizing;

/// Name of the vault beside the desk.
pub(crate) const VAULT_FILE: &str = "secrets.vault";
const ABOUT: &str = "rainmaker vault 1";

/// The services' secrets where there is no keychain: a small file encrypted under a key derived from the desk's, so that it opens with the
/// passphrase and only with it. It is not part of a backup, as the keychain is not.
pub(crate) struct Vault {
    path: PathBuf,
    key: Zeroizing<[u8; 32]>,
    ids: Arc<dyn Ids>,
    /// One change at a time: a change rewrites the file.
    changing: Mutex<()>,
}

impl Vault {
    pub(crate) fn new(root: &Path, key: &RawKey, ids: Arc<dyn Ids>) -> Self {
        Self { path: root.join(VAULT_FILE), key: derive(key.expose(), ABOUT), ids, changing: Mutex::new(()) }
    }

    fn load(&self) -> Result<BTreeMap<String, Zeroizing<String>>, SecretError> {
        let bytes = match std::fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeMap::new()),
            Err(_) => return Err(failed("the vault cannot be read")),
        };
        let sealed: Sealed = serde_json::from_slice(&bytes).map_err(|_| failed("the vault is damaged"))?;
        let text = unseal(&self.key, ABOUT, &sealed).ok_or_else(|| failed("the vault belongs to another desk or is damaged"))?;
        let entries: BTreeMap<String, String> = serde_json::from_slice(&text).map_err(|_| failed("the vault is damaged"))?;
        Ok(entries.into_iter().map(|(name, value)| (name, Zeroizing::new(value))).collect())
    }

    fn change(&self, f: impl FnOnce(&mut BTreeMap<String, Zeroizing<String>>)) -> Result<(), SecretError> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut entries = self.load()?;
        f(&mut entries);
        let plain: BTreeMap<&String, &String> = entries.iter().map(|(name, value)| (name, &**value)).collect();
        let text = Zeroizing::new(serde_json::to_vec(&plain).map_err(|_| failed("the vault cannot be written"))?);
        let sealed = seal(&self.key, ABOUT, &text, self.ids.as_ref()).ok_or_else(|| failed("the vault cannot be written"))?;
        let bytes = serde_json::to_vec(&sealed).map_err(|_| failed("the vault cannot be written"))?;
        write_whole(&self.path, &bytes).map_err(|_| failed("the vault cannot be written"))
    }

    /// The same entries under another desk's key, as the bytes of its vault; `None` when there are none.
    pub(crate) fn rewrapped(&self, key: &RawKey) -> Result<Option<Vec<u8>>, SecretError> {
        let entries = self.load()?;
        if entries.is_empty() {
            return Ok(None);
        }
        let plain: BTreeMap<&String, &String> = entries.iter().map(|(name, value)| (name, &**value)).collect();
        let text = Zeroizing::new(serde_json::to_vec(&plain).map_err(|_| failed("the vault cannot be written"))?);
        let sealed = seal(&derive(key.expose(), ABOUT), ABOUT, &text, self.ids.as_ref());
        Ok(sealed.and_then(|sealed| serde_json::to_vec(&sealed).ok()))
    }
}

fn failed(what: &str) -> SecretError {
    SecretError::Failed(what.to_owned())
}

impl SecretStore for Vault {
    fn get(&self, name: &str) -> Result<Option<SecretString>, SecretError> {
        Ok(self.load()?.get(name).map(|value| SecretString::from(value.as_str())))
    }

    fn set(&self, name: &str, value: &SecretString) -> Result<(), SecretError> {
        self.change(|entries| {
            entries.insert(name.to_owned(), Zeroizing::new(value.expose_secret().to_owned()));
        })
    }

    fn delete(&self, name: &str) -> Result<(), SecretError> {
        self.change(|entries| {
            entries.remove(name);
        })
    }

    fn check(&self) -> Result<(), SecretError> {
        self.load().map(|_| ())
    }
}
