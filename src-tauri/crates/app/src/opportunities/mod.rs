//! Opportunities: the board and lists, one opportunity, typing values, moving it from stage to stage, what is expected.

mod board;
mod bulk;
mod close;
mod contacts;
mod create;
mod detail;
mod edit;
mod fault;
mod forecast;
mod gauge;
mod lines;
mod list;
mod put;
mod remove;
mod selection;
mod shift;
mod update;

pub use board::{board, cards};
pub use bulk::bulk_update;
pub use close::{close, reopen};
pub use contacts::set_contacts;
pub use create::create;
pub use detail::{get, timeline};
pub(crate) use edit::type_on;
pub use fault::OpportunitiesFault;
pub use forecast::forecast;
pub(crate) use gauge::{gauge, month_or_this, this_day};
pub use lines::{products, set_lines};
pub use list::{count, groups, ids, list, search};
pub use remove::remove;
pub use shift::shift;
pub use update::update;

pub(crate) use selection::chosen;
