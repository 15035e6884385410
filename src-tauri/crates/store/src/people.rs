//! People: rows, keys, lists, search, where single values came from.

mod fields;
mod filter;
mod keys;
mod list;
mod next;
mod rows;
mod timeline;
mod touched;
mod view;
mod write;

pub use fields::{Provenance, provenance, provenances, set_field};
pub use keys::{Keys, for_each_key, similar};
pub(crate) use next::next_steps;

pub use list::{count, ids, page, search, total};
pub use rows::{each, get, many, present};
pub use timeline::{timeline, timeline_of_company};
pub use touched::{followed_up, touched, written_to};
pub use view::{view, views};
pub use write::{insert, remove, update};
