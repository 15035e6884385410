//! Tags on people and companies, and lists they were put on by hand.

mod filter;
mod lists;
mod on;
mod rows;

pub(crate) use filter::condition;
pub use lists::{insert_list, list, list_named, lists, put_all_on, put_on, remove_list, rename_list, take_off};
pub use on::{having, lists_of_companies, lists_of_people, merge, of_companies, of_people, tag, tag_all, untag};
pub use rows::{Tag, all, find, get, insert, remove, update};

use domain::views::tags::ListOf;

/// The table of tags and that of lists, with their column, for people or companies.
fn tables(of: ListOf) -> (&'static str, &'static str, &'static str) {
    match of {
        ListOf::People => ("person_tag", "list_person", "person_id"),
        ListOf::Companies => ("company_tag", "list_company", "company_id"),
    }
}

fn touch(tx: &mut crate::Tx<'_>, of: ListOf) {
    tx.touch(match of {
        ListOf::People => crate::Tag::People,
        ListOf::Companies => crate::Tag::Companies,
    });
}
