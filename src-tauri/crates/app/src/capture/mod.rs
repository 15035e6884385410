//! Quick capture: somebody noted in two seconds, and the list of those to be completed.

mod add;
mod fault;
mod list;

pub use add::add;
pub use fault::CaptureFault;
pub(crate) use list::completeness_of;
pub use list::{done, list};
