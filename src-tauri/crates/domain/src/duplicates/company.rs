//! Two companies compared, and the names of companies.

use super::alike;
use super::card::CompanyCard;
use super::evidence::{Likeness, Part, Reason, Weighed};
use super::key::Hash;
use super::place;
use super::slots::{Folded, Slot};
use crate::mail::is_private_domain;
use crate::text::{fold_company, fold_words};

/// Words that join others and tell nothing.
const JOINING: &[&str] = &["a", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "sur", "the", "und"];
/// Words that are added to a name or left out at will, sorted.
const ADDED: &[&str] = &[
    "cie",
    "co",
    "company",
    "compagnie",
    "corp",
    "deutschland",
    "entreprise",
    "etablissements",
    "ets",
    "europe",
    "france",
    "group",
    "groupe",
    "holding",
    "international",
    "intl",
    "ltd",
    "maison",
    "sarl",
    "sas",
    "societe",
    "ste",
    "uk",
    "usa",
];

/// The words of a company's name that count, folded, with a space between them.
pub(super) fn words(name: &str) -> String {
    let folded = fold_company(name);
    if !folded.contains(' ') {
        return folded;
    }
    let kept: Vec<&str> = folded.split(' ').filter(|word| !JOINING.contains(word)).collect();
    if kept.is_empty() { folded } else { kept.join(" ") }
}

pub(super) fn is_added(word: &str) -> bool {
    ADDED.contains(&word)
}

/// Compares the names of two companies, neither of them empty.
pub(super) fn names(a: &Folded, b: &Folded) -> Likeness {
    let (joined, other_joined) = (a.text(Slot::Company), b.text(Slot::Company));
    if joined == other_joined {
        return Likeness::Same;
    }
    let (one, other) = (a.text(Slot::CompanyWords), b.text(Slot::CompanyWords));
    if acronym(joined, other) || acronym(other_joined, one) {
        return Likeness::Initials;
    }
    if !one.contains(' ') && !other.contains(' ') {
        return alike::words(joined, other_joined);
    }
    // A space more or less.
    if alike::edits(joined, other_joined, 1).is_some() && joined.len() > 5 && one.split(' ').count() != other.split(' ').count() {
        return Likeness::Typo;
    }
    by_word(one, other)
}

fn acronym(short: &str, long: &str) -> bool {
    (2..6).contains(&short.len())
        && long.split(' ').count() == short.len()
        && long.split(' ').filter_map(|word| word.chars().next()).eq(short.chars())
}

/// Compares word by word: towns, trades and people in a name are what tells two branches apart, so each word must find its like.
fn by_word(one: &str, other: &str) -> Likeness {
    let left: Vec<&str> = one.split(' ').filter(|word| !other.split(' ').any(|same| same == *word)).collect();
    let right: Vec<&str> = other.split(' ').filter(|word| !one.split(' ').any(|same| same == *word)).collect();
    let mut worst = Likeness::Same;
    let mut open: Vec<&str> = right;
    let mut strong = 0;
    for word in left {
        let near = open.iter().map(|candidate| alike::words(word, candidate)).enumerate().min_by_key(|(_, likeness)| *likeness);
        match near {
            Some((at, likeness)) if likeness < Likeness::Close => {
                open.remove(at);
                worst = worst.max(likeness);
            }
            _ if is_added(word) => worst = worst.max(Likeness::Contained),
            _ => strong += 1,
        }
    }
    let strong_right = open.iter().filter(|word| !is_added(word)).count();
    if !open.is_empty() {
        worst = worst.max(Likeness::Contained);
    }
    match (strong, strong_right) {
        (0, 0) => worst,
        // One name has a word more: the same company at times, a branch or a sister at others.
        (0, 1) | (1, 0)
            if one.split(' ').filter(|word| !is_added(word)).count().min(other.split(' ').filter(|word| !is_added(word)).count()) > 1 =>
        {
            Likeness::Close
        }
        _ => Likeness::Unlike,
    }
}

