//! Imports: what was read from a file, what is planned for each row, how far writing is. Never recorded: the people written are.

mod file;
mod staging;

pub use file::{
    Import, Info, NewImport, Warned, applying, find, finish, insert, latest_of, list, newest_change, open_operation, progress, set_check,
    set_failed, set_operation, set_state, stale, standing, start, stop,
};
pub use staging::{Planned, Staged, StagedRow, add_rows, clear, counts_from, leave_rest, page, replan, rows_after};
