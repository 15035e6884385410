use crate::fault::{Fault, Params, params};

/// Why a value of a task or an appointment cannot be taken. The value itself is never part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgendaFieldError {
    /// No field has this name.
    #[error("there is no such field")]
    Unknown {
        /// The fields there are.
        known: &'static [&'static str],
    },
    /// Longer than the field's limit.
    #[error("the value of {field} is longer than {limit} characters")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Most characters.
        limit: usize,
    },
    /// None of the words of this field.
    #[error("{field} has no such word")]
    Word {
        /// Which field.
        field: &'static str,
        /// The words it knows.
        known: &'static [&'static str],
    },
    /// Not an ISO date between 1900 and 2200.
    #[error("this is not a day")]
    Date,
    /// Not `HH:MM`.
    #[error("this is not a time of day")]
    Time,
    /// Neither RFC 3339 nor a local time.
    #[error("this is not a moment")]
    Moment,
    /// No IANA zone has this name.
    #[error("there is no such time zone")]
    Zone,
    /// A time without a day.
    #[error("a time needs a day")]
    TimeWithoutDay,
    /// The end does not come after the beginning.
    #[error("it ends before it begins")]
    EndBeforeStart,
    /// A beginning with a time and an end without one, or the other way round.
    #[error("one end has a time and the other has none")]
    HalfDay,
    /// Longer than a year.
    #[error("it takes longer than a year")]
    TooMuch,
    /// There is no title.
    #[error("a title is needed")]
    NoTitle,
    /// There is no beginning.
    #[error("a beginning is needed")]
    NoStart,
    /// Not an `https:` link (or `http:`).
    #[error("this is not a link")]
    Link,
    /// Not an id.
    #[error("this is not an id")]
    Id,
    /// Not a number of minutes up to four weeks.
    #[error("this is not a number of minutes")]
    Minutes,
    /// More people than an appointment may have.
    #[error("more than {0} people")]
    TooManyPeople(usize),
}

impl Fault for AgendaFieldError {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "agenda.unknown_field",
            Self::TooLong { .. } => "agenda.too_long",
            Self::Word { .. } => "agenda.unknown_word",
            Self::Date => "agenda.bad_date",
            Self::Time => "agenda.bad_time",
            Self::Moment => "agenda.bad_moment",
            Self::Zone => "agenda.bad_zone",
            Self::TimeWithoutDay => "agenda.time_without_day",
            Self::EndBeforeStart => "agenda.end_before_start",
            Self::HalfDay => "agenda.half_day",
            Self::TooMuch => "agenda.too_much",
            Self::NoTitle => "agenda.no_title",
            Self::NoStart => "agenda.no_start",
            Self::Link => "agenda.bad_link",
            Self::Id => "agenda.bad_id",
            Self::Minutes => "agenda.bad_minutes",
            Self::TooManyPeople(_) => "agenda.too_many_people",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Unknown { known } => params([("known", known.join(", "))]),
            Self::TooLong { field, limit } => params([("field", (*field).to_owned()), ("limit", limit.to_string())]),
            Self::Word { field, known } => params([("field", (*field).to_owned()), ("known", known.join(", "))]),
            Self::TooManyPeople(limit) => params([("limit", limit.to_string())]),
            _ => Params::new(),
        }
    }
}
