use super::PeopleFault;
use super::detail::present;
use crate::App;
use domain::people::{FieldError, PersonField};
use domain::text::clean_lines;
use domain::views::people::{NoteNew, TimelineItem};
use store::activity::Said;
use store::{Actor, Intent};

/// Adds a note to a person's timeline.
///
/// # Errors
/// `people.not_found`, `people.empty_note`, `people.too_long`.
pub async fn note(app: &App, request: NoteNew) -> Result<TimelineItem, PeopleFault> {
    let text = clean_lines(&request.text);
    if text.is_empty() {
        return Err(PeopleFault::EmptyNote);
    }
    let limit = PersonField::Notes.limit();
    if text.chars().count() > limit {
        return Err(FieldError::TooLong { field: PersonField::Notes, limit }.into());
    }
    let id = request.id;
    let desk = app.desk()?;
    let name = desk.read(move |read| Ok::<_, PeopleFault>(present(read, id)?.name())).await?;
    let written = desk
        .write(Actor::Seller, Intent::new("people.note").with("name", name), move |tx| {
            present(tx, id)?;
            let said = Said { text, reason: None };
            let note = store::activity::append(tx, id, "note", &said, None)?;
            Ok::<_, PeopleFault>(TimelineItem {
                id: note,
                at: tx.now(),
                kind: "note".to_owned(),
                n: None,
                title: String::new(),
                body: said.text,
                reason: None,
                run_id: None,
                outbox_id: None,
            })
        })
        .await?;
    Ok(written.value)
}
