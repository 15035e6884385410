//! Under which keys a company is found.

use super::alike::bones;
use super::company::is_added;
use super::key::{Hash, Key};
use super::slots::{Folded, Slot};

/// Each key of a company suffices alone.
const ENOUGH: u8 = 3;

/// Gives every blocking key of a company.
pub(super) fn each(card: &Folded, mut take: impl FnMut(Key, u8)) {
    let mut take = |key: Key| take(key, ENOUGH);
    for hash in card.emails.iter().chain(&card.phones).chain(card.exact.iter().filter(|hash| **hash != 0)) {
        take(Hash::of(b'x').number(*hash).key());
    }
    if let Some(key) = card.key(Slot::Company) {
        take(key);
    }
    let (words, postcode, city) = (card.text(Slot::CompanyWords), card.text(Slot::Postcode), card.text(Slot::City));
    let mut sound = Vec::new();
    let mut initials = Hash::of(b'z');
    let mut whole = Vec::new();
    for word in words.split(' ') {
        sound.clear();
        bones(word, &mut sound);
        whole.extend_from_slice(&sound);
        if let Some(letter) = word.chars().next() {
            initials = initials.number(u64::from(letter));
        }
        if is_added(word) {
            continue;
        }
        take(Hash::of(b'y').bytes(&sound).key());
        for (tag, place) in [(b'p', postcode), (b'c', city)] {
            if !place.is_empty() {
                take(Hash::of(tag).bytes(&sound).text(place).key());
            }
        }
    }
    if !words.contains(' ') && (2..6).contains(&words.len()) {
        initials = words.chars().fold(Hash::of(b'z'), |hash, letter| hash.number(u64::from(letter)));
    }
    take(initials.key());
    take(Hash::of(b'k').bytes(&whole).key());
}
