use super::{AgendaFieldError, NOTES, TITLE, Task};
use crate::text::{clean_line, clean_lines};
use crate::views::agenda::{Priority, TaskKind, TaskState};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// A value of a task that the seller types, by the name it has in commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskField {
    /// What is to be done.
    Title,
    /// What it asks for.
    Kind,
    /// Notes.
    Notes,
    /// Its day.
    DueOn,
    /// Its time of day.
    DueTime,
    /// The zone of that time.
    TimeZone,
    /// How much it matters.
    Priority,
    /// Where it stands.
    State,
    /// What came of it.
    Outcome,
    /// When the seller is reminded.
    RemindAt,
    /// About whom.
    Person,
    /// About which company.
    Company,
    /// About which opportunity.
    Opportunity,
}

const FIELDS: &[(TaskField, &str)] = &[
    (TaskField::Title, "title"),
    (TaskField::Kind, "kind"),
    (TaskField::Notes, "notes"),
    (TaskField::DueOn, "due_on"),
    (TaskField::DueTime, "due_time"),
    (TaskField::TimeZone, "time_zone"),
    (TaskField::Priority, "priority"),
    (TaskField::State, "state"),
    (TaskField::Outcome, "outcome"),
    (TaskField::RemindAt, "remind_at"),
    (TaskField::Person, "person_id"),
    (TaskField::Company, "company_id"),
    (TaskField::Opportunity, "opportunity_id"),
];
const NAMES: &[&str] = &[
    "title",
    "kind",
    "notes",
    "due_on",
    "due_time",
    "time_zone",
    "priority",
    "state",
    "outcome",
    "remind_at",
    "person_id",
    "company_id",
    "opportunity_id",
];

impl TaskField {
    /// Its name.
    pub fn code(self) -> &'static str {
        FIELDS.iter().find(|(field, _)| *field == self).map_or("", |(_, code)| code)
    }

    /// The field called `code`.
    ///
    /// # Errors
    /// [`AgendaFieldError::Unknown`].
    pub fn of_code(code: &str) -> Result<Self, AgendaFieldError> {
        let found = FIELDS.iter().find(|(_, name)| *name == code).map(|(field, _)| *field);
        found.ok_or(AgendaFieldError::Unknown { known: NAMES })
    }

    /// Puts a value on a task: cleaned and checked. Empty clears, or goes back to what is usual.
    ///
    /// # Errors
    /// See [`AgendaFieldError`]; the task is unchanged then.
    pub fn set(self, task: &mut Task, value: &str, now: DateTime<Utc>, desk: Tz) -> Result<(), AgendaFieldError> {
        match self {
            Self::Title => task.title = line(self.code(), value, TITLE)?,
            Self::Kind if value.is_empty() => task.kind = TaskKind::Other,
            Self::Kind => {
                let known = &["call", "email", "visit", "quote", "other"];
                task.kind = TaskKind::of_code(value).ok_or(AgendaFieldError::Word { field: "kind", known })?;
            }
            Self::Notes => task.notes = lines(self.code(), value)?,
            Self::Outcome => task.outcome = lines(self.code(), value)?,
            Self::DueOn if value.is_empty() => task.due = None,
            Self::DueOn => task.move_to(date(value)?, desk),
            Self::DueTime => set_time(task, value)?,
            Self::TimeZone => {
                let zone = zone(value)?;
                if let Some(due) = &mut task.due {
                    due.zone = zone;
                }
            }
            Self::Priority if value.is_empty() => task.priority = Priority::Normal,
            Self::Priority => {
                let known = &["low", "normal", "high"];
                task.priority = Priority::of_code(value).ok_or(AgendaFieldError::Word { field: "priority", known })?;
            }
            Self::State => {
                let known = &["to_do", "in_progress", "done", "cancelled"];
                let state = TaskState::of_code(value).ok_or(AgendaFieldError::Word { field: "state", known })?;
                task.enter(state, now);
            }
            Self::RemindAt => task.remind_at = if value.is_empty() { None } else { Some(moment(value, desk)?) },
            Self::Person => task.person_id = id(value)?,
            Self::Company => task.company_id = id(value)?,
            Self::Opportunity => task.opportunity_id = id(value)?,
        }
        Ok(())
    }
}

/// A time belongs to a day: the day is named first.
fn set_time(task: &mut Task, value: &str) -> Result<(), AgendaFieldError> {
    let at = if value.is_empty() { None } else { Some(time_of_day(value)?) };
    match (&mut task.due, at) {
        (Some(due), at) => due.time = at,
        (None, None) => {}
        (None, Some(_)) => return Err(AgendaFieldError::TimeWithoutDay),
    }
    Ok(())
}

