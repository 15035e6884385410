use super::blocks::Blocks;
use super::evidence::{Match, Reason, THRESHOLD, Weighed, explained};
use super::key::Key;
use super::slots::{Folded, IMAGINED};

/// What an [`Index`] holds: people or companies.
pub trait Kind {
    /// What is known of one, as it comes in.
    type Card;
    /// What comparing two needs to know of all.
    type Desk: Copy + Default;
    /// A key that more than this share names nobody: those who have it are found by their finer keys. It keeps the work near-linear.
    const MOST: usize;
    /// Bits that a pair has for or against it on a desk of one, before anything is compared.
    const BEFORE: f32;
    /// Folds a card for comparing.
    fn fold(card: &Self::Card) -> Folded;
    /// Gives the keys by which others are found, each with the parts it speaks of, a bit each. Who shares keys of two parts is compared.
    fn keys(card: &Folded, take: impl FnMut(Key, u8));
    /// Gives the keys that are only counted: too many share them to find anybody by.
    fn counted(card: &Folded, take: impl FnMut(Key));
    /// Looks at all cards for what comparing two needs to know of them.
    fn survey(cards: &[Folded]) -> Self::Desk;
    /// Compares two, starting from the bits before, and notes what told.
    fn weigh(one: &Folded, other: &Folded, before: f32, desk: Self::Desk, note: &mut dyn FnMut(Reason)) -> Weighed;
}

/// Everybody on the desk, ready to say who is whom.
///
/// Add all cards, [`Index::settle`], then ask for each place in turn: [`Index::duplicates`] looks at those before it, so that a scan meets
/// every pair once and can rest between any two places. Cards added after the first settling are found at once; how rare their values are is
/// counted anew at the next, which comes by itself when the index has grown by half.
#[derive(Debug)]
pub struct Index<K: Kind> {
    cards: Vec<Folded>,
    gone: Vec<bool>,
    blocks: Blocks,
    desk: K::Desk,
}

impl<K: Kind> Default for Index<K> {
    fn default() -> Self {
        Self { cards: Vec::new(), gone: Vec::new(), blocks: Blocks::default(), desk: K::Desk::default() }
    }
}

impl<K: Kind> Index<K> {
    /// Adds a card and gives its place: places count up from 0.
    pub fn add(&mut self, card: &K::Card) -> u32 {
        let place = u32::try_from(self.cards.len()).unwrap_or(u32::MAX);
        let mut folded = K::fold(card);
        K::keys(&folded, |key, _| self.blocks.add(key, place));
        K::counted(&folded, |key| self.blocks.add(key, place));
        if self.blocks.answer() {
            folded.count(&self.blocks, self.cards.len() + 1);
        }
        self.cards.push(folded);
        self.gone.push(false);
        if self.blocks.answer() && self.blocks.unsettled() > self.blocks.settled() / 2 + 4096 {
            self.settle();
        }
        place
    }

    /// Forgets a card: it was merged or deleted, or is added anew after an edit. Its place is not used again.
    pub fn forget(&mut self, place: u32) {
        if let Some(gone) = self.gone.get_mut(place as usize) {
            *gone = true;
        }
    }

    /// How many places were given.
    pub fn len(&self) -> usize {
        self.cards.len()
    }

    /// Whether none was.
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty()
    }

    /// Sorts in what was added and counts anew how rare every value is. Before the first time nothing is found. It takes some seconds for a
    /// million cards, in one piece.
    pub fn settle(&mut self) {
        self.blocks.settle();
        let of = self.cards.len();
        self.cards.iter_mut().for_each(|card| card.count(&self.blocks, of));
        self.desk = K::survey(&self.cards);
    }

    fn before(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a share, not a count, is wanted")]
        let of = self.cards.len() as f32;
        K::BEFORE - (of + IMAGINED).log2()
    }

    fn card(&self, place: u32) -> Option<&Folded> {
        self.cards.get(place as usize).filter(|_| self.gone.get(place as usize) == Some(&false))
    }

    /// All who are worth comparing with `place`, in order.
    pub fn candidates(&self, place: u32) -> Vec<u32> {
        let mut near = self.card(place).map_or_else(Vec::new, |card| self.near(card, u32::MAX));
        near.retain(|other| *other != place);
        near
    }

    /// Those before `place` who are worth comparing with it, in order.
    pub fn earlier(&self, place: u32) -> Vec<u32> {
        self.card(place).map_or_else(Vec::new, |card| self.near(card, place))
    }

    fn near(&self, card: &Folded, end: u32) -> Vec<u32> {
        let mut met: Vec<u64> = Vec::with_capacity(256);
        K::keys(card, |key, parts| {
            self.blocks.each(key, K::MOST, end, |other| met.push(u64::from(other) << 8 | u64::from(parts)));
        });
        met.sort_unstable();
        let mut worth = Vec::new();
        for of_one in met.chunk_by(|a, b| a >> 8 == b >> 8) {
            let parts = of_one.iter().fold(0, |parts, entry| parts | (entry & 0xff));
            let other = of_one.first().and_then(|entry| u32::try_from(entry >> 8).ok());
            worth.extend(other.filter(|other| parts.count_ones() > 1 && self.card(*other).is_some()));
        }
        worth
    }

    /// Compares two places; none where one of them is forgotten or was never given.
    pub fn compare(&self, one: u32, other: u32) -> Option<Match> {
        let (one, other) = (self.card(one)?, self.card(other)?);
        Some(explained(|note| K::weigh(one, other, self.before(), self.desk, note)))
    }

    /// Probability that two places are one; 0 where one of them is forgotten or was never given. Quicker than [`Index::compare`].
    pub fn probability(&self, one: u32, other: u32) -> f64 {
        let (Some(one), Some(other)) = (self.card(one), self.card(other)) else { return 0.0 };
        K::weigh(one, other, self.before(), self.desk, &mut |_| {}).probability()
    }

    /// The duplicates of `place` among those before it, with their reasons: one step of a scan.
    pub fn duplicates(&self, place: u32) -> Vec<(u32, Match)> {
        self.card(place).map_or_else(Vec::new, |card| self.matching(card, self.earlier(place)))
    }

    /// The duplicates of one that is not on the desk yet: a row of an import, a form being filled in.
    pub fn matches(&self, card: &K::Card) -> Vec<(u32, Match)> {
        let mut card = K::fold(card);
        card.count(&self.blocks, self.cards.len() + 1);
        let near = self.near(&card, u32::MAX);
        self.matching(&card, near)
    }

    fn matching(&self, card: &Folded, places: Vec<u32>) -> Vec<(u32, Match)> {
        let mut found = Vec::new();
        for place in places {
            let Some(other) = self.card(place) else { continue };
            if K::weigh(card, other, self.before(), self.desk, &mut |_| {}).probability() >= THRESHOLD {
                found.push((place, explained(|note| K::weigh(card, other, self.before(), self.desk, note))));
            }
        }
        found
    }
}
