use super::TrashFault;
use crate::{App, chunks};
use domain::views::trash::{Restored, Taken, TakenAddress, TrashKind, TrashRestore};
use std::collections::HashMap;
use store::{Intent, Read, Tx};
use uuid::Uuid;

/// Brought back in one write.
const CHUNK: usize = 200;

/// Brings people and companies back, as one undo step. Where somebody else has an address by now it says so first; both may have it, or who
/// comes back comes without it.
///
/// # Errors
/// `trash.not_there` when none of them is in the trash.
pub async fn restore(app: &App, request: TrashRestore) -> Result<Restored, TrashFault> {
    let desk = app.desk()?;
    let TrashRestore { ids, taken: way } = request;
    let (kinds, taken) = desk
        .read(move |read| {
            let kinds = store::trash::kinds(read, &ids)?;
            let mut taken = Vec::new();
            for (id, _) in kinds.iter().filter(|(_, kind)| *kind == TrashKind::Person) {
                taken.extend(taken_address(read, *id)?);
            }
            Ok::<_, TrashFault>((kinds, taken))
        })
        .await?;
    if kinds.is_empty() {
        return Err(TrashFault::NotThere);
    }
    if way == TakenAddress::Ask && !taken.is_empty() {
        return Ok(Restored { count: 0, operation: None, taken });
    }
    let (ids, kinds): (Vec<Uuid>, HashMap<Uuid, TrashKind>) = (kinds.iter().map(|(id, _)| *id).collect(), kinds.into_iter().collect());
    let intent = Intent::new("trash.restore").with("count", ids.len());
    let done = chunks::in_chunks(&desk, CHUNK, ids, intent, move |tx, id| {
        let Some(kind) = kinds.get(&id).copied() else { return Ok(false) };
        let back = store::trash::restore(tx, kind, id)?;
        if back && kind == TrashKind::Person && way == TakenAddress::Drop {
            leave_address(tx, id)?;
        }
        Ok::<_, TrashFault>(back)
    })
    .await?;
    app.wake();
    Ok(Restored { count: done.count, operation: done.operation, taken })
}

fn taken_address(read: &Read<'_>, id: Uuid) -> Result<Option<Taken>, TrashFault> {
    let Some(person) = store::people::get(read, id)? else { return Ok(None) };
    let other = store::trash::has_address(read, &person.email_norm, id)?;
    Ok(other.map(|(other, other_name)| Taken { id, name: person.label(), other, other_name, address: person.email }))
}

/// Who comes back without their address must still be known by something; if not, they keep it.
fn leave_address(tx: &mut Tx<'_>, id: Uuid) -> Result<(), TrashFault> {
    if taken_address(tx, id)?.is_some()
        && let Some(mut person) = store::people::get(tx, id)?
    {
        person.clear_email();
        person.consent_at = None;
        person.consent_note.clear();
        if person.is_identified() {
            store::people::update(tx, &person)?;
        }
    }
    Ok(())
}
