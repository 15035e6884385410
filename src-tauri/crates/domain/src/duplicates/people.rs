use super::card::PersonCard;
use super::evidence::{Reason, Weighed};
use super::index::{Index, Kind};
use super::key::Key;
use super::person;
use super::person_keys;
use super::slots::Folded;
use std::collections::HashMap;

/// Everybody on the desk (see [`Index`]).
pub type People = Index<OfPeople>;

/// People, as a kind of card.
#[derive(Debug)]
pub struct OfPeople;

/// What comparing two people needs to know of all.
#[derive(Debug, Clone, Copy)]
pub struct Sharing {
    /// Share of differently named people among those at one private address, from 0 to 1.
    pub(super) share: f32,
}

impl Default for Sharing {
    fn default() -> Self {
        Self::of(0.0, 0.0)
    }
}

impl Sharing {
    /// Until the desk says otherwise, three of four who share an address are two people: couples and families.
    fn of(apart: f32, together: f32) -> Self {
        Self { share: (apart + 9.0) / (apart + together + 12.0) }
    }
}

impl Kind for OfPeople {
    type Card = PersonCard;
    type Desk = Sharing;
    const MOST: usize = 40;
    const BEFORE: f32 = -1.0;

    fn fold(card: &PersonCard) -> Folded {
        person::fold(card)
    }

    fn keys(card: &Folded, take: impl FnMut(Key, u8)) {
        person_keys::each(card, take);
    }

    fn counted(card: &Folded, take: impl FnMut(Key)) {
        person_keys::COUNTED.into_iter().filter_map(|slot| card.key(slot)).for_each(take);
    }

    fn survey(cards: &[Folded]) -> Sharing {
        let (mut apart, mut together) = (0.0, 0.0);
        let mut first_at: HashMap<Key, &Folded> = HashMap::new();
        for card in cards {
            let Some(address) = person_keys::private_address(card) else { continue };
            let other = *first_at.entry(address).or_insert(card);
            if !std::ptr::eq(card, other) {
                match person::same_name(card, other) {
                    Some(true) => together += 1.0,
                    Some(false) => apart += 1.0,
                    None => {}
                }
            }
        }
        Sharing::of(apart, together)
    }

    fn weigh(one: &Folded, other: &Folded, before: f32, desk: Sharing, note: &mut dyn FnMut(Reason)) -> Weighed {
        person::weigh(one, other, before, desk.share, note)
    }
}
