//! Imports: what a row of a file means for a person who may already be here.
//!
//! A row becomes an [`Incoming`]; [`People`] says whom it meets (own id, then profile, then address, then name and company); [`compare`] says what
//! would change on them. All of it is pure: the same rules serve the check, the writing and the tests.

mod compare;
mod incoming;
mod matching;
mod rules;
mod tally;

pub use compare::{Added, Deciding, FieldChange, compare, writes_company_otherwise};
pub use incoming::{Incoming, IncomingPoint};
pub use matching::{By, Known, Met, People};
pub use rules::{Keys, Rules};
pub use tally::{Tally, Unbalanced};
