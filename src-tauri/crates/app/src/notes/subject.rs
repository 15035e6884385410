use super::NotesFault;
use domain::agenda::NOTES;
use domain::text::clean_lines;
use domain::views::people::TimelineItem;
use store::activity::{On, Said};
use store::{Read, Tx};
use uuid::Uuid;

/// What a note stands on: one thing.
pub(super) fn on(person: Option<Uuid>, company: Option<Uuid>, opportunity: Option<Uuid>) -> Result<On, NotesFault> {
    match (person, company, opportunity) {
        (Some(id), None, None) => Ok(On::Person(id)),
        (None, Some(id), None) => Ok(On::Company(id)),
        (None, None, Some(id)) => Ok(On::Opportunity(id)),
        _ => Err(NotesFault::OnOne),
    }
}

/// What it is called; it must be on the desk.
pub(super) fn name(read: &Read<'_>, on: On) -> Result<String, NotesFault> {
    let found = match on {
        On::Person(id) => store::people::get(read, id)?.filter(|person| person.deleted_at.is_none()).map(|person| person.name()),
        On::Company(id) => store::companies::get(read, id)?.filter(|company| company.deleted_at.is_none()).map(|company| company.name),
        // Whoever keeps opportunities vouches for this one.
        On::Opportunity(_) => Some(String::new()),
    };
    found.ok_or(NotesFault::NoSubject)
}

/// The text of a note in its one form.
pub(super) fn cleaned(text: &str) -> Result<String, NotesFault> {
    let text = clean_lines(text);
    if text.chars().count() > NOTES { Err(NotesFault::TooLong) } else { Ok(text) }
}

/// Enters it; gives it as it stands on the timeline.
pub(super) fn enter(tx: &mut Tx<'_>, on: On, kind: &str, said: Said) -> Result<TimelineItem, NotesFault> {
    let id = store::activity::append_on(tx, on, kind, &said, None)?;
    Ok(item(id, tx.now(), kind, said))
}

pub(super) fn item(id: Uuid, at: chrono::DateTime<chrono::Utc>, kind: &str, said: Said) -> TimelineItem {
    TimelineItem {
        id,
        at,
        kind: kind.to_owned(),
        n: None,
        title: String::new(),
        body: said.text,
        reason: said.reason.map(Into::into),
        run_id: None,
        outbox_id: None,
    }
}
