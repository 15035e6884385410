//! Imports: what was read from a file, what is planned for each row, how far writing is. Never recorded: the people written are.

mod file;
mod staging;

pub use file::{
    Correspondence, Detected, Import, Info, NewImport, Remembered, Settings, Warned, applying, delete, drop_text, find, finish, insert,
    keep_text, latest_like, latest_of, list, newest_change, open_operation, progress, put_info, put_settings, set_check, set_failed,
    set_operation, set_state, stale, standing, start, stop, text,
};
pub use staging::{
    Planned, Shown, Staged, StagedRow, Told, add_rows, alike, clear, conflicts_after, counts_from, edit, later_of, leave_rest, page,
    replan, row, rows_after,
};
