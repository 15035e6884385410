//! Tags on people and companies, and lists they were put on by hand: making, renaming, merging, removing, putting on many at once.

mod change;
mod fault;
mod lists;
mod on;

pub use change::{create, delete, list, merge, set};
pub use fault::TagsFault;
pub use lists::{create_list, delete_list, list_companies, list_people, lists, rename_list};
pub use on::{tag_companies, tag_people};

pub(crate) use lists::list_found_or_made;
pub(crate) use on::found_or_made;

/// People or companies tagged, or put on a list, in one write: well under 50 ms.
const CHUNK: usize = 500;
