use super::task_field::{date, id, line, lines, moment, zone};
use super::{AgendaFieldError, Appointment, Span, TITLE};
use crate::views::agenda::AppointmentKind;
use chrono::TimeDelta;
use chrono_tz::Tz;
use url::Url;

/// Most people of one appointment.
const PEOPLE: usize = 100;
/// Longest time between a reminder and what it reminds of, in minutes: four weeks.
const REMIND: u32 = 40_320;
/// How long an appointment takes that says only when it begins.
const USUAL: TimeDelta = TimeDelta::hours(1);

/// A value of an appointment that the seller types, by the name it has in commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AppointmentField {
    /// What it is about.
    Title,
    /// How people meet.
    Kind,
    /// The zone of local times.
    TimeZone,
    /// When it begins.
    Starts,
    /// When it ends.
    Ends,
    /// Where.
    Place,
    /// Link of the video meeting.
    VideoLink,
    /// Notes.
    Notes,
    /// What came of it.
    Outcome,
    /// With whom.
    People,
    /// With which company.
    Company,
    /// About which opportunity.
    Opportunity,
    /// When the seller is reminded.
    Remind,
}

const FIELDS: &[(AppointmentField, &str)] = &[
    (AppointmentField::Title, "title"),
    (AppointmentField::Kind, "kind"),
    (AppointmentField::TimeZone, "time_zone"),
    (AppointmentField::Starts, "starts"),
    (AppointmentField::Ends, "ends"),
    (AppointmentField::Place, "place"),
    (AppointmentField::VideoLink, "video_link"),
    (AppointmentField::Notes, "notes"),
    (AppointmentField::Outcome, "outcome"),
    (AppointmentField::People, "people"),
    (AppointmentField::Company, "company_id"),
    (AppointmentField::Opportunity, "opportunity_id"),
    (AppointmentField::Remind, "remind_minutes"),
];
const NAMES: &[&str] = &[
    "title",
    "kind",
    "time_zone",
    "starts",
    "ends",
    "place",
    "video_link",
    "notes",
    "outcome",
    "people",
    "company_id",
    "opportunity_id",
    "remind_minutes",
];

impl AppointmentField {
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

    /// Puts a value on an appointment: cleaned and checked. Empty clears, or goes back to what is usual. Times are put together, by `put_times`.
    ///
    /// # Errors
    /// See [`AgendaFieldError`]; the appointment is unchanged then.
    fn set(self, to: &mut Appointment, value: &str) -> Result<(), AgendaFieldError> {
        match self {
            Self::Title => to.title = line("title", value, TITLE)?,
            Self::Kind if value.is_empty() => to.kind = AppointmentKind::Meeting,
            Self::Kind => {
                let known = &["meeting", "video", "call", "visit", "other"];
                to.kind = AppointmentKind::of_code(value).ok_or(AgendaFieldError::Word { field: "kind", known })?;
            }
            Self::TimeZone => to.zone = zone(value)?.unwrap_or(to.zone),
            Self::Starts | Self::Ends => {}
            Self::Place => to.place = line("place", value, TITLE)?,
            Self::VideoLink => to.video_link = link(value)?,
            Self::Notes => to.notes = lines("notes", value)?,
            Self::Outcome => to.outcome = lines("outcome", value)?,
            Self::People => {
                let mut people = Vec::new();
                for one in value.split(',').filter(|one| !one.trim().is_empty()) {
                    people.extend(id(one)?.filter(|one| !people.contains(one)));
                }
                if people.len() > PEOPLE {
                    return Err(AgendaFieldError::TooManyPeople(PEOPLE));
                }
                to.people = people;
            }
            Self::Company => to.company_id = id(value)?,
            Self::Opportunity => to.opportunity_id = id(value)?,
            Self::Remind if value.is_empty() => to.remind_minutes = None,
            Self::Remind => {
                let minutes: u32 = value.trim().parse().map_err(|_| AgendaFieldError::Minutes)?;
                to.remind_minutes = Some(minutes).filter(|minutes| *minutes <= REMIND).ok_or(AgendaFieldError::Minutes).map(Some)?;
            }
        }
        Ok(())
    }

    /// Puts values on an appointment: all or none. A new beginning alone moves it, a new end alone makes it longer or shorter.
    ///
    /// # Errors
    /// See [`AgendaFieldError`]; what stands in `to` then is of no use.
    pub fn put(to: &mut Appointment, values: &[(Self, String)]) -> Result<(), AgendaFieldError> {
        let mut values: Vec<&(Self, String)> = values.iter().collect();
        values.sort_by_key(|(field, _)| *field);
        for (field, value) in &values {
            field.set(to, value)?;
        }
        let given =
            |wanted| values.iter().find(|(field, value)| *field == wanted && !value.trim().is_empty()).map(|(_, value)| value.trim());
        put_times(to, given(Self::Starts), given(Self::Ends))?;
        to.check()
    }
}

