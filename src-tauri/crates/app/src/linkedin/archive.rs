use super::LinkedinFault;
use crate::imports::ImportFault;
use crate::{App, chunks};
use domain::views::linkedin::{LinkedinArchive, LinkedinTold};
use formats::linkedin::{Touch, TouchKind, correspondence};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Desk, Intent, StoreError, Tx};
use uuid::Uuid;

/// People whose timelines are written at once.
pub(crate) const CHUNK: usize = 20;
/// Most characters of a message on a timeline.
const LONGEST: usize = 20_000;

/// Puts the messages and invitations of LinkedIn's archive onto the timelines of the people of the desk, as one undo step. An archive that
/// comes again adds what is new in it.
///
/// # Errors
/// `imports.*` for a file that is no archive.
pub async fn take_archive(app: &App, request: LinkedinArchive) -> Result<LinkedinTold, LinkedinFault> {
    let desk = app.desk()?;
    let path = PathBuf::from(request.path);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let Found { of, strangers, unknown, left_out } = found(&desk, path).await?;
    let (people, all) = (of.len(), of.values().map(Vec::len).sum::<usize>());
    let entered = Arc::new(AtomicU32::new(0));
    let (counted, of, order) = (entered.clone(), Arc::new(of.clone()), of.into_keys().collect());
    let intent = Intent::new("linkedin.archive").with("file", name);
    let changed = chunks::in_chunks::<LinkedinFault>(&desk, CHUNK, order, intent, move |tx, person| {
        let new = enter(tx, person, of.get(&person).map_or(&[], Vec::as_slice))?;
        counted.fetch_add(new, Ordering::Relaxed);
        Ok(new > 0)
    })
    .await?;
    let entered = entered.load(Ordering::Relaxed);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(LinkedinTold {
        entered,
        known: count(all).saturating_sub(entered),
        people: count(people),
        strangers,
        unknown,
        left_out,
        operation: changed.operation,
    })
}

/// What an archive says, by the people of the desk it was with.
pub(crate) struct Found {
    pub(crate) of: BTreeMap<Uuid, Vec<Touch>>,
    /// Messages and invitations with others.
    pub(crate) strangers: u32,
    unknown: u32,
    left_out: u32,
}

/// Reads messages and invitations of an archive.
pub(crate) async fn found(desk: &Desk, path: PathBuf) -> Result<Found, LinkedinFault> {
    let found = tokio::task::spawn_blocking(move || correspondence(&path))
        .await
        .map_err(|_| ImportFault::Interrupted)?
        .map_err(ImportFault::from)?;
    let (unknown, left_out) = (found.unknown, found.left_out);
    let (of, strangers) = desk.read(move |read| by_person(read, found.touches)).await?;
    Ok(Found { of, strangers, unknown, left_out })
}

/// Puts what was with somebody onto their timeline; how much of it is new there.
pub(crate) fn enter(tx: &mut Tx<'_>, person: Uuid, touches: &[Touch]) -> Result<u32, StoreError> {
    let mut new = 0;
    for touch in touches {
        let text: String = touch.text.chars().take(LONGEST).collect();
        new += u32::from(store::activity::enter(tx, person, kind(touch), touch.at, &text)?);
    }
    Ok(new)
}

/// What was with whom of the desk; how much was with others.
fn by_person(read: &store::Read<'_>, touches: Vec<Touch>) -> Result<(BTreeMap<Uuid, Vec<Touch>>, u32), StoreError> {
    let mut known: BTreeMap<String, Option<Uuid>> = BTreeMap::new();
    let (mut of, mut strangers) = (BTreeMap::<Uuid, Vec<Touch>>::new(), 0_u32);
    for touch in touches {
        let person = match known.get(&touch.profile) {
            Some(person) => *person,
            None => {
                let person = store::people::of_profile(read, &touch.profile)?;
                known.insert(touch.profile.clone(), person);
                person
            }
        };
        match person {
            Some(person) => of.entry(person).or_default().push(touch),
            None => strangers = strangers.saturating_add(1),
        }
    }
    Ok((of, strangers))
}

fn kind(touch: &Touch) -> &'static str {
    match (touch.kind, touch.incoming) {
        (TouchKind::Message, true) => "linkedin_received",
        (TouchKind::Message, false) => "linkedin_written",
        (TouchKind::Invitation, true) => "linkedin_invited_you",
        (TouchKind::Invitation, false) => "linkedin_invited",
    }
}
