use chrono::{DateTime, Datelike, TimeZone, Utc};
use chrono_tz::Tz;
use std::collections::BTreeMap;

use super::event::{Event, When, instant};
use super::read::utc;
use super::zones;
use crate::content_line::{escape, fold};

/// Writes a calendar: what it is called, its events, and the zones their hours are in. `at` is when it was made.
#[must_use]
pub fn write(name: &str, events: &[Event], at: DateTime<Utc>) -> String {
    let mut out = String::new();
    fold(&mut out, "BEGIN:VCALENDAR");
    fold(&mut out, "VERSION:2.0");
    fold(&mut out, "PRODID:-//Rainmaker//Rainmaker//EN");
    fold(&mut out, "CALSCALE:GREGORIAN");
    fold(&mut out, &format!("X-WR-CALNAME:{}", escape(name)));
    for (name, years) in zones_of(events) {
        if let (Ok(zone), (first, last)) = (name.parse::<Tz>(), years) {
            zones::describe(&mut out, zone, first, last);
        }
    }
    for event in events {
        write_event(&mut out, event, at);
    }
    fold(&mut out, "END:VCALENDAR");
    out
}

/// The zones events are in, with the first and last year of each.
fn zones_of(events: &[Event]) -> BTreeMap<&'static str, (i32, i32)> {
    let mut found: BTreeMap<&'static str, Vec<chrono::NaiveDate>> = BTreeMap::new();
    for event in events {
        if let When::Timed { starts, length, zone } = event.when
            && zone != Tz::UTC
        {
            found.entry(zone.name()).or_default().extend([starts.date(), (starts + length).date()]);
        }
    }
    found.into_iter().filter_map(|(zone, days)| Some((zone, zones::years(days.into_iter())?))).collect()
}

fn write_event(out: &mut String, event: &Event, at: DateTime<Utc>) {
    let mut line = |text: &str| fold(out, text);
    line("BEGIN:VEVENT");
    line(&format!("UID:{}", escape(&event.uid)));
    line(&format!("DTSTAMP:{}", utc(at)));
    line(&format!("SEQUENCE:{}", event.sequence));
    if !event.occurrence.is_empty() {
        let date = if event.occurrence.len() == 8 { ";VALUE=DATE" } else { "" };
        line(&format!("RECURRENCE-ID{date}:{}", event.occurrence));
    }
    match event.when {
        When::Timed { starts, length, zone } => {
            let first = instant(zone, starts);
            line(&moment("DTSTART", first, zone));
            line(&moment("DTEND", first + length, zone));
        }
        When::Days { from, to } => {
            line(&format!("DTSTART;VALUE=DATE:{}", from.format("%Y%m%d")));
            // The first day behind it.
            line(&format!("DTEND;VALUE=DATE:{}", to.succ_opt().unwrap_or(to).format("%Y%m%d")));
            line("TRANSP:TRANSPARENT");
        }
    }
    line(&format!("SUMMARY:{}", escape(&event.title)));
    for (name, value) in [("LOCATION", &event.place), ("DESCRIPTION", &event.notes)] {
        if !value.is_empty() {
            line(&format!("{name}:{}", escape(value)));
        }
    }
    if !event.link.is_empty() {
        line(&format!("CONFERENCE;VALUE=URI;FEATURE=VIDEO:{}", event.link));
        line(&format!("URL:{}", event.link));
    }
    // Not guests: a calendar that takes this for an invitation would write to them.
    for person in &event.people {
        let address = if person.email.is_empty() { String::new() } else { format!(";ALTREP=\"mailto:{}\"", person.email.replace('"', "")) };
        line(&format!("CONTACT{address}:{}", escape(&person.name)));
    }
    line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    if let Some(minutes) = event.remind_minutes {
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line(&format!("DESCRIPTION:{}", escape(&event.title)));
        line(&format!("TRIGGER:-PT{minutes}M"));
        line("END:VALARM");
    }
    line("END:VEVENT");
}

fn moment(name: &str, at: DateTime<Utc>, zone: Tz) -> String {
    let local = zone.from_utc_datetime(&at.naive_utc()).naive_local();
    // The second of the two hours when clocks go back has no name of its own.
    if zone == Tz::UTC || at.year() < 1971 || instant(zone, local) != at {
        return format!("{name}:{}", utc(at));
    }
    format!("{name};TZID={}:{}", zone.name(), local.format("%Y%m%dT%H%M%S"))
}
