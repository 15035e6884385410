//! Works a run in batches: read who is next, write for them, commit their turns.

use super::compose::{Composed, Writer};
use super::course::Course;
use super::known::Known;
use super::turn::Turn;
use super::{RunFault, settle};
use crate::App;
use crate::outreach::Gate;
use crate::settings::{model_failure, sender};
use crate::writing::{Tries, may_pass};
use domain::fault::Reason;
use domain::followups::DayRules;
use domain::mail::Address;
use domain::outreach::{Purpose, Step, Touch};
use domain::runs::config::RunConfig;
use domain::views::runs::RunState;
use futures_util::StreamExt;
use std::sync::Arc;
use store::Read;
use store::runs::{Note, RunPerson, RunRow, Target};
use uuid::Uuid;

/// People in one commit when templates write: well under the 50 ms a writer may be held.
const BATCH: usize = 64;
/// People the templates write for at a time: after each commit a reader begins with an empty cache, so it reads for several of them.
const BLOCK: u32 = 512;
/// The first block: one commit, so that the second is written meanwhile.
const FIRST: u32 = 64;
/// People in a row for whom the model's endpoint failed, from which on it is the endpoint and not their text.
const OUTAGE: usize = 3;
/// People a model writes for at a time.
const MODEL_WIDTH: usize = 3;

/// Works a run until nobody waits, or it is paused, cancelled, or the desk closes; `true` when it is over. Safe to call again after any cut.
///
/// # Errors
/// [`RunFault`] when the desk cannot be read or written; the run stays as it is and goes on later.
pub async fn work(app: &App, id: Uuid) -> Result<bool, RunFault> {
    let Some(run) = app.desk()?.read(move |read| store::runs::find(read, id)).await? else { return Err(RunFault::NotFound) };
    if run.state != RunState::Running {
        return settle(app, id).await;
    }
    match go_on(app, &run).await {
        Err(fault) if let Some(why) = only_the_seller_mends(&fault) => super::control::pause_for(app, id, why).await,
        gone => gone,
    }?;
    settle(app, id).await
}

async fn go_on(app: &App, run: &RunRow) -> Result<(), RunFault> {
    let writer = Arc::new(Writer::load(app, RunConfig::parse(&run.config)?).await?);
    let closing = app.closing()?;
    let mut course = Course::of(app, run, &writer.config).await?;
    if writer.by_model() {
        // A desk that closes waits for no answer and no second try: who is in hand waits again.
        while let Some(true) = closing.run_until_cancelled(by_model(app, run, &writer, &mut course)).await.transpose()? {}
        Ok(())
    } else {
        by_templates(app, run, &writer, &mut course, || closing.is_cancelled()).await
    }
}

/// Why no later try gets further than this one; a full disk or a locked keychain passes by itself.
fn only_the_seller_mends(fault: &RunFault) -> Option<Reason> {
    match fault {
        RunFault::NotReady(missing) => Some(Reason::new(missing)),
        RunFault::Config(_) => Some(Reason::of(fault)),
        _ => None,
    }
}

/// The templates write for the next people while the turns of those before are committed.
async fn by_templates(
    app: &App,
    run: &RunRow,
    writer: &Arc<Writer>,
    course: &mut Course,
    stopped: impl Fn() -> bool,
) -> Result<(), RunFault> {
    // The first people wait for no more than their own texts.
    let mut ready = prepare(app, run, writer, None, FIRST).await?;
    while let Some((last, ..)) = ready.last() {
        let after = last.position;
        let (goes_on, next) =
            tokio::join!(commit_all(app, run, writer, course, ready, &stopped), prepare(app, run, writer, Some(after), BLOCK));
        if !goes_on? {
            break;
        }
        ready = next?;
    }
    Ok(())
}

