use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;

use super::event::{Contact, Event, Refusal, When, instant};
use super::recur::Rule;
use super::zones;
use crate::content_line::{self, ContentLine};

/// Most events of a file, occurrences counted: years of a full calendar.
const MOST: usize = 20_000;

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CalendarRead {
    /// Events, what recurs laid out within the window.
    pub events: Vec<Event>,
    /// Events that cannot be taken.
    pub refused: Vec<Refusal>,
    /// Series that go on behind the window.
    pub beyond: u32,
}

/// A file that is no calendar, or too large a one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// It does not begin as one.
    #[error("this is no iCalendar file")]
    NotACalendar,
    /// Its end is missing: it was cut.
    #[error("the calendar is cut off")]
    Damaged,
    /// More events than are taken at once.
    #[error("more than {limit} events")]
    TooMany {
        /// The most.
        limit: usize,
    },
}

/// Reads a calendar. Times without a zone are those of `home`; occurrences of what recurs are laid out from the first day of `window` to
/// its last.
///
/// # Errors
/// [`CalendarError`].
pub fn read(bytes: &[u8], home: Tz, window: (NaiveDate, NaiveDate)) -> Result<CalendarRead, CalendarError> {
    let lines = content_line::read(bytes);
    if !lines.iter().take(20).any(|line| line.name == "BEGIN" && line.value.trim().eq_ignore_ascii_case("VCALENDAR")) {
        return Err(CalendarError::NotACalendar);
    }
    if !lines.iter().any(|line| line.name == "END" && line.value.trim().eq_ignore_ascii_case("VCALENDAR")) {
        return Err(CalendarError::Damaged);
    }
    let mut reading = Reading { home, window, read: CalendarRead::default(), moved: BTreeSet::new() };
    let components = components(&lines);
    // An occurrence that was changed stands for the one its series would have then.
    reading.moved = components.iter().filter_map(|component| Some((component.uid(), reading.occurrence(component)?))).collect();
    for component in &components {
        if let Err(why) = reading.take(component) {
            reading.read.refused.push(Refusal { title: component.text("SUMMARY"), why });
        }
        if reading.read.events.len() > MOST {
            return Err(CalendarError::TooMany { limit: MOST });
        }
    }
    Ok(reading.read)
}

/// The lines of one event, those of its alarms apart.
struct Component<'l> {
    lines: Vec<&'l ContentLine>,
    alarms: Vec<&'l ContentLine>,
}

impl Component<'_> {
    fn line(&self, name: &str) -> Option<&ContentLine> {
        self.lines.iter().find(|line| line.name == name).copied()
    }

    fn text(&self, name: &str) -> String {
        self.line(name).map(|line| line.text().trim().to_owned()).unwrap_or_default()
    }

    fn uid(&self) -> String {
        self.text("UID")
    }
}

fn components(lines: &[ContentLine]) -> Vec<Component<'_>> {
    let mut found = Vec::new();
    let mut open: Option<Component<'_>> = None;
    let mut alarm = false;
    for line in lines {
        let of = line.value.trim().to_ascii_uppercase();
        match (line.name.as_str(), of.as_str(), &mut open) {
            ("BEGIN", "VEVENT", _) => open = Some(Component { lines: Vec::new(), alarms: Vec::new() }),
            ("END", "VEVENT", _) => found.extend(open.take()),
            ("BEGIN", "VALARM", Some(_)) => alarm = true,
            ("END", "VALARM", Some(_)) => alarm = false,
            (_, _, Some(component)) if alarm => component.alarms.push(line),
            (_, _, Some(component)) => component.lines.push(line),
            _ => {}
        }
    }
    found
}

struct Reading {
    home: Tz,
    window: (NaiveDate, NaiveDate),
    read: CalendarRead,
    /// Occurrences that have an event of their own.
    moved: BTreeSet<(String, String)>,
}

/// A point in time as a file writes it.
#[derive(Clone, Copy)]
enum Point {
    Day(NaiveDate),
    Local(NaiveDateTime, Tz),
}

impl Point {
    fn name(self) -> String {
        match self {
            Self::Day(day) => day.format("%Y%m%d").to_string(),
            Self::Local(local, zone) => instant(zone, local).format("%Y%m%dT%H%M%SZ").to_string(),
        }
    }
}

impl Reading {
    fn occurrence(&self, component: &Component<'_>) -> Option<String> {
        Some(self.points(component.line("RECURRENCE-ID")?).ok()?.first()?.name())
    }

