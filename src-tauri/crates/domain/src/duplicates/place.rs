//! Addresses: how they are folded and how alike two are.

use super::alike;
use super::card::Place;
use super::evidence::{Likeness, Part, Reason};
use super::slots::{Folded, Slot};
use crate::text::fold_words;

/// Short forms, folded and sorted, and what they stand for.
const SHORT: &[(&str, &str)] = &[
    ("all", "allee"),
    ("apt", "appartement"),
    ("appt", "appartement"),
    ("av", "avenue"),
    ("ave", "avenue"),
    ("bat", "batiment"),
    ("bd", "boulevard"),
    ("bld", "boulevard"),
    ("blvd", "boulevard"),
    ("bvd", "boulevard"),
    ("ch", "chemin"),
    ("che", "chemin"),
    ("cres", "crescent"),
    ("crs", "cours"),
    ("ct", "court"),
    ("dr", "docteur"),
    ("fbg", "faubourg"),
    ("fg", "faubourg"),
    ("gal", "general"),
    ("imp", "impasse"),
    ("ln", "lane"),
    ("mal", "marechal"),
    ("pdt", "president"),
    ("pl", "place"),
    ("pr", "professeur"),
    ("qu", "quai"),
    ("r", "rue"),
    ("rd", "road"),
    ("res", "residence"),
    ("rte", "route"),
    ("sq", "square"),
    ("ste", "sainte"),
    ("za", "zone"),
    ("zi", "zone"),
];
/// Words that are no part of a town's name.
const POSTAL: &[&str] = &["cedex", "cdx"];

/// A street or second line without spaces, short forms written out.
pub(super) fn line(text: &str) -> String {
    let folded = fold_words(text);
    let mut joined = String::with_capacity(folded.len() + 8);
    let count = folded.split(' ').count();
    for (at, word) in folded.split(' ').enumerate() {
        let full = match word {
            "st" if at > 0 && at + 1 == count => "street",
            "st" => "saint",
            _ if word.len() > 4 => word,
            _ => SHORT.binary_search_by(|(short, _)| (*short).cmp(word)).ok().and_then(|at| SHORT.get(at)).map_or(word, |(_, full)| full),
        };
        joined.push_str(full);
    }
    joined
}

/// A town without spaces, postal additions (`CEDEX 09`) and district numbers (`Lyon 3e`).
pub(super) fn city(text: &str) -> String {
    let folded = fold_words(text);
    if !folded.contains(' ') {
        return folded;
    }
    let mut joined = String::with_capacity(folded.len() + 4);
    for (at, word) in folded.split(' ').enumerate() {
        match word {
            "st" => joined.push_str("saint"),
            "ste" => joined.push_str("sainte"),
            _ if POSTAL.contains(&word) => {}
            _ if at > 0 && word.starts_with(|c: char| c.is_ascii_digit()) => {}
            _ => joined.push_str(word),
        }
    }
    joined
}