/// One line of at most so many characters.
pub(super) fn line(field: &'static str, value: &str, limit: usize) -> Result<String, AgendaFieldError> {
    let value = clean_line(value);
    if value.chars().count() > limit { Err(AgendaFieldError::TooLong { field, limit }) } else { Ok(value) }
}

/// Several lines.
pub(super) fn lines(field: &'static str, value: &str) -> Result<String, AgendaFieldError> {
    let value = clean_lines(value);
    if value.chars().count() > NOTES { Err(AgendaFieldError::TooLong { field, limit: NOTES }) } else { Ok(value) }
}

/// A day of these centuries, ISO 8601.
pub(super) fn date(value: &str) -> Result<NaiveDate, AgendaFieldError> {
    let day: NaiveDate = value.trim().parse().map_err(|_| AgendaFieldError::Date)?;
    if (1900..=2200).contains(&day.year()) { Ok(day) } else { Err(AgendaFieldError::Date) }
}

/// `HH:MM`, seconds ignored.
pub(super) fn time_of_day(value: &str) -> Result<NaiveTime, AgendaFieldError> {
    let value = value.trim();
    let read = |form| NaiveTime::parse_from_str(value, form);
    read("%H:%M").or_else(|_| read("%H:%M:%S")).map_err(|_| AgendaFieldError::Time)
}

/// An IANA zone; empty is the desk's.
pub(super) fn zone(value: &str) -> Result<Option<Tz>, AgendaFieldError> {
    if value.trim().is_empty() { Ok(None) } else { value.trim().parse().map(Some).map_err(|_| AgendaFieldError::Zone) }
}

/// RFC 3339, or a local time `YYYY-MM-DDTHH:MM` (a blank for the T) in this zone.
pub(super) fn moment(value: &str, zone: Tz) -> Result<DateTime<Utc>, AgendaFieldError> {
    let value = value.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(value) {
        date(&at.date_naive().to_string()).map_err(|_| AgendaFieldError::Moment)?;
        return Ok(at.with_timezone(&Utc));
    }
    let value = value.replacen(' ', "T", 1);
    let read = |form| NaiveDateTime::parse_from_str(&value, form);
    let local = read("%Y-%m-%dT%H:%M").or_else(|_| read("%Y-%m-%dT%H:%M:%S")).map_err(|_| AgendaFieldError::Moment)?;
    date(&local.date().to_string()).map_err(|_| AgendaFieldError::Moment)?;
    Ok(crate::time::instant(zone, local.date(), local.time()))
}

/// An id, or none.
pub(super) fn id(value: &str) -> Result<Option<Uuid>, AgendaFieldError> {
    if value.trim().is_empty() { Ok(None) } else { Uuid::parse_str(value.trim()).map(Some).map_err(|_| AgendaFieldError::Id) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(values: &[(&str, &str)]) -> Result<Task, AgendaFieldError> {
        let now = "2026-09-15T08:00:00Z".parse().unwrap();
        let mut task = Task::new(Uuid::nil(), now);
        for (field, value) in values {
            TaskField::of_code(field)?.set(&mut task, value, now, Tz::Europe__Paris)?;
        }
        task.check().map(|()| task)
    }

    #[test]
    fn values_are_cleaned_and_checked() {
        let found = task(&[("title", " Call\tMarie "), ("due_on", "2026-09-16"), ("due_time", "14:30"), ("priority", "high")]).unwrap();
        assert_eq!((found.title.as_str(), found.priority), ("Call Marie", Priority::High));
        assert_eq!(found.due.unwrap().at(Tz::Europe__Paris).unwrap().to_rfc3339(), "2026-09-16T12:30:00+00:00");
        let remind = task(&[("title", "x"), ("remind_at", "2026-09-16T09:00")]).unwrap().remind_at.unwrap();
        assert_eq!(remind.to_rfc3339(), "2026-09-16T07:00:00+00:00");
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_reason() {
        for (values, error) in [
            (&[("colour", "red")][..], AgendaFieldError::Unknown { known: NAMES }),
            (&[("title", " ")], AgendaFieldError::NoTitle),
            (&[("title", "x"), ("due_on", "15/09/2026")], AgendaFieldError::Date),
            (&[("title", "x"), ("due_on", "0001-01-01")], AgendaFieldError::Date),
            (&[("title", "x"), ("due_time", "14:00")], AgendaFieldError::TimeWithoutDay),
            (&[("title", "x"), ("due_on", "2026-09-15"), ("due_time", "25:00")], AgendaFieldError::Time),
            (&[("title", "x"), ("person_id", "Marie")], AgendaFieldError::Id),
        ] {
            assert_eq!(task(values), Err(error), "{values:?}");
        }
        assert!(matches!(task(&[("title", &"x".repeat(301))]), Err(AgendaFieldError::TooLong { field: "title", limit: 300 })));
    }
}
