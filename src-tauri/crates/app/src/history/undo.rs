use super::HistoryFault;
use super::view::view;
use crate::App;
use chrono::{DateTime, Utc};
use domain::views::history::{KeptEdit, UndoRequest, UndoneView};
use store::journal::{self, Undone};
use store::{Actor, Desk, Intent, OperationId, StoreError, Tx};
use uuid::Uuid;

/// Takes an operation back; without an id the last one that stands. What was edited since is kept, and listed.
///
/// # Errors
/// [`HistoryFault`]; after one, nothing or a part was taken back, and the next undo goes on where it stopped.
pub async fn undo(app: &App, request: UndoRequest) -> Result<UndoneView, HistoryFault> {
    let desk = app.desk()?;
    let undone = desk.undo(request.id.map(OperationId)).await?;
    follow(&desk, &undone, store::outbox::withdraw_run, store::outbox::bring_back).await?;
    Ok(told(&desk, undone).await?)
}

/// Does again what was taken back last, unless something new was done since.
///
/// # Errors
/// [`HistoryFault`].
pub async fn redo(app: &App) -> Result<UndoneView, HistoryFault> {
    let desk = app.desk()?;
    let redone = desk.redo(None).await?;
    follow(&desk, &redone, store::outbox::reinstate_run, store::outbox::discard_again).await?;
    Ok(told(&desk, redone).await?)
}

/// The outbox itself is not recorded: where a whole run, or the giving up of messages, was taken back or done again, its messages go with it.
async fn follow(
    desk: &Desk,
    undone: &Undone,
    of_run: fn(&mut Tx<'_>, Uuid) -> Result<(), StoreError>,
    of_discard: fn(&mut Tx<'_>, DateTime<Utc>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let (operation, at) = (undone.operation.id, undone.operation.at);
    let run = undone.operation.actor.strip_prefix("run:").and_then(|id| Uuid::parse_str(id).ok());
    let discard = undone.operation.intent == "outbox.discard";
    if run.is_none() && !discard {
        return Ok(());
    }
    let work = move |tx: &mut Tx<'_>| {
        if discard {
            of_discard(tx, at)?;
        }
        match run {
            // What a message that left changed has the run as its actor too, and is no more than that.
            Some(run) if store::runs::find(tx, run)?.is_some_and(|run| run.operation == operation) => of_run(tx, run),
            _ => Ok(()),
        }
    };
    desk.write(Actor::Desk, Intent::new("outbox.follow"), work).await?;
    Ok(())
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
