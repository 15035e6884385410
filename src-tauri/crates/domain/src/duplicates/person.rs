//! Two people compared.

use super::card::PersonCard;
use super::company;
use super::evidence::{Likeness, Part, Reason, Weighed};
use super::key::Hash;
use super::mailbox;
use super::names::{self, First, Last};
use super::place::{self, Places};
use super::slots::{Folded, Slot};
use crate::mail::is_private_domain;
use crate::text::fold_words;

/// Folds a card.
pub(super) fn fold(card: &PersonCard) -> Folded {
    let (first, last) = (First::of(&card.first_name), Last::of(&card.last_name));
    let (number, street) = place::number_and_street(&card.place);
    let words = company::words(&card.company);
    let company = words.replace(' ', "");
    let extra = place::line(&card.place.extra);
    let (city, postcode) = (place::city(&card.place.city), fold_words(&card.place.postcode).replace(' ', ""));
    let (title, region) = (fold_words(&card.title), fold_words(&card.place.region));
    let mut folded = Folded::of([
        &first.joined,
        &first.words,
        &last.core,
        &last.words,
        &last.whole,
        &company,
        &words,
        &title,
        &number,
        &street,
        &extra,
        &city,
        &postcode,
        &region,
    ]);
    let hash = |tag: u8, text: &String| Hash::of(tag).text(text).long();
    let (shared, own): (Vec<&String>, Vec<&String>) =
        card.emails.iter().filter(|email| !email.is_empty()).partition(|email| mailbox::is_shared(email));
    let of_family = |email: &String| email.rsplit_once('@').is_some_and(|(_, domain)| is_private_domain(domain));
    folded.emails = own.into_iter().map(|email| flagged(hash(b'@', email), of_family(email))).collect();
    folded.shared_emails = shared.into_iter().map(|email| hash(b'@', email)).collect();
    folded.phones =
        card.phones.iter().filter(|phone| !phone.is_empty()).map(|phone| flagged(hash(b'+', phone), is_mobile(phone))).collect();
    if !card.profile.is_empty() {
        folded.exact[0] = hash(b'/', &card.profile);
    }
    folded.all_words = all_words(&first, &last);
    folded
}

/// A hash with what is known of the value in its last bit.
fn flagged(hash: u64, flag: bool) -> u64 {
    (hash & !1) | u64::from(flag)
}

/// Whether a number is somebody's own: French mobiles begin with 6 or 7 (national numbering plan, ARCEP decision 2022-1583). Of other
/// countries' numbers it is not known.
fn is_mobile(phone: &str) -> bool {
    phone.starts_with("+336") || phone.starts_with("+337")
}

fn all_words(first: &First, last: &Last) -> u32 {
    let first = if first.words.is_empty() { &first.joined } else { &first.words };
    let last = if last.words.is_empty() { &last.core } else { &last.words };
    let mut words: Vec<&str> = first.split(' ').chain(last.split(' ')).filter(|word| !word.is_empty()).collect();
    if words.len() < 2 {
        return 0;
    }
    words.sort_unstable();
    words.iter().fold(Hash::of(b'w'), |hash, word| hash.text(word)).key()
}

/// Likeness of two names in one order.
#[derive(Debug, Clone, Copy)]
struct Ordered {
    first: Option<(Likeness, f32)>,
    last: Option<(Likeness, f32)>,
}

impl Ordered {
    fn bits(&self) -> f32 {
        self.first.map_or(0.0, |(_, bits)| bits) + self.last.map_or(0.0, |(_, bits)| bits)
    }

    fn same(&self) -> bool {
        [self.first, self.last].iter().all(|one| one.is_some_and(|(likeness, _)| likeness == Likeness::Same))
    }

    fn has(&self, wanted: Likeness) -> bool {
        [self.first, self.last].iter().flatten().any(|(likeness, _)| *likeness == wanted)
    }
}

fn weight(likeness: Likeness, rare: f32, unlike: f32) -> f32 {
    let bits = match likeness {
        Likeness::Same => rare,
        Likeness::Nickname => rare - 2.0,
        Likeness::Initials => 2.5_f32.min(rare - 1.0),
        Likeness::Contained => rare - 3.0,
        // Likeness has its own rarity: of two rare names taken by chance, one pair in some thousand is two letters apart.
        Likeness::Typo => (rare - 2.0).min(9.0),
        Likeness::Typos => (rare - 3.5).min(5.5),
        Likeness::Close | Likeness::Swapped => (rare - 4.5).min(3.0),
        Likeness::Unlike => return unlike,
    };
    bits.max(0.3)
}

/// How unlike names weigh.
#[derive(Debug, Clone, Copy)]
struct Unlike {
    first: f32,
    last: f32,
    /// Whether a short name two letters from another is another name: among colleagues and relatives it is.
    strict: bool,
}