/// Folds a card.
pub(super) fn fold(card: &CompanyCard) -> Folded {
    let words = words(&card.name);
    let joined = words.replace(' ', "");
    let (number, street) = place::number_and_street(&card.place);
    let (extra, city) = (place::line(&card.place.extra), place::city(&card.place.city));
    let postcode = fold_words(&card.place.postcode).replace(' ', "");
    let region = fold_words(&card.place.region);
    let mut folded = Folded::of(["", "", "", "", "", &joined, &words, "", &number, &street, &extra, &city, &postcode, &region]);
    let hash = |tag: u8, text: &str| if text.is_empty() { 0 } else { Hash::of(tag).text(text).long() };
    folded.phones = card.phones.iter().filter(|phone| !phone.is_empty()).map(|phone| hash(b'+', phone)).collect();
    if !card.domain.is_empty() && !is_private_domain(&card.domain) {
        folded.emails = [hash(b'@', &card.domain)].into();
    }
    folded.exact = [hash(b'/', &card.register), hash(b'#', &card.establishment)];
    folded
}

/// Compares two companies and notes what told. `before` is how rarely two cards are one before anything is compared, in bits.
pub(super) fn weigh(a: &Folded, b: &Folded, before: f32, note: &mut dyn FnMut(Reason)) -> Weighed {
    let mut bits = before;
    note(Reason { part: Part::Before, likeness: Likeness::Unlike, bits });
    let both = |one: &[u64], other: &[u64]| !one.is_empty() && !other.is_empty();
    let common = |one: &[u64], other: &[u64]| one.iter().any(|key| other.contains(key));
    let (one, other) = (a.text(Slot::Company), b.text(Slot::Company));
    let named = !one.is_empty() && !other.is_empty();
    let name = if named { names(a, b) } else { Likeness::Unlike };

    let place = place::compare(a, b, note);
    let apart = place.bits < -3.0;
    // A chain has one name, one site and many towns; who moves has a number that stays.
    let place_bits = if apart {
        -9.0
    } else if place.two_streets {
        place.bits.min(-4.0)
    } else if name == Likeness::Unlike {
        place.bits.min(3.0)
    } else {
        place.bits.min(6.0)
    };
    if (place_bits - place.bits).abs() > f32::EPSILON {
        note(Reason { part: Part::Place, likeness: if apart { Likeness::Unlike } else { Likeness::Same }, bits: place_bits - place.bits });
    }
    bits += place_bits;

    let mut tell = |part: Part, likeness: Likeness, weight: f32| {
        note(Reason { part, likeness, bits: weight });
        bits += weight;
    };
    if named {
        let rare = a.rarity(Slot::Company).min(b.rarity(Slot::Company));
        let weight = match name {
            Likeness::Same => rare,
            Likeness::Typo => rare - 1.5,
            Likeness::Typos | Likeness::Contained => rare - 2.5,
            Likeness::Close => rare - 6.0,
            Likeness::Initials => 3.0,
            Likeness::Nickname | Likeness::Swapped | Likeness::Unlike => -9.0,
        };
        tell(Part::Company, name, weight);
    }
    let [[register, establishment], [other_register, other_establishment]] = [a.exact, b.exact];
    let same_register = register != 0 && register == other_register;
    let same_establishment = establishment != 0 && establishment == other_establishment;
    let other_site = establishment != 0 && other_establishment != 0 && !same_establishment;
    if same_register {
        tell(Part::Register, Likeness::Same, 22.0);
    } else if register != 0 && other_register != 0 {
        tell(Part::Register, Likeness::Unlike, -16.0);
    }
    if same_establishment {
        tell(Part::Establishment, Likeness::Same, 24.0);
    } else if other_site {
        tell(Part::Establishment, Likeness::Unlike, -30.0);
    }
    let same_domain = common(&a.emails, &b.emails);
    if same_domain {
        tell(Part::Domain, Likeness::Same, 7.0);
    } else if both(&a.emails, &b.emails) {
        tell(Part::Domain, Likeness::Unlike, -3.0);
    }
    let same_phone = common(&a.phones, &b.phones);
    if same_phone {
        tell(Part::Phone, Likeness::Same, 9.0);
    } else if both(&a.phones, &b.phones) {
        tell(Part::Phone, Likeness::Unlike, -1.0);
    }
    let alike = named && name != Likeness::Unlike;
    let exact = !other_site
        && ((same_establishment && alike)
            || (same_register && alike && !apart)
            || (name == Likeness::Same && same_domain && (same_phone || place.same)));
    Weighed { bits, exact }
}
