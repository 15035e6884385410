//! The LinkedIn hand-off queue: the note is rendered and copied, the profile opens in the seller's own browser, the seller clicks, and one
//! key records what was done. Nothing is driven by a bot. What LinkedIn's own archive says of
//! who wrote to whom goes onto timelines.

mod act;
mod archive;
mod fault;
mod queue;

pub use act::{copy, open, record};
pub use archive::take_archive;
pub(crate) use archive::{CHUNK, Found, enter, found};
pub use fault::LinkedinFault;
pub use queue::queue;
