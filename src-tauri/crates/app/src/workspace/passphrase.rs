use super::wrap::{Sealed, decode, encode, seal, unseal};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::ports::Ids;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use store::RawKey;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Argon2id costs (RFC 9106): memory in KiB, passes, lanes. Guessing at 64 MiB a try is slow on any machine; opening takes a moment.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;
/// Beyond these a file is not one of ours: they would only stall the machine.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;

/// The desk's key wrapped by a passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WrappedByPassphrase {
    kdf: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    key: Sealed,
}

impl WrappedByPassphrase {
    pub(crate) fn wrap(key: &RawKey, passphrase: &SecretString, about: &str, ids: &dyn Ids) -> Option<Self> {
        let mut salt = [0u8; 16];
        ids.fill(&mut salt);
        let wrapping = stretch(passphrase, &salt, MEMORY_KIB, PASSES, LANES)?;
        let sealed = seal(&wrapping, about, key.expose(), ids)?;
        Some(Self { kdf: "argon2id".to_owned(), memory_kib: MEMORY_KIB, passes: PASSES, lanes: LANES, salt: encode(&salt), key: sealed })
    }

    /// The key; `None` when the passphrase is wrong. Takes as long as Argon2id does.
    pub(crate) fn unwrap(&self, passphrase: &SecretString, about: &str) -> Option<RawKey> {
        if self.kdf != "argon2id" || self.memory_kib > MOST_MEMORY_KIB || self.passes > MOST_PASSES {
            return None;
        }
        let wrapping = stretch(passphrase, &decode(&self.salt)?, self.memory_kib, self.passes, self.lanes)?;
        let key = unseal(&wrapping, about, &self.key)?;
        Some(RawKey::new(key.as_slice().try_into().ok()?))
    }
}

/// The same passphrase typed on another keyboard may come composed or decomposed: NFC makes it one (RFC 8265).
fn stretch(passphrase: &SecretString, salt: &[u8], memory_kib: u32, passes: u32, lanes: u32) -> Option<Zeroizing<[u8; 32]>> {
    let normal: Zeroizing<String> = Zeroizing::new(passphrase.expose_secret().nfc().collect());
    let params = Params::new(memory_kib, passes, lanes, Some(32)).ok()?;
    let mut key = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(normal.as_bytes(), salt, key.as_mut()).ok()?;
    Some(key)
}
