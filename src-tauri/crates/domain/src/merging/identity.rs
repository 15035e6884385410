//! Who counts as whom for the gate, before and after two were made one or separated.
//!
//! A touch of somebody who was made one with another counts for the one who stayed, for good: also after both are separated, and whatever
//! undo does. A touch of the one who stayed counts for the others while they were one. Ids are UUIDv7, so they stand in the order of what
//! happened; a clock that is set back changes nothing.

use uuid::Uuid;

/// Two who were made one: from one entry of the log on, until another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bond {
    /// Who stayed.
    pub survivor: Uuid,
    /// Who was made one with them.
    pub other: Uuid,
    /// The entry that made them one.
    pub from: Uuid,
    /// The entry that separated them.
    pub until: Option<Uuid>,
}

/// What counts for a person beside their own: entries under another id, from one entry on (or ever) and before another (or ever).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Under which id.
    pub id: Uuid,
    /// From here on.
    pub from: Option<Uuid>,
    /// Before this.
    pub until: Option<Uuid>,
}

/// The bonds that a log makes, in its order: whether each entry made one (or separated), the survivor, the other, the entry itself.
#[must_use]
pub fn bonds(log: &[(bool, Uuid, Uuid, Uuid)]) -> Vec<Bond> {
    let mut bonds: Vec<Bond> = Vec::new();
    for (made, survivor, other, entry) in log.iter().copied() {
        let open = bonds.iter_mut().rev().find(|bond| (bond.survivor, bond.other) == (survivor, other) && bond.until.is_none());
        match (made, open) {
            (true, None) => bonds.push(Bond { survivor, other, from: entry, until: None }),
            (false, Some(bond)) => bond.until = Some(entry),
            _ => {}
        }
    }
    bonds
}

/// What counts for `person` beside their own. Bonds of others than those they are tied to by any chain do not matter.
#[must_use]
pub fn spans(person: Uuid, bonds: &[Bond]) -> Vec<Span> {
    let mut spans = Vec::new();
    below(person, None, bonds, &mut vec![false; bonds.len()], &mut spans);
    above(person, (None, None), bonds, &mut vec![false; bonds.len()], &mut spans);
    spans
}

/// Those made one with `id`: all that was theirs up to the separation.
fn below(id: Uuid, until: Option<Uuid>, bonds: &[Bond], seen: &mut [bool], spans: &mut Vec<Span>) {
    for (at, bond) in bonds.iter().enumerate().filter(|(_, bond)| bond.survivor == id) {
        // Who was made one with them after the separation is nobody's business here.
        if seen.get(at) == Some(&false) && overlap(Some(bond.from), until) {
            mark(seen, at);
            let until = earlier(until, bond.until);
            spans.push(Span { id: bond.other, from: None, until });
            below(bond.other, until, bonds, seen, spans);
        }
    }
}

/// Those `id` was made one with, and all who were one with them: what was theirs in that time.
fn above(id: Uuid, (from, until): (Option<Uuid>, Option<Uuid>), bonds: &[Bond], seen: &mut [bool], spans: &mut Vec<Span>) {
    for (at, bond) in bonds.iter().enumerate().filter(|(_, bond)| bond.other == id) {
        let (from, until) = (from.max(Some(bond.from)), earlier(until, bond.until));
        if seen.get(at) == Some(&false) && overlap(from, until) {
            mark(seen, at);
            spans.push(Span { id: bond.survivor, from, until });
            for sibling in bonds.iter().filter(|other| other.survivor == bond.survivor && other.other != id) {
                let (from, until) = (from.max(Some(sibling.from)), earlier(until, sibling.until));
                if overlap(from, until) {
                    spans.push(Span { id: sibling.other, from, until });
                }
            }
            above(bond.survivor, (from, until), bonds, seen, spans);
        }
    }
}

fn mark(seen: &mut [bool], at: usize) {
    if let Some(seen) = seen.get_mut(at) {
        *seen = true;
    }
}

fn earlier(one: Option<Uuid>, other: Option<Uuid>) -> Option<Uuid> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

fn overlap(from: Option<Uuid>, until: Option<Uuid>) -> bool {
    until.is_none_or(|until| from.is_none_or(|from| from < until))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    /// A log: `(made one, survivor, other)`, entries counted from 100 by tens.
    fn log(entries: &[(bool, u128, u128)]) -> Vec<Bond> {
        let log: Vec<_> =
            entries.iter().zip(10u128..).map(|((made, survivor, other), at)| (*made, n(*survivor), n(*other), n(at * 10))).collect();
        bonds(&log)
    }

    fn told(person: u128, bonds: &[Bond]) -> Vec<(u128, u128, u128)> {
        let number = |id: Option<Uuid>, none| id.map_or(none, |id| id.as_u128());
        let mut told: Vec<_> = spans(n(person), bonds).iter().map(|s| (s.id.as_u128(), number(s.from, 0), number(s.until, 999))).collect();
        told.sort_unstable();
        told
    }

    #[test]
    fn all_that_was_the_others_counts_for_who_stays_and_what_happens_from_now_on_for_both() {
        let bonds = log(&[(true, 1, 2)]);
        assert_eq!(told(1, &bonds), [(2, 0, 999)]);
        assert_eq!(told(2, &bonds), [(1, 100, 999)]);
        assert_eq!(told(3, &bonds), []);
    }

    #[test]
    fn after_a_separation_it_still_counts_and_what_comes_later_is_each_ones_own() {
        let bonds = log(&[(true, 1, 2), (false, 1, 2)]);
        assert_eq!(told(1, &bonds), [(2, 0, 110)]);
        assert_eq!(told(2, &bonds), [(1, 100, 110)]);
    }

    #[test]
    fn a_chain_counts_as_a_whole() {
        let bonds = log(&[(true, 1, 2), (true, 3, 1)]);
        assert_eq!(told(3, &bonds), [(1, 0, 999), (2, 0, 999)]);
        assert_eq!(told(1, &bonds), [(2, 0, 999), (3, 110, 999)]);
        assert_eq!(told(2, &bonds), [(1, 100, 999), (3, 110, 999)]);
    }

    #[test]
    fn two_made_one_with_the_same_third_count_for_each_other_in_that_time() {
        let bonds = log(&[(true, 1, 2), (true, 1, 3), (false, 1, 2)]);
        assert_eq!(told(2, &bonds), [(1, 100, 120), (3, 110, 120)]);
        assert_eq!(told(3, &bonds), [(1, 110, 999), (2, 110, 120)]);
    }

    #[test]
    fn made_one_anew_the_other_way_round_ends_all_the_same() {
        let bonds = log(&[(true, 1, 2), (false, 1, 2), (true, 2, 1)]);
        assert_eq!(told(2, &bonds), [(1, 0, 999), (1, 100, 110), (2, 0, 110)]);
        assert_eq!(told(1, &bonds), [(2, 0, 110), (2, 120, 999)]);
    }

    #[test]
    fn an_entry_told_twice_makes_no_second_bond() {
        assert_eq!(log(&[(true, 1, 2), (true, 1, 2), (false, 1, 2), (false, 1, 2)]).len(), 1);
    }
}
