//! Imports: a file is read and checked whole, then written in chunks; it can be stopped, goes on after a crash, and is one undo step.

mod apply;
mod cancel;
mod check;
mod dates;
mod decide;
mod fault;
mod incoming;
mod mapping;
mod open;
mod rejects;
mod remap;
mod rows;
mod source;
mod sweep;
mod view;
mod work;
mod write;

pub use apply::apply;
pub use cancel::cancel;
pub use fault::ImportFault;
pub use open::open;
pub use rejects::rejects;
pub use remap::remap;
pub use rows::rows;
pub use sweep::sweep;
pub use view::{get, list};
pub use work::work;
