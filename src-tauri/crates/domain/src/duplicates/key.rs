/// Hash of a blocking key: 32 bits, the same on every machine and in every version of the standard library. Two keys that meet by accident
/// cost one needless comparison, never a wrong answer.
pub(super) type Key = u32;

/// Starts a hash: FNV-1a over the bytes of a tag that tells kinds of keys apart.
pub(super) struct Hash(u64);

impl Hash {
    pub(super) fn of(tag: u8) -> Self {
        Self((0xcbf2_9ce4_8422_2325 ^ u64::from(tag)).wrapping_mul(0x0100_0000_01b3))
    }

    pub(super) fn text(self, text: &str) -> Self {
        self.bytes(text.as_bytes())
    }

    pub(super) fn bytes(self, bytes: &[u8]) -> Self {
        let hash = bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        Self(hash).number(0xff)
    }

    pub(super) fn number(mut self, number: u64) -> Self {
        self.0 = (self.0 ^ number).wrapping_mul(0x0100_0000_01b3);
        self
    }

    /// All 64 bits, mixed so that each depends on every byte (the finaliser of MurmurHash3, public domain).
    pub(super) fn long(self) -> u64 {
        let mut h = self.0;
        h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
        h ^ (h >> 33)
    }

    pub(super) fn key(self) -> Key {
        #[expect(clippy::cast_possible_truncation, reason = "the low half is wanted")]
        let key = self.long() as u32;
        key
    }
}
