//! Exports: the only files with people in the clear that the desk ever writes, and only where the seller asks.

mod around;
mod cards;
mod columns;
mod fault;
mod json;
mod people;
mod target;

pub use fault::ExportFault;
pub use people::people;

pub(crate) use fault::{export_code, export_params};
pub(crate) use target::Target;
