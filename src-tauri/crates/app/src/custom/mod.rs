//! Fields the seller adds: made, changed, put in order, taken away, and their values typed.

mod change;
mod fault;
mod put;

pub use change::{create, delete, list, order, set};
pub use fault::CustomFault;
pub(crate) use put::chosen;
pub use put::put;

/// Records whose values are typed in one write: well under 50 ms.
const CHUNK: usize = 200;
