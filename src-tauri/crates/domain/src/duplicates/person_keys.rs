//! Under which keys a person is found.

use super::alike::bones;
use super::key::{Hash, Key};
use super::slots::{Folded, Slot};

/// Parts of a person that a key speaks of, one bit each. Two people are worth comparing where the keys they share speak of two parts.
const NAME: u8 = 1;
const LAST: u8 = 2;
const STREET: u8 = 4;
const EXTRA: u8 = 8;
const CITY: u8 = 16;
const POSTCODE: u8 = 32;
const COMPANY: u8 = 64;
const NUMBER: u8 = 128;
/// A key that names one person suffices alone.
const OWN: u8 = NAME | LAST;

/// Gives every blocking key of a person, with the parts it speaks of.
///
/// Coarse keys (one name, one street, one postal code, one company) find the most and serve while few share them; the keys of two parts
/// together find people when the desk has grown so that the coarse ones are full.
pub(super) fn each(card: &Folded, mut take: impl FnMut(Key, u8)) {
    for hash in card.emails.iter().chain(&card.shared_emails).chain(&card.phones).chain(card.exact.iter().filter(|hash| **hash != 0)) {
        take(Hash::of(b'x').number(*hash).key(), OWN);
    }
    for (slot, parts) in COARSE {
        if let Some(key) = card.key(slot) {
            take(key, parts);
        }
    }
    if card.all_words != 0 {
        take(card.all_words, OWN);
    }
    let mut sounds = Vec::with_capacity(64);
    let mut ends = [0; 6];
    for (slot, end) in [Slot::First, Slot::Last, Slot::Street, Slot::Extra, Slot::City].into_iter().zip(ends.iter_mut().skip(1)) {
        bones(card.text(slot), &mut sounds);
        *end = sounds.len();
    }
    // Each value is hashed once; a key of two mixes two hashes.
    let sound = |at: usize| match ends.get(at..at + 2) {
        Some([start, end]) => hashed(sounds.get(*start..*end).unwrap_or_default()),
        _ => 0,
    };
    let [first, last, street, extra, city] = [0, 1, 2, 3, 4].map(sound);
    let [postcode, number, company] = [Slot::Postcode, Slot::Number, Slot::Company].map(|slot| hashed(card.text(slot).as_bytes()));
    let pairs = [
        (first, last, OWN),
        (first, postcode, NAME | POSTCODE),
        (last, postcode, LAST | POSTCODE),
        (first, city, NAME | CITY),
        (last, city, LAST | CITY),
        (first, company, NAME | COMPANY),
        (last, company, LAST | COMPANY),
        (street, number, STREET | NUMBER),
        (extra, number, EXTRA | NUMBER),
        (street, postcode, STREET | POSTCODE),
        (extra, postcode, EXTRA | POSTCODE),
        (street, city, STREET | CITY),
        (street, extra, STREET | EXTRA),
        (first, street, NAME | STREET),
        (last, street, LAST | STREET),
        (first, number, NAME | NUMBER),
        (last, number, LAST | NUMBER),
    ];
    for (one, other, parts) in pairs {
        if one != 0 && other != 0 {
            // The smaller one first: exchanged values give the same key.
            take(Hash::of(b'a').number(one.min(other)).number(one.max(other)).key(), parts);
        }
    }
    for (at, sound, parts) in [(1, last, LAST), (2, street, STREET), (3, extra, EXTRA), (4, city, CITY)] {
        let length = ends.get(at..at + 2).map_or(0, |ends| ends.iter().rev().copied().reduce(usize::saturating_sub).unwrap_or(0));
        if length > 2 {
            take(Hash::of(b'k').number(sound).key(), parts);
        }
    }
}

/// Hash of a value, 0 where there is none.
fn hashed(text: &[u8]) -> u64 {
    if text.is_empty() { 0 } else { Hash::of(b'v').bytes(text).long() }
}

const COARSE: [(Slot, u8); 7] = [
    (Slot::First, NAME),
    (Slot::Last, LAST),
    (Slot::Street, STREET),
    (Slot::Extra, EXTRA),
    (Slot::City, CITY),
    (Slot::Postcode, POSTCODE),
    (Slot::Company, COMPANY),
];
/// Keys that are only counted: too many share them to find anybody by.
pub(super) const COUNTED: [Slot; 2] = [Slot::Number, Slot::Locality];

/// Key of the address of somebody of whom no company is known, where it is complete.
pub(super) fn private_address(card: &Folded) -> Option<Key> {
    let [company, number, street, city, postcode] =
        [Slot::Company, Slot::Number, Slot::Street, Slot::City, Slot::Postcode].map(|slot| card.text(slot));
    let town = if postcode.is_empty() { city } else { postcode };
    let complete = company.is_empty() && !number.is_empty() && !street.is_empty() && !town.is_empty();
    complete.then(|| Hash::of(b'q').text(number).text(street).text(town).key())
}
