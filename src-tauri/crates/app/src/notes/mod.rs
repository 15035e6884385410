//! Notes and calls on the timeline of a person, a company or an opportunity.

mod add;
mod call;
mod change;
mod fault;
mod search;
mod several;
mod subject;

pub use add::add;
pub use call::log_call;
pub use change::{edit, remove};
pub use fault::NotesFault;
pub use search::search;
pub use several::several;
