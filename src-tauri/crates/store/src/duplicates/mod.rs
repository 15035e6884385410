//! What the desk holds twice: the cards a search compares, the groups it found, and pairs the seller says are two.
//!
//! What was found is machinery, made anew by every search. A group is shown as long as its records are what they were when it was found: who is
//! removed, made one with another or edited drops out when the list is read, and who comes back by undo is there again. To say whether an edited
//! record still is the same as another takes the whole desk (how rare each value is), which is what the next search looks at.

mod apart;
mod cards;
mod found;
mod history;
mod list;
mod merge_all;

pub use apart::{are_apart, tell_apart};
pub use cards::{CompanyRecord, PersonRecord, companies_after, people_after, total};
pub use found::{Finding, begin, clear_old, finish, insert, last, stale};
pub use history::{busy, history, import_since, message_plans};
pub(crate) use list::condition;
pub use list::{Counts, Group, counts, group_of, groups, member, next_exact, reasons};
pub use merge_all::{MergeAll, begin_all, end_all, open_all, progress_all};
