//! The LinkedIn hand-off queue: the note is rendered and copied, the profile opens in the seller's own browser, the seller clicks, and one
//! key records what was done. Nothing is driven by a bot.

mod act;
mod fault;
mod queue;

pub use act::{copy, open, record};
pub use fault::LinkedinFault;
pub use queue::queue;
