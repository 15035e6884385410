use super::PrivacyFault;
use crate::App;
use domain::ports::Ids;
use domain::views::Changed;
use domain::views::privacy::Erase;
use store::StoreError;
use uuid::Uuid;

/// Taken out in one write: each has a row in many tables.
const CHUNK: usize = 20;

/// Erases people for good, whoever was made one with them included. It cannot be undone; a crash in the middle goes on at the next start.
///
/// # Errors
/// `people.not_found` before anything is erased; `privacy.not_confirmed` without the word that says it is meant.
pub async fn erase(app: &App, request: Erase) -> Result<Changed, PrivacyFault> {
    if !request.for_good {
        return Err(PrivacyFault::NotConfirmed);
    }
    let desk = app.desk()?;
    let wanted = request.ids;
    let people: Vec<Uuid> = desk
        .read(move |read| {
            let mut people = Vec::with_capacity(wanted.len());
            for id in wanted {
                let id = store::merging::standing(read, domain::views::duplicates::DuplicateKind::Person, id)?.unwrap_or(id);
                store::people::get(read, id)?.ok_or(PrivacyFault::NotFound)?;
                if !people.contains(&id) {
                    people.push(id);
                }
            }
            Ok::<_, PrivacyFault>(people)
        })
        .await?;
    let mut count = 0_u32;
    for some in people.chunks(CHUNK) {
        count = count.saturating_add(desk.erase(some.to_vec(), fresh(app.ports().ids.as_ref())).await?);
    }
    app.wake();
    Ok(Changed { count, operation: None })
}

/// Goes on with what a crash cut.
///
/// # Errors
/// [`StoreError`] when the desk cannot be written.
pub async fn finish(app: &App) -> Result<(), StoreError> {
    let Ok(desk) = app.desk() else { return Ok(()) };
    desk.finish_erasures().await
}

/// Bytes for the desk's first key of hashes.
fn fresh(ids: &dyn Ids) -> [u8; 32] {
    let mut bytes = [0; 32];
    ids.fill(&mut bytes);
    bytes
}
