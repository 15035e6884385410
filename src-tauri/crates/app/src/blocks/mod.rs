//! Blocks of cells pasted into a list of people, companies or opportunities.

mod fault;
mod paste;

pub use fault::BlockFault;
pub use paste::paste;

/// Rows of the largest block: one write takes well under 50 ms. More is an import.
const MOST: usize = 200;

/// Why the values of a row are not taken.
pub(crate) struct Refused<F> {
    /// Which field, where it is one field's fault.
    pub(crate) field: Option<&'static str>,
    /// Why.
    pub(crate) fault: F,
}

impl<F> From<F> for Refused<F> {
    fn from(fault: F) -> Self {
        Self { field: None, fault }
    }
}
