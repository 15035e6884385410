use std::fmt;
use zeroize::Zeroize;

/// The desk's key: 32 random bytes, given to SQLCipher as a raw key (no derivation on each connection). Wiped from memory when dropped,
/// never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct RawKey([u8; 32]);

impl RawKey {
    /// A key from bytes; they come from the system's random source or from a wrapped copy.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be wrapped or stored in a keychain.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// As SQLCipher takes it: `x'…64 hexadecimal digits…'`.
    pub(crate) fn literal(&self) -> zeroize::Zeroizing<String> {
        const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
        // Full capacity at once: growing would leave copies behind.
        let mut text = zeroize::Zeroizing::new(String::with_capacity(67));
        text.push_str("x'");
        for byte in self.0 {
            for nibble in [byte >> 4, byte & 15] {
                text.push(DIGITS.get(usize::from(nibble)).copied().unwrap_or('0'));
            }
        }
        text.push('\'');
        text
    }
}

impl Drop for RawKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for RawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawKey(<redacted>)")
    }
}
