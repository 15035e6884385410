//! Fields the seller adds: made, changed, put in order, taken away, and their values typed.

mod change;
mod fault;
mod put;

pub use change::{create, delete, list, order, set};
pub use fault::CustomFault;
pub use put::put;
pub(crate) use put::{chosen, taken};

/// Records whose values are typed in one write: well under 50 ms.
const CHUNK: usize = 200;
