//! The messages and invitations of LinkedIn's archive, after its people: part of the same operation, so that one undo takes all of it back.

use super::ImportFault;
use crate::linkedin::{CHUNK, Found, LinkedinFault, enter, found};
use domain::fault::Reason;
use domain::views::imports::ImportState;
use formats::linkedin::Touch;
use std::path::PathBuf;
use store::imports::{Correspondence, Import};
use store::{Actor, Desk, Intent, OperationId};
use uuid::Uuid;

/// The files that can go onto timelines, among those of an archive that are not read as people.
pub(super) fn files(import: &Import) -> (Vec<String>, Vec<String>) {
    let said = |name: &String| matches!(name.to_lowercase().as_str(), "messages.csv" | "invitations.csv");
    import.info.ignored.iter().cloned().partition(said)
}

/// Puts them onto timelines. An archive that can no longer be read is told with the import, whose people stay.
pub(super) async fn put(desk: &Desk, import: &Import, operation: OperationId) -> Result<(), ImportFault> {
    let id = import.id;
    if !is_applying(desk, id).await? {
        return Ok(());
    }
    let told = match found(desk, PathBuf::from(&import.source)).await {
        Ok(found) => all(desk, id, operation, found).await?,
        Err(LinkedinFault::Store(error)) => return Err(error.into()),
        Err(fault) => Correspondence { failure: Some(Reason::of(&fault)), ..Correspondence::default() },
    };
    desk.write(Actor::Import(id), Intent::new("imports.apply"), move |tx| {
        let mut import = store::imports::find(tx, id)?.ok_or(ImportFault::NotFound)?;
        import.info.correspondence = Some(told);
        Ok::<_, ImportFault>(store::imports::put_info(tx, id, &import.info)?)
    })
    .await?;
    Ok(())
}

/// Person after person, a few in one write; ends early where the seller stops the import.
async fn all(desk: &Desk, id: Uuid, operation: OperationId, found: Found) -> Result<Correspondence, ImportFault> {
    let mut told = Correspondence { strangers: found.strangers, ..Correspondence::default() };
    let people: Vec<(Uuid, Vec<Touch>)> = found.of.into_iter().collect();
    for some in people.chunks(CHUNK) {
        if !is_applying(desk, id).await? {
            break;
        }
        let (some, count) = (some.to_vec(), u32::try_from(some.len()).unwrap_or(u32::MAX));
        let new = desk
            .write_in(operation, move |tx| {
                let mut new = 0u32;
                for (person, touches) in &some {
                    new = new.saturating_add(enter(tx, *person, touches)?);
                }
                Ok::<_, ImportFault>(new)
            })
            .await?;
        (told.entered, told.people) = (told.entered.saturating_add(new), told.people.saturating_add(count));
    }
    Ok(told)
}

async fn is_applying(desk: &Desk, id: Uuid) -> Result<bool, ImportFault> {
    let standing = desk.read(move |read| store::imports::standing(read, id)).await?;
    Ok(matches!(standing, Some((ImportState::Applying, _))))
}
