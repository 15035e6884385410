use super::view::find;
use super::{ImportFault, sweep};
use crate::{App, history};
use domain::views::ById;
use domain::views::history::UndoRequest;
use domain::views::imports::{ImportDeleted, ImportState};
use store::{Actor, Intent};

/// Takes an import off the list, with what only it brought: people it added and values it wrote are taken back, unless somebody changed them
/// since; those are told.
///
/// # Errors
/// `imports.not_found`, `imports.not_checked` for one at work, and whatever keeps it from being taken back: it then stays on the list.
pub async fn delete(app: &App, request: ById) -> Result<ImportDeleted, ImportFault> {
    let (desk, id) = (app.desk()?, request.id);
    let import = find(&desk, id).await?;
    if import.open || matches!(import.state, ImportState::Reading | ImportState::Applying) {
        return Err(ImportFault::NotChecked);
    }
    let mut deleted = ImportDeleted { restored: 0, kept: Vec::new() };
    if let (Some(operation), false) = (import.operation, import.undone) {
        let undone = history::undo(app, UndoRequest { id: Some(operation.0) }).await?;
        (deleted.restored, deleted.kept) = (undone.restored, undone.kept);
    }
    desk.write(Actor::Seller, Intent::new("imports.discard"), move |tx| store::imports::delete(tx, id)).await?;
    sweep::clear(&desk, id).await?;
    Ok(deleted)
}
