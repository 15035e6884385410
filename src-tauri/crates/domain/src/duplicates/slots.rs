//! A card as it is compared: folded once, kept small.

use super::blocks::Blocks;
use super::key::{Hash, Key};
use super::usual::usual;

/// The texts of a card, in the order in which they are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    First,
    FirstWords,
    Last,
    LastWords,
    LastWhole,
    Company,
    /// Words of a company's name with spaces, articles left out.
    CompanyWords,
    Title,
    Number,
    Street,
    Extra,
    City,
    Postcode,
    Region,
    /// Town and postal code together: of this there is a rarity but no text.
    Locality,
}

/// How many texts there are.
const TEXTS: usize = Slot::Locality as usize;
/// Bytes of a text that are kept.
const LONGEST: usize = 400;
/// Rarities are kept in eighths of a bit.
const STEP: f32 = 8.0;

/// Folded texts in one string, their rarities, and hashes of what is only ever the same or not.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: Box<str>,
    ends: [u16; TEXTS],
    rarities: [u8; TEXTS + 1],
    /// Hashes of own e-mail addresses; odd where a family may share it.
    pub(super) emails: Box<[u64]>,
    /// Hashes of addresses that several people read (`info@`).
    pub(super) shared_emails: Box<[u64]>,
    /// Hashes of phone numbers; odd where it is somebody's own.
    pub(super) phones: Box<[u64]>,
    /// Hashes of what names one only: the profile of a person; register and establishment of a company. 0 where there is none.
    pub(super) exact: [u64; 2],
    /// Hash of all words of the name, sorted.
    pub(super) all_words: Key,
}

impl Folded {
    /// Stores texts in the order of the slots.
    pub(super) fn of(texts: [&str; TEXTS]) -> Self {
        let mut ends = [0; TEXTS];
        let mut text = String::with_capacity(texts.iter().map(|text| text.len()).sum());
        for (one, end) in texts.iter().zip(&mut ends) {
            // What is longer is no name and no street, and the first of it tells enough.
            text.push_str(one.get(..one.floor_char_boundary(LONGEST)).unwrap_or_default());
            *end = u16::try_from(text.len()).unwrap_or(u16::MAX);
        }
        Self { text: text.into_boxed_str(), ends, ..Self::default() }
    }

    pub(super) fn text(&self, slot: Slot) -> &str {
        let at = slot as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.text.get(start.into()..end.into()).unwrap_or_default()
    }

    /// How rare the text is among all cards, in bits: what meeting it twice by chance would take.
    pub(super) fn rarity(&self, slot: Slot) -> f32 {
        self.rarities.get(slot as usize).map_or(0.0, |eighths| f32::from(*eighths) / STEP)
    }

    pub(super) fn set_rarity(&mut self, slot: Slot, bits: f32) {
        if let Some(rarity) = self.rarities.get_mut(slot as usize) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between 0 and 255")]
            let eighths = (bits * STEP).clamp(0.0, 255.0) as u8;
            *rarity = eighths;
        }
    }

    /// The key under which everybody with this text is found.
    pub(super) fn key(&self, slot: Slot) -> Option<Key> {
        let text = self.text(slot);
        let tag = match slot {
            Slot::First | Slot::Last => b'n',
            Slot::Street | Slot::Extra => b's',
            Slot::Locality => {
                let (city, postcode) = (self.text(Slot::City), self.text(Slot::Postcode));
                return (!city.is_empty() && !postcode.is_empty()).then(|| Hash::of(b'l').text(city).text(postcode).key());
            }
            other => other as u8,
        };
        (!text.is_empty()).then(|| Hash::of(tag).text(text).key())
    }

    /// Those whose rarity is counted.
    pub(super) const COUNTED: [Slot; 9] =
        [Slot::First, Slot::Last, Slot::Company, Slot::Number, Slot::Street, Slot::Extra, Slot::City, Slot::Postcode, Slot::Locality];

    /// Counts how rare each text is among `of` cards.
    pub(super) fn count(&mut self, blocks: &Blocks, of: usize) {
        for slot in Self::COUNTED {
            let Some(key) = self.key(slot) else { continue };
            let bits = rarity(blocks.count(key), of, usual(slot, self.text(slot)));
            self.set_rarity(slot, bits);
        }
        self.set_rarity(Slot::Region, 2.0);
    }
}

/// Cards that are imagined beside those there are, so that a small desk does not take a common name for a rare one.
pub(super) const IMAGINED: f32 = 1000.0;

/// Bits of a value that `count` of `of` cards have and a share `usual` of people at large.
fn rarity(count: usize, of: usize, usual: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a share, not a count, is wanted")]
    let (count, of) = (count as f32, of as f32);
    ((of + IMAGINED) / (count.max(1.0) + IMAGINED * usual)).log2()
}
