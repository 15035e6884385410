//! People: rows, keys, lists, search, where single values came from.

/// What a person is called, as SQL: their name, else their address, else the end of their profile's. `$p` is the table's alias and its dot.
macro_rules! called {
    ($p:literal) => {
        concat!(
            "CASE WHEN ",
            $p,
            "first_name || ",
            $p,
            "last_name <> '' THEN trim(",
            $p,
            "first_name || ' ' || ",
            $p,
            "last_name) ",
            "WHEN ",
            $p,
            "email <> '' THEN ",
            $p,
            "email ELSE ",
            $p,
            "linkedin_slug END"
        )
    };
}
pub(crate) use called;

mod fields;
mod filter;
mod groups;
mod keys;
mod list;
mod next;
mod rows;
mod timeline;
mod touched;
mod view;
mod write;

pub use fields::{Provenance, provenance, provenances, set_field};
pub use groups::groups;
pub use keys::{for_each_key, of_address, of_profile, similar};
pub use list::{anybody, count, ids, page, search, total};
pub(crate) use next::next_steps;
pub use rows::{each, get, many, present};
pub(crate) use timeline::timeline_of_opportunity;
pub use timeline::{timeline, timeline_of_company};
pub use touched::{followed_up, status_changed, touched, written_to};
pub use view::{view, views};
pub use write::{insert, insert_untouched, remove, update};