/// Commits the turns of a block, some at a time; `false` when the run was paused or cancelled meanwhile, or is to stop.
async fn commit_all(
    app: &App,
    run: &RunRow,
    writer: &Arc<Writer>,
    course: &mut Course,
    block: Vec<Ready>,
    stopped: impl Fn() -> bool,
) -> Result<bool, RunFault> {
    let mut block = block.into_iter().peekable();
    while block.peek().is_some() {
        let batch = block.by_ref().take(BATCH).collect();
        if stopped() || !commit(app, run, writer, course, batch).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Reads and writes for the people who wait behind this place in the run.
async fn prepare(app: &App, run: &RunRow, writer: &Arc<Writer>, after: Option<u32>, limit: u32) -> Result<Vec<Ready>, RunFault> {
    let (id, writer) = (run.id, Arc::clone(writer));
    app.desk()?
        .read(move |read| {
            let people = store::runs::next(read, id, after, limit)?;
            let ready = targets(read, &people)?.map(|(who, target)| {
                let target = target.unwrap_or_else(|| Target::gone(who.person));
                let written = writer.by_template(&target);
                (who, target, written)
            });
            Ok::<_, RunFault>(ready.collect())
        })
        .await
}

/// The people's data; `None` for somebody who was removed meanwhile.
fn targets(read: &Read<'_>, people: &[RunPerson]) -> Result<impl Iterator<Item = (RunPerson, Option<Target>)>, RunFault> {
    let ids: Vec<Uuid> = people.iter().map(|who| who.person).collect();
    let mut targets = store::runs::targets(read, &ids)?.into_iter().peekable();
    Ok(people.iter().map(move |who| (*who, targets.next_if(|target| target.recipient.id == who.person))))
}

/// A model writes for a few people at a time, and each turn is committed as soon as it is there; `false` when nobody waits any more or the
/// run no longer works.
async fn by_model(app: &App, run: &RunRow, writer: &Arc<Writer>, course: &mut Course) -> Result<bool, RunFault> {
    let (id, width) = (run.id, u32::try_from(MODEL_WIDTH * 4).unwrap_or(12));
    let people = app.desk()?.write_in(run.operation, move |tx| store::runs::mark_working(tx, id, width)).await?;
    if people.is_empty() {
        return Ok(false);
    }
    let composing = futures_util::stream::iter(judged(app, run, people).await?).map(|(who, target, forbidden)| async move {
        // Nothing is asked of a model for somebody the gate forbids already.
        let asked = !forbidden && !target.email.is_empty();
        let written = if asked { writer.compose(app.ports(), &target, Tries::Three).await } else { Ok(writer.note_alone(&target)) };
        (who, target, written, asked)
    });
    let mut composed = composing.buffered(MODEL_WIDTH);
    let (mut served, mut failed) = (false, Vec::new());
    while let Some((who, target, written, asked)) = composed.next().await {
        match written {
            Ok(written) => {
                served |= asked;
                let mut ready = if asked { instead(writer, &mut failed) } else { Vec::new() };
                ready.push((who, target, written));
                if !commit(app, run, writer, course, ready).await? {
                    return Ok(false);
                }
            }
            Err(error) => {
                let why = model_failure(&error);
                failed.push((who, target, why.clone()));
                if !may_pass(&error) || failed.len() >= OUTAGE {
                    return super::control::pause_for(app, id, why).await.map(|()| false);
                }
            }
        }
    }
    match failed.last().map(|(_, _, why)| why.clone()) {
        None => Ok(true),
        Some(_) if served => {
            let ready = instead(writer, &mut failed);
            commit(app, run, writer, course, ready).await
        }
        Some(why) => super::control::pause_for(app, id, why).await.map(|()| false),
    }
}

/// The endpoint serves others: those it failed for are written to by the templates, with a warning that says why.
fn instead(writer: &Writer, failed: &mut Vec<(RunPerson, Target, Reason)>) -> Vec<Ready> {
    let by_template = |(who, target, why): (RunPerson, Target, Reason)| {
        let mut written = writer.by_template(&target);
        if let Ok(Some(draft)) = &mut written.email {
            draft.warnings.extend([Reason::new("writing.template_instead"), why]);
        }
        (who, target, written)
    };
    failed.drain(..).map(by_template).collect()
}

type Judged = (RunPerson, Target, bool);

/// The people's data, and whether the gate forbids them already: nothing is asked of a model for those.
async fn judged(app: &App, run: &RunRow, people: Vec<RunPerson>) -> Result<Vec<Judged>, RunFault> {
    let (now, purpose) = (app.ports().clock.now(), if run.sends { Purpose::Send } else { Purpose::Draft });
    app.desk()?
        .read(move |read| {
            let gate = Gate::load(read, now)?;
            let touch = Touch { step: Step::First, purpose };
            let mut known = Known::read(read, &people.iter().map(|who| who.person).collect::<Vec<_>>())?;
            targets(read, &people)?
                .map(|(who, target)| {
                    let Some(target) = target else { return Ok((who, Target::gone(who.person), true)) };
                    let about = known.take(read, who.person)?;
                    Ok((who, target, gate.forbids(read, about.as_ref(), touch, None)?.is_some()))
                })
                .collect()
        })
        .await
}

type Ready = (RunPerson, Target, Composed);

/// Commits the turns of some people; `false` when the run was paused or cancelled meanwhile (they wait again).
async fn commit(app: &App, run: &RunRow, writer: &Arc<Writer>, course: &mut Course, ready: Vec<Ready>) -> Result<bool, RunFault> {
    let (id, sends, writer, now) = (run.id, run.sends, Arc::clone(writer), app.ports().clock.now());
    let (mut local, turns) = (course.pace, ready.len());
    let outcome = app
        .desk()?
        .write_in(run.operation, move |tx| {
            if store::runs::state(tx, id)? != Some(RunState::Running) {
                store::runs::put_back(tx, id)?;
                return Ok::<_, RunFault>(None);
            }
            let settings = store::settings::load(tx)?;
            let gate = Gate::with(tx, crate::outreach::policy(&settings), now)?;
            let address = Address::parse(&sender(&settings).1).map_err(|_| RunFault::NotReady("mail.no_sender".to_owned()))?;
            let rules = DayRules {
                skip_weekends: settings.flag("followups.skip_weekends"),
                skip_holidays: settings.flag("followups.skip_holidays"),
            };
            let mut known = Known::read(tx, &ready.iter().map(|(who, ..)| who.person).collect::<Vec<_>>())?;
            let mut notes = Vec::new();
            for (who, target, written) in ready {
                let send_after = sends.then(|| local.peek(now));
                let turn = Turn { run: id, config: &writer.config, gate: &gate, sends, sender: &address, rules, send_after };
                let about = known.take(tx, who.person)?;
                let turned = turn.take(tx, who, about.as_ref(), &target, written)?;
                if turned.scheduled {
                    local.advance(now);
                }
                if turned.done.outbox.is_some() {
                    known.wrote_to(target.email_norm);
                }
                store::runs::finish_person(tx, id, &turned.done)?;
                notes.extend(turned.notes);
                notes.push(line(&turned.done, who.person));
            }
            store::runs::append(tx, id, &notes)?;
            store::failpoint::hit("run.before_commit");
            Ok(Some(local))
        })
        .await?;
    store::failpoint::hit("run.after_commit");
    let Some(next) = outcome else { return Ok(false) };
    course.went_on(app, id, turns, next);
    Ok(true)
}

/// The person's line in the log.
fn line(done: &store::runs::PersonDone, person: Uuid) -> Note {
    use domain::views::runs::RunPersonState::{NeedsYou, Out};
    let level = if matches!(done.state, NeedsYou | Out) { "warning" } else { "info" };
    let what = match (&done.reason, done.outbox, done.linkedin) {
        (Some(reason), None, None) => reason.clone(),
        (_, Some(_), Some(_)) => Reason::new("run.message_and_note"),
        (_, Some(_), None) => Reason::new("run.message"),
        (_, None, Some(_)) => Reason::new("run.note_only"),
        (None, None, None) => Reason::new("run.nothing_to_do"),
    };
    Note { level, what, person: Some(person) }
}
