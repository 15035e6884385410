use super::blocks::Blocks;
use super::card::PersonCard;
use super::evidence::{Match, THRESHOLD, explained};
use super::person::{self, Desk};
use super::person_keys;
use super::slots::{Folded, IMAGINED, Slot};
use super::usual::usual;

/// A key that more people than this share names nobody: those who have it are found by their finer keys. It keeps the work near-linear.
const MOST: usize = 40;

/// Everybody on the desk, ready to say who is whom.
///
/// Add all cards, [`People::settle`] once, then ask for each place in turn: [`People::earlier`] gives every pair exactly once. Cards added
/// later are found at once; how rare their names are is counted anew at the next settling.
#[derive(Debug, Default)]
pub struct People {
    cards: Vec<Folded>,
    gone: Vec<bool>,
    blocks: Blocks,
    /// People at one private address who are named differently, and alike.
    apart: u32,
    together: u32,
}

impl People {
    /// Adds a card and gives its place: places count up from 0.
    pub fn add(&mut self, card: &PersonCard) -> u32 {
        let place = u32::try_from(self.cards.len()).unwrap_or(u32::MAX);
        let folded = person::fold(card);
        person_keys::all(&folded, |key| self.blocks.add(key, place));
        self.cards.push(folded);
        self.gone.push(false);
        if self.blocks.settled() > 0 {
            let of = self.cards.len();
            if let Some(folded) = self.cards.last_mut() {
                folded.count(&self.blocks, of, usual);
            }
            if self.blocks.unsettled() > self.blocks.settled() / 2 + 4096 {
                self.settle();
            }
        }
        place
    }

    /// Forgets a card: it was merged, deleted or is added anew after an edit. Its place is not used again.
    pub fn forget(&mut self, place: u32) {
        if let Some(gone) = self.gone.get_mut(place as usize) {
            *gone = true;
        }
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// Sorts in what was added and counts anew how rare every value is. Takes a moment for a large desk: about a second for a million
    /// people.
    pub fn settle(&mut self) {
        self.blocks.settle();
        let of = self.cards.len();
        for card in &mut self.cards {
            card.count(&self.blocks, of, usual);
        }
        self.count_sharing();
    }

    /// Counts how often people at one private address are named differently.
    fn count_sharing(&mut self) {
        (self.apart, self.together) = (0, 0);
        for (at, card) in self.cards.iter().enumerate() {
            let Some(key) = card.key(Slot::Street).filter(|_| card.text(Slot::Company).is_empty() && !card.text(Slot::Number).is_empty()) else {
                continue;
            };
            let mut first = at;
            self.blocks.each(key, MOST, |place| first = first.min(place as usize));
            let Some(other) = self.cards.get(first).filter(|_| first < at) else { continue };
            let same = |slot: Slot| card.text(slot) == other.text(slot);
            if !(same(Slot::Street) && same(Slot::Number) && (same(Slot::Postcode) || same(Slot::City))) {
                continue;
            }
            match person::same_name(card, other) {
                Some(true) => self.together += 1,
                Some(false) => self.apart += 1,
                None => {}
            }
        }
    }

    fn desk(&self) -> Desk {
        #[expect(clippy::cast_precision_loss, reason = "a share, not a count, is wanted")]
        let (of, apart, together) = (self.cards.len() as f32, self.apart as f32, self.together as f32);
        Desk { before: BEFORE - (of + IMAGINED).log2(), sharing: (apart + 9.0) / (apart + together + 12.0) }
    }

    /// Those before `place` who are worth comparing with it, in order.
    pub fn earlier(&self, place: u32) -> Vec<u32> {
        self.near(place, |other| other < place)
    }

    /// All who are worth comparing with `place`, in order.
    pub fn candidates(&self, place: u32) -> Vec<u32> {
        self.near(place, |other| other != place)
    }

    fn near(&self, place: u32, wanted: impl Fn(u32) -> bool) -> Vec<u32> {
        self.card(place).map_or_else(Vec::new, |card| self.meeting(card, wanted))
    }

    fn card(&self, place: u32) -> Option<&Folded> {
        self.cards.get(place as usize).filter(|_| self.gone.get(place as usize) == Some(&false))
    }

    fn meeting(&self, card: &Folded, wanted: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut met: Vec<u64> = Vec::new();
        person_keys::each(card, |key, parts| {
            self.blocks.each(key, MOST, |other| if wanted(other) { met.push(u64::from(other) << 8 | u64::from(parts)) })
        });
        met.sort_unstable();
        let mut worth = Vec::new();
        for of_one in met.chunk_by(|a, b| a >> 8 == b >> 8) {
            let parts = of_one.iter().fold(0, |parts, entry| parts | (entry & 0xff));
            let other = of_one.first().and_then(|entry| u32::try_from(entry >> 8).ok());
            worth.extend(other.filter(|other| parts.count_ones() > 1 && self.gone.get(*other as usize) == Some(&false)));
        }
        worth
    }

    /// Compares two places; none where one of them is forgotten or was never given.
    pub fn compare(&self, one: u32, other: u32) -> Option<Match> {
        let (one, other) = (self.card(one)?, self.card(other)?);
        Some(explained(|note| person::weigh(one, other, self.desk(), note)))
    }

    /// The duplicates of `place` among those before it, with their reasons: the step of a scan.
    pub fn duplicates(&self, place: u32) -> Vec<(u32, Match)> {
        let Some(card) = self.card(place) else { return Vec::new() };
        self.matches_among(card, self.earlier(place))
    }

    /// The duplicates of somebody who is not on the desk yet.
    pub fn matches(&self, card: &PersonCard) -> Vec<(u32, Match)> {
        let mut card = person::fold(card);
        card.count(&self.blocks, self.cards.len() + 1, usual);
        let met = self.meeting(&card, |_| true);
        self.matches_among(&card, met)
    }

    fn matches_among(&self, card: &Folded, places: Vec<u32>) -> Vec<(u32, Match)> {
        let desk = self.desk();
        let mut found = Vec::new();
        for place in places {
            let Some(other) = self.card(place) else { continue };
            if person::weigh(card, other, desk, &mut |_| {}).probability() >= THRESHOLD {
                found.push((place, explained(|note| person::weigh(card, other, desk, note))));
            }
        }
        found
    }
}

/// Bits that a pair has against it on a desk of one, where a tenth of the people are there twice or so.
const BEFORE: f32 = -1.0;