impl Unlike {
    fn judge(self, likeness: Likeness, one: &str, other: &str) -> Likeness {
        let loose = self.strict && matches!(likeness, Likeness::Typos | Likeness::Close) && one.len().max(other.len()) < 8;
        if loose && !names::sound_alike(one, other) { Likeness::Unlike } else { likeness }
    }
}

fn straight(a: &Folded, b: &Folded, unlike: Unlike) -> Ordered {
    let (one, other) = (a.text(Slot::First), b.text(Slot::First));
    let first = (!one.is_empty() && !other.is_empty()).then(|| {
        let likeness = unlike.judge(names::first((one, a.text(Slot::FirstWords)), (other, b.text(Slot::FirstWords))), one, other);
        (likeness, weight(likeness, a.rarity(Slot::First).min(b.rarity(Slot::First)), unlike.first))
    });
    let (one, other) = (a.text(Slot::Last), b.text(Slot::Last));
    let last = (!one.is_empty() && !other.is_empty()).then(|| {
        let likeness =
            names::last((one, a.text(Slot::LastWords), a.text(Slot::LastWhole)), (other, b.text(Slot::LastWords), b.text(Slot::LastWhole)));
        let likeness = unlike.judge(likeness, one, other);
        (likeness, weight(likeness, a.rarity(Slot::Last).min(b.rarity(Slot::Last)), unlike.last))
    });
    Ordered { first, last }
}

fn crossed(a: &Folded, b: &Folded, unlike: Unlike) -> Ordered {
    let cross = |a: &Folded, b: &Folded, unlike: f32| {
        let (one, other) = (a.text(Slot::First), b.text(Slot::Last));
        (!one.is_empty() && !other.is_empty()).then(|| {
            let likeness = names::last((one, a.text(Slot::FirstWords), ""), (other, b.text(Slot::LastWords), b.text(Slot::LastWhole)));
            (likeness, weight(likeness, a.rarity(Slot::First).min(b.rarity(Slot::Last)), unlike))
        })
    };
    Ordered { first: cross(a, b, unlike.first), last: cross(b, a, unlike.last) }
}

/// What exchanged names cost.
const EXCHANGED: f32 = -2.0;

fn compare_names(a: &Folded, b: &Folded, unlike: Unlike, note: &mut dyn FnMut(Reason)) -> Ordered {
    let mut best = straight(a, b, unlike);
    let mut exchanged = false;
    let missing = best.first.is_none() || best.last.is_none();
    if !best.same() && (missing || best.has(Likeness::Unlike)) {
        let other = crossed(a, b, unlike);
        if other.bits() + EXCHANGED > best.bits() {
            (best, exchanged) = (other, true);
        }
        if a.all_words != 0 && a.all_words == b.all_words {
            // All words are there, in one field or in another order.
            let rare = |card: &Folded| card.rarity(Slot::First) + card.rarity(Slot::Last);
            let half = f32::min(rare(a), rare(b)) / 2.0;
            best = Ordered { first: Some((Likeness::Same, half)), last: Some((Likeness::Same, half)) };
            exchanged = true;
        }
    }
    for (part, found) in [(Part::FirstName, best.first), (Part::LastName, best.last)] {
        if let Some((likeness, bits)) = found {
            note(Reason { part, likeness, bits });
        }
    }
    if exchanged {
        note(Reason { part: Part::NameOrder, likeness: Likeness::Swapped, bits: EXCHANGED });
        best.last = best.last.map(|(likeness, bits)| (likeness, bits + EXCHANGED)).or(Some((Likeness::Swapped, EXCHANGED)));
    }
    best
}

/// The first hash that both have.
fn common(one: &[u64], other: &[u64]) -> Option<u64> {
    one.iter().find(|key| other.contains(key)).copied()
}

/// Whether two names are those of two people: of the first names or of both, nothing agrees.
fn clash(names: &Ordered) -> (bool, bool) {
    let unlike = |one: Option<(Likeness, f32)>| one.is_some_and(|(likeness, _)| likeness == Likeness::Unlike);
    (unlike(names.first), unlike(names.last))
}