fn put_times(to: &mut Appointment, starts: Option<&str>, ends: Option<&str>) -> Result<(), AgendaFieldError> {
    let span = match (starts, ends) {
        (None, None) => return Ok(()),
        (Some(starts), None) => match (End::read(starts, to.zone)?, to.span) {
            (End::Day(from), Some(span)) => span.moved_to_day(from)?,
            (End::Day(from), None) => Span::days(from, from)?,
            (End::At(at), Some(span)) => span.moved_to(at)?,
            (End::At(at), None) => Span::timed(at, at + USUAL)?,
        },
        (None, Some(ends)) => match (to.span.ok_or(AgendaFieldError::NoStart)?, End::read(ends, to.zone)?) {
            (Span::Timed { starts, .. }, End::At(at)) => Span::timed(starts, at)?,
            (Span::Days { from, .. }, End::Day(last)) => Span::days(from, last)?,
            _ => return Err(AgendaFieldError::HalfDay),
        },
        (Some(starts), Some(ends)) => match (End::read(starts, to.zone)?, End::read(ends, to.zone)?) {
            (End::At(starts), End::At(ends)) => Span::timed(starts, ends)?,
            (End::Day(from), End::Day(last)) => Span::days(from, last)?,
            _ => return Err(AgendaFieldError::HalfDay),
        },
    };
    to.span = Some(span);
    Ok(())
}

/// One end of an appointment as typed: a day alone, or a moment.
enum End {
    Day(chrono::NaiveDate),
    At(chrono::DateTime<chrono::Utc>),
}

impl End {
    fn read(value: &str, zone: Tz) -> Result<Self, AgendaFieldError> {
        if value.len() == 10 { date(value).map(Self::Day) } else { moment(value, zone).map(Self::At) }
    }
}

/// A link that can be opened, or nothing.
fn link(value: &str) -> Result<String, AgendaFieldError> {
    let value = line("video_link", value, 2_048)?;
    if value.is_empty() {
        return Ok(value);
    }
    let whole = if value.contains("://") { value } else { format!("https://{value}") };
    let url = Url::parse(&whole).map_err(|_| AgendaFieldError::Link)?;
    let fit = matches!(url.scheme(), "https" | "http") && url.host_str().is_some_and(|host| host.contains('.'));
    if fit { Ok(whole) } else { Err(AgendaFieldError::Link) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn appointment(values: &[(&str, &str)]) -> Result<Appointment, AgendaFieldError> {
        put_on(Appointment::new(Uuid::nil(), "2026-09-15T08:00:00Z".parse().unwrap(), Tz::Europe__Paris), values)
    }

    fn put_on(mut to: Appointment, values: &[(&str, &str)]) -> Result<Appointment, AgendaFieldError> {
        let values = values.iter().map(|(field, value)| Ok((AppointmentField::of_code(field)?, (*value).to_owned())));
        AppointmentField::put(&mut to, &values.collect::<Result<Vec<_>, AgendaFieldError>>()?)?;
        Ok(to)
    }

    fn times(of: &Appointment) -> [String; 2] {
        let (starts, ends) = of.moments(Tz::Europe__Paris).unwrap();
        [starts, ends].map(|at| at.format("%d %H:%M").to_string())
    }

    #[test]
    fn a_beginning_is_enough_and_local_times_are_of_the_zone_named() {
        let hour = appointment(&[("title", "Visit"), ("starts", "2026-09-16T14:30")]).unwrap();
        assert_eq!(times(&hour), ["16 12:30", "16 13:30"]);
        let york = appointment(&[("starts", "2026-09-16 09:00"), ("time_zone", "America/New_York"), ("title", "Call")]).unwrap();
        assert_eq!(times(&york), ["16 13:00", "16 14:00"]);
        let day = appointment(&[("title", "Fair"), ("starts", "2026-09-16"), ("ends", "2026-09-17")]).unwrap();
        assert_eq!(times(&day), ["15 22:00", "17 22:00"]);
    }

    #[test]
    fn a_new_beginning_moves_it_and_a_new_end_makes_it_longer() {
        let made = appointment(&[("title", "Visit"), ("starts", "2026-09-16T14:30"), ("ends", "2026-09-16T16:00")]).unwrap();
        let moved = put_on(made.clone(), &[("starts", "2026-09-17T09:00")]).unwrap();
        assert_eq!(times(&moved), ["17 07:00", "17 08:30"]);
        assert_eq!(times(&put_on(made.clone(), &[("ends", "2026-09-16T15:00")]).unwrap()), ["16 12:30", "16 13:00"]);
        assert_eq!(put_on(made.clone(), &[("ends", "2026-09-16T14:30")]), Err(AgendaFieldError::EndBeforeStart));
        assert_eq!(put_on(made.clone(), &[("ends", "2026-09-18")]), Err(AgendaFieldError::HalfDay));
        assert!(put_on(made, &[("starts", "2026-09-18")]).unwrap().span.unwrap().is_days(), "dragged to the row of whole days");
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_reason() {
        for (values, error) in [
            (&[("title", "x")][..], AgendaFieldError::NoStart),
            (&[("starts", "2026-09-16T14:30")], AgendaFieldError::NoTitle),
            (&[("title", "x"), ("starts", "tomorrow")], AgendaFieldError::Moment),
            (&[("title", "x"), ("starts", "2026-02-30")], AgendaFieldError::Date),
            (&[("title", "x"), ("starts", "2026-09-16"), ("video_link", "javascript:alert(1)")], AgendaFieldError::Link),
            (&[("title", "x"), ("starts", "2026-09-16"), ("video_link", "ftp://a.example")], AgendaFieldError::Link),
            (&[("title", "x"), ("starts", "2026-09-16"), ("remind_minutes", "-5")], AgendaFieldError::Minutes),
            (&[("title", "x"), ("starts", "2026-09-16"), ("time_zone", "Paris")], AgendaFieldError::Zone),
        ] {
            assert_eq!(appointment(values), Err(error), "{values:?}");
        }
        let link = appointment(&[("title", "x"), ("starts", "2026-09-16"), ("video_link", "meet.example.com/abc")]).unwrap().video_link;
        assert_eq!(link, "https://meet.example.com/abc");
    }
}
