//! An appointment as an event of a calendar file, and back.

use chrono_tz::Tz;
use domain::agenda::{AgendaFieldError, Appointment, NOTES, Span, TITLE};
use domain::people::Person;
use domain::text::{clean_line, clean_lines};
use domain::views::agenda::{AppointmentKind, AppointmentState};
use formats::calendar::{Contact, Event, When};
use std::collections::HashMap;
use store::{Read, StoreError};
use uuid::Uuid;

/// Appointments as events, in the order of the ids; those removed are left out.
pub(super) fn events(read: &Read<'_>, ids: &[Uuid], titles_only: bool) -> Result<Vec<Event>, StoreError> {
    let mut events = Vec::with_capacity(ids.len());
    for id in ids {
        let Some(one) = store::agenda::appointment(read, *id)?.filter(|one| one.deleted_at.is_none()) else { continue };
        let people = if titles_only { HashMap::new() } else { people(read, &one.people)? };
        events.extend(event(one, &people, titles_only));
    }
    Ok(events)
}

fn people(read: &Read<'_>, ids: &[Uuid]) -> Result<HashMap<Uuid, Person>, StoreError> {
    Ok(store::people::many(read, ids)?.into_iter().map(|person| (person.id, person)).collect())
}

fn event(one: Appointment, people: &HashMap<Uuid, Person>, titles_only: bool) -> Option<Event> {
    let contact = |id: &Uuid| people.get(id).map(|person| Contact { name: person.name(), email: person.email.clone() });
    let when = when(one.span?, one.zone);
    let unless = |text: String| if titles_only { String::new() } else { text };
    Some(Event {
        uid: one.uid,
        occurrence: one.occurrence,
        sequence: one.sequence,
        title: one.title,
        when,
        place: unless(one.place),
        link: unless(one.video_link),
        notes: unless(one.notes),
        cancelled: one.state == AppointmentState::Cancelled,
        people: one.people.iter().filter_map(contact).collect(),
        remind_minutes: one.remind_minutes,
    })
}

fn when(span: Span, zone: Tz) -> When {
    match span {
        Span::Days { from, to } => When::Days { from, to },
        Span::Timed { starts, ends } => When::Timed { starts: starts.with_timezone(&zone).naive_local(), length: ends - starts, zone },
    }
}

/// The time of an event as the desk keeps it. One that takes no time, as reminders in other calendars do, takes half an hour here.
pub(super) fn span(when: &When) -> Result<Span, AgendaFieldError> {
    match (*when, when.moments()) {
        (When::Days { from, to }, _) => Span::days(from, to),
        (When::Timed { .. }, Some((starts, ends))) if starts == ends => Span::timed(starts, starts + chrono::TimeDelta::minutes(30)),
        (When::Timed { .. }, Some((starts, ends))) => Span::timed(starts, ends),
        (When::Timed { .. }, None) => Err(AgendaFieldError::NoStart),
    }
}

/// Puts what an event says on an appointment. What the file leaves blank says nothing; what is too long is cut, for another program wrote
/// it and cannot be asked.
pub(super) fn put(one: &mut Appointment, event: &Event, untitled: &str) -> Result<(), AgendaFieldError> {
    one.span = Some(span(&event.when)?);
    if let When::Timed { zone, .. } = event.when {
        one.zone = zone;
    }
    let title = cut(clean_line(&event.title), TITLE);
    if !title.is_empty() {
        one.title = title;
    } else if one.title.is_empty() {
        untitled.clone_into(&mut one.title);
    }
    for (field, value, most) in [(&mut one.place, &event.place, TITLE), (&mut one.notes, &event.notes, NOTES)] {
        let value = if most == NOTES { clean_lines(value) } else { clean_line(value) };
        if !value.is_empty() {
            *field = cut(value, most);
        }
    }
    if !event.link.is_empty() && event.link.chars().count() <= 2_000 {
        one.video_link.clone_from(&event.link);
    }
    Ok(())
}

/// A new appointment of an event.
pub(super) fn appointment(mut one: Appointment, event: &Event, people: Vec<Uuid>, untitled: &str) -> Result<Appointment, AgendaFieldError> {
    put(&mut one, event, untitled)?;
    one.uid.clone_from(&event.uid);
    one.occurrence.clone_from(&event.occurrence);
    one.sequence = event.sequence;
    one.remind_minutes = event.remind_minutes.filter(|minutes| *minutes <= 40_320);
    one.people = people;
    one.imported = true;
    if !one.video_link.is_empty() {
        one.kind = AppointmentKind::Video;
    }
    Ok(one)
}

fn cut(text: String, most: usize) -> String {
    if text.chars().count() > most { text.chars().take(most).collect() } else { text }
}
