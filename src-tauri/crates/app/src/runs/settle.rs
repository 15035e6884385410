use super::RunFault;
use crate::App;
use domain::views::runs::RunState;
use store::{Actor, Intent};
use uuid::Uuid;

/// Ends a run once everybody is accounted for and none of its messages is on its way any more: the receipt is written once, in the same
/// write as the state and the notification. `true` when the run is over.
///
/// # Errors
/// [`RunFault`] when the desk cannot be read or written.
pub async fn settle(app: &App, id: Uuid) -> Result<bool, RunFault> {
    let desk = app.desk()?;
    let (run, settled) = desk
        .read(move |read| Ok::<_, RunFault>((store::runs::find(read, id)?.ok_or(RunFault::NotFound)?, store::runs::settled(read, id)?)))
        .await?;
    let ending = match run.state {
        RunState::Running => RunState::Finished,
        RunState::Cancelling => RunState::Cancelled,
        RunState::Paused => return Ok(false),
        RunState::Finished | RunState::Cancelled => return Ok(true),
    };
    if !settled {
        return Ok(false);
    }
    let written = desk.write(Actor::Run(id), Intent::new("runs.finish"), move |tx| {
        if !store::runs::settled(tx, id)? {
            return Ok(None);
        }
        let ended = store::runs::Note { level: "info", what: domain::fault::Reason::new(ended_code(ending)), person: None };
        store::runs::append(tx, id, &[ended])?;
        store::runs::set_state(tx, id, ending, None)?;
        let receipt = super::receipt::of(tx, id, ending)?;
        store::runs::store_receipt(tx, id, &receipt)?;
        Ok::<_, RunFault>(Some(crate::notifications::run_ended(tx, &receipt)?))
    });
    let Some(shown) = written.await?.value else { return Ok(false) };
    desk.finish_operation(run.operation).await?;
    shown.show(app);
    app.wake();
    Ok(true)
}

fn ended_code(ending: RunState) -> &'static str {
    match ending {
        RunState::Cancelled => "run.ended_cancelled",
        _ => "run.ended",
    }
}
