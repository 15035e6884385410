use super::NotesFault;
use super::subject::{cleaned, item};
use crate::App;
use domain::views::agenda::{NoteEdit, Noted};
use domain::views::{ById, Changed};
use store::activity::Activity;
use store::{Actor, Intent, Read};
use uuid::Uuid;

/// Puts other words to a note, or to what was noted of a call; its day stays.
///
/// # Errors
/// `notes.not_found`, `notes.empty`, `notes.too_long`.
pub async fn edit(app: &App, request: NoteEdit) -> Result<Noted, NotesFault> {
    let text = cleaned(&request.text)?;
    let written = app
        .desk()?
        .write(Actor::Seller, Intent::new("notes.edit"), move |tx| {
            let mut entry = present(tx, request.id)?;
            if text.is_empty() && entry.kind == "note" {
                return Err(NotesFault::Empty);
            }
            if entry.said.text != text {
                entry.said.text = text;
                store::activity::reword(tx, entry.id, &entry.said)?;
            }
            Ok(item(entry.id, entry.at, &entry.kind, entry.said))
        })
        .await?;
    Ok(Noted { item: written.value, operation: written.operation.map(|id| id.0) })
}

/// Takes a note, or a call, off the timeline; undo brings it back.
///
/// # Errors
/// `notes.not_found`.
pub async fn remove(app: &App, request: ById) -> Result<Changed, NotesFault> {
    let written = app
        .desk()?
        .write(Actor::Seller, Intent::new("notes.delete"), move |tx| {
            let entry = present(tx, request.id)?;
            Ok::<_, NotesFault>(store::activity::remove(tx, entry.id)?)
        })
        .await?;
    Ok(Changed { count: 1, operation: written.operation.map(|id| id.0) })
}

/// A note or a call; other entries of a timeline are what the desk itself saw, and stay.
fn present(read: &Read<'_>, id: Uuid) -> Result<Activity, NotesFault> {
    store::activity::get(read, id)?.filter(|entry| matches!(entry.kind.as_str(), "note" | "call")).ok_or(NotesFault::NotFound)
}
