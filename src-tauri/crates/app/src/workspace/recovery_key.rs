use domain::ports::Ids;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

/// Letters and digits that are not mistaken for each other: no O, I, 0, 1.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// 26 characters of five bits hold the 128 bits and two of padding; six more are the check.
const KEY_CHARACTERS: usize = 26;
const CHARACTERS: usize = 32;

/// The recovery key: 128 random bits, written as eight groups of four characters, of which the last six are a check (a mistyped key is told
/// from one that belongs to another desk).
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RecoveryKey([u8; 16]);

impl Drop for RecoveryKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl RecoveryKey {
    pub(crate) fn random(ids: &dyn Ids) -> Self {
        let mut bytes = [0; 16];
        ids.fill(&mut bytes);
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Eight groups of four characters.
    pub(crate) fn groups(&self) -> Vec<String> {
        let text = self.text();
        let characters: Vec<char> = text.chars().collect();
        characters.chunks(4).map(|group| group.iter().collect()).collect()
    }

    fn text(&self) -> Zeroizing<String> {
        let mut text = characters(&self.0, KEY_CHARACTERS);
        text.push_str(&characters(&check(&self.0), CHARACTERS - KEY_CHARACTERS));
        Zeroizing::new(text)
    }

    /// Reads what was typed: any case, with or without spaces and dashes. `None` = mistyped.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let mut bits = 0u32;
        let mut waiting = 0u32;
        let mut bytes = Zeroizing::new(Vec::with_capacity(20));
        let mut count = 0;
        for c in typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.')) {
            let c = u8::try_from(c.to_ascii_uppercase()).ok()?;
            let value = ALPHABET.iter().position(|known| *known == c)?;
            count += 1;
            if count <= KEY_CHARACTERS {
                waiting = (waiting << 5) | u32::try_from(value).ok()?;
                bits += 5;
                if bits >= 8 {
                    bits -= 8;
                    bytes.push(u8::try_from((waiting >> bits) & 0xff).ok()?);
                    waiting &= (1 << bits) - 1;
                }
            }
        }
        let key = Self(bytes.get(..16)?.try_into().ok()?);
        let clean: String = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        (count == CHARACTERS && *key.text() == clean).then_some(key)
    }
}

/// Whether a text is a recovery key, of whatever desk: its check characters fit.
pub fn is_recovery_key(typed: &str) -> bool {
    RecoveryKey::parse(typed).is_some()
}

fn check(bytes: &[u8; 16]) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(b"rainmaker recovery key check");
    hash.update(bytes);
    hash.finalize().to_vec()
}

/// The first `count` five-bit characters of these bytes, padded with zero bits.
fn characters(bytes: &[u8], count: usize) -> String {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| (byte >> (7 - at % 8)) & 1);
    (0..count)
        .map(|n| {
            let value = (0..5).fold(0usize, |value, offset| value << 1 | usize::from(bit(n * 5 + offset)));
            ALPHABET.get(value).map_or('A', |c| char::from(*c))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> impl Iterator<Item = RecoveryKey> {
        (0..=255u8).map(|n| RecoveryKey(std::array::from_fn(|i| n.wrapping_mul(31).wrapping_add(i as u8 * 17))))
    }

    #[test]
    fn what_is_shown_is_read_back_however_it_is_typed() {
        for key in keys() {
            let groups = key.groups();
            assert_eq!((groups.len(), groups.iter().all(|group| group.len() == 4)), (8, true));
            for typed in [groups.join(" "), groups.join("-").to_lowercase(), format!("  {}\n", groups.concat())] {
                assert!(RecoveryKey::parse(&typed) == Some(key.clone()), "{typed}");
            }
        }
    }

    #[test]
    fn every_single_mistyped_character_and_every_swap_is_noticed() {
        let text = keys().nth(7).unwrap().groups().concat();
        for at in 0..32 {
            for c in ALPHABET.iter().map(|c| char::from(*c)) {
                let mut typed: Vec<char> = text.chars().collect();
                if typed[at] != c {
                    typed[at] = c;
                    assert!(RecoveryKey::parse(&typed.iter().collect::<String>()).is_none());
                }
            }
            let mut swapped: Vec<char> = text.chars().collect();
            if at > 0 && swapped[at - 1] != swapped[at] {
                swapped.swap(at - 1, at);
                assert!(RecoveryKey::parse(&swapped.iter().collect::<String>()).is_none());
            }
        }
        for bad in ["", "ABCD", &text[1..], &format!("{text}A"), "OOOO IIII 0000 1111", "é"] {
            assert!(RecoveryKey::parse(bad).is_none(), "{bad}");
        }
    }
}
