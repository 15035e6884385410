use crate::DeskLocked;
use domain::agenda::AgendaFieldError;
use domain::fault::{Fault, Params, params};
use formats::calendar::CalendarError;
use formats::export::ExportError;
use store::StoreError;

/// A task or an appointment could not be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum AgendaFault {
    /// The desk is locked.
    #[error(transparent)]
    Locked(#[from] DeskLocked),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value cannot be taken.
    #[error(transparent)]
    Field(#[from] AgendaFieldError),
    /// No such task on the desk.
    #[error("there is no such task")]
    NoTask,
    /// No such appointment on the desk.
    #[error("there is no such appointment")]
    NoAppointment,
    /// Somebody who is not on the desk was named.
    #[error("there is no such person")]
    NoPerson,
    /// A company that is not on the desk was named.
    #[error("there is no such company")]
    NoCompany,
    /// None was chosen, or there was nothing to do for those chosen.
    #[error("nothing was chosen")]
    None,
    /// The days are too many, or the last comes before the first.
    #[error("these days cannot be shown at once")]
    Range,
    /// A calendar file could not be written.
    #[error(transparent)]
    File(#[from] ExportError),
    /// There is no appointment to write.
    #[error("there is no appointment on these days")]
    Nothing,
    /// A calendar file could not be read.
    #[error("the file could not be read: {0}")]
    Unreadable(std::io::ErrorKind),
    /// Larger than is read.
    #[error("the file is larger than {limit} MB")]
    TooLarge {
        /// The most, in megabytes.
        limit: u64,
    },
    /// Not a calendar file, a cut one, or one of too many events.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// Not the file that was looked into.
    #[error("the file changed since it was looked into")]
    OtherFile,
}

impl Fault for AgendaFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Locked(e) => e.code(),
            Self::Store(e) => e.code(),
            Self::Field(e) => e.code(),
            Self::NoTask => "tasks.not_found",
            Self::NoAppointment => "appointments.not_found",
            Self::NoPerson => "agenda.no_such_person",
            Self::NoCompany => "agenda.no_such_company",
            Self::None => "agenda.none",
            Self::Range => "agenda.range",
            Self::File(_) => "calendar.unwritable",
            Self::Nothing => "calendar.nothing",
            Self::Unreadable(_) => "calendar.unreadable",
            Self::TooLarge { .. } => "calendar.too_large",
            Self::Calendar(CalendarError::NotACalendar) => "calendar.no_calendar",
            Self::Calendar(CalendarError::Damaged) => "calendar.damaged",
            Self::Calendar(CalendarError::TooMany { .. }) => "calendar.too_many",
            Self::OtherFile => "calendar.changed",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Store(e) => e.params(),
            Self::Field(e) => e.params(),
            Self::TooLarge { limit } => params([("limit", limit.to_string())]),
            Self::Calendar(CalendarError::TooMany { limit }) => params([("limit", limit.to_string())]),
            _ => Params::new(),
        }
    }

    fn retryable(&self) -> bool {
        match self {
            Self::Store(e) => e.retryable(),
            Self::File(_) | Self::Unreadable(_) => true,
            _ => false,
        }
    }
}