    fn take(&mut self, component: &Component<'_>) -> Result<(), &'static str> {
        let start = component.line("DTSTART").ok_or("no_start")?;
        let start = *self.points(start)?.first().ok_or("bad_time")?;
        let when = self.when(component, start)?;
        let occurrence = self.occurrence(component).unwrap_or_default();
        let uid = Some(component.uid()).filter(|uid| !uid.is_empty()).unwrap_or_else(|| nameless(component, start));
        let event = Event { uid, occurrence, when, ..described(component) };
        let recurs = component.lines.iter().any(|line| line.name == "RRULE" || line.name == "RDATE") && event.occurrence.is_empty();
        if recurs {
            return self.series(component, start, &event);
        }
        self.read.events.push(event);
        Ok(())
    }

    /// The occurrences of a series within the window.
    fn series(&mut self, component: &Component<'_>, start: Point, event: &Event) -> Result<(), &'static str> {
        let (local, zone) = match start {
            Point::Day(day) => (day.and_time(NaiveTime::MIN), None),
            Point::Local(local, zone) => (local, Some(zone)),
        };
        let mut beginnings = vec![local];
        for line in component.lines.iter().filter(|line| line.name == "RRULE") {
            let rule = Rule::parse(&line.value).ok_or("recurrence")?;
            let until = rule.until.as_deref().map(|text| until(text, zone).ok_or("recurrence")).transpose()?;
            // One day further than the window tells whether the series goes on.
            let last = self.window.1.succ_opt().unwrap_or(self.window.1);
            beginnings.extend(rule.beginnings(local, until, last));
            let far = self.window.1.checked_add_days(chrono::Days::new(400)).unwrap_or(self.window.1);
            let further = rule.beginnings(local, until, far).into_iter().any(|at| at.date() > self.window.1);
            self.read.beyond = self.read.beyond.saturating_add(u32::from(further));
        }
        let dates = |name: &str| -> Result<Vec<NaiveDateTime>, &'static str> {
            let mut found = Vec::new();
            for line in component.lines.iter().filter(|line| line.name == name) {
                found.extend(self.points(line)?.into_iter().map(|point| in_zone(point, zone)));
            }
            Ok(found)
        };
        let except = dates("EXDATE")?;
        beginnings.extend(dates("RDATE")?);
        beginnings.sort_unstable();
        beginnings.dedup();
        for at in beginnings.into_iter().filter(|at| !except.contains(at) && self.window.0 <= at.date() && at.date() <= self.window.1) {
            let point = zone.map_or(Point::Day(at.date()), |zone| Point::Local(at, zone));
            let occurrence = point.name();
            if !self.moved.contains(&(event.uid.clone(), occurrence.clone())) {
                let when = match event.when {
                    When::Timed { length, zone, .. } => When::Timed { starts: at, length, zone },
                    When::Days { from, to } => When::Days { from: at.date(), to: at.date() + (to - from) },
                };
                self.read.events.push(Event { occurrence, when, ..event.clone() });
            }
            if self.read.events.len() > MOST {
                break;
            }
        }
        Ok(())
    }

    /// When an event is: to its end, or for its duration, or as long as the standard says where neither stands.
    fn when(&self, component: &Component<'_>, start: Point) -> Result<When, &'static str> {
        let end = component.line("DTEND").map(|line| self.points(line)).transpose()?.and_then(|points| points.first().copied());
        let duration = component.line("DURATION").map(|line| duration(&line.value).ok_or("bad_time")).transpose()?;
        match start {
            Point::Day(from) => {
                // The end is the first day behind it (RFC 5545 section 3.6.1); some write the last one.
                let to = match (end, duration) {
                    (Some(Point::Day(end)), _) if end > from => end.pred_opt().unwrap_or(from),
                    (None, Some(length)) if length >= TimeDelta::days(2) => from + length - TimeDelta::days(1),
                    _ => from,
                };
                Ok(When::Days { from, to })
            }
            Point::Local(starts, zone) => {
                let first = instant(zone, starts);
                let length = match (end, duration) {
                    (Some(Point::Local(end, zone)), _) => instant(zone, end) - first,
                    (Some(Point::Day(end)), _) => instant(zone, end.and_time(NaiveTime::MIN)) - first,
                    (None, Some(length)) => length,
                    (None, None) => TimeDelta::zero(),
                };
                if length < TimeDelta::zero() { Err("end_before_start") } else { Ok(When::Timed { starts, length, zone }) }
            }
        }
    }

    /// The points of a line: one, or several of EXDATE and RDATE.
    fn points(&self, line: &ContentLine) -> Result<Vec<Point>, &'static str> {
        let zone = line.param("TZID").map(|name| zones::named(name).ok_or("bad_zone")).transpose()?;
        let zone = zone.unwrap_or(self.home);
        // A period of RDATE counts by its beginning.
        line.value.split(',').map(|text| point(text.split('/').next().unwrap_or_default(), zone).ok_or("bad_time")).collect()
    }
}

fn in_zone(point: Point, zone: Option<Tz>) -> NaiveDateTime {
    match (point, zone) {
        (Point::Day(day), _) => day.and_time(NaiveTime::MIN),
        (Point::Local(local, of), Some(zone)) => instant(of, local).with_timezone(&zone).naive_local(),
        (Point::Local(local, _), None) => local,
    }
}

fn point(text: &str, zone: Tz) -> Option<Point> {
    let text = text.trim();
    if text.len() == 8 {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok().map(Point::Day);
    }
    let local = NaiveDateTime::parse_from_str(text.trim_end_matches(['Z', 'z']), "%Y%m%dT%H%M%S").ok()?;
    Some(Point::Local(local, if text.ends_with(['Z', 'z']) { Tz::UTC } else { zone }))
}

/// The last moment of a rule, in the hours of its zone.
fn until(text: &str, zone: Option<Tz>) -> Option<NaiveDateTime> {
    Some(match point(text, zone.unwrap_or(Tz::UTC))? {
        Point::Day(day) => day.and_hms_opt(23, 59, 59)?,
        moment @ Point::Local(..) => in_zone(moment, zone),
    })
}

/// `P1DT2H30M`, `-PT15M`, `P2W`.
fn duration(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    let (negative, text) = text.strip_prefix('-').map_or((false, text.trim_start_matches('+')), |rest| (true, rest));
    let mut seconds = 0_i64;
    let mut number = String::new();
    let mut time = false;
    for c in text.strip_prefix(['P', 'p'])?.chars() {
        match c.to_ascii_uppercase() {
            'T' => time = true,
            c if c.is_ascii_digit() => number.push(c),
            unit => {
                let each = match (unit, time) {
                    ('W', false) => 604_800,
                    ('D', false) => 86_400,
                    ('H', true) => 3_600,
                    ('M', true) => 60,
                    ('S', true) => 1,
                    _ => return None,
                };
                seconds = seconds.checked_add(number.parse::<i64>().ok()?.checked_mul(each)?)?;
                number.clear();
            }
        }
    }
    TimeDelta::try_seconds(if negative { -seconds } else { seconds })
}

/// What an event says beside its time.
fn described(component: &Component<'_>) -> Event {
    Event {
        uid: String::new(),
        occurrence: String::new(),
        sequence: component.text("SEQUENCE").parse().unwrap_or(0),
        title: component.text("SUMMARY"),
        when: When::Days { from: NaiveDate::default(), to: NaiveDate::default() },
        place: component.text("LOCATION"),
        link: link(component),
        notes: component.text("DESCRIPTION"),
        cancelled: component.text("STATUS").eq_ignore_ascii_case("CANCELLED"),
        people: people(component),
        remind_minutes: component.alarms.iter().filter(|line| line.name == "TRIGGER").find_map(|line| before(line)),
    }
}

fn link(component: &Component<'_>) -> String {
    const NAMES: [&str; 5] =
        ["CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGCONFLINK", "URL"];
    let found = NAMES.iter().flat_map(|name| component.lines.iter().filter(move |line| line.name == *name));
    found
        .map(|line| line.text().trim().to_owned())
        .find(|link| link.starts_with("https://") || link.starts_with("http://"))
        .unwrap_or_default()
}

/// Guests and contacts; who invites is the seller, or somebody they meet as well.
fn people(component: &Component<'_>) -> Vec<Contact> {
    let named = component.lines.iter().filter(|line| matches!(line.name.as_str(), "ATTENDEE" | "ORGANIZER" | "CONTACT"));
    let mut found: Vec<Contact> = Vec::new();
    for line in named {
        let address = if line.name == "CONTACT" { line.param("ALTREP").unwrap_or_default() } else { line.value.trim() };
        let email =
            address.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:")).and_then(|_| address.get(7..)).unwrap_or_default();
        let name = if line.name == "CONTACT" { line.text() } else { line.param("CN").unwrap_or_default().to_owned() };
        let contact = Contact { name: name.trim().to_owned(), email: email.trim().to_owned() };
        let is_new = !found
            .iter()
            .any(|other| other.email.eq_ignore_ascii_case(&contact.email) && (!contact.email.is_empty() || other.name == contact.name));
        if is_new && (!contact.name.is_empty() || !contact.email.is_empty()) {
            found.push(contact);
        }
    }
    found
}

/// Minutes an alarm comes before the beginning.
fn before(line: &ContentLine) -> Option<u32> {
    if line.param("RELATED").is_some_and(|end| end.eq_ignore_ascii_case("END")) {
        return None;
    }
    let length = duration(&line.value).filter(|length| *length <= TimeDelta::zero())?;
    u32::try_from(-length.num_minutes()).ok()
}

/// A name for an event without one, the same each time the file is read.
fn nameless(component: &Component<'_>, start: Point) -> String {
    format!("{}@{}", start.name(), component.text("SUMMARY").to_lowercase())
}

/// A moment of an event, for whoever compares it with another.
#[must_use]
pub(super) fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}