/// Compares two people and notes what told. `before` is how rarely two cards are one before anything is compared, in bits; `sharing` the share
/// of differently named people among those at one private address.
pub(super) fn weigh(a: &Folded, b: &Folded, before: f32, sharing: f32, note: &mut dyn FnMut(Reason)) -> Weighed {
    let mut bits = before;
    note(Reason { part: Part::Before, likeness: Likeness::Unlike, bits });

    let (one, other) = (a.text(Slot::Company), b.text(Slot::Company));
    let at_work = !one.is_empty() && !other.is_empty();
    let employer = if at_work { company::names(a, b) } else { Likeness::Unlike };
    let Places { bits: mut place, same: same_place, near, two_streets: _ } = place::compare(a, b, note);
    // Where few differently named people share an address, a name unlike another in one street is a slip of the pen; at a company, in a
    // house full of people or in two streets it is somebody else.
    let apart = if at_work || !near { 1.0 } else { ((sharing - 0.25) / 0.25).clamp(0.0, 1.0) };
    let unlike = Unlike { first: -3.2 - 6.0 * apart, last: -3.6 - 4.0 * apart, strict: apart > 0.5 };
    let names = compare_names(a, b, unlike, note);
    bits += names.bits();

    let (first_clash, last_clash) = clash(&names);
    if at_work && place > 2.0 {
        // The address is the company's: it tells little more than the company does.
        let most = if employer == Likeness::Unlike { 5.0 } else { 2.0 };
        if place > most {
            note(Reason { part: Part::Place, likeness: Likeness::Same, bits: most - place });
            place = most;
        }
    } else if at_work && place < -2.0 {
        // Who moves to another company or site moves the whole address.
        note(Reason { part: Part::Place, likeness: Likeness::Unlike, bits: -2.0 - place });
        place = -2.0;
    }
    bits += place;

    let mut identity = 0.0;
    let mut tell = |part: Part, likeness: Likeness, weight: f32, of: &mut f32| {
        note(Reason { part, likeness, bits: weight });
        *of += weight;
    };
    if at_work {
        let rare = a.rarity(Slot::Company).min(b.rarity(Slot::Company));
        let weight = match employer {
            Likeness::Same => rare.min(9.0),
            Likeness::Unlike => -4.0,
            _ => (rare - 2.5).clamp(0.5, 7.0),
        };
        tell(Part::Company, employer, weight, &mut bits);
    }
    if at_work && !a.text(Slot::Title).is_empty() && a.text(Slot::Title) == b.text(Slot::Title) {
        tell(Part::Title, Likeness::Same, 1.0, &mut bits);
    }
    let same_profile = a.exact[0] != 0 && a.exact[0] == b.exact[0];
    if a.exact[0] != 0 && b.exact[0] != 0 {
        let (likeness, weight) = if same_profile { (Likeness::Same, 22.0) } else { (Likeness::Unlike, -14.0) };
        tell(Part::Profile, likeness, weight, if same_profile { &mut identity } else { &mut bits });
    }
    let email = common(&a.emails, &b.emails);
    if let Some(email) = email {
        // A family may share a private mailbox.
        let shared = email & 1 == 1 && first_clash;
        tell(Part::Email, Likeness::Same, if shared { 4.0 } else { 16.0 }, if shared { &mut bits } else { &mut identity });
    } else if !a.emails.is_empty() && !b.emails.is_empty() {
        tell(Part::Email, Likeness::Unlike, -1.0, &mut bits);
    } else if common(&a.shared_emails, &b.shared_emails).is_some() {
        tell(Part::Email, Likeness::Contained, 2.0, &mut bits);
    }
    let phone = common(&a.phones, &b.phones);
    let same_mobile = phone.is_some_and(|phone| phone & 1 == 1);
    if phone.is_some() {
        tell(Part::Phone, Likeness::Same, if first_clash { 3.0 } else { 9.0 }, &mut bits);
    } else if !a.phones.is_empty() && !b.phones.is_empty() {
        tell(Part::Phone, Likeness::Unlike, -0.5, &mut bits);
    }
    if identity == 0.0 && apart > 0.5 {
        // Colleagues and relatives share everything but the first name; two first names are two people unless a key of their own says otherwise.
        let most = if first_clash {
            -4.0
        } else if last_clash && !same_mobile {
            -1.0
        } else {
            f32::INFINITY
        };
        if bits > most {
            note(Reason { part: Part::TwoNames, likeness: Likeness::Unlike, bits: most - bits });
            bits = most;
        }
    }
    bits += identity;

    let sound = !first_clash && !last_clash;
    let named = names.first.is_some() && names.last.is_some();
    let compatible = sound && named;
    let own_key = same_profile || email.is_some();
    let exact = (own_key && compatible) || (names.same() && (same_mobile || (same_place && !at_work)));
    Weighed { bits, exact }
}

/// Whether two cards at one address bear one name; none where a name is missing.
pub(super) fn same_name(a: &Folded, b: &Folded) -> Option<bool> {
    let mut unlike = 0;
    let names = compare_names(a, b, Unlike { first: -4.0, last: -4.0, strict: false }, &mut |reason| {
        unlike += u32::from(reason.likeness == Likeness::Unlike)
    });
    (names.first.is_some() && names.last.is_some()).then_some(unlike == 0)
}
