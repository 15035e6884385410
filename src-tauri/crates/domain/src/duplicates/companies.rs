use super::blocks::Blocks;
use super::card::CompanyCard;
use super::company;
use super::evidence::{Match, THRESHOLD, explained};
use super::slots::{Folded, IMAGINED};
use super::usual::usual;

/// A key that more companies than this share names none of them.
const MOST: usize = 60;
/// Bits that a pair has for it on a desk of one: names of companies are chosen to be unlike others.
const BEFORE: f32 = 2.0;

/// Every company of the desk, ready to say which is which. It works like [`super::People`].
#[derive(Debug, Default)]
pub struct Companies {
    cards: Vec<Folded>,
    gone: Vec<bool>,
    blocks: Blocks,
}

impl Companies {
    /// Adds a card and gives its place: places count up from 0.
    pub fn add(&mut self, card: &CompanyCard) -> u32 {
        let place = u32::try_from(self.cards.len()).unwrap_or(u32::MAX);
        let folded = company::fold(card);
        company::keys(&folded, |key| self.blocks.add(key, place));
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

    /// Forgets a card. Its place is not used again.
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

    /// Sorts in what was added and counts anew how rare every value is.
    pub fn settle(&mut self) {
        self.blocks.settle();
        let of = self.cards.len();
        for card in &mut self.cards {
            card.count(&self.blocks, of, usual);
        }
    }

    fn before(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a share, not a count, is wanted")]
        let of = self.cards.len() as f32;
        BEFORE - (of + IMAGINED).log2()
    }

    /// Those before `place` that are worth comparing with it, in order.
    pub fn earlier(&self, place: u32) -> Vec<u32> {
        self.card(place).map_or_else(Vec::new, |card| self.meeting(card, |other| other < place))
    }

    /// All that are worth comparing with `place`, in order.
    pub fn candidates(&self, place: u32) -> Vec<u32> {
        self.card(place).map_or_else(Vec::new, |card| self.meeting(card, |other| other != place))
    }

    fn card(&self, place: u32) -> Option<&Folded> {
        self.cards.get(place as usize).filter(|_| self.gone.get(place as usize) == Some(&false))
    }

    fn meeting(&self, card: &Folded, wanted: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut met = Vec::new();
        company::keys(card, |key| self.blocks.each(key, MOST, |other| if wanted(other) { met.push(other) }));
        met.sort_unstable();
        met.dedup();
        met.retain(|other| self.gone.get(*other as usize) == Some(&false));
        met
    }

    /// Compares two places; none where one of them is forgotten or was never given.
    pub fn compare(&self, one: u32, other: u32) -> Option<Match> {
        let (one, other) = (self.card(one)?, self.card(other)?);
        Some(explained(|note| company::weigh(one, other, self.before(), note)))
    }

    /// The duplicates of `place` among those before it, with their reasons: the step of a scan.
    pub fn duplicates(&self, place: u32) -> Vec<(u32, Match)> {
        let Some(card) = self.card(place) else { return Vec::new() };
        self.matches_among(card, self.earlier(place))
    }

    /// The duplicates of a company that is not on the desk yet.
    pub fn matches(&self, card: &CompanyCard) -> Vec<(u32, Match)> {
        let mut card = company::fold(card);
        card.count(&self.blocks, self.cards.len() + 1, usual);
        let met = self.meeting(&card, |_| true);
        self.matches_among(&card, met)
    }

    fn matches_among(&self, card: &Folded, places: Vec<u32>) -> Vec<(u32, Match)> {
        let before = self.before();
        let mut found = Vec::new();
        for place in places {
            let Some(other) = self.card(place) else { continue };
            if company::weigh(card, other, before, &mut |_| {}).probability() >= THRESHOLD {
                found.push((place, explained(|note| company::weigh(card, other, before, note))));
            }
        }
        found
    }
}
