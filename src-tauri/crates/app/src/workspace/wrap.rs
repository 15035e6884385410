use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use domain::ports::Ids;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use store::RawKey;
use zeroize::Zeroizing;

/// A secret encrypted under another key with XChaCha20-Poly1305, in base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sealed {
    nonce: String,
    text: String,
}

/// Encrypts; `about` must be the same to open it.
pub(crate) fn seal(key: &[u8; 32], about: &str, secret: &[u8], ids: &dyn Ids) -> Option<Sealed> {
    let mut nonce = [0u8; 24];
    ids.fill(&mut nonce);
    let text =
        XChaCha20Poly1305::new(key.into()).encrypt(XNonce::from_slice(&nonce), Payload { msg: secret, aad: about.as_bytes() }).ok()?;
    Some(Sealed { nonce: encode(&nonce), text: encode(&text) })
}

/// Decrypts; `None` when the key is another one, or the text was changed.
pub(crate) fn unseal(key: &[u8; 32], about: &str, sealed: &Sealed) -> Option<Zeroizing<Vec<u8>>> {
    let nonce: [u8; 24] = decode(&sealed.nonce)?.try_into().ok()?;
    let text = decode(&sealed.text)?;
    let opened = XChaCha20Poly1305::new(key.into()).decrypt(XNonce::from_slice(&nonce), Payload { msg: &text, aad: about.as_bytes() });
    opened.ok().map(Zeroizing::new)
}

/// A key for one purpose, derived from a secret that is itself random (HMAC-SHA-256 as in HKDF's expand step, RFC 5869).
pub(crate) fn derive(secret: &[u8], purpose: &str) -> Zeroizing<[u8; 32]> {
    let mut derived = Zeroizing::new([0; 32]);
    // HMAC takes keys of any length: the error cannot occur, and an all-zero key would only fail to open anything.
    if let Ok(mut mac) = <Hmac<Sha256> as Mac>::new_from_slice(secret) {
        mac.update(purpose.as_bytes());
        mac.update(&[1]);
        derived.copy_from_slice(&mac.finalize().into_bytes());
    }
    derived
}

/// A value by which a key is recognised, and from which it cannot be found.
pub(crate) fn check_value(key: &RawKey) -> String {
    let derived = derive(key.expose(), "rainmaker key check");
    encode(derived.get(..16).unwrap_or_default())
}

pub(crate) fn encode(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.decode(text).ok()
}
