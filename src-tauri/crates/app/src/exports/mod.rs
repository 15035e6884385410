//! Exports: the only files with people in the clear that the desk ever writes, and only where the seller asks.

mod around;
mod cards;
mod chunks;
mod columns;
mod companies;
mod fault;
mod form;
mod json;
mod opportunities;
mod people;
mod table;
mod target;

pub use companies::companies;
pub use fault::ExportFault;
pub use opportunities::opportunities;
pub use people::people;

pub(crate) use fault::{export_code, export_params};
pub(crate) use target::Target;