/// Number and street: a number in front of the street is taken out of it when there is no other.
pub(super) fn number_and_street(place: &Place) -> (String, String) {
    let number = fold_words(&place.number).replace(' ', "");
    let street = place.street.trim_start();
    if number.is_empty() && street.starts_with(|c: char| c.is_ascii_digit()) {
        let (digits, rest) = street.split_at(street.find(|c: char| !c.is_ascii_digit()).unwrap_or(street.len()));
        let rest = rest.trim_start_matches([',', ' ']);
        let (suffix, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let suffixed = matches!(fold_words(suffix).as_str(), "bis" | "ter" | "quater" | "b" | "t" | "a" | "c");
        return match (suffixed && !after.is_empty(), rest.is_empty()) {
            (true, _) => (format!("{digits}{}", fold_words(suffix)), line(after)),
            (false, false) => (digits.to_owned(), line(rest)),
            (false, true) => (String::new(), line(street)),
        };
    }
    (number, line(street))
}

/// What the parts of two addresses add up to.
pub(super) struct Places {
    pub(super) bits: f32,
    /// Whether number, street and postal code (or town) are all the same.
    pub(super) same: bool,
    /// Whether a street or second line of one is like one of the other.
    pub(super) near: bool,
    /// Whether both streets are known and are two.
    pub(super) two_streets: bool,
}

/// Weight of two lines of the address, either of which may be empty.
fn lines(one: (&Folded, Slot), other: (&Folded, Slot)) -> Option<(Likeness, f32)> {
    let (a, b) = (one.0.text(one.1), other.0.text(other.1));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let rare = one.0.rarity(one.1).min(other.0.rarity(other.1));
    Some(match alike::words(a, b) {
        Likeness::Same => (Likeness::Same, rare),
        Likeness::Typo => (Likeness::Typo, rare - 1.5),
        Likeness::Typos => (Likeness::Typos, rare - 3.0),
        Likeness::Close => (Likeness::Close, rare - 5.0),
        _ if a.len().min(b.len()) > 5 && (a.contains(b) || b.contains(a)) => (Likeness::Contained, rare - 4.0),
        _ => (Likeness::Unlike, -3.0),
    })
}

/// Compares two addresses, part by part.
pub(super) fn compare(a: &Folded, b: &Folded, note: &mut dyn FnMut(Reason)) -> Places {
    let mut sum = 0.0;
    let mut against = 0.0;
    let mut add = |part: Part, likeness: Likeness, bits: f32| {
        if bits < 0.0 {
            against += bits;
        } else {
            sum += bits;
        }
        note(Reason { part, likeness, bits });
    };

    let straight = [lines((a, Slot::Street), (b, Slot::Street)), lines((a, Slot::Extra), (b, Slot::Extra))];
    let total = |found: &[Option<(Likeness, f32)>; 2]| found.iter().flatten().map(|(_, bits)| bits).sum::<f32>();
    let mut street_same = straight[0].is_some_and(|(likeness, _)| likeness == Likeness::Same);
    let mut best = straight;
    if !street_same && total(&straight) < 8.0 {
        let crossed = [lines((a, Slot::Street), (b, Slot::Extra)), lines((a, Slot::Extra), (b, Slot::Street))];
        if total(&crossed) > 3.0 && total(&crossed) - 2.0 > total(&straight) {
            best = crossed;
            add(Part::Street, Likeness::Swapped, -2.0);
            street_same = crossed[0].is_some_and(|(likeness, _)| likeness == Likeness::Same);
        }
    }
    let near = best.iter().flatten().any(|(likeness, _)| *likeness != Likeness::Unlike);
    let two_streets = best[0].is_some_and(|(likeness, _)| likeness == Likeness::Unlike);
    for (part, found) in [Part::Street, Part::Extra].into_iter().zip(best) {
        if let Some((likeness, bits)) = found {
            add(part, likeness, bits);
        }
    }

    let (one, other) = (a.text(Slot::Number), b.text(Slot::Number));
    let number_same = one == other;
    if !one.is_empty() && !other.is_empty() {
        let rare = a.rarity(Slot::Number).min(b.rarity(Slot::Number));
        if number_same {
            add(Part::Number, Likeness::Same, rare);
        } else if one.starts_with(other)
            || other.starts_with(one)
            || alike::edits(one, other, 1).is_some_and(|_| one.len().min(other.len()) > 1)
        {
            add(Part::Number, Likeness::Close, 0.0);
        } else {
            add(Part::Number, Likeness::Unlike, -2.5);
        }
    }

    let (one, other) = (a.text(Slot::Postcode), b.text(Slot::Postcode));
    let rare = a.rarity(Slot::Postcode).min(b.rarity(Slot::Postcode));
    let postcode = if one.is_empty() || other.is_empty() {
        None
    } else if one == other {
        Some((Likeness::Same, rare))
    } else if alike::edits(one, other, 1).is_some() {
        Some((Likeness::Typo, rare - 4.5))
    } else {
        Some((Likeness::Unlike, -3.5))
    };
    let towns = lines((a, Slot::City), (b, Slot::City));
    let both = matches!((postcode, towns), (Some((Likeness::Same, _)), Some((Likeness::Same, _))));
    match (postcode, towns) {
        // A postal code and its town say the same thing twice: what counts is how rare they are together.
        (Some((_, one)), Some((_, other))) if both => {
            let together = a.rarity(Slot::Locality).min(b.rarity(Slot::Locality)).max(one).max(other);
            add(Part::Postcode, Likeness::Same, one);
            add(Part::City, Likeness::Same, together - one);
        }
        _ => {
            if let Some((likeness, bits)) = postcode {
                add(Part::Postcode, likeness, bits);
            }
            if let Some((likeness, bits)) = towns {
                // Two towns far apart may have names alike.
                let apart = likeness != Likeness::Same && matches!(postcode, Some((Likeness::Unlike, _)));
                add(Part::City, likeness, if apart { bits.min(1.0) } else { bits });
            }
        }
    }

    let (one, other) = (a.text(Slot::Region), b.text(Slot::Region));
    if !one.is_empty() && !other.is_empty() {
        if one == other {
            add(Part::Region, Likeness::Same, a.rarity(Slot::Region).min(2.0));
        } else if alike::edits(one, other, 1).is_some() {
            add(Part::Region, Likeness::Typo, 0.0);
        } else {
            add(Part::Region, Likeness::Unlike, -3.0);
        }
    }

    let locality =
        postcode.map_or(towns.is_some_and(|(likeness, _)| likeness == Likeness::Same), |(likeness, _)| likeness == Likeness::Same);
    // Whoever moves changes every part at once: that is one observation, not five.
    let capped = f32::max(against, FLOOR);
    if capped > against {
        note(Reason { part: Part::Place, likeness: Likeness::Unlike, bits: capped - against });
    }
    Places { bits: sum + capped, same: street_same && number_same && locality, near, two_streets }
}

/// The least that unlike addresses weigh.
const FLOOR: f32 = -7.5;
