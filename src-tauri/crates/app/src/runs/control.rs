use super::{RunFault, settle};
use crate::App;
use domain::fault::Reason;
use domain::views::runs::{RunState, RunView};
use store::runs::Note;
use store::{Actor, Intent, Tx};
use uuid::Uuid;

/// Pauses a run: nobody further is begun and none of its messages leaves until it goes on.
///
/// # Errors
/// [`RunFault::Over`] when it is over.
pub async fn pause(app: &App, id: Uuid) -> Result<RunView, RunFault> {
    change(app, id, &[RunState::Running], RunState::Paused, "run.paused", |_| Ok(())).await?;
    super::get(app, id).await
}

/// Pauses a run by itself, for a reason that would meet everybody after: whoever was in hand waits again, and nobody gets another text than the
/// one the seller asked for.
///
/// # Errors
/// [`RunFault`] when the desk is locked or cannot be written.
pub(super) async fn pause_for(app: &App, id: Uuid, why: Reason) -> Result<(), RunFault> {
    let paused = app
        .desk()?
        .write(Actor::Run(id), Intent::new("runs.control"), move |tx| {
            store::runs::put_back(tx, id)?;
            if store::runs::find(tx, id)?.is_none_or(|run| run.state != RunState::Running) {
                return Ok::<_, RunFault>(None);
            }
            store::runs::set_state(tx, id, RunState::Paused, Some(&why))?;
            let left = store::runs::counts(tx, id)?;
            let so_far = super::receipt::of(tx, id, RunState::Paused)?;
            let shown = crate::notifications::run_stopped(tx, &so_far, left.waiting + left.working, &why)?;
            let paused = Reason::new("run.paused_by_itself");
            let lines = [("error", why), ("info", paused)].map(|(level, what)| Note { level, what, person: None });
            store::runs::append(tx, id, &lines)?;
            Ok(Some(shown))
        })
        .await?
        .value;
    if let Some(shown) = paused {
        shown.show(app);
        app.wake();
    }
    Ok(())
}

/// Goes on with a paused run.
///
/// # Errors
/// As [`pause`].
pub async fn resume(app: &App, id: Uuid) -> Result<RunView, RunFault> {
    change(app, id, &[RunState::Paused], RunState::Running, "run.resumed", |_| Ok(())).await?;
    app.wake();
    super::get(app, id).await
}

/// Cancels the rest of a run: whoever waits is not begun, messages that have not left are called back. What has happened stays.
///
/// # Errors
/// As [`pause`].
pub async fn cancel(app: &App, id: Uuid) -> Result<RunView, RunFault> {
    let states = [RunState::Running, RunState::Paused];
    change(app, id, &states, RunState::Cancelling, "run.cancelling", move |tx| Ok(store::runs::cancel_waiting(tx, id)?)).await?;
    settle(app, id).await?;
    app.wake();
    super::get(app, id).await
}

/// Moves the run from one of `from` to `to`; a run that already stands there is left alone. What that changes of people is part of the run's
/// own undo step.
async fn change(
    app: &App,
    id: Uuid,
    from: &[RunState],
    to: RunState,
    code: &'static str,
    and: impl FnOnce(&mut Tx<'_>) -> Result<(), RunFault> + Send + 'static,
) -> Result<(), RunFault> {
    let (desk, from) = (app.desk()?, from.to_vec());
    let operation = desk.read(move |read| store::runs::find(read, id)).await?.map(|run| run.operation);
    let work = move |tx: &mut Tx<'_>| {
        let run = store::runs::find(tx, id)?.ok_or(RunFault::NotFound)?;
        if run.state == to {
            return Ok(());
        }
        if !from.contains(&run.state) {
            return Err(RunFault::Over);
        }
        store::runs::set_state(tx, id, to, None)?;
        store::runs::append(tx, id, &[Note { level: "info", what: Reason::new(code), person: None }])?;
        and(tx)
    };
    desk.write_within(operation, Actor::Seller, Intent::new("runs.control"), work).await?;
    Ok(())
}
