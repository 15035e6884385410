//! Follow-ups: drafted on their day, approved by the seller, because replies are unknown until a mailbox is read.

mod draft;
mod fault;
mod list;
mod sent;
mod stop;

pub use draft::draft_due;
pub use fault::FollowupFault;
pub use list::list;
pub use sent::after_sent;
pub use stop::stop;
