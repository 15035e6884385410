use super::HistoryFault;
use super::view::view;
use crate::App;
use domain::views::history::{KeptEdit, UndoRequest, UndoneView};
use store::journal::{self, Undone};
use store::{Actor, Desk, Intent, OperationId, StoreError};
use uuid::Uuid;

/// Takes an operation back; without an id the last one that stands. What was edited since is kept, and listed.
///
/// # Errors
/// [`HistoryFault`]; after one, nothing or a part was taken back, and the next undo goes on where it stopped.
pub async fn undo(app: &App, request: UndoRequest) -> Result<UndoneView, HistoryFault> {
    let desk = app.desk()?;
    let undone = desk.undo(request.id.map(OperationId)).await?;
    if let Some(run) = run_of(&undone) {
        desk.write(Actor::Desk, Intent::new("runs.withdraw"), move |tx| store::outbox::withdraw_run(tx, run)).await?;
    }
    Ok(told(&desk, undone).await?)
}

/// Does again what was taken back last, unless something new was done since.
///
/// # Errors
/// [`HistoryFault`].
pub async fn redo(app: &App) -> Result<UndoneView, HistoryFault> {
    let desk = app.desk()?;
    let redone = desk.redo(None).await?;
    if let Some(run) = run_of(&redone) {
        desk.write(Actor::Desk, Intent::new("runs.reinstate"), move |tx| store::outbox::reinstate_run(tx, run)).await?;
    }
    Ok(told(&desk, redone).await?)
}

/// The run whose doings were taken back or done again: its messages that have not left go with them. The outbox itself is not recorded.
fn run_of(undone: &Undone) -> Option<Uuid> {
    undone.operation.actor.strip_prefix("run:").and_then(|id| Uuid::parse_str(id).ok())
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
