use super::CompaniesFault;
use super::detail::present;
use super::selection::chosen;
use crate::{App, chunks};
use domain::views::Changed;
use domain::views::companies::CompanySelection;
use store::Intent;

/// Companies removed in one write: each also changes the people it has.
const CHUNK: usize = 200;

/// Removes companies from the desk. Their people stay, without a company; undo brings both back.
///
/// # Errors
/// `companies.none`; when the desk is locked or cannot be written.
pub async fn remove(app: &App, selection: CompanySelection) -> Result<Changed, CompaniesFault> {
    let (desk, ids) = chosen(app, selection).await?;
    let intent = match ids.as_slice() {
        [id] => {
            let id = *id;
            let name = desk.read(move |read| Ok::<_, CompaniesFault>(present(read, id)?.name)).await?;
            Intent::new("companies.delete").with("name", name)
        }
        _ => Intent::new("companies.delete_several").with("count", ids.len()),
    };
    chunks::in_chunks(&desk, CHUNK, ids, intent, |tx, id| Ok(store::companies::remove(tx, id)?.is_some())).await
}
