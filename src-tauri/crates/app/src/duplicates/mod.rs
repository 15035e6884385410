//! Duplicates: searched in the background, looked at side by side, made one, told apart, and taken apart again.

mod exact;
mod fault;
mod ignore;
mod list;
mod merge;
mod review;
mod search;
mod split;
mod unite;

pub use exact::{merge_exact, work};
pub use fault::DuplicatesFault;
pub use ignore::ignore;
pub use list::{list, state, ties};
pub use merge::merge;
pub use review::review;
pub use search::{search, search_if_due, stop};
pub use split::split;

pub(crate) use search::Searching;
