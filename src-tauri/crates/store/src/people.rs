//! People: rows, keys, lists, search, where single values came from.

mod fields;
mod filter;
mod keys;
mod list;
mod next;
mod rows;
mod timeline;
mod view;
mod write;

pub use fields::{Provenance, forget_field, provenance, set_field};
pub use keys::{Keys, for_each_key};
pub use list::{count, ids, page, search, total};
pub use rows::{each, get, many};
pub use timeline::timeline;
pub use view::{view, views};
pub use write::{insert, remove, update};
