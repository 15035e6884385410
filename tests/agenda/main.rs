//! Tasks, appointments, notes, and the timeline they stand on: noted, put off, done, moved, closed, taken back.

#[cfg(test)]
mod appointments;
#[cfg(test)]
mod calendars;
#[cfg(test)]
mod notes;
#[cfg(test)]
mod reminders;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tasks;
#[cfg(test)]
mod trash;
