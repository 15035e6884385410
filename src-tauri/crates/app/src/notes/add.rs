use super::NotesFault;
use super::subject::{cleaned, enter, name, on};
use crate::App;
use domain::views::agenda::{NoteOn, Noted};
use store::activity::Said;
use store::{Actor, Intent};

/// Notes something on a person, a company or an opportunity.
///
/// # Errors
/// `notes.empty`, `notes.too_long`, `notes.on_one`, `notes.no_subject`.
pub async fn add(app: &App, note: NoteOn) -> Result<Noted, NotesFault> {
    let text = cleaned(&note.text)?;
    if text.is_empty() {
        return Err(NotesFault::Empty);
    }
    let on = on(note.person_id, note.company_id, note.opportunity_id)?;
    let desk = app.desk()?;
    let name = desk.read(move |read| name(read, on)).await?;
    let intent = Intent::new("notes.add").with("name", name);
    let written = desk.write(Actor::Seller, intent, move |tx| enter(tx, on, "note", Said { text, reason: None })).await?;
    Ok(Noted { item: written.value, operation: written.operation.map(|id| id.0) })
}
