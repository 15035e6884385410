//! Finding what the desk holds twice: people and companies.
//!
//! Cards go into an index ([`People`] or [`Companies`]); the index names for each the few others worth comparing (*blocking*: those who
//! share a key that few have), and two are compared part by part. Each part adds its weight in bits, after Fellegi and Sunter ("A Theory for
//! Record Linkage", JASA 64, 1969): agreeing on a rare value weighs more than on a common one, and rarity is counted on the desk itself. The
//! sum, from how rarely two cards are one to begin with, is the log-odds; [`THRESHOLD`] is the one threshold. [`Groups`] then gathers pairs
//! into groups without chaining unlike cards together.
//!
//! Everything is a pure function of the cards: the same cards in the same order give the same answer.

mod alike;
mod blocks;
mod card;
mod companies;
mod company;
mod company_keys;
mod evidence;
mod groups;
mod index;
mod key;
mod mailbox;
mod names;
mod nicknames;
mod people;
mod person;
mod person_keys;
mod place;
mod slots;
#[cfg(test)]
mod tests;
mod usual;

pub use card::{CompanyCard, PersonCard, Place};
pub use companies::{Companies, OfCompanies};
pub use evidence::{Likeness, Match, Part, Reason, THRESHOLD, Verdict};
pub use groups::{Group, Groups};
pub use index::{Index, Kind};
pub use people::{OfPeople, People};
