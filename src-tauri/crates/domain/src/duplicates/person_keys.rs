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
    let mut sounds = String::with_capacity(64);
    let mut ends = [0; 6];
    for (slot, end) in [Slot::First, Slot::Last, Slot::Street, Slot::Extra, Slot::City].into_iter().zip(ends.iter_mut().skip(1)) {
        bones(card.text(slot), &mut sounds);
        *end = sounds.len();
    }
    let sound = |at: usize| match ends.get(at..at + 2) {
        Some([start, end]) => sounds.get(*start..*end).unwrap_or_default(),
        _ => "",
    };
    let [first, last, street, extra, city] = [0, 1, 2, 3, 4].map(sound);
    let [postcode, number, company] = [Slot::Postcode, Slot::Number, Slot::Company].map(|slot| card.text(slot));
    let pairs = [
        (b'a', first, last, OWN),
        (b'b', first, postcode, NAME | POSTCODE),
        (b'b', last, postcode, LAST | POSTCODE),
        (b'c', first, city, NAME | CITY),
        (b'c', last, city, LAST | CITY),
        (b'd', first, company, NAME | COMPANY),
        (b'd', last, company, LAST | COMPANY),
        (b'e', street, number, STREET | NUMBER),
        (b'e', extra, number, EXTRA | NUMBER),
        (b'f', street, postcode, STREET | POSTCODE),
        (b'f', extra, postcode, EXTRA | POSTCODE),
        (b'g', street, city, STREET | CITY),
        (b'h', street, extra, STREET | EXTRA),
        (b'i', first, street, NAME | STREET),
        (b'i', last, street, LAST | STREET),
        (b'j', first, number, NAME | NUMBER),
        (b'j', last, number, LAST | NUMBER),
    ];
    for (tag, one, other, parts) in pairs {
        if !one.is_empty() && !other.is_empty() {
            // The smaller one first: exchanged values give the same key.
            let (one, other) = if one < other { (one, other) } else { (other, one) };
            take(Hash::of(tag).text(one).text(other).key(), parts);
        }
    }
    for (sound, parts) in [(last, LAST), (street, STREET), (extra, EXTRA), (city, CITY)] {
        if sound.len() > 2 {
            take(Hash::of(b'k').text(sound).key(), parts);
        }
    }
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
