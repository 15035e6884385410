use super::OpportunitiesFault;
use super::detail::present;
use super::selection::chosen;
use crate::{App, chunks};
use domain::views::Changed;
use domain::views::opportunities::OpportunitySelection;
use store::Intent;

/// Opportunities removed in one write.
const CHUNK: usize = 500;

/// Removes opportunities from the desk; undo brings them back.
///
/// # Errors
/// `opportunities.none`; when the desk is locked or cannot be written.
pub async fn remove(app: &App, selection: OpportunitySelection) -> Result<Changed, OpportunitiesFault> {
    let (desk, ids) = chosen(app, selection).await?;
    let intent = match ids.as_slice() {
        [id] => {
            let id = *id;
            let name = desk.read(move |read| Ok::<_, OpportunitiesFault>(present(read, id)?.name)).await?;
            Intent::new("opportunities.delete").with("name", name)
        }
        _ => Intent::new("opportunities.delete_several").with("count", ids.len()),
    };
    chunks::in_chunks(&desk, CHUNK, ids, intent, |tx, id| Ok(store::opportunities::remove(tx, id)?)).await
}
