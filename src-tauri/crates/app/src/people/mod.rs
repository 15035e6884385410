//! People: reading lists and one person, typing values, notes, the do-not-contact list, consent.

mod bulk;
mod consent;
mod create;
mod detail;
mod edit;
mod fault;
mod list;
mod note;
mod remove;
mod selection;
mod suppress;
mod update;

pub use bulk::bulk_update;
pub use consent::consent;
pub use create::create;
pub use detail::{get, timeline, why};
pub use fault::PeopleFault;
pub use list::{count, groups, ids, list, search};
pub use note::note;
pub use remove::remove;
pub use selection::{desk_for_acting, ids_of};
pub use suppress::{allow, suppress};
pub use update::update;

pub(crate) use create::today;
pub(crate) use detail::{explain_stops, present};
pub(crate) use edit::type_on;
pub(crate) use suppress::block;
