//! Companies: rows, recognising them by their folded name, lists, search, what happened with their people.

mod filter;
mod find;
mod groups;
mod list;
mod people;
mod rows;
mod view;
mod write;

pub use find::{find, find_or_create, for_each, is_there, similar};
pub use groups::groups;
pub use list::{count, ids, page, search, total};
pub use people::{next, people, timeline};
pub use rows::{get, many, present};
pub use view::{view, views};
pub use write::{create_untouched, insert, remove, rename, update};
