//! Companies: reading lists and one company, typing values, what happened with their people.

mod bulk;
mod create;
mod detail;
mod edit;
mod fault;
mod list;
mod remove;
mod selection;
mod update;

pub use bulk::bulk_update;
pub use create::create;
pub use detail::{get, timeline};
pub use fault::CompaniesFault;
pub use list::{count, groups, ids, list, search};
pub use remove::remove;
pub use update::update;

pub(crate) use detail::present;
pub(crate) use edit::type_on;
pub(crate) use selection::chosen;
