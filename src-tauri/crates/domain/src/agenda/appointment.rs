use super::{AgendaFieldError, Span};
use crate::views::agenda::{AppointmentKind, AppointmentState};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// A time the seller meets somebody, or keeps for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Id.
    pub id: Uuid,
    /// What it is about.
    pub title: String,
    /// How people meet.
    pub kind: AppointmentKind,
    /// When; nothing before a beginning was named.
    pub span: Option<Span>,
    /// The zone it was made in.
    pub zone: Tz,
    /// Where.
    pub place: String,
    /// Link of the video meeting.
    pub video_link: String,
    /// Where it stands.
    pub state: AppointmentState,
    /// Notes to prepare it.
    pub notes: String,
    /// What came of it.
    pub outcome: String,
    /// With whom, in the order they were named.
    pub people: Vec<Uuid>,
    /// With which company.
    pub company_id: Option<Uuid>,
    /// About which opportunity.
    pub opportunity_id: Option<Uuid>,
    /// Minutes before it at which the seller is reminded.
    pub remind_minutes: Option<u32>,
    /// Its name in every calendar (RFC 5545, UID).
    pub uid: String,
    /// Which occurrence of a series it is (RECURRENCE-ID), or empty.
    pub occurrence: String,
    /// How often it was moved or called off (SEQUENCE).
    pub sequence: u32,
    /// It came with a calendar file.
    pub imported: bool,
    /// Invented.
    pub sample: bool,
    /// When it was noted.
    pub created_at: DateTime<Utc>,
    /// When it was removed.
    pub deleted_at: Option<DateTime<Utc>>,
}

impl Appointment {
    /// An appointment without a title or time yet. Its name in calendars is its id (RFC 7986, section 5.3).
    pub fn new(id: Uuid, at: DateTime<Utc>, zone: Tz) -> Self {
        Self {
            id,
            title: String::new(),
            kind: AppointmentKind::Meeting,
            span: None,
            zone,
            place: String::new(),
            video_link: String::new(),
            state: AppointmentState::Planned,
            notes: String::new(),
            outcome: String::new(),
            people: Vec::new(),
            company_id: None,
            opportunity_id: None,
            remind_minutes: None,
            uid: id.to_string(),
            occurrence: String::new(),
            sequence: 0,
            imported: false,
            sample: false,
            created_at: at,
            deleted_at: None,
        }
    }

    /// Its first moment and the first one after it.
    ///
    /// # Errors
    /// [`AgendaFieldError::NoStart`].
    pub fn moments(&self, desk: Tz) -> Result<(DateTime<Utc>, DateTime<Utc>), AgendaFieldError> {
        // Whole days are those of where the seller is, whatever zone they were written down in.
        self.span.map(|span| span.moments(desk)).ok_or(AgendaFieldError::NoStart)
    }

    /// When the seller is reminded.
    pub fn remind_at(&self, desk: Tz) -> Option<DateTime<Utc>> {
        let (starts, _) = self.moments(desk).ok()?;
        Some(starts - TimeDelta::minutes(i64::from(self.remind_minutes?)))
    }

    /// Counts a change that others who hold it in a calendar must hear of: of its time, its place, or that it is off.
    pub fn count_change(&mut self, before: &Self) {
        let off = |one: &Self| one.state == AppointmentState::Cancelled;
        if self.span != before.span || self.place != before.place || off(self) != off(before) {
            self.sequence = before.sequence.saturating_add(1);
        }
    }

    /// Whether it can stand as it is.
    ///
    /// # Errors
    /// [`AgendaFieldError::NoTitle`], [`AgendaFieldError::NoStart`].
    pub fn check(&self) -> Result<(), AgendaFieldError> {
        if self.title.is_empty() {
            return Err(AgendaFieldError::NoTitle);
        }
        self.span.map(|_| ()).ok_or(AgendaFieldError::NoStart)
    }
}
