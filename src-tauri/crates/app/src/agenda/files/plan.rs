//! What each event of a calendar file would do: the same rule for looking and for taking.

use super::event::{appointment, put};
use crate::agenda::{AgendaFault, now};
use chrono::{DateTime, Days, Utc};
use domain::agenda::{Appointment, Now};
use domain::fault::Fault;
use domain::mail::Address;
use domain::views::agenda::{AppointmentState, CalendarPlan};
use formats::calendar::{Event, Refusal, read as read_calendar};
use sha2::{Digest, Sha256};
use std::io::Read as _;
use std::path::Path;
use store::{Read, StoreError};
use uuid::Uuid;

/// Largest file.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Days around today within which what recurs is laid out.
const BEHIND: u64 = 31;
const AHEAD: u64 = 366;

/// A file read and planned.
pub(super) struct Planned {
    pub(super) name: String,
    pub(super) hash: String,
    pub(super) steps: Vec<Step>,
    pub(super) beyond: u32,
}

/// One event.
pub(super) struct Step {
    pub(super) event: Result<Event, Refusal>,
    pub(super) plan: CalendarPlan,
    /// What is otherwise, or why it is refused.
    pub(super) why: Vec<String>,
    pub(super) people: Vec<Uuid>,
    /// The appointment as it would be; nothing where nothing is to be done.
    pub(super) becomes: Option<Appointment>,
}

/// Bytes of a file with their name and hash. Blocks.
pub(super) fn load(path: &str) -> Result<(String, Vec<u8>, String), AgendaFault> {
    let path = Path::new(path);
    let unreadable = |error: std::io::Error| AgendaFault::Unreadable(error.kind());
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(AgendaFault::Unreadable(std::io::ErrorKind::InvalidInput));
    }
    if metadata.len() > LARGEST {
        return Err(AgendaFault::TooLarge { limit: LARGEST / 1024 / 1024 });
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path).map_err(unreadable)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    let hash = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((name, bytes, hash))
}

/// Reads a file and says what each of its events would do on the desk as it is.
pub(super) fn plan(
    read: &Read<'_>,
    at: DateTime<Utc>,
    (name, bytes, hash): (String, Vec<u8>, String),
    new_id: impl Fn() -> Uuid,
) -> Result<Planned, AgendaFault> {
    let now = now(read, at)?;
    let french = store::settings::load(read)?.text("identity.locale").starts_with("fr");
    let untitled = if french { "Sans titre" } else { "Untitled" };
    let today = now.today();
    let window = (today.checked_sub_days(Days::new(BEHIND)).unwrap_or(today), today.checked_add_days(Days::new(AHEAD)).unwrap_or(today));
    let found = read_calendar(&bytes, now.zone, window)?;
    let mut steps = Vec::with_capacity(found.events.len());
    for event in found.events {
        let people = people(read, &event)?;
        steps.push(step(read, event, people, now, (untitled, new_id()))?);
    }
    let refused = found.refused.into_iter().map(|refusal| Step {
        why: vec![refusal.why.to_owned()],
        event: Err(refusal),
        plan: CalendarPlan::Refused,
        people: Vec::new(),
        becomes: None,
    });
    steps.extend(refused);
    Ok(Planned { name, hash, steps, beyond: found.beyond })
}

fn step(read: &Read<'_>, event: Event, people: Vec<Uuid>, now: Now, (untitled, id): (&str, Uuid)) -> Result<Step, StoreError> {
    let here = store::agenda::of_uid(read, &event.uid, &event.occurrence)?;
    let decided = match &here {
        // The seller took it away: it stays away.
        Some(here) if here.deleted_at.is_some() => Ok((CalendarPlan::Unchanged, vec!["removed".to_owned()], None)),
        Some(here) => known(here, &event, untitled),
        None if event.cancelled => Ok((CalendarPlan::Cancelled, Vec::new(), None)),
        None => appointment(Appointment::new(id, now.at, now.zone), &event, people.clone(), untitled)
            .map(|one| (CalendarPlan::New, Vec::new(), Some(one))),
    };
    let (plan, why, becomes) =
        decided.unwrap_or_else(|error| (CalendarPlan::Refused, vec![error.code().trim_start_matches("agenda.").to_owned()], None));
    Ok(Step { event: Ok(event), plan, why, people, becomes })
}

/// What an event changes on an appointment that is here.
type Decided = (CalendarPlan, Vec<String>, Option<Appointment>);

fn known(here: &Appointment, event: &Event, untitled: &str) -> Result<Decided, domain::agenda::AgendaFieldError> {
    let mut one = here.clone();
    put(&mut one, event, untitled)?;
    // What was moved here since is newer than the file.
    if event.sequence < here.sequence {
        return Ok((CalendarPlan::Unchanged, vec!["older".to_owned()], None));
    }
    one.sequence = event.sequence;
    if event.cancelled && here.state == AppointmentState::Planned {
        one = Appointment { state: AppointmentState::Cancelled, sequence: event.sequence, ..here.clone() };
        return Ok((CalendarPlan::Cancelled, Vec::new(), Some(one)));
    }
    let why: Vec<String> = [
        ("title", one.title != here.title),
        ("time", one.span != here.span),
        ("place", one.place != here.place),
        ("video_link", one.video_link != here.video_link),
        ("notes", one.notes != here.notes),
    ]
    .into_iter()
    .filter(|(_, otherwise)| *otherwise)
    .map(|(what, _)| what.to_owned())
    .collect();
    if why.is_empty() { Ok((CalendarPlan::Unchanged, why, None)) } else { Ok((CalendarPlan::Changed, why, Some(one))) }
}

/// The people of the desk whom an event names by an address.
fn people(read: &Read<'_>, event: &Event) -> Result<Vec<Uuid>, StoreError> {
    let mut found = Vec::new();
    for contact in event.people.iter().take(50) {
        let Ok(address) = Address::parse(&contact.email) else { continue };
        if let Some(person) = store::people::of_address(read, &address.norm())?
            && !found.contains(&person)
        {
            found.push(person);
        }
    }
    Ok(found)
}
