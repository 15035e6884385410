use domain::fault::Reason;
use domain::views::history::OperationView;
use store::journal::{Operation, OperationState};

/// An operation as the history shows it.
pub(super) fn view(operation: Operation) -> OperationView {
    let state = match operation.state {
        OperationState::Open => "open",
        OperationState::Done => "done",
        OperationState::Undoing => "undoing",
        OperationState::Undone => "undone",
    };
    OperationView {
        id: operation.id.0,
        seq: operation.seq,
        at: operation.at,
        actor: actor(&operation.actor),
        rows: operation.rows,
        state: state.to_owned(),
        undoable: operation.undoable(),
        redoable: operation.redoable(),
        undoes: operation.undoes.map(|undone| undone.0),
        intent: Reason { code: operation.intent, params: operation.params }.into(),
    }
}

/// Who it was, without which run or import.
pub(super) fn actor(actor: &str) -> String {
    actor.split(':').next().unwrap_or_default().to_owned()
}
