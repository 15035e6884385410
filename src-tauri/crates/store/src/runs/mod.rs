//! Runs: who is in them, how far each person is, the log, the receipt. Never recorded: a run is a fact.

mod log;
mod people;
mod progress;
mod recipients;
mod rest;
mod rows;

pub use log::{Line, Note, append, lines, whole_log};
pub use people::{
    PersonDone, PersonRow, RunPerson, cancel_waiting, finish_person, mark_working, next, people_page, put_back, put_back_working,
};
pub use progress::{Counts, Emails, counts, done_since, emails, for_the_seller, step_progress, untouched};
pub use recipients::{Target, targets};
pub use rest::rest;
pub use rows::{NewRun, RunRow, add_people, create, find, list, names, open_runs, set_state, settled, state, status, store_receipt};
