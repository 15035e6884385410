//! Files kept inside the desk, on a person, a company or an opportunity: added, listed, renamed, saved outside, removed.

mod add;
mod fault;
mod list;
mod record;
mod remove;
mod rename;
mod save;
mod sweep;

pub use add::add;
pub use fault::FilesFault;
pub use list::list;
pub use remove::remove;
pub use rename::rename;
pub use save::save;
pub use sweep::sweep;

pub(crate) use save::{CopyError, write_contents};
