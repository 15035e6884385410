use super::{AgendaFieldError, Due};
use crate::views::agenda::{Priority, TaskKind, TaskState};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// Something the seller wants to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Id.
    pub id: Uuid,
    /// What.
    pub title: String,
    /// What it asks for.
    pub kind: TaskKind,
    /// Notes.
    pub notes: String,
    /// When.
    pub due: Option<Due>,
    /// How much it matters.
    pub priority: Priority,
    /// Where it stands.
    pub state: TaskState,
    /// When it was over.
    pub done_at: Option<DateTime<Utc>>,
    /// What came of it.
    pub outcome: String,
    /// When the seller is reminded.
    pub remind_at: Option<DateTime<Utc>>,
    /// About whom.
    pub person_id: Option<Uuid>,
    /// About which company.
    pub company_id: Option<Uuid>,
    /// About which opportunity.
    pub opportunity_id: Option<Uuid>,
    /// Invented.
    pub sample: bool,
    /// When it was noted.
    pub created_at: DateTime<Utc>,
    /// When it was removed.
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Task {
    /// A task without a title yet.
    pub fn new(id: Uuid, at: DateTime<Utc>) -> Self {
        Self {
            id,
            title: String::new(),
            kind: TaskKind::Other,
            notes: String::new(),
            due: None,
            priority: Priority::Normal,
            state: TaskState::ToDo,
            done_at: None,
            outcome: String::new(),
            remind_at: None,
            person_id: None,
            company_id: None,
            opportunity_id: None,
            sample: false,
            created_at: at,
            deleted_at: None,
        }
    }

    /// Puts it into a state; when it is over for the first time, `at` is when.
    pub fn enter(&mut self, state: TaskState, at: DateTime<Utc>) {
        self.done_at = match (state.is_open(), self.done_at) {
            (true, _) => None,
            (false, Some(before)) if !self.state.is_open() => Some(before),
            (false, _) => Some(at),
        };
        self.state = state;
    }

    /// Moves it to a day, at the same time of day; its reminder moves along.
    pub fn move_to(&mut self, on: NaiveDate, desk: Tz) {
        let before = self.due;
        let due = before.map_or(Due { on, time: None, zone: None }, |due| due.on_day(on));
        if let (Some(remind), Some(before)) = (self.remind_at, before) {
            self.remind_at = Some(match (before.at(desk), due.at(desk)) {
                (Some(from), Some(to)) => remind + (to - from),
                _ => {
                    let zone = due.zone.unwrap_or(desk);
                    let local = remind.with_timezone(&zone).naive_local() + (on - before.on);
                    crate::time::instant(zone, local.date(), local.time())
                }
            });
        }
        self.due = Some(due);
    }

    /// Whether it can stand as it is.
    ///
    /// # Errors
    /// [`AgendaFieldError::NoTitle`].
    pub fn check(&self) -> Result<(), AgendaFieldError> {
        if self.title.is_empty() { Err(AgendaFieldError::NoTitle) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveTime;

    #[test]
    fn what_is_put_off_keeps_its_time_of_day_and_its_reminder_over_a_change_of_the_clocks() {
        let mut task = Task::new(Uuid::nil(), "2026-03-01T08:00:00Z".parse().unwrap());
        let on = "2026-03-28".parse().unwrap();
        task.due = Some(Due { on, time: NaiveTime::from_hms_opt(9, 0, 0), zone: None });
        task.remind_at = Some("2026-03-28T07:30:00Z".parse().unwrap());
        task.move_to("2026-03-30".parse().unwrap(), Tz::Europe__Paris);
        assert_eq!(task.due.unwrap().at(Tz::Europe__Paris).unwrap().to_rfc3339(), "2026-03-30T07:00:00+00:00");
        assert_eq!(task.remind_at.unwrap().to_rfc3339(), "2026-03-30T06:30:00+00:00");
        task.due = Some(Due { on: "2026-03-30".parse().unwrap(), time: None, zone: None });
        task.move_to("2026-03-27".parse().unwrap(), Tz::Europe__Paris);
        assert_eq!(task.remind_at.unwrap().to_rfc3339(), "2026-03-27T07:30:00+00:00", "half past eight all the same");
    }

    #[test]
    fn a_task_is_over_once_and_open_again_when_it_is_taken_up_again() {
        let (one, two) = ("2026-03-01T08:00:00Z".parse().unwrap(), "2026-03-02T08:00:00Z".parse().unwrap());
        let mut task = Task::new(Uuid::nil(), one);
        task.enter(TaskState::Done, one);
        task.enter(TaskState::Cancelled, two);
        assert_eq!((task.state, task.done_at), (TaskState::Cancelled, Some(one)));
        task.enter(TaskState::InProgress, two);
        assert_eq!(task.done_at, None);
    }
}
