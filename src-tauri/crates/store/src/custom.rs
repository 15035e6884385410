//! Fields the seller adds, and their values.

mod fields;
mod filter;
mod values;

pub use fields::{all, get, insert, of, put_in_order, remove, update};
pub(crate) use filter::{Fields, order};
pub use values::{fill, of_all, put, rename_choice, take_off_choice};

use crate::Tag;
use domain::views::custom::CustomOf;

/// The table of values, the column that says whose they are, and the alias of the list they are asked of.
pub(crate) fn table(of: CustomOf) -> (&'static str, &'static str, &'static str) {
    match of {
        CustomOf::People => ("person_value", "person_id", "p"),
        CustomOf::Companies => ("company_value", "company_id", "c"),
        CustomOf::Opportunities => ("opportunity_value", "opportunity_id", "o"),
    }
}

fn tag(of: CustomOf) -> Tag {
    match of {
        CustomOf::People => Tag::People,
        CustomOf::Companies => Tag::Companies,
        CustomOf::Opportunities => Tag::Opportunities,
    }
}
