//! What a person may ask of the seller: to be forgotten, to see what is held, and not to be kept longer than there is a reason.

mod access;
mod card;
mod columns;
mod erase;
mod expired;
mod fault;
mod page;
mod set;
mod told;

pub use access::access;
pub use card::get;
pub use erase::{erase, finish};
pub use expired::expired;
pub use fault::PrivacyFault;
pub use set::set;
