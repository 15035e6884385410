use super::NotesFault;
use crate::App;
use crate::searched::desk_for_showing;
use domain::views::agenda::TextFound;
use domain::views::people::SearchRequest;

/// Notes, calls and messages that answer to some words, at most 50; with a letter wrong where none does as typed.
///
/// # Errors
/// When the desk is locked or cannot be read.
pub async fn search(app: &App, request: SearchRequest) -> Result<Vec<TextFound>, NotesFault> {
    let desk = desk_for_showing(app.desk()?, &request.text).await?;
    desk.read(move |read| Ok(store::texts::search(read, &request.text, request.limit)?)).await
}
