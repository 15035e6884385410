//! Goals of a month, and how far they are reached.

mod get;
mod set;

pub use get::get;
pub use set::set;
