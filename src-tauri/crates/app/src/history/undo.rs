use super::HistoryFault;
use super::view::view;
use crate::App;
use domain::views::history::{KeptEdit, UndoRequest, UndoneView};
use store::journal::{self, Undone};
use store::{Desk, OperationId, StoreError};

/// Takes an operation back; without an id the last one that stands. What was edited since is kept, and listed.
///
/// # Errors
/// [`HistoryFault`]; after one, nothing or a part was taken back, and the next undo goes on where it stopped.
pub async fn undo(app: &App, request: UndoRequest) -> Result<UndoneView, HistoryFault> {
    let desk = app.desk()?;
    let undone = desk.undo(request.id.map(OperationId)).await?;
    Ok(told(&desk, undone).await?)
}

/// Does again what was taken back last, unless something new was done since.
///
/// # Errors
/// [`HistoryFault`].
pub async fn redo(app: &App) -> Result<UndoneView, HistoryFault> {
    let desk = app.desk()?;
    let redone = desk.redo(None).await?;
    Ok(told(&desk, redone).await?)
}

async fn told(desk: &Desk, undone: Undone) -> Result<UndoneView, StoreError> {
    let kept = undone.kept;
    let kept = desk
        .read::<_, StoreError>(move |read| {
            kept.into_iter()
                .map(|edit| {
                    let label = journal::label(read, &edit.table, &edit.row)?;
                    Ok(KeptEdit { table: edit.table, id: edit.row, label, columns: edit.columns })
                })
                .collect::<Result<Vec<_>, StoreError>>()
        })
        .await?;
    Ok(UndoneView { operation: view(undone.operation), restored: undone.restored, kept })
}
