use super::NotesFault;
use super::subject::{cleaned, enter};
use crate::custom::chosen;
use crate::{App, chunks};
use domain::views::Changed;
use domain::views::agenda::NoteSeveral;
use domain::views::custom::CustomOf;
use store::Intent;
use store::activity::{On, Said};

/// Records noted on in one write: well under 50 ms.
const CHUNK: usize = 500;

/// Notes the same on several people, companies or opportunities, as one undo step.
///
/// # Errors
/// `notes.empty`, `notes.too_long`, `people.nobody` when nobody was chosen.
pub async fn several(app: &App, request: NoteSeveral) -> Result<Changed, NotesFault> {
    let text = cleaned(&request.text)?;
    if text.is_empty() {
        return Err(NotesFault::Empty);
    }
    let (desk, of, ids) = chosen(app, request.on).await?;
    if ids.is_empty() {
        return Err(NotesFault::NoSubject);
    }
    let intent = Intent::new("notes.several").with("count", ids.len());
    chunks::in_chunks(&desk, CHUNK, ids, intent, move |tx, id| {
        let on = match of {
            CustomOf::People => On::Person(id),
            CustomOf::Companies => On::Company(id),
            CustomOf::Opportunities => On::Opportunity(id),
        };
        enter(tx, on, "note", Said { text: text.clone(), reason: None })?;
        Ok::<_, NotesFault>(true)
    })
    .await
}
