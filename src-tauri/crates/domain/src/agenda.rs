//! Tasks and appointments: what they hold, when they are due, what falls together, and how a line of words becomes a task.

mod appointment;
mod appointment_field;
mod busy;
mod due;
mod fault;
mod quick;
mod span;
mod task;
mod task_field;
mod words;

pub use appointment::Appointment;
pub use appointment_field::AppointmentField;
pub use busy::{Busy, free_after, overlapping};
pub use due::{Due, Now, group_of};
pub use fault::AgendaFieldError;
pub use quick::{Quick, read_line};
pub use span::Span;
pub use task::Task;
pub use task_field::TaskField;

/// Most characters of a title.
pub const TITLE: usize = 300;
/// Most characters of notes and outcomes.
pub const NOTES: usize = 20_000;
