//! Tasks and appointments: typed, put off, done, moved, closed with what comes next; the calendar of some days; where there is room; reminders;
//! calendar files.

mod appointments;
mod busy;
mod close;
mod edit;
mod fault;
mod files;
mod list;
mod now;
mod over;
mod quick;
mod range;
mod remind;
mod tasks;

pub use appointments::{create_appointment, get_appointment, remove_appointments, update_appointment};
pub use busy::busy;
pub use close::close_appointment;
pub use fault::AgendaFault;
pub use files::{check_calendar, export_calendar, take_calendar, write_feed};
pub use list::{get_task, list_tasks};
pub use over::{done, postpone, remove_tasks, reopen};
pub use quick::read_quick;
pub use range::range;
pub use remind::remind_due;
pub use tasks::{create_task, update_task};

pub(crate) use now::now;
pub(crate) use tasks::add_task;
