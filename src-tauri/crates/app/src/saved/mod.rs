//! Saved views: made, changed, put in order, taken away. Each is a row like any other, so undo knows it.

mod change;
mod fault;

pub use change::{create, delete, list, order, set};
pub use fault::SavedFault;
