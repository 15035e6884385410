//! Tasks and appointments: rows, lists, what a range of days holds, reminders.

mod appointments;
mod calendar;
mod named;
mod next;
mod reminders;
mod tasks;

pub use appointments::{
    appointment, appointments, insert_appointment, of_uid, overlapping, remove_appointment, update_appointment, view_appointment,
    view_appointments,
};
pub use calendar::{followups_by_day, tasks_between};
pub use next::{Coming, coming_today};
pub use reminders::{Reminder, due_reminders, next_reminder, still_due};
pub use tasks::{TasksOf, counts, insert_task, list_tasks, remove_task, task, update_task, view_task};
