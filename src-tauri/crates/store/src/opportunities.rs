//! Opportunities: rows, lists, the board, the stages they have been at, their lines and people, what is expected.

mod board;
mod contacts;
mod filter;
mod forecast;
mod groups;
mod lines;
mod list;
mod moves;
mod places;
mod rows;
mod view;
mod write;

pub use board::{board, cards, stagnating};
pub use contacts::{contacts, roles, set_roles};
pub use forecast::{expected, won_in};
pub use groups::groups;
pub use lines::{Product, has_lines, lines, products, set_lines};
pub use list::{Gauge, count, ids, page, search};
pub(crate) use moves::{With, moves};
pub use moves::{record, timeline, visits};
pub use places::{at, last_at, place_after, place_on_top};
pub use rows::{get, present};
pub use view::{view, views};
pub use write::{insert, remove, update};
