//! Notes and calls.

use crate::views::agenda::{CallLog, NoteEdit, NoteOn, NoteSeveral, Noted, TextFound};
use crate::views::people::SearchRequest;
use crate::views::{ById, Changed};
use crate::{ApiError, App};
use app::notes;

/// Notes something on a person, a company or an opportunity.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn notes_add(app: &App, request: NoteOn) -> Result<Noted, ApiError> {
    Ok(notes::add(app, request).await?)
}

/// Puts other words to a note.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn notes_edit(app: &App, request: NoteEdit) -> Result<Noted, ApiError> {
    Ok(notes::edit(app, request).await?)
}

/// Takes a note off the timeline (can be undone).
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn notes_delete(app: &App, request: ById) -> Result<Changed, ApiError> {
    Ok(notes::remove(app, request).await?)
}

/// Enters a call, how it went and what comes next.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn calls_log(app: &App, request: CallLog) -> Result<Noted, ApiError> {
    Ok(notes::log_call(app, request).await?)
}

/// Notes the same on several.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn notes_several(app: &App, request: NoteSeveral) -> Result<Changed, ApiError> {
    Ok(app::notes::several(app, request).await?)
}

/// Notes, calls and messages that answer to some words.
///
/// # Errors
/// The verb's own, in the form of the wire.
pub async fn texts_search(app: &App, request: SearchRequest) -> Result<Vec<TextFound>, ApiError> {
    Ok(app::notes::search(app, request).await?)
}
