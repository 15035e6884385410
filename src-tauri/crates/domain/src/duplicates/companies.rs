use super::card::CompanyCard;
use super::company;
use super::evidence::{Reason, Weighed};
use super::index::{Index, Kind};
use super::key::Key;
use super::slots::{Folded, Slot};

/// Every company of the desk (see [`Index`]).
pub type Companies = Index<OfCompanies>;

/// Companies, as a kind of card.
#[derive(Debug)]
pub struct OfCompanies;

impl Kind for OfCompanies {
    type Card = CompanyCard;
    type Desk = ();
    const MOST: usize = 60;
    // Names of companies are chosen to be unlike others.
    const BEFORE: f32 = 2.0;

    fn fold(card: &CompanyCard) -> Folded {
        company::fold(card)
    }

    fn keys(card: &Folded, take: impl FnMut(Key, u8)) {
        super::company_keys::each(card, take);
    }

    fn counted(card: &Folded, take: impl FnMut(Key)) {
        let counted = [Slot::Street, Slot::Number, Slot::City, Slot::Postcode, Slot::Locality];
        counted.into_iter().filter_map(|slot| card.key(slot)).for_each(take);
    }

    fn survey(_: &[Folded]) {}

    fn weigh(one: &Folded, other: &Folded, before: f32, (): (), note: &mut dyn FnMut(Reason)) -> Weighed {
        company::weigh(one, other, before, note)
    }
}
